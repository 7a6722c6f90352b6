import { wake } from '../mailbox/wake.ts';
import type { Ports } from '../ports/ports.ts';
import { isSettled } from '../records/mailbox.ts';
import { type PairingRecord, slotOf } from '../records/pairing.ts';
import type { Round } from '../records/round.ts';
import { change } from '../shared/change.ts';

/**
 * Has the calendar follow a pairing that was just changed, and then its members told. Its answers are read shortly before the
 * meeting, where that is sooner than the ones known before. May be repeated.
 */
export async function bringAbout(ports: Ports, pairing: PairingRecord): Promise<void> {
  const { scheme, round, pairing: id, organiser } = pairing;
  if (isSettled(pairing))
    await ports.queue.put([{ kind: 'tell', scheme, round, pairings: [id], people: [] }]);
  else await wake(ports, organiser);
  const slot = slotOf(pairing);
  if (slot === null) return;
  await change(ports.storage.rounds, { scheme, round }, (stored): Round | null =>
    stored && isSooner(slot.start, stored.nextMeetingAt) ? { ...stored, nextMeetingAt: slot.start } : null,
  );
}

/** Whether a meeting starts before the next one known, or none is known. Epoch milliseconds. */
function isSooner(start: number, next: number | null): boolean {
  return next === null || start < next;
}
