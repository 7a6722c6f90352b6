import { otherTimesOf } from '../mending/other-times.ts';
import type { Ports } from '../ports/ports.ts';
import type { MetAnswer } from '../records/pairing.ts';
import type { PersonId } from '../records/person.ts';
import type { Feedback } from '../records/placement.ts';
import type { CurrentPairing } from '../rounds/current-pairings.ts';
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
  const kept = await keepMet(ports, person, { ...about, said });
  if (kept.kind === 'refused') return kept;
  const { current } = kept;
  const pairing = viewPairing(current, person, ports.now());
  const { scheme, round } = about;
  if (said === 'no') return { kind: 'no', pairing };
  if (said === 'not-yet') {
    const offer = await otherTimesOf(ports, current);
    return { kind: 'not-yet', pairing: { ...pairing, offer: offer.length === 0 ? null : offer } };
  }
  const placement = await ports.storage.placements.get({ scheme, round, person });
  return { kind: 'yes', pairing, feedback: placement?.value.feedback ?? null };
}

/** The same without what follows from it. A `said` of null takes back what they said. */
export async function keepMet(
  ports: Ports,
  person: PersonId,
  { said, ...about }: AboutMeeting & { readonly said: MetAnswer | null },
): Promise<{ readonly kind: 'kept'; readonly current: CurrentPairing } | MeetingRefused> {
  const found = await findMeeting(ports, person, about);
  if (found.kind === 'refused') return found;
  const now = ports.now();
  if (about.start > now) {
    return { kind: 'refused', reason: 'not-over', pairing: viewPairing(found.current, person, now) };
  }
  const stored = await changePairing(ports, found.current.pairing, (pairing) => {
    const isOther = pairing.state !== 'booked' || pairing.event.slot.start !== about.start;
    if (isOther || isSaid(pairing.followUps[person], said, about.start)) return null;
    const others = Object.entries(pairing.followUps).filter(([id]) => id !== person);
    const own = said === null ? {} : { [person]: { said, start: about.start, at: now } };
    return { pairing: { ...pairing, followUps: { ...Object.fromEntries(others), ...own } }, messages: [] };
  });
  const current = { ...found.current, pairing: stored ?? found.current.pairing };
  if (!isSaid(current.pairing.followUps[person], said, about.start)) {
    return { kind: 'refused', reason: 'changed', pairing: viewPairing(current, person, now) };
  }
  const { scheme, round } = about;
  ports.log('said whether they met', { scheme, round, pairing: about.pairing, person, said });
  return { kind: 'kept', current };
}

/** Whether that is what a member said of the meeting with this start; null: nothing. */
function isSaid(
  before: { readonly said: MetAnswer; readonly start: number } | undefined,
  said: MetAnswer | null,
  start: number,
): boolean {
  return (before?.start === start ? before.said : null) === said;
}
