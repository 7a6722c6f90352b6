import { Temporal } from 'temporal-polyfill';
import type { Participant } from './records.ts';

/** Whether somebody takes no part at an instant (epoch milliseconds): not in, left, or paused and not back yet. */
export function isAway(
  participant: Pick<Participant, 'status' | 'pausedUntil'>,
  zone: string,
  at: number,
): boolean {
  if (participant.status !== 'paused') return participant.status !== 'active';
  if (participant.pausedUntil === null) return true;
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  return Temporal.PlainDate.compare(day, participant.pausedUntil) < 0;
}

export interface StandingNow {
  readonly status: 'active' | 'paused' | 'left' | 'not-in';
  /** ISO date; null unless paused. */
  readonly pausedUntil: string | null;
}

/** Where somebody stands at an instant (epoch milliseconds): a pause that is over counts as active. */
export function standingAt(participant: Participant | null, zone: string, at: number): StandingNow {
  if (participant === null) return { status: 'not-in', pausedUntil: null };
  const { status, pausedUntil } = participant;
  if (status !== 'paused') return { status, pausedUntil: null };
  return isAway(participant, zone, at) ? { status, pausedUntil } : { status: 'active', pausedUntil: null };
}
