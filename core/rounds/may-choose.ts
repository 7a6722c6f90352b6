import { Temporal } from 'temporal-polyfill';
import { slotOf } from '../records/pairing.ts';
import { nextRoundAfter } from '../schemes/round-times.ts';
import { type MeetingWeek, meetingWeek } from '../time/meeting-week.ts';
import type { CurrentPairing } from './current-pairings.ts';
import { wasMissed } from './held.ts';

type InRound = Pick<CurrentPairing, 'scheme' | 'round' | 'pairing'>;

/**
 * Whether members may choose a slot: their meeting is booked and has not begun, or was missed, or has no time yet, and there
 * is a week in which they may meet.
 * @param now epoch milliseconds
 */
export function mayChoose(current: InRound, now: number): boolean {
  const { pairing } = current;
  if (weeksFor(current, now).length === 0) return false;
  if (pairing.state !== 'booked') return pairing.state === 'suggested';
  return !hasBegun(current, now) || wasMissed(pairing, now);
}

/**
 * The weeks in which a pairing may meet at an instant (epoch milliseconds), in order: its meeting week; for a meeting that
 * was booked and is over, or lies after that week, the seven days after it, unless the scheme's next meeting week begins in them.
 */
export function weeksFor({ scheme, round, pairing }: InRound, now: number): MeetingWeek[] {
  const week = meetingWeek(round.round, scheme.zone);
  const after = meetingWeek(dateAfter(round.round), scheme.zone);
  const slot = slotOf(pairing);
  const isLate = slot !== null && (slot.end <= now || slot.start >= week.end);
  const isTaken = nextRoundAfter(scheme, round.round).weekStart < after.end;
  return [...(now < week.end ? [week] : []), ...(isLate && !isTaken && now < after.end ? [after] : [])];
}

/** The Monday after another, as an ISO date. */
function dateAfter(monday: string): string {
  return Temporal.PlainDate.from(monday).add({ days: 7 }).toString();
}

/** Whether the booked meeting has begun, so that nobody can move it any more. `now`: epoch milliseconds. */
export function hasBegun({ pairing }: Pick<InRound, 'pairing'>, now: number): boolean {
  return pairing.state === 'booked' && pairing.event.slot.start <= now;
}
