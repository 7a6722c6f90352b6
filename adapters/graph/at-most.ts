/**
 * Lets at most so many calls of one kind run at once; the others wait for their turn, in order.
 * @param most calls at once for each key
 */
export function atMost(most: number): <R>(key: string, call: () => Promise<R>) => Promise<R> {
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
      // The turn is handed on, or given back.
      const [next, ...others] = waiting.get(key) ?? [];
      waiting.set(key, others);
      if (next) next();
      else running.set(key, (running.get(key) ?? 1) - 1);
    }
  };
}
