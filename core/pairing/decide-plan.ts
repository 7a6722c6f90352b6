import type { Plan } from '../records/plan.ts';
import { weekLoad } from '../slots/week-load.ts';
import { meetingWeek } from '../time/meeting-week.ts';
import type { Gathered, GatheredPerson } from './gathered.ts';
import { isMatchable, matchPeople } from './match-people.ts';

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
  const { result, pairings } = matchPeople(
    {
      scheme,
      week,
      now,
      notBefore: now + bookingNotice,
      everybody: people,
      seed,
      load: weekLoad(week),
    },
    people.filter(isMatchable),
  );

  const unmatchable = people.filter((person) => !isMatchable(person));
  const alone = people.length === 1;
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
        // Nobody may learn that somebody is kept apart from somebody: not even a stored row says it.
        reason: alone ? ('alone' as const) : reason === 'excluded' ? ('no-common-slot' as const) : reason,
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

/** Why somebody was not given to the matching. `detail` is Graph's error code for a calendar that could not be read. */
function whyUnmatchable({ directory, reachable, freeBusy }: GatheredPerson): WhyUnplaced {
  if (freeBusy.kind === 'record-unreadable') return { reason: 'record-unreadable' };
  if (directory === null) return { reason: 'not-in-directory' };
  if (!reachable) return { reason: 'unreachable' };
  return {
    reason: 'calendar-unreadable',
    ...(freeBusy.kind === 'unreadable' && { detail: freeBusy.reason }),
  };
}
