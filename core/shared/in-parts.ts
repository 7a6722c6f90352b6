/** Splits items into parts of a size; the last part may be smaller. @example inPartsOf(2, [1, 2, 3]) → [[1, 2], [3]] */
export function inPartsOf<T>(size: number, items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}
