import type { Roster } from '../roster.ts';
import { haveCommonStart, isExcluded, roundsSinceMet } from '../rules.ts';

/** So many people are handled at a time: few enough for a core's cache. */
const AT_ONCE = 512;
/** So many words of the week, as a rule a day, are looked at first. */
const DAY = 3;

/** True when two people may meet and never did. */
export function meetAnew(roster: Roster, a: number, b: number): boolean {
  return haveCommonStart(roster, a, b) && areNewToEachOther(roster, a, b);
}

/** Neither met before nor excluded. */
function areNewToEachOther(roster: Roster, a: number, b: number): boolean {
  return roundsSinceMet(roster, a, b) === 0 && !isExcluded(roster, a, b);
}

/**
 * Parts the pairs that may not meet, or that met before. The rows of the first member are read as they stand in memory; of the second
 * member nearly every row is a cache miss, and is read without any branch that could hold up the reading of the next.
 */
export function partTheUnfit(roster: Roster, mate: Int32Array): void {
  const firsts = new Int32Array(AT_ONCE);
  const onFirstDay = new Int32Array(AT_ONCE);
  for (let from = 0; from < mate.length; from += AT_ONCE) {
    const pairs = lookAtFirstDay(roster, mate, from, firsts, onFirstDay);
    for (let i = 0; i < pairs; i++) partIfUnfit(roster, mate, firsts[i]!, onFirstDay[i] !== 0);
  }
}

/** Notes the pairs whose first member is one of AT_ONCE people, and their common starts on the first day (0: none); says how many. */
function lookAtFirstDay(
  { starts, words }: Roster,
  mate: Int32Array,
  from: number,
  firsts: Int32Array,
  onFirstDay: Int32Array,
): number {
  const day = Math.min(DAY, words);
  let pairs = 0;
  for (let a = from, to = Math.min(mate.length, from + AT_ONCE); a < to; a++) {
    const b = mate[a]!;
    let common = 0;
    for (let w = 0, i = a * words, j = Math.max(a, b) * words; w < day; w++)
      common |= starts[i + w]! & starts[j + w]!;
    firsts[pairs] = a;
    onFirstDay[pairs] = common;
    pairs += b > a ? 1 : 0;
  }
  return pairs;
}

function partIfUnfit(roster: Roster, mate: Int32Array, a: number, onFirstDay: boolean): void {
  const b = mate[a]!;
  if ((onFirstDay || haveCommonStart(roster, a, b)) && areNewToEachOther(roster, a, b)) return;
  mate[a] = -1;
  mate[b] = -1;
}
