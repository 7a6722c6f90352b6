import type { PersonId } from '../people/person.ts';

interface InRound {
  readonly scheme: string;
  readonly round: string;
}

/** The key of a pairing's event: stamped on it, so that there is never a second one. */
export function eventKey({ scheme, round }: InRound, pairing: string): string {
  return `${scheme}:${round}:${pairing}`;
}

/** The key of the message that tells a person about their round. */
export function messageKey({ scheme, round }: InRound, person: PersonId, pairing: string | null): string {
  return `${scheme}:${round}:${pairing ?? 'unplaced'}:${person}`;
}
