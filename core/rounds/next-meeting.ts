import { type PairingRecord, slotOf } from '../records/pairing.ts';
import { endsAfter } from '../time/slot.ts';

/**
 * The earliest start of the meetings that are booked or to be booked and had not ended at `readAt`; null when there is
 * none. Epoch milliseconds.
 * @param readAt when answers were last read
 */
export function nextMeeting(pairings: readonly PairingRecord[], readAt: number): number | null {
  const starts = pairings.flatMap((pairing) => {
    const slot = slotOf(pairing);
    return slot !== null && endsAfter(slot, readAt) ? [slot.start] : [];
  });
  return starts.length === 0 ? null : Math.min(...starts);
}

/** The earliest start after an instant of the meetings that are booked or to be booked; null when there is none. */
export function nextStart(pairings: readonly PairingRecord[], after: number): number | null {
  const later = pairings.filter((pairing) => (slotOf(pairing)?.start ?? 0) > after);
  return nextMeeting(later, after);
}

/** When the last of the meetings ends that are booked or to be booked (epoch milliseconds); null when there is none. */
export function lastMeetingEnd(pairings: readonly PairingRecord[]): number | null {
  const ends = pairings.flatMap((pairing) => slotOf(pairing)?.end ?? []);
  return ends.length === 0 ? null : Math.max(...ends);
}
