import { seededChance } from './chance.ts';
import { compareCosts, type Cost } from './cost.ts';
import { explainPairing, whyUnplaced } from './explain.ts';
import { EXACT_UP_TO, planRound } from './plan-round.ts';
import { byCodeUnits, readRoster } from './read-roster.ts';

export interface MatchingPerson {
  readonly id: string;
  /**
   * Bit q (word q >>> 5, bit q & 31) is set when this person could be in a meeting of the scheme's length
   * that starts q quarters of an hour after the start of the meeting week: inside working hours, and free.
   * All people have the same number of words.
   */
  readonly starts: Uint32Array;
  readonly department?: string;
  readonly office?: string;
  /** The id of the manager, who need not be among the people. */
  readonly manager?: string;
  readonly trioVolunteer?: boolean;
  /** How many trios this person has been in. */
  readonly trios?: number;
  /** Rounds since the last trio; 1 = the last round. */
  readonly lastTrio?: number;
}

/** Two people who had a meeting together in a round; a trio counts as three. */
export interface PastMeeting {
  readonly round: number;
  readonly a: string;
  readonly b: string;
  /** False when the meeting was booked but did not happen: then it does not count. */
  readonly met: boolean;
}

export interface MatchingInput {
  readonly people: readonly MatchingPerson[];
  /** Pairs who may never meet, in either order. Unknown ids are passed over. */
  readonly excluded: readonly (readonly [string, string])[];
  /** Meetings of former rounds. Rows with unknown ids are passed over, but their round counts as past. */
  readonly history: readonly PastMeeting[];
  /** Decides among equals. */
  readonly seed: number;
}

export type SharedTrait = 'manager' | 'department' | 'office';

export interface MatchedPairing {
  /** Two or three ids, in the order of their code units. */
  readonly members: readonly string[];
  /** The most recent meeting among its pairs; null when no two of them ever met. */
  readonly lastMet: { readonly rounds: number } | null;
  readonly repeats: number;
  readonly closeness: number;
  /** What at least two members have in common (the manager: or one manages the other). */
  readonly shared: readonly SharedTrait[];
  /** How many starts (quarters of an hour) suit all members. */
  readonly commonStarts: number;
}

/**
 * `away-all-week`: no start of the week suits this person. `no-common-slot`: some do, but with nobody else's in
 * common. `excluded`: everybody with a common slot is excluded. `better-used-elsewhere`: there are allowed
 * partners, and all of them are needed by others who would otherwise be left out.
 */
export type UnplacedReason = 'away-all-week' | 'no-common-slot' | 'excluded' | 'better-used-elsewhere';

export interface MatchingResult {
  readonly pairings: readonly MatchedPairing[];
  readonly unplaced: readonly { readonly id: string; readonly reason: UnplacedReason }[];
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
  const { roster, ids, rounds } = readRoster(input, byChance);
  const plan = planRound(roster, rounds, input.seed);
  const { cost, bound } = plan;
  return {
    pairings: plan.groups
      .map((members) => explainPairing(roster, ids, members))
      .sort((p, q) => byCodeUnits(p.members[0]!, q.members[0]!)),
    unplaced: plan.unplaced
      .map((person) => ({ id: ids[person]!, reason: whyUnplaced(roster, person) }))
      .sort((p, q) => byCodeUnits(p.id, q.id)),
    cost,
    bound,
    optimal: plan.optimal,
    repeatsForced:
      cost.repeats > 0 && compareCosts({ ...cost, closeness: 0 }, { ...bound, closeness: 0 }) === 0,
  };
}
