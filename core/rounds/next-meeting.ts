import type { PairingRecord } from './records.ts';

/**
 * When the first of these meetings starts (ISO 8601) that is booked or to be booked, and was not over when its answers were
 * last read: it may be over since. Null when there is none.
 * @param readAt epoch milliseconds
 */
export function nextMeeting(pairings: readonly PairingRecord[], readAt: number): string | null {
  const starts = pairings.flatMap(({ state, slot, slots }) => {
    const next = state === 'planned' ? (slot ?? slots[0]) : state === 'booked' ? slot : null;
    return next && Date.parse(next.end) > readAt ? [next.start] : [];
  });
  return starts.sort((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null;
}
