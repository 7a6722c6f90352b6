import type { PairingRecord } from './records.ts';

/**
 * When the next of these meetings starts (ISO 8601): the first one under way, booked or to be booked at `now` (epoch
 * milliseconds). Null when there is none.
 */
export function nextMeeting(pairings: readonly PairingRecord[], now: number): string | null {
  const starts = pairings.flatMap(({ state, slot, slots }) => {
    const next = state === 'planned' ? (slot ?? slots[0]) : state === 'booked' ? slot : null;
    return next && Date.parse(next.end) > now ? [next.start] : [];
  });
  return starts.sort((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null;
}
