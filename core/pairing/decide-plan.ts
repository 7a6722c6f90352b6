import type { UnmatchedReason } from '../matching/index.ts';
import type { Plan } from '../records/plan.ts';
import { weekLoad } from '../slots/week-load.ts';
import { meetingWeek } from '../time/meeting-week.ts';
import type { Gathered, GatheredPerson } from './gathered.ts';
import { isMatchable, matchPeople } from './match-people.ts';
import { wishedPairs } from './meet-again.ts';

type WhyUnplaced = Pick<Plan['unplaced'][number], 'reason' | 'detail'>;

/** Meetings begin this long after pairing at the earliest, in milliseconds: one hour. */
const bookingNotice = 60 * 60_000;

/**
 * Decides who meets whom in a round, and the slots of each pairing. Every gathered person is in the plan exactly once: in a
 * pairing, or unplaced with a reason.
 * @param seed decides among equal plans
 * @param now epoch milliseconds; no slot begins within an hour of it
 */
export function decidePlan({ scheme, round, people }: Gathered, seed: number, now: number): Plan {
  const week = meetingWeek(round.round, scheme.zone);
  const matchable = people.filter(isMatchable);
  const { result, pairings } = matchPeople(
    {
      scheme,
      week,
      now,
      notBefore: now + bookingNotice,
      everybody: people,
      wished: wishedPairs(matchable, round.number, seed),
      seed,
      load: weekLoad(week),
    },
    matchable,
  );

  const unmatchable = people.filter((person) => !isMatchable(person));
  const known = new Map(people.map((person) => [person.id, person]));
  return {
    scheme: scheme.id,
    round: round.round,
    number: round.number,
    seed,
    pairings: pairings.map((pairing, i) => ({ id: pairingId(i), ...pairing })),
    unplaced: [
      ...unmatchable.map((person) => ({ id: person.id, ...whyUnmatchable(person) })),
      ...result.unplaced.map(({ id, reason }) => ({
        id,
        ...whyUnmatched(known.get(id), reason, people.length),
      })),
    ],
    cost: { ...result.cost, unplaced: result.cost.unplaced + unmatchable.length },
    bound: { ...result.bound, unplaced: result.bound.unplaced + unmatchable.length },
    optimal: result.optimal,
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
