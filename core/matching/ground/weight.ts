import type { Roster } from './roster.ts';
import { pairCloseness, pairCoverage, pairRepeats } from './rules.ts';

/** More than the coverage of the few pairs that are compared with one another, and more than their closeness. */
export const CLOSENESS = 16;
const REPEAT = 2 ** 24;

/** What a pair that may meet costs, as one number: repeats first, then closeness, then coverage. */
export function pairWeight(roster: Roster, a: number, b: number): number {
  return (
    REPEAT * pairRepeats(roster, a, b) + CLOSENESS * pairCloseness(roster, a, b) + pairCoverage(roster, a, b)
  );
}

/** Whether a pair is fresh: it costs neither repeats nor closeness. */
export function isFresh(roster: Roster, a: number, b: number): boolean {
  return pairCloseness(roster, a, b) === 0 && pairRepeats(roster, a, b) === 0;
}
