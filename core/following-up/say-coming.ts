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
  const kept = await keepComing(ports, person, { ...about, coming: true });
  return kept.kind === 'refused' ? kept : { ...kept, kind: 'coming' };
}

/** The same, where `coming` is false: takes it back. */
export async function keepComing(
  ports: Ports,
  person: PersonId,
  { coming, ...about }: AboutMeeting & { readonly coming: boolean },
): Promise<{ readonly kind: 'kept'; readonly pairing: PairingView } | MeetingRefused> {
  const found = await findMeeting(ports, person, about);
  if (found.kind === 'refused') return found;
  const { current } = found;
  const now = ports.now();
  if (about.start <= now)
    return { kind: 'refused', reason: 'over', pairing: viewPairing(current, person, now) };
  const stored = await changePairing(ports, current.pairing, (pairing) => {
    if (pairing.state !== 'booked' || pairing.event.slot.start !== about.start) return null;
    const { coming: before = [], ...rest } = pairing;
    if (before.includes(person) === coming) return null;
    const after = coming ? [...before, person] : before.filter((one) => one !== person);
    return { pairing: after.length === 0 ? rest : { ...rest, coming: after }, messages: [] };
  });
  const pairing: PairingRecord = stored ?? current.pairing;
  return { kind: 'kept', pairing: viewPairing({ ...current, pairing }, person, now) };
}
