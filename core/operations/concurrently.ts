const atOnce = 16;

/** Maps with at most sixteen calls under way; results in the order of the items; the first failure is thrown. */
export async function concurrently<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results = new Map<number, R>();
  const queue = items.entries();
  const worker = async () => {
    for (const [i, item] of queue) results.set(i, await work(item));
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return items.flatMap((_, i) => {
    const result = results.get(i);
    return results.has(i) ? [result as R] : [];
  });
}
