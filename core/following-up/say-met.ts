import { otherTimesOf } from '../mending/other-times.ts';
import type { Ports } from '../ports/ports.ts';
import type { MetAnswer } from '../records/pairing.ts';
import type { PersonId } from '../records/person.ts';
import type { Feedback } from '../records/placement.ts';
import { changePairing } from '../rounds/change-pairing.ts';
import { viewPairing } from '../views/my-pairing.ts';
import type { PairingView } from '../words/pairing-view.ts';
import { type AboutMeeting, findMeeting, type MeetingRefused } from './find-meeting.ts';

export type MetResult =
  /** `feedback`: what they said before of how it was; null: nothing. */
  | { readonly kind: 'yes'; readonly pairing: PairingView; readonly feedback: Feedback | null }
  | { readonly kind: 'no'; readonly pairing: PairingView }
  /** The pairing's offer has times in the meeting week or the week after it; null: none suits all. */
  | { readonly kind: 'not-yet'; readonly pairing: PairingView }
  | MeetingRefused;

/**
 * Records whether a member met the others. They may say something else later, until the round is closed.
 * Refused: `not-yours`, `changed`, `closed`, and `not-over` before the meeting begins.
 */
export async function sayMet(
  ports: Ports,
  person: PersonId,
  { said, ...about }: AboutMeeting & { readonly said: MetAnswer },
): Promise<MetResult> {
  const found = await findMeeting(ports, person, about);
  if (found.kind === 'refused') return found;
  const now = ports.now();
  if (about.start > now) {
    return { kind: 'refused', reason: 'not-over', pairing: viewPairing(found.current, person, now) };
  }
  const stored = await changePairing(ports, found.current.pairing, (pairing) => {
    const isOther = pairing.state !== 'booked' || pairing.event.slot.start !== about.start;
    if (isOther || isSaid(pairing.followUps[person], said, about.start)) return null;
    const followUp = { said, start: about.start, at: now };
    return { pairing: { ...pairing, followUps: { ...pairing.followUps, [person]: followUp } }, messages: [] };
  });
  const current = { ...found.current, pairing: stored ?? found.current.pairing };
  const pairing = viewPairing(current, person, now);
  if (!isSaid(current.pairing.followUps[person], said, about.start)) {
    return { kind: 'refused', reason: 'changed', pairing };
  }
  const { scheme, round } = about;
  ports.log('said whether they met', { scheme, round, pairing: about.pairing, person, said });
  if (said === 'no') return { kind: 'no', pairing };
  if (said === 'not-yet') {
    const offer = await otherTimesOf(ports, current);
    return { kind: 'not-yet', pairing: { ...pairing, offer: offer.length === 0 ? null : offer } };
  }
  const placement = await ports.storage.placements.get({ scheme, round, person });
  return { kind: 'yes', pairing, feedback: placement?.value.feedback ?? null };
}

function isSaid(
  before: { readonly said: MetAnswer; readonly start: number } | undefined,
  said: MetAnswer,
  start: number,
): boolean {
  return before?.said === said && before.start === start;
}
