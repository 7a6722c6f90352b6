import pMap from 'p-map';

/**
 * Maps with at most `atOnce` calls under way; results in the order of the items. The first failure is thrown, and no call
 * begins after it.
 */
export function concurrently<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  atOnce = 16,
): Promise<R[]> {
  return pMap(items, (item) => work(item), { concurrency: atOnce });
}
