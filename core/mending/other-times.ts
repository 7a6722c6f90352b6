import type { Times } from '../api/meetings.ts';
import type { Ports } from '../ports/ports.ts';
import { isAway } from '../records/participant.ts';
import type { PersonId } from '../records/person.ts';
import { type CurrentPairing, currentPairings } from '../rounds/current-pairings.ts';
import { hasBegun, mayChoose, weeksFor } from '../rounds/may-choose.ts';
import { viewPairing } from '../views/my-pairing.ts';
import { type PairingView, shownSlot, type SlotView } from '../words/pairing-view.ts';
import { lookAtPairing } from './look-at-pairing.ts';

/**
 * Up to three slots that suit everybody in the person's current pairing, from calendars read now. Changes nothing.
 * Refused: `no-pairing`; `not-taking-part` when the person is away for the rest of the week; `begun` when the meeting has
 * begun; `no-slot` when none suits all or the week is over.
 */
export async function otherTimes(ports: Ports, person: PersonId): Promise<OtherTimes> {
  const all = await currentPairings(ports, person);
  const current = all.find((one) => mayChoose(one, ports.now())) ?? all[0];
  if (current === undefined) return { kind: 'refused', reason: 'no-pairing', pairing: null };
  const isAwayAt = await whenAway(ports, current, person);
  if (isAwayAt(current.round.weekEnd - 1)) {
    return { kind: 'refused', reason: 'not-taking-part', pairing: null };
  }
  if (!mayChoose(current, ports.now())) {
    const now = ports.now();
    const reason = hasBegun(current, now) ? 'begun' : isOver(current, now) ? 'no-slot' : 'no-pairing';
    return { kind: 'refused', reason, pairing: viewPairing(current, person, ports.now()) };
  }
  const offer = (await otherTimesOf(ports, current)).filter(({ start }) => !isAwayAt(Date.parse(start)));
  const pairing = { ...viewPairing(current, person, ports.now()), offer };
  return offer.length === 0 ? { kind: 'refused', reason: 'no-slot', pairing } : { kind: 'offered', pairing };
}

/**
 * Up to three times at which a pairing may meet, from calendars read now: in its meeting week, or, when none is left there
 * and the meeting was booked and missed, in the seven days after it. Epoch milliseconds become ISO 8601.
 */
export async function otherTimesOf(ports: Ports, current: CurrentPairing): Promise<SlotView[]> {
  const now = ports.now();
  for (const week of weeksFor(current, now)) {
    const { offer } = await lookAtPairing(ports, current, week);
    if (offer.length > 0) return offer.map(shownSlot);
  }
  return [];
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

/** Whether the meeting week is over. */
function isOver({ round: { weekEnd } }: CurrentPairing, now: number): boolean {
  return weekEnd <= now;
}

/** `pairing`: with the times as its offer, or as it is. */
export type OtherTimes =
  | Extract<ChooseResult, { kind: 'offered' }>
  | {
      readonly kind: 'refused';
      readonly reason: NonNullable<Times['reason']>;
      readonly pairing: PairingView | null;
    };

export type ChooseResult =
  /** The slot is recorded; the invitation follows. */
  | { readonly kind: 'chosen'; readonly pairing: PairingView }
  /** The wish is recorded: the slot is booked once all members have pressed it. */
  | { readonly kind: 'wished'; readonly pairing: PairingView }
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
