/**
 * Lets calls begin in the order in which they came, one each `every` milliseconds.
 * @returns waits for a call's turn
 */
export function spaced(every: number, wait: (milliseconds: number) => Promise<void>): () => Promise<void> {
  let next = 0;
  return async () => {
    const now = performance.now();
    const at = Math.max(now, next);
    next = at + every;
    if (at > now) await wait(at - now);
  };
}
