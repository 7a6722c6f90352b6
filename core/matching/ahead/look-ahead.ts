import { seededChance } from '../chance.ts';
import type { PastRound } from '../read-roster.ts';
import type { Roster } from '../roster.ts';
import { isAllowedPair, pairCloseness } from '../rules.ts';
import type { Factor } from './factorise.ts';
import { canGoOnAfter, remainingRounds } from './remaining-rounds.ts';

/** Larger groups take years to meet everybody; by then they are not the same. */
const LARGEST = 100;

/**
 * For a group that stays the same, everybody allowed to meet everybody: a round after which the rest can still go on without a
 * repeat until everybody has met everybody. `best` is the cheapest plan of this round by itself; it is kept when the rest can go on after it.
 * Otherwise the round with the least closeness among those of a known division is taken: a repeat that
 * a later round would be forced to outranks closeness now. Null: no advice, `best` stands.
 */
export function lookAhead(
  roster: Roster,
  past: readonly PastRound[],
  best: readonly (readonly number[])[],
  seed: number,
): readonly (readonly number[])[] | null {
  const { count } = roster;
  if (past.length === 0 || past.length >= count - 1) return null;
  if (count % 2 === 1 || count > LARGEST || !everybodyMayMeet(roster)) return null;
  const remaining = remainingRounds(count, past);
  if (remaining === null) return null;
  const closeness = remaining.map((factor) => closenessOf(roster, factor));
  const least = Math.min(...closeness);
  const bestFactor = new Int32Array(count);
  for (const [a, b] of best) {
    bestFactor[a!] = b!;
    bestFactor[b!] = a!;
  }
  if (closenessOf(roster, bestFactor) < least && canGoOnAfter(count, past, bestFactor)) return null;
  const choices = remaining.filter((_, i) => closeness[i] === least);
  const chosen = choices[seededChance(seed, 1).below(choices.length)]!;
  return [...chosen.entries()].filter(([a, b]) => a < b);
}

function everybodyMayMeet(roster: Roster): boolean {
  for (let a = 0; a < roster.count; a++) {
    for (let b = 0; b < a; b++) if (!isAllowedPair(roster, a, b)) return false;
  }
  return true;
}

function closenessOf(roster: Roster, factor: Factor): number {
  return factor.reduce((sum, b, a) => (a < b ? sum + pairCloseness(roster, a, b) : sum), 0);
}
