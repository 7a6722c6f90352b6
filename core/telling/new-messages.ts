import type { Ports } from '../ports/ports.ts';
import { pairingMessageKey, unplacedMessageKey } from '../records/keys.ts';
import { type News, type OutboxRecord, type Said, unsentMessage } from '../records/outbox.ts';
import type { PairingRecord } from '../records/pairing.ts';
import type { PersonId } from '../records/person.ts';
import type { Placement } from '../records/placement.ts';

/** What the members of a pairing are told of its latest revision. */
export interface Told {
  readonly news: News;
  /** The person who caused it; null when nobody did. */
  readonly because: PersonId | null;
  /** The members who are told; all by default. */
  readonly to?: readonly PersonId[];
  /** Members who proposed a time that was not taken. */
  readonly passedOver?: readonly PersonId[];
  /** For members who come from elsewhere: whom they were to meet before, who cannot take part. */
  readonly insteadOf?: ReadonlyMap<PersonId, PersonId>;
}

/**
 * The messages that tell members about the latest revision of their pairing.
 * @param now epoch milliseconds
 */
export function messagesToMembers(pairing: PairingRecord, told: Told, now: number): OutboxRecord[] {
  const { news, because, to = pairing.members, passedOver = [], insteadOf } = told;
  return to.map((person) =>
    messageTo(
      person,
      pairing,
      {
        kind: 'pairing',
        news,
        because,
        insteadOf: insteadOf?.get(person) ?? null,
        passedOver: passedOver.includes(person),
      },
      now,
    ),
  );
}

/**
 * A message to somebody about the latest revision of a pairing.
 * @param now epoch milliseconds
 */
export function messageTo(person: PersonId, pairing: PairingRecord, said: Said, now: number): OutboxRecord {
  const { scheme, round, pairing: id, revision } = pairing;
  const key = pairingMessageKey(pairing, person);
  return unsentMessage({ scheme, round, key, person, pairing: id, revision, said }, now);
}

/** Stores the messages that tell people why they have no pairing, where they are not stored yet. */
export async function tellUnplaced(
  { storage, now }: Pick<Ports, 'storage' | 'now'>,
  placements: readonly Placement[],
): Promise<void> {
  const messages = placements.flatMap((placement) => messagesToUnplaced(placement, now()));
  if (messages.length > 0) await storage.outbox.insertMissing(messages);
}

/** None for people who withdrew, or whose meeting was called off: they know. */
function messagesToUnplaced(placement: Placement, now: number): OutboxRecord[] {
  const { scheme, round, person, pairing, reason, repair } = placement;
  if (pairing !== null || reason === null) return [];
  if (reason === 'withdrew' || reason === 'called-off') return [];
  const key = unplacedMessageKey(placement);
  const said = { kind: 'unplaced', reason } as const;
  return [unsentMessage({ scheme, round, key, person, pairing: null, revision: repair, said }, now)];
}
