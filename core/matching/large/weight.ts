import type { Roster } from '../ground/roster.ts';
import { pairCloseness, pairRepeats } from '../ground/rules.ts';

/** More than the closeness of a million people: so repeats outrank it in one number. */
const REPEAT = 2 ** 24;

/** What a pair that may meet costs, as one number: repeats first, then closeness. */
export function pairWeight(roster: Roster, a: number, b: number): number {
  return REPEAT * pairRepeats(roster, a, b) + pairCloseness(roster, a, b);
}
