import { compareCosts, type Cost, type MatchedPairing, type UnmatchedReason } from '../matching/index.ts';
import type { PersonId } from '../records/person.ts';
import type { Plan } from '../records/plans/plan.ts';
import { weekLoad } from '../slots/week-load.ts';
import { meetingWeek } from '../time/meeting-week.ts';
import type { Gathered, GatheredPerson } from './gathered.ts';
import { type Fixed, matchAround } from './match-around.ts';
import { isMatchable, nothingFixed, readyPeople } from './match-people.ts';
import { wishedPairs } from './meet-again.ts';

type WhyUnplaced = Pick<Plan['unplaced'][number], 'reason' | 'detail'>;

/** Meetings begin this long after pairing at the earliest, in milliseconds: one hour. */
const bookingNotice = 60 * 60_000;

/** What a coordinator fixed of a round before its plan is decided. */
export interface Around extends Pick<Fixed, 'always' | 'kept'> {
  /** Pairs who may not meet in this round. */
  readonly forbidden: readonly (readonly [PersonId, PersonId])[];
  /** People who take no part in this round. */
  readonly leftOut: readonly PersonId[];
}

/** A plan, and the best that there is with nothing fixed. */
export interface DecidedAround {
  readonly plan: Plan;
  /** For each pairing of the plan, what two of its members share. */
  readonly shared: readonly MatchedPairing['shared'][];
  readonly best: Cost;
  /** Whether no plan is better than `best`, proved. */
  readonly isProved: boolean;
  /** Whether people meet again in the best plan, and it is proved that this cannot be avoided. */
  readonly repeatsForced: boolean;
}

/**
 * Decides who meets whom in a round, and the slots of each pairing. Every gathered person is in the plan exactly once: in a
 * pairing, or unplaced with a reason.
 * @param seed decides among equal plans
 * @param now epoch milliseconds; no slot begins within an hour of it
 * @param around what is fixed before; missing: nothing
 */
export function decidePlan(gathered: Gathered, seed: number, now: number, around?: Around): Plan {
  return decideAround(gathered, seed, now, around).plan;
}

/** The same, with what the best plan costs with nothing fixed. */
export function decideAround(
  { scheme, round, people }: Gathered,
  seed: number,
  now: number,
  around?: Around,
): DecidedAround {
  const week = meetingWeek(round.round, scheme.zone);
  const matchable = people.filter(isMatchable);
  const notBefore = now + bookingNotice;
  const ground = { scheme, week, now, notBefore, everybody: people, seed, load: weekLoad(week) };
  const { input, rank } = readyPeople(ground, matchable);
  const wished = wishedPairs(matchable, round.number, seed);
  const free = matchAround(input, { ...nothingFixed, wished });
  const leftOut = new Set(around?.leftOut);
  const result =
    around === undefined
      ? free
      : matchAround(
          {
            ...input,
            people: input.people.filter(({ id }) => !leftOut.has(id)),
            excluded: [...input.excluded, ...around.forbidden],
          },
          { ...around, wished },
        );

  const known = new Map(people.map((person) => [person.id, person]));
  const unmatched: Plan['unplaced'] = people.flatMap((person) => {
    if (leftOut.has(person.id)) return [{ id: person.id, reason: 'left-out' }];
    return isMatchable(person) ? [] : [{ id: person.id, ...whyUnmatchable(person) }];
  });
  const among = people.filter(({ id }) => !leftOut.has(id)).length;
  const unmatchable = people.length - matchable.length;
  const withUnplaced = (cost: Cost, more: number): Cost => ({ ...cost, unplaced: cost.unplaced + more });
  const cost = withUnplaced(result.cost, unmatched.length);
  const bound = withUnplaced(free.bound, unmatchable);
  const plan = {
    scheme: scheme.id,
    round: round.round,
    number: round.number,
    seed,
    pairings: rank(result.pairings).map((pairing, i) => ({ id: pairingId(i), ...pairing })),
    unplaced: [
      ...unmatched,
      ...result.unplaced.map(({ id, reason }) => ({ id, ...whyUnmatched(known.get(id), reason, among) })),
    ],
    cost,
    bound,
    optimal: around === undefined ? result.optimal : compareCosts(cost, bound) === 0,
  };
  return {
    plan,
    shared: result.pairings.map(({ shared }) => shared),
    best: withUnplaced(free.cost, unmatchable),
    isProved: free.optimal,
    repeatsForced: free.repeatsForced,
  };
}

/** Ids of equal length, so that storage lists up to 99,999 pairings in the order of the plan. */
function pairingId(i: number): string {
  return `p${String(i + 1).padStart(5, '0')}`;
}

/** Why somebody was not given to the matching. */
function whyUnmatchable({ directory, freeBusy }: GatheredPerson): WhyUnplaced {
  if (freeBusy.kind === 'record-unreadable') return { reason: 'record-unreadable' };
  return { reason: directory === null ? 'not-in-directory' : 'unreachable' };
}

/**
 * Why the matching placed somebody nowhere. Of somebody whose calendar cannot be read only the usual hours are known, so
 * that is the reason why none suited; `detail` is Graph's error code.
 * @param among how many people take part
 */
function whyUnmatched(
  person: GatheredPerson | undefined,
  reason: UnmatchedReason,
  among: number,
): WhyUnplaced {
  if (among === 1) return { reason: 'alone' };
  if (person?.freeBusy.kind === 'unreadable' && reason !== 'better-used-elsewhere')
    return { reason: 'calendar-unreadable', detail: person.freeBusy.reason };
  // Nobody may learn that somebody is kept apart from somebody: not even a stored row says it.
  return { reason: reason === 'excluded' ? 'no-common-slot' : reason };
}
