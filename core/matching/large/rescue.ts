import type { Chance } from '../ground/chance.ts';
import { MOST_RELUCTANCE } from '../ground/roster.ts';
import { isAllowedTrio } from '../ground/rules.ts';
import type { Matching } from './matching.ts';
import { CLOSENESS, pairWeight } from '../ground/weight.ts';

/** How many pairs are looked at for the best trio; and how many when none of them makes a trio of fresh pairs. */
const SAMPLE = 400;
const LARGE_SAMPLE = 20_000;

/**
 * Makes trios of pairs for those who are left; nobody else loses a partner by it. Of a sample of pairs that could take somebody in,
 * the cheapest does (reluctance to be in a trio decides among equals); all pairs are looked at when the sample holds none.
 */
export function rescueByTrios(
  matching: Matching,
  left: readonly number[],
  chance: Chance,
): { readonly trios: number[][]; readonly left: number[] } {
  const { roster, mate } = matching;
  const taken = new Set<number>();
  const trios: number[][] = [];
  const stranded: number[] = [];
  for (const person of left) {
    let best = -1;
    let least = Infinity;
    const offset = chance.below(roster.count);
    let seen = 0;
    for (let i = 0; i < roster.count; i++) {
      if (seen >= (least < CLOSENESS * MOST_RELUCTANCE ? SAMPLE : LARGE_SAMPLE) && best >= 0) break;
      const a = (offset + i) % roster.count;
      const b = mate[a]!;
      if (b < 0 || taken.has(a)) continue;
      seen++;
      if (!isAllowedTrio(roster, person, a, b)) continue;
      const weight =
        MOST_RELUCTANCE * (pairWeight(roster, person, a) + pairWeight(roster, person, b)) +
        roster.reluctance[a]! +
        roster.reluctance[b]!;
      if (weight < least) [best, least] = [a, weight];
    }
    if (best < 0) {
      stranded.push(person);
      continue;
    }
    trios.push([person, best, mate[best]!]);
    taken.add(best).add(mate[best]!);
  }
  return { trios, left: stranded };
}
