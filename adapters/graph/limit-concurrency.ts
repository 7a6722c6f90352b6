/**
 * Runs at most `most` calls at once for each key. Further calls wait, and begin in the order in which they came.
 */
export function limitConcurrency(most: number): <R>(key: string, call: () => Promise<R>) => Promise<R> {
  const running = new Map<string, number>();
  const waiting = new Map<string, (() => void)[]>();
  return async (key, call) => {
    const now = running.get(key) ?? 0;
    if (now >= most) {
      await new Promise<void>((resolve) => {
        waiting.set(key, [...(waiting.get(key) ?? []), resolve]);
      });
    } else {
      running.set(key, now + 1);
    }
    try {
      return await call();
    } finally {
      // The next call that waits takes over from this one.
      const [next, ...others] = waiting.get(key) ?? [];
      waiting.set(key, others);
      if (next) next();
      else running.set(key, (running.get(key) ?? 1) - 1);
    }
  };
}
