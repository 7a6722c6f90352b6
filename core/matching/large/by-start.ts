import type { Roster } from '../ground/roster.ts';
import { isAllowedPair } from '../ground/rules.ts';
import { type Matching, pairUp } from './matching.ts';
import { isFresh } from '../ground/weight.ts';

/** So many of those left with a start are looked at. */
const LOOKED_AT = 16;

/**
 * Puts together those who are left and have a start in common: where calendars are sparse, a random walk hardly ever finds them.
 * With `onlyFresh` only fresh pairs are made. Returns those who are left then. Takes time for every
 * start of everybody left.
 */
export function joinByStart(matching: Matching, left: readonly number[], onlyFresh: boolean): number[] {
  const { roster, mate } = matching;
  /** By start: those left so far who could start then; some have found a partner since. */
  const leftAt = new Map<number, number[]>();
  for (const person of left) {
    for (const start of startsOf(roster, person)) {
      const others = leftAt.get(start) ?? [];
      leftAt.set(start, others);
      while (others.length > 0 && mate[others.at(-1)!]! >= 0) others.pop();
      const partner = others
        .slice(-LOOKED_AT)
        .find((other) => mate[other] === -1 && suits(roster, person, other, onlyFresh));
      if (partner !== undefined) {
        pairUp(matching, person, partner);
        break;
      }
      others.push(person);
    }
  }
  return left.filter((person) => mate[person] === -1);
}

function suits(roster: Roster, a: number, b: number, onlyFresh: boolean): boolean {
  return isAllowedPair(roster, a, b) && (!onlyFresh || isFresh(roster, a, b));
}

function* startsOf({ starts, words }: Roster, person: number): Iterable<number> {
  for (let w = 0; w < words; w++) {
    for (let bits = starts[person * words + w]!; bits !== 0; bits &= bits - 1) {
      yield 32 * w + 31 - Math.clz32(bits & -bits);
    }
  }
}
