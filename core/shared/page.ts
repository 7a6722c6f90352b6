/** Which part of a list is asked for. */
export interface PageWanted {
  /** From the page before; absent: the first page. */
  readonly cursor?: string;
  /** The most entries. */
  readonly limit: number;
}

export interface Page<T> {
  readonly entries: readonly T[];
  /** The cursor of the next page; null: this is the last one. */
  readonly next: string | null;
}

/** The first items of a list that is read bit by bit. No more of it is read. */
export async function* firstOf<T>(all: AsyncIterable<T>, most: number): AsyncIterable<T> {
  let left = most;
  for await (const one of all) {
    yield one;
    left -= 1;
    if (left <= 0) return;
  }
}

/**
 * One page of a list that grows at its front. A cursor is the number of entries from the end, so that what is new leaves it in place.
 * @example pageOf(['c', 'b', 'a'], { limit: 2 }) → { entries: ['c', 'b'], next: '1' }
 */
export function pageOf<T>(all: readonly T[], { cursor, limit }: PageWanted): Page<T> {
  const left = cursor === undefined ? all.length : Math.min(parseInt(cursor, 36), all.length);
  const start = all.length - left;
  const entries = all.slice(start, start + limit);
  return { entries, next: left > limit ? (left - limit).toString(36) : null };
}
