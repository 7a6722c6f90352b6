import type { Chance } from '../ground/chance.ts';
import { isAllowedPair } from '../ground/rules.ts';
import { type Matching, pairUp } from './matching.ts';
import { isFresh } from '../ground/weight.ts';

const STEPS = 200;
const TRIES = 64;

/**
 * Finds partners for those who are left by random alternating walks: whoever is left takes somebody's partner at random, and
 * the person so left goes on. Nearly always ends within a few steps in a large organisation.
 * With `onlyFresh` only fresh pairs are made. Returns those who are left in the end.
 */
export function walkToPartners(
  matching: Matching,
  left: readonly number[],
  chance: Chance,
  onlyFresh: boolean,
): number[] {
  const { roster, mate } = matching;
  const suits = (a: number, b: number): boolean =>
    isAllowedPair(roster, a, b) && (!onlyFresh || isFresh(roster, a, b));
  const free = [...left];
  const stranded: number[] = [];
  for (let person = free.pop(); person !== undefined; person = free.pop()) {
    let walker = person;
    let met = false;
    // One person alone finds nobody by walking, and would only take other pairs apart.
    for (let step = 0; step < STEPS && free.length > 0; step++) {
      const at = someOf(free, chance).find((i) => suits(walker, free[i]!));
      if (at !== undefined) {
        pairUp(matching, walker, free[at]!);
        free[at] = free.at(-1)!;
        free.pop();
        met = true;
        break;
      }
      const other = somebody(roster.count, chance, (a) => mate[a]! >= 0 && suits(walker, a));
      if (other < 0) break;
      const next = mate[other]!;
      pairUp(matching, walker, other);
      mate[next] = -1;
      walker = next;
    }
    if (!met) stranded.push(walker);
  }
  return stranded;
}

/** Up to TRIES indices of the list, from a random one on. */
function someOf(free: readonly number[], chance: Chance): number[] {
  const from = chance.below(free.length);
  return Array.from({ length: Math.min(TRIES, free.length) }, (_, i) => (from + i) % free.length);
}

/** A person drawn at random who passes the test, or -1 after some tries. */
function somebody(count: number, chance: Chance, test: (person: number) => boolean): number {
  for (let tries = 0; tries < TRIES; tries++) {
    const person = chance.below(count);
    if (test(person)) return person;
  }
  return -1;
}
