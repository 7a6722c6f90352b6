import type { PairingRecord } from './pairing.ts';
import type { Round } from './round.ts';

/** So long before or after its week an event is looked for with the others of its round: four weeks, in milliseconds. */
export const furthest = 28 * 24 * 60 * 60_000;

/**
 * Whether a pairing's event was moved by hand to a time after its round's week, at most four weeks after it, and is not
 * over: its members meet then, though the round may be closed. One that is to be booked anew may have lost its event.
 * @param now epoch milliseconds
 */
export function isBeyond(
  { state, slot, event }: PairingRecord,
  { weekEnd }: Pick<Round, 'weekEnd'>,
  now: number,
): boolean {
  if (slot === null || (state === 'booked' ? event === null : state !== 'planned')) return false;
  const [start, end, over] = [slot.start, slot.end, weekEnd].map(Date.parse) as [number, number, number];
  return start >= over && end <= over + furthest && end > now;
}

/**
 * Whether a round whose week is over may have meetings that are not: a closed one says when the next of them starts.
 * @param now epoch milliseconds
 */
export function mayHaveBeyond(
  { stage, weekEnd, nextMeetingAt }: Pick<Round, 'stage' | 'weekEnd' | 'nextMeetingAt'>,
  now: number,
): boolean {
  const over = Date.parse(weekEnd);
  if (now < over || now >= over + furthest) return false;
  return stage !== 'closed' || (nextMeetingAt !== null && Date.parse(nextMeetingAt) >= over);
}
