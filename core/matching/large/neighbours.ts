import type { Roster } from '../ground/roster.ts';

/** Up to this many entries an index of who could start when is worth its memory. */
const INDEX_LIMIT = 40_000_000;

/**
 * For a person, everybody who might have a start in common: by an index from starts to people where calendars are sparse,
 * or simply everybody. May name a person twice, and the person asked for.
 */
export function possiblePartners(roster: Roster): (person: number) => Iterable<number> {
  const { count, words, starts } = roster;
  const offset = new Uint32Array(32 * words + 1);
  for (let i = 0; i < starts.length; i++) {
    const word = 32 * (i % words);
    for (let bits = starts[i]!; bits !== 0; bits &= bits - 1) offset[word + lowestBit(bits) + 1]!++;
  }
  for (let q = 0; q < 32 * words; q++) offset[q + 1]! += offset[q]!;
  const entries = offset[32 * words]!;
  if (entries > INDEX_LIMIT || entries > 64 * count) {
    const everybody = Int32Array.from({ length: count }, (_, i) => i);
    return () => everybody;
  }
  const people = new Int32Array(entries);
  const next = offset.slice();
  for (let i = 0; i < starts.length; i++) {
    const word = 32 * (i % words);
    for (let bits = starts[i]!; bits !== 0; bits &= bits - 1) {
      people[next[word + lowestBit(bits)]!++] = Math.floor(i / words);
    }
  }
  return function* (person) {
    for (let w = 0; w < words; w++) {
      for (let bits = starts[person * words + w]!; bits !== 0; bits &= bits - 1) {
        const q = 32 * w + lowestBit(bits);
        yield* people.subarray(offset[q], offset[q + 1]);
      }
    }
  };
}

function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}
