import { lookAhead } from './ahead/look-ahead.ts';
import { planExactly } from './exact/plan-exactly.ts';
import { seededChance } from './ground/chance.ts';
import { compareCosts, type Cost } from './ground/cost.ts';
import { pairsOf } from './ground/groups.ts';
import type { PastRound, Roster } from './ground/roster.ts';
import { pairCloseness, pairCoverage, pairRepeats } from './ground/rules.ts';
import { planLarge } from './large/plan-large.ts';
import { spreadLinks } from './spread-links.ts';

/** Who meets whom, by number: every person stands in exactly one group or in `unplaced`. */
export interface RoundPlan {
  /** Two or three people each. */
  readonly groups: readonly (readonly number[])[];
  readonly unplaced: readonly number[];
  readonly cost: Cost;
  readonly bound: Cost;
  readonly optimal: boolean;
}

/** Up to this many people the plan is the exact optimum. */
export const EXACT_UP_TO = 400;
/** Up to this many, the exact solver (a second or two) is asked when the fast one cannot prove its plan. */
const EXACT_IF_NEEDED_UP_TO = 1200;

/** The stream of the seed that spreads new links. */
const SPREADING = 2;

/** @param roster Above EXACT_UP_TO people: numbered in an order drawn at random. Up to it: by id, which looking ahead relies on. */
export function planRound(roster: Roster, past: readonly PastRound[], seed: number): RoundPlan {
  const chance = seededChance(seed, SPREADING);
  if (roster.count > EXACT_UP_TO) {
    const { mate, trios, unplaced, cost, bound } = planLarge(roster, seed);
    const optimal = compareCosts(cost, bound) === 0;
    if (optimal || roster.count > EXACT_IF_NEEDED_UP_TO) {
      const pairs: number[][] = [];
      mate.forEach((b, a) => {
        if (b > a) pairs.push([a, b]);
      });
      const groups = spreadLinks(roster, [...pairs, ...trios], chance);
      return { groups, unplaced, cost, bound, optimal };
    }
  }
  const members = Int32Array.from({ length: roster.count }, (_, i) => i);
  const groups = spreadLinks(roster, planExactly(roster, members, seed), chance);
  const placed = new Set(groups.flat());
  const unplaced = [...members].filter((person) => !placed.has(person));
  const cost = costOf(roster, groups, unplaced.length);
  const ahead = lookAhead(roster, past, groups, seed);
  if (ahead !== null) {
    const aheadCost = costOf(roster, ahead, 0);
    return {
      groups: ahead,
      unplaced,
      cost: aheadCost,
      bound: cost,
      optimal: compareCosts(aheadCost, cost) === 0,
    };
  }
  return { groups, unplaced, cost, bound: cost, optimal: true };
}

export function costOf(roster: Roster, groups: readonly (readonly number[])[], unplaced: number): Cost {
  let [trios, repeats, closeness, coverage] = [0, 0, 0, 0];
  for (const group of groups) {
    if (group.length === 3) trios++;
    for (const [a, b] of pairsOf(group)) {
      repeats += pairRepeats(roster, a, b);
      closeness += pairCloseness(roster, a, b);
      coverage += pairCoverage(roster, a, b);
    }
  }
  return { unplaced, trios, repeats, closeness, coverage };
}
