import pMap from 'p-map';

/**
 * Calls `work` for each item, at most `atOnce` at the same time.
 * @returns the results in the order of the items
 * @throws the first failure; no call begins after it
 */
export function concurrently<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  atOnce = 16,
): Promise<R[]> {
  return pMap(items, (item) => work(item), { concurrency: atOnce });
}
