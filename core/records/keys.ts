import type { PairingRecord } from './pairing.ts';
import type { PersonId } from './person.ts';
import type { Placement } from './placement.ts';
import { bookedTogether } from './work.ts';

/**
 * The handful that a pairing belongs to. A handful is booked together: twenty pairings in the order of the plan, or of one
 * repair.
 * @param pairing a pairing's id
 * @example 'p00021' → 'p0001', 'r003-02' → 'r003-0000'
 */
export function handfulOf(pairing: string): string {
  const number = /\d+$/.exec(pairing);
  if (number === null) throw new RangeError(`"${pairing}" is no pairing: a number is expected at its end`);
  const handful = Math.floor((Number(number[0]) - 1) / bookedTogether);
  return pairing.slice(0, number.index) + String(handful).padStart(4, '0');
}

/** The key of a pairing's event. The event carries it, so that a repeat finds the event instead of making another. */
export function eventKey({
  scheme,
  round,
  pairing,
  generation,
}: Pick<PairingRecord, 'scheme' | 'round' | 'pairing' | 'generation'>): string {
  return `${scheme}:${round}:${pairing}${generation === 0 ? '' : `:${generation}`}`;
}

/** The key of the message that tells a member of a pairing about its latest revision. */
export function pairingMessageKey(
  { scheme, round, pairing, revision }: Pick<PairingRecord, 'scheme' | 'round' | 'pairing' | 'revision'>,
  person: PersonId,
): string {
  return `${scheme}:${round}:${pairing}:${person}${revision === 0 ? '' : `:${revision}`}`;
}

/** The key of the message that tells somebody why they have no meeting. */
export function unplacedMessageKey({
  scheme,
  round,
  person,
  repair,
}: Pick<Placement, 'scheme' | 'round' | 'person' | 'repair'>): string {
  return `${scheme}:${round}:unplaced:${person}${repair === 0 ? '' : `:${repair}`}`;
}
