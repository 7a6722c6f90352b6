import type { Ports } from '../ports/ports.ts';
import type { Versioned } from '../ports/storage.ts';
import { pairingMessageKey } from '../records/keys.ts';
import type { OutboxRecord } from '../records/outbox.ts';
import type { PairingRecord } from '../records/pairing.ts';
import type { MessageWork } from '../records/work.ts';
import type { ToTell } from './messages-of.ts';

/** A message that this worker is to send. */
export interface Claim extends ToTell {
  readonly record: Versioned<OutboxRecord>;
  /** Whether an earlier attempt to send it was interrupted: it may have arrived. */
  readonly interrupted: boolean;
}

export interface Claims {
  readonly mine: readonly Claim[];
  /** Messages that another worker claimed less than a lease ago. */
  readonly busy: readonly ToTell[];
}

/** Whether a message needs no sending any more. */
export function isDone({ state }: OutboxRecord): boolean {
  return state === 'sent' || state === 'unreachable';
}

/** The keys of messages about the latest revisions of some pairings that need no sending any more. */
export async function toldAbout(
  { storage }: Pick<Ports, 'storage'>,
  pairings: readonly PairingRecord[],
): Promise<ReadonlySet<string>> {
  const found = await storage.outbox.getMany(
    pairings.flatMap((pairing) =>
      pairing.members.map(({ id }) => ({
        scheme: pairing.scheme,
        round: pairing.round,
        key: pairingMessageKey(pairing, id),
      })),
    ),
  );
  return new Set(found.flatMap(({ value }) => (isDone(value) ? [value.key] : [])));
}

/** Records in one transaction that this worker is about to send these messages. Leaves out those that were sent. */
export async function claimMessages(
  ports: Ports,
  { scheme, round }: Pick<MessageWork, 'scheme' | 'round'>,
  messages: readonly ToTell[],
): Promise<Claims> {
  const { outbox } = ports.storage;
  const found = await outbox.getMany(messages.map(({ key }) => ({ scheme, round, key })));
  const stored = new Map(found.map((record) => [record.value.key, record]));
  const isFresh = ({ state, at }: OutboxRecord) => state === 'sending' && ports.now() - at < ports.lease;

  const open = messages.filter(({ key }) => {
    const record = stored.get(key);
    return record === undefined || !isDone(record.value);
  });
  const free = open.filter(({ key }) => {
    const record = stored.get(key);
    return record === undefined || !isFresh(record.value);
  });
  const wanted = free.map(({ key, reader }) => {
    const value: OutboxRecord = {
      scheme,
      round,
      key,
      person: reader.id,
      state: 'sending',
      at: ports.now(),
      activity: null,
    };
    return { value, version: stored.get(key)?.version ?? null };
  });
  const versions = await outbox.write(wanted);
  const mine = free.flatMap((message, i): Claim[] => {
    const version = versions[i] ?? null;
    const value = wanted[i]?.value;
    if (version === null || value === undefined) return [];
    return [{ ...message, record: { value, version }, interrupted: stored.has(message.key) }];
  });
  const claimed = new Set(mine.map(({ key }) => key));
  return { mine, busy: open.filter(({ key }) => !claimed.has(key)) };
}
