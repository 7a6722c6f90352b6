import { stillKey } from '../records/keys.ts';
import { type OutboxRecord, type Said, unsentMessage } from '../records/outbox.ts';
import type { PersonId } from '../records/person.ts';
import type { Round } from '../records/round.ts';

/**
 * A message to somebody that is about no pairing.
 * @param round in whose partition it is stored
 * @param now epoch milliseconds
 */
export function messageWithout(
  { scheme, round }: Pick<Round, 'scheme' | 'round'>,
  { key, person, said }: { readonly key: string; readonly person: PersonId; readonly said: Said },
  now: number,
): OutboxRecord {
  return unsentMessage({ scheme, round, key, person, pairing: null, revision: 0, said }, now);
}

/**
 * The message to somebody who was silent for several rounds.
 * @param asks whether they are asked to say something; else they were stepped out
 */
export function stillMessage(
  round: Pick<Round, 'scheme' | 'round'>,
  person: PersonId,
  asks: boolean,
  now: number,
): OutboxRecord {
  return messageWithout(
    round,
    { key: stillKey(round, asks, person), person, said: { kind: 'still', asks } },
    now,
  );
}
