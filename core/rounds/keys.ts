import type { PersonId } from '../people/person.ts';
import type { PairingRecord, Placement } from './records.ts';

/** The key of a pairing's event: stamped on it, so that there is never a second one beside it. */
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
