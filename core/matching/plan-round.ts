import { lookAhead } from './ahead/look-ahead.ts';
import { planExactly } from './exact/plan-exactly.ts';
import { seededChance } from './ground/chance.ts';
import { compareCosts, type Cost } from './ground/cost.ts';
import { pairsOf } from './ground/groups.ts';
import type { PastRound, Roster } from './ground/roster.ts';
import { pairCloseness, pairCoverage, pairRepeats } from './ground/rules.ts';
import { coverageBound } from './large/bound.ts';
import { planLarge } from './large/plan-large.ts';
import { spreadLinks } from './spread-links.ts';

/** Who meets whom, by number: every person is in exactly one group or in `unplaced`. */
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
/** Up to this many, the exact solver (a second or two) is asked when the fast one cannot prove repeats or closeness. */
const EXACT_IF_NEEDED_UP_TO = 1200;

/** The stream of the seed that spreads new links. */
const SPREADING = 2;

/** @param roster Above EXACT_UP_TO people: numbered in an order drawn at random. Up to it: by id, which looking ahead relies on. */
export function planRound(roster: Roster, past: readonly PastRound[], seed: number): RoundPlan {
  const plan =
    roster.count > EXACT_UP_TO
      ? planAbove(roster, seed)
      : planned(roster, planExactly(roster, everybodyIn(roster), seed));
  const groups = spreadLinks(roster, plan.groups, seededChance(seed, SPREADING));
  const ahead = lookAhead(roster, past, groups, seed);
  if (ahead === null) return { ...plan, groups };
  const cost = costOf(roster, ahead, 0);
  return { ...plan, groups: ahead, cost, optimal: compareCosts(cost, plan.bound) === 0 };
}

function planAbove(roster: Roster, seed: number): RoundPlan {
  const { mate, trios, unplaced, cost, bound } = planLarge(roster, seed);
  const isProved = compareCosts({ ...cost, coverage: 0 }, { ...bound, coverage: 0 }) === 0;
  if (!isProved && roster.count <= EXACT_IF_NEEDED_UP_TO) return planInTwoSteps(roster, seed);
  const pairs: number[][] = [];
  mate.forEach((b, a) => {
    if (b > a) pairs.push([a, b]);
  });
  return { groups: [...pairs, ...trios], unplaced, cost, bound, optimal: compareCosts(cost, bound) === 0 };
}

/**
 * Exact but for coverage, which makes the search for the best trio too slow here: the trios are chosen without it, and the pairs of
 * all others with it.
 */
function planInTwoSteps(roster: Roster, seed: number): RoundPlan {
  const first = planExactly({ ...roster, linked: null, open: null }, everybodyIn(roster), seed);
  const trios = first.filter((group) => group.length === 3);
  const others = first.filter((group) => group.length === 2).flat();
  const plan = planned(roster, [...planExactly(roster, Int32Array.from(others), seed), ...trios]);
  if (others.length === roster.count) return plan;
  const { cost } = plan;
  const bound = { ...cost, coverage: coverageBound(roster, cost.unplaced, cost.trios) };
  return { ...plan, bound, optimal: compareCosts(cost, bound) === 0 };
}

/** A plan that is proved best, by its groups. */
function planned(roster: Roster, groups: readonly (readonly number[])[]): RoundPlan {
  const placed = new Set(groups.flat());
  const unplaced = [...everybodyIn(roster)].filter((person) => !placed.has(person));
  const cost = costOf(roster, groups, unplaced.length);
  return { groups, unplaced, cost, bound: cost, optimal: true };
}

function everybodyIn({ count }: Roster): Int32Array {
  return Int32Array.from({ length: count }, (_, person) => person);
}

function costOf(roster: Roster, groups: readonly (readonly number[])[], unplaced: number): Cost {
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
