import type { Roster } from '../ground/roster.ts';

/** The numbers of people in the parts between which no start is common; people without any start are no part of these. */
export interface Islands {
  readonly away: number;
  readonly sizes: readonly number[];
}

/**
 * Parts the people so that nobody can meet anybody of another part (exclusions apart): starts that
 * one person has belong together. A part of odd size leaves somebody over, whatever the plan: so with `away` the number of
 * odd parts bounds from below how many a matching by pairs leaves, and nearly always exactly.
 */
export function islandsOf(roster: Roster): Islands {
  const { count, words, starts } = roster;
  const quarters = 32 * words;
  const group = Int32Array.from({ length: quarters }, (_, q) => q);
  const find = (q: number): number => {
    while (group[q] !== q) q = group[q] = group[group[q]!]!;
    return q;
  };
  /** All starts of the part of a start, as a bitmap; made anew when parts grow together. */
  let whole: (Uint32Array | null)[] = new Array<null>(quarters).fill(null);
  const wholeOf = (root: number): Uint32Array => {
    const bitmap = new Uint32Array(words);
    for (let q = 0; q < quarters; q++) if (find(q) === root) bitmap[q >>> 5]! |= 1 << (q & 31);
    return (whole[root] = bitmap);
  };
  const first = (person: number): number => {
    for (let w = 0, i = person * words; w < words; w++, i++) {
      if (starts[i] !== 0) return 32 * w + 31 - Math.clz32(starts[i]! & -starts[i]!);
    }
    return -1;
  };
  for (let person = 0; person < count; person++) {
    const start = first(person);
    if (start < 0) continue;
    const root = find(start);
    const bitmap = whole[root] ?? wholeOf(root);
    const row = person * words;
    let within = true;
    for (let w = 0; w < words; w++) within &&= (starts[row + w]! & ~bitmap[w]!) === 0;
    if (within) continue;
    for (let q = start; q < quarters; q++) {
      if ((starts[row + (q >>> 5)]! & (1 << (q & 31))) !== 0) group[find(q)] = find(start);
    }
    whole = new Array<null>(quarters).fill(null);
  }
  const sizes = new Map<number, number>();
  let away = 0;
  for (let person = 0; person < count; person++) {
    const start = first(person);
    if (start < 0) away++;
    else sizes.set(find(start), (sizes.get(find(start)) ?? 0) + 1);
  }
  return { away, sizes: [...sizes.values()] };
}
