import type { Chance } from '../chance.ts';
import type { Roster } from '../roster.ts';

/** Words of one summary, half a cache line; what they are is said by the names below. */
export const SUMMARY = 8;
export const [PERSON, DEPARTMENT, OFFICE, MANAGER, FOLDED] = [0, 1, 2, 3, 4] as const;

/** So many summaries, 64 KiB, are read in random order at a time; and the most parts that people are dealt into. */
const PART = 2048;
const MOST_PARTS = 512;

/** What refuses most partners soonest. */
export interface Summaries {
  /**
   * Place p stands at `rows[SUMMARY * p]`: the person's number; the department, office and manager (a number below 0 that
   * nobody else has when there is none); and three words of the week folded: bit b of word w is set when that
   * person could start in quarter b of some word w, w + 3, w + 6 … of the week (96 quarters: one day, as a rule). Two people
   * whose folded weeks have no bit in common have no start in common.
   */
  readonly rows: Int32Array;
  /** Part k is the places from `ends[k - 1]` (0 for the first) up to, not including, `ends[k]`. */
  readonly ends: Int32Array;
}

/**
 * Sums up people (by number, ascending), each in a part drawn at random. So their rows are read as they stand in memory, the summaries
 * are written one after the other in each part, and a part fits in a core's cache, however many people there are.
 * Parts one after the other, each shuffled, are a random order of the people, each as likely as the others (Rao 1961, Sandelius 1962).
 */
export function summarise(roster: Roster, people: Int32Array, chance: Chance): Summaries {
  const parts = Math.min(MOST_PARTS, Math.ceil(people.length / PART));
  const partOf = new Uint16Array(people.length);
  const next = new Int32Array(parts + 1);
  const rows = new Int32Array(SUMMARY * people.length);
  for (let from = 0; from < people.length; from += PART) {
    deal(partOf.subarray(from, from + PART), parts, chance, next);
  }
  for (let part = 0; part < parts; part++) next[part + 1]! += next[part]!;
  for (let from = 0; from < people.length; from += PART) {
    const to = from + PART;
    writeRows(roster, people.subarray(from, to), partOf.subarray(from, to), next, rows);
  }
  // `next` has moved on to the end of each part.
  return { rows, ends: next.subarray(0, parts) };
}

/** Draws parts, and counts in `next[k + 1]` how often part k was drawn. */
function deal(partOf: Uint16Array, parts: number, chance: Chance, next: Int32Array): void {
  for (let i = 0; i < partOf.length; i++) {
    const part = chance.below(parts);
    partOf[i] = part;
    next[part + 1]!++;
  }
}

/** Writes each person's summary at the next place of the part. */
function writeRows(
  roster: Roster,
  people: Int32Array,
  partOf: Uint16Array,
  next: Int32Array,
  rows: Int32Array,
): void {
  const { words, starts, department, office, manager } = roster;
  for (let at = 0; at < people.length; at++) {
    const person = people[at]!;
    const row = SUMMARY * next[partOf[at]!]!++;
    const nobodys = -1 - person;
    rows[row + PERSON] = person;
    rows[row + DEPARTMENT] = department[person]! < 0 ? nobodys : department[person]!;
    rows[row + OFFICE] = office[person]! < 0 ? nobodys : office[person]!;
    rows[row + MANAGER] = manager[person]! < 0 ? nobodys : manager[person]!;
    let [first, second, third] = [0, 0, 0];
    let i = person * words;
    const end = i + words;
    for (; i + 2 < end; i += 3) {
      first |= starts[i]!;
      second |= starts[i + 1]!;
      third |= starts[i + 2]!;
    }
    if (i < end) first |= starts[i]!;
    if (i + 1 < end) second |= starts[i + 1]!;
    rows[row + FOLDED] = first;
    rows[row + FOLDED + 1] = second;
    rows[row + FOLDED + 2] = third;
  }
}
