import type { Ports } from '../ports/ports.ts';
import { isAway } from '../records/participant.ts';
import type { PersonId } from '../records/person.ts';
import { type CurrentPairing, currentPairings } from '../rounds/current-pairings.ts';
import { viewPairing } from '../views/my-pairing.ts';
import { type PairingView, shownSlot } from '../words/pairing-view.ts';
import { lookAtPairing } from './look-at-pairing.ts';

/**
 * Up to three slots that suit everybody in the person's current pairing, from calendars read now. Changes nothing.
 * Refused: `no-pairing`; `not-taking-part` when the person is away for the rest of the week; `begun` when the meeting has
 * begun; `no-slot` when none suits all or the week is over.
 */
export async function otherTimes(ports: Ports, person: PersonId): Promise<ChooseResult> {
  const all = await currentPairings(ports, person);
  const current = all.find((one) => mayChoose(one, ports.now())) ?? all[0];
  if (current === undefined) return { kind: 'refused', reason: 'no-pairing', pairing: null };
  const isAwayAt = await whenAway(ports, current, person);
  if (isAwayAt(current.round.weekEnd - 1)) {
    return { kind: 'refused', reason: 'not-taking-part', pairing: null };
  }
  if (!mayChoose(current, ports.now())) {
    const reason = hasBegun(current, ports.now())
      ? 'begun'
      : isOver(current, ports.now())
        ? 'no-slot'
        : 'no-pairing';
    return { kind: 'refused', reason, pairing: viewPairing(current, person, ports.now()) };
  }
  const looked = await lookAtPairing(ports, current);
  const offer = looked.offer.filter(({ start }) => !isAwayAt(start));
  const pairing = { ...viewPairing(current, person, ports.now()), offer: offer.map(shownSlot) };
  return offer.length === 0 ? { kind: 'refused', reason: 'no-slot', pairing } : { kind: 'offered', pairing };
}

/** Tells whether somebody has left the scheme of a pairing, or is paused, at an instant (epoch milliseconds). */
export async function whenAway(
  ports: Ports,
  { scheme }: CurrentPairing,
  person: PersonId,
): Promise<(at: number) => boolean> {
  const enrolment = await ports.storage.participants.get({ scheme: scheme.id, person });
  return (at) => enrolment === null || isAway(enrolment.value, scheme.zone, at);
}

/**
 * Whether members may choose a slot: the meeting week is not over, and their meeting is booked and has not begun, or has
 * no time yet.
 * @param now epoch milliseconds
 */
export function mayChoose(current: CurrentPairing, now: number): boolean {
  const { state } = current.pairing;
  if (isOver(current, now)) return false;
  return state === 'suggested' || (state === 'booked' && !hasBegun(current, now));
}

/** Whether the meeting week is over. A meeting that was moved to a later time stays there. */
function isOver({ round: { weekEnd } }: CurrentPairing, now: number): boolean {
  return weekEnd <= now;
}

/** Whether the booked meeting has begun, so that nobody can move it any more. `now`: epoch milliseconds. */
export function hasBegun({ pairing }: CurrentPairing, now: number): boolean {
  return pairing.state === 'booked' && pairing.event.slot.start <= now;
}

export type ChooseResult =
  /** The slot is recorded; the invitation follows. */
  | { readonly kind: 'chosen'; readonly pairing: PairingView }
  /** Slots that suit all members at this moment. */
  | { readonly kind: 'offered'; readonly pairing: PairingView }
  /**
   * `changed`: the pairing has changed since the card was sent. `taken`: the slot does not suit all any more. `begun`: the
   * meeting has begun or is over. `not-taking-part`: the person has left, or is paused then.
   */
  | {
      readonly kind: 'refused';
      readonly reason: 'no-pairing' | 'not-taking-part' | 'changed' | 'taken' | 'no-slot' | 'begun';
      readonly pairing: PairingView | null;
    };
