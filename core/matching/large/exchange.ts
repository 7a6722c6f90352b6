import type { Chance } from '../ground/chance.ts';
import { isAllowedPair } from '../ground/rules.ts';
import { type Matching, pairUp } from './matching.ts';
import { isFresh, pairWeight } from '../ground/weight.ts';

const TRIES = 2000;

/**
 * Makes pairs that are not fresh cheaper: each looks for another pair, drawn at random, with which
 * exchanging partners lowers the sum. Ends when a pass over all of them gains nothing, or the tries (a few for every
 * person) are used up.
 */
export function exchangePartners(matching: Matching, chance: Chance): void {
  const { roster, mate } = matching;
  const { count } = roster;
  let budget = 5 * count + 50_000;
  const weigh = (a: number, b: number): number =>
    isAllowedPair(roster, a, b) ? pairWeight(roster, a, b) : Infinity;
  for (let gained = true; gained && budget > 0;) {
    gained = false;
    for (let a = 0; a < count && budget > 0; a++) {
      if (mate[a]! < a || isFresh(roster, a, mate[a]!)) continue;
      for (let tries = Math.min(TRIES, count); tries > 0 && budget > 0; tries--, budget--) {
        const b = mate[a]!;
        const c = chance.below(count);
        const d = mate[c]!;
        if (d < 0 || c === a || c === b) continue;
        const now = pairWeight(roster, a, b) + pairWeight(roster, c, d);
        if (weigh(a, c) + weigh(b, d) >= now) continue;
        pairUp(matching, a, c);
        pairUp(matching, b, d);
        gained = true;
        if (isFresh(roster, a, c)) break;
      }
    }
  }
}
