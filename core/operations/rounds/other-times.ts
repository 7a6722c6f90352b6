import type { PersonId } from '../../people/person.ts';
import type { Ports } from '../../ports/ports.ts';
import type { ChooseResult } from '../conversation.ts';
import { currentPairings, pairingView, type CurrentPairing } from '../views/my-pairing.ts';
import { lookAtPairing } from './look-at-pairing.ts';

/** Up to three slots that would suit everybody in the person's current pairing, by a fresh look. Changes nothing. */
export async function otherTimes(ports: Ports, person: PersonId): Promise<ChooseResult> {
  const [current] = await currentPairings(ports, person);
  if (current === undefined || !mayChoose(current, ports.now())) {
    const pairing = current === undefined ? null : pairingView(current, person, ports.now());
    return { kind: 'refused', reason: 'no-pairing', pairing };
  }
  const { offer } = await lookAtPairing(ports, current);
  const pairing = { ...pairingView(current, person, ports.now()), offer };
  return offer.length === 0 ? { kind: 'refused', reason: 'no-slot', pairing } : { kind: 'offered', pairing };
}

/** Whether there is something to choose: a meeting that has not begun, or none yet. */
export function mayChoose({ pairing: { state, slot } }: CurrentPairing, now: number): boolean {
  return state === 'suggested' || (state === 'booked' && slot !== null && Date.parse(slot.start) > now);
}
