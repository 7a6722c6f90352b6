/** The least wall-clock milliseconds of several runs: what the work takes when nothing else is in its way. */
export function leastTime(runs: number, work: (run: number) => void): number {
  let least = Infinity;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    work(run);
    least = Math.min(least, performance.now() - start);
  }
  return least;
}
