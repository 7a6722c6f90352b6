/** The shortest of several runs, in wall-clock milliseconds: the time that the work needs without disturbance. */
export function leastTime(runs: number, work: (run: number) => void): number {
  let least = Infinity;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    work(run);
    least = Math.min(least, performance.now() - start);
  }
  return least;
}
