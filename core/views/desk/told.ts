import type { PersonRow } from '../../api/desk.ts';
import type { Storage } from '../../ports/storage.ts';
import { pairingMessageKey, readerOf, unplacedMessageKey } from '../../records/keys.ts';
import type { OutboxRecord } from '../../records/outbox.ts';
import type { PersonId } from '../../records/person.ts';
import type { Placement } from '../../records/placement.ts';
import type { PersonInRound } from './person-in-round.ts';

type Told = PersonRow['told'];
type Outbox = Pick<Storage, 'outbox'>;
type MessageKey = Parameters<Storage['outbox']['get']>[0];

/**
 * Whether the latest message about what the round has for somebody reached them. Only the messages of these people are read.
 * People for whom the round has nothing, and those who withdrew, count as told.
 */
export async function readTold(
  { outbox }: Outbox,
  people: readonly Pick<PersonInRound, 'placement' | 'named'>[],
): Promise<ReadonlyMap<PersonId, Told>> {
  const placed = people.flatMap(({ placement, named }) =>
    placement === null ? [] : [{ placement, revisions: named?.revision ?? 0 }],
  );
  const unreadable = new Set<PersonId>();
  const found = await outbox.getMany(
    placed.flatMap((one) => keysOf(one.placement, one.revisions)),
    (key) => unreadable.add(readerOf(key)),
  );
  const byReader = Map.groupBy(
    found.map(({ value }) => value),
    ({ person }) => person,
  );
  return new Map(
    placed.map(({ placement }) => {
      const { person } = placement;
      if (unreadable.has(person)) return [person, 'failed'];
      return [person, toldOf(placement, latestOf(byReader.get(person) ?? []))];
    }),
  );
}

/**
 * The same for everybody in a round. A pairing is stored together with its messages, so that of most of its members nothing is
 * read: nothing is still to be sent to them, and everything reached them.
 */
export async function readAllTold(
  storage: Outbox,
  round: { readonly scheme: string; readonly round: string },
  everybody: readonly PersonInRound[],
): Promise<ReadonlyMap<PersonId, Told>> {
  const notSent = new Set<PersonId>();
  const found = storage.outbox.notSent(round, (key) => notSent.add(readerOf(key)));
  for await (const { value } of found) if (isNews(value)) notSent.add(value.person);
  const isTold = ({ placement }: PersonInRound) =>
    placement === null ||
    (placement.pairing !== null && !notSent.has(placement.person) && !isBeyondReach(placement));
  const told = await readTold(
    storage,
    everybody.filter((one) => !isTold(one)),
  );
  return new Map(everybody.map(({ person }) => [person, told.get(person) ?? 'sent']));
}

/** Whether somebody left the directory or blocked the app after the round was planned. */
function isBeyondReach({ reason, repair }: Placement): boolean {
  return repair > 0 && (reason === 'unreachable' || reason === 'not-in-directory');
}

/** The keys of all messages that somebody may have got about what the round has for them. */
function keysOf(placement: Placement, revisions: number): MessageKey[] {
  const { scheme, round, person, pairing } = placement;
  const key = { scheme, round, person };
  if (pairing === null || isBeyondReach(placement))
    return [{ ...key, pairing: null, key: unplacedMessageKey(placement) }];
  return Array.from({ length: revisions + 1 }, (_, revision) => ({
    ...key,
    pairing,
    key: pairingMessageKey({ ...key, pairing, revision }, person),
  }));
}

/** Whether a message says what the round has for its reader; others ask something, or are for coordinators. */
function isNews({ said: { kind } }: OutboxRecord): boolean {
  return kind === 'pairing' || kind === 'called-off' || kind === 'unplaced';
}

function latestOf(messages: readonly OutboxRecord[]): OutboxRecord | undefined {
  return messages
    .filter((message) => message.state !== 'overtaken')
    .reduce<OutboxRecord | undefined>(
      (latest, message) => (latest && latest.revision > message.revision ? latest : message),
      undefined,
    );
}

/** People who withdrew count as told: the bot answered them. Those beyond reach are told only once a coordinator asks for it. */
function toldOf(placement: Placement, message: OutboxRecord | undefined): Told {
  switch (message?.state) {
    case 'sent':
    case 'unreachable':
      return message.state;
    case 'doubtful':
      return 'failed';
    default:
      if (message === undefined && isBeyondReach(placement)) return 'unreachable';
      return placement.reason === 'withdrew' ? 'sent' : 'pending';
  }
}
