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

/**
 * Since when somebody takes no part who leaves or pauses at `now` (epoch milliseconds), ISO 8601: who was away already, since
 * then. Null when that is not known.
 */
export function withdrawalAt(
  participant: Pick<Participant, 'status' | 'pausedUntil' | 'withdrewAt'>,
  zone: string,
  now: number,
): string | null {
  return isAway(participant, zone, now) ? participant.withdrewAt : new Date(now).toISOString();
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
