import { Temporal } from 'temporal-polyfill';
import type { Participant } from './records.ts';

/** Whether somebody takes no part at an instant (epoch milliseconds): left, or paused and not back yet. */
export function isAway(
  participant: Pick<Participant, 'status' | 'pausedUntil'>,
  zone: string,
  at: number,
): boolean {
  if (participant.status !== 'paused') return participant.status === 'left';
  if (participant.pausedUntil === null) return true;
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  return Temporal.PlainDate.compare(day, participant.pausedUntil) < 0;
}
