import { seededChance } from '../ground/chance.ts';
import { pairsOf } from '../ground/groups.ts';
import type { PastRound, Roster } from '../ground/roster.ts';
import { isAllowedPair, isAllowedTrio, pairCloseness, pairCoverage } from '../ground/rules.ts';
import { type Factor, factorOf, groupsOf, trioOf } from './factor.ts';
import { canGoOnAfter, remainingRounds, trioInLast } from './remaining-rounds.ts';
import { canComeApart, haveNobodyInCommon } from './trios-apart.ts';

/** Larger groups take years to meet everybody; by then they are not the same. */
const LARGEST = 100;
/** More than the number of pairs in a round of this number of people. */
const CLOSENESS = 1000;

/**
 * For a group that stays the same, everybody allowed to meet everybody: a round after which the rest can still go on without a
 * repeat, in an even group until everybody has met everybody, in an odd one as long as there can be such rounds. `best` is the
 * cheapest plan of this round by itself; it is kept when the rest can go on after it.
 * Otherwise the round with the least closeness, then coverage, among those of a known division is taken: a repeat that
 * a later round would be forced to outranks both now. When people have come or gone it only decides among equals. Null: no advice, keep `best`.
 */
export function lookAhead(
  roster: Roster,
  past: readonly PastRound[],
  best: readonly (readonly number[])[],
  seed: number,
): readonly (readonly number[])[] | null {
  const { count } = roster;
  if (past.length === 0 || count > LARGEST || !everybodyMayMeet(roster)) return null;
  const known = remainingRounds(count, past);
  const remaining = known.rounds.filter((factor) => isAllowed(roster, factor));
  if (remaining.length === 0) return null;
  if (!known.same) {
    const stands = canGoOnAfter(known, factorOf(count, best));
    return stands ? null : asGoodAs(roster, best, remaining, seed);
  }
  const prices = remaining.map((factor) => priceOf(roster, groupsOf(factor)));
  const least = Math.min(...prices);
  if (priceOf(roster, best) < least && canGoOnAfter(known, factorOf(count, best))) return null;
  const choices = remaining.filter((_, i) => prices[i] === least);
  const willing = count % 2 === 0 ? choices : leastReluctant(roster, past, remaining, choices);
  return groupsOf(willing[seededChance(seed, 1).below(willing.length)]!);
}

/** When people have come or gone: a known round only if it is as good as the best of this round by itself. */
function asGoodAs(
  roster: Roster,
  best: readonly (readonly number[])[],
  remaining: readonly Factor[],
  seed: number,
): readonly (readonly number[])[] | null {
  const price = priceOf(roster, best);
  const reluctance = reluctanceOf(roster, best);
  const choices = remaining
    .map(groupsOf)
    .filter((groups) => priceOf(roster, groups) <= price && reluctanceOf(roster, groups) <= reluctance);
  return choices.length === 0 ? null : choices[seededChance(seed, 1).below(choices.length)]!;
}

/**
 * Of the rounds with a trio those that ask least of its members: nobody two rounds running, now or, as far as can be
 * seen, later; then volunteers, then those who were in the fewest.
 */
function leastReluctant(
  roster: Roster,
  past: readonly PastRound[],
  remaining: readonly Factor[],
  choices: readonly Factor[],
): readonly Factor[] {
  const last = trioInLast(past);
  const fresh = choices.filter((factor) => haveNobodyInCommon(trioOf(factor), last));
  const apart = fresh.filter((factor) => {
    const rest = remaining.filter((other) => other !== factor).map(trioOf);
    return canComeApart(trioOf(factor), rest);
  });
  const among = [apart, fresh, choices].find((factors) => factors.length > 0)!;
  const reluctance = among.map((factor) => reluctanceOf(roster, groupsOf(factor)));
  const least = Math.min(...reluctance);
  return among.filter((_, i) => reluctance[i] === least);
}

function everybodyMayMeet(roster: Roster): boolean {
  for (let a = 0; a < roster.count; a++) {
    for (let b = 0; b < a; b++) if (!isAllowedPair(roster, a, b)) return false;
  }
  return true;
}

function isAllowed(roster: Roster, factor: Factor): boolean {
  const [a, b, c] = trioOf(factor);
  return a === undefined || isAllowedTrio(roster, a, b!, c!);
}

/** Closeness first, then coverage, in one number: what rounds without a repeat differ by. */
function priceOf(roster: Roster, groups: readonly (readonly number[])[]): number {
  return groups
    .flatMap(pairsOf)
    .reduce((sum, [a, b]) => sum + CLOSENESS * pairCloseness(roster, a, b) + pairCoverage(roster, a, b), 0);
}

function reluctanceOf(roster: Roster, groups: readonly (readonly number[])[]): number {
  const trio = groups.find((group) => group.length === 3) ?? [];
  return trio.reduce((sum, person) => sum + roster.reluctance[person]!, 0);
}
