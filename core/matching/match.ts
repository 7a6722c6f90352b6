import { explainPairing, type MatchedPairing, type UnmatchedReason, whyUnplaced } from './explain.ts';
import { seededChance } from './ground/chance.ts';
import { compareCosts, type Cost } from './ground/cost.ts';
import { byCodeUnits, type MatchingInput } from './ground/input.ts';
import { EXACT_UP_TO, planRound } from './plan-round.ts';
import { readRoster } from './read-roster.ts';

export interface MatchingResult {
  readonly pairings: readonly MatchedPairing[];
  readonly unplaced: readonly { readonly id: string; readonly reason: UnmatchedReason }[];
  readonly cost: Cost;
  /** No plan costs less than this (in the order of `compareCosts`). */
  readonly bound: Cost;
  /** True when the cost meets the bound: the plan is proved to be best. */
  readonly optimal: boolean;
  /** True when some pairs meet again and it is proved that no plan (with as few unplaced and trios) repeats less. */
  readonly repeatsForced: boolean;
}

/** The stream of the seed that numbers the people of large groups. */
const NUMBERING = 1;

/**
 * Decides who meets whom in the next round. The same input gives the same answer on every machine, in whatever order
 * the people, exclusions and history come. Refuses (RangeError) two people with one id, availability of unequal
 * length, and a round that is negative or no whole number.
 */
export function match(input: MatchingInput): MatchingResult {
  const byChance = input.people.length > EXACT_UP_TO ? seededChance(input.seed, NUMBERING) : null;
  const read = readRoster(input, byChance);
  const { roster, ids, rounds } = read;
  const plan = planRound(roster, rounds, input.seed);
  const { cost, bound } = plan;
  return {
    pairings: plan.groups
      .map((members) => explainPairing(read, members))
      .sort((p, q) => byCodeUnits(p.members[0]!, q.members[0]!)),
    unplaced: plan.unplaced
      .map((person) => ({ id: ids[person]!, reason: whyUnplaced(roster, person) }))
      .sort((p, q) => byCodeUnits(p.id, q.id)),
    cost,
    bound,
    optimal: plan.optimal,
    repeatsForced:
      cost.repeats > 0 &&
      compareCosts({ ...cost, closeness: 0, coverage: 0 }, { ...bound, closeness: 0, coverage: 0 }) === 0,
  };
}
