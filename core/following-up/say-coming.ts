import type { Ports } from '../ports/ports.ts';
import type { PairingRecord } from '../records/pairing.ts';
import type { PersonId } from '../records/person.ts';
import { changePairing } from '../rounds/change-pairing.ts';
import { viewPairing } from '../views/my-pairing.ts';
import { type AboutMeeting, findMeeting, type MeetingRefused } from './find-meeting.ts';
import type { PairingView } from '../words/pairing-view.ts';

export type ComingResult = { readonly kind: 'coming'; readonly pairing: PairingView } | MeetingRefused;

/**
 * Records that a member will be at a meeting. A repeat changes nothing.
 * Refused: `not-yours`; `changed` when the meeting has another time by now, or none; `over` once it has begun.
 */
export async function sayComing(ports: Ports, person: PersonId, about: AboutMeeting): Promise<ComingResult> {
  const found = await findMeeting(ports, person, about);
  if (found.kind === 'refused') return found;
  const { current } = found;
  const now = ports.now();
  if (about.start <= now)
    return { kind: 'refused', reason: 'over', pairing: viewPairing(current, person, now) };
  const stored = await changePairing(ports, current.pairing, (pairing) => {
    const isOther = pairing.state !== 'booked' || pairing.event.slot.start !== about.start;
    if (isOther || pairing.coming?.includes(person)) return null;
    return { pairing: { ...pairing, coming: [...(pairing.coming ?? []), person] }, messages: [] };
  });
  const pairing: PairingRecord = stored ?? current.pairing;
  return { kind: 'coming', pairing: viewPairing({ ...current, pairing }, person, now) };
}
