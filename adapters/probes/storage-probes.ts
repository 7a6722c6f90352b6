import { odata, type TableClient } from '@azure/data-tables';
import type { ContainerClient } from '@azure/storage-blob';
import type { QueueClient } from '@azure/storage-queue';
import * as z from 'zod';
import type { Log } from '../../core/ports/ports.ts';
import type { RowsProbe, StoreProbe } from '../../core/ports/probes.ts';
import { mailboxRecord } from '../../core/records/mailbox.ts';
import { outboxRecord } from '../../core/records/outbox.ts';
import { pairingRecord } from '../../core/records/pairing.ts';
import { participant } from '../../core/records/participant.ts';
import { personRecord } from '../../core/records/person.ts';
import { placement } from '../../core/records/placement.ts';
import { round } from '../../core/records/round.ts';
import { scheme } from '../../core/records/scheme.ts';
import type { Container } from '../blobs/written-once.ts';
import { type QueueName, queueNames } from '../queues/work-queue.ts';
import { unless } from '../tables/expected.ts';
import { tableNames, type TableName } from '../tables/storage.ts';
import { fromJson, readStored } from '../version.ts';

/** The partition and the blob of a try. No scheme can have this id, so no reader of records finds them. */
const tried = '.self-check';

/** Seconds after which the message of an interrupted try is gone. Until then nobody sees it, and no trigger takes it. */
const hidden = 59;

/** The most rows of a table that are looked at. */
const mostRows = 100_000;

const schemas: Readonly<Record<TableName, z.ZodType>> = {
  schemes: scheme,
  people: personRecord,
  participants: participant,
  rounds: round,
  pairings: z.union([pairingRecord, outboxRecord]),
  placements: placement,
  mailboxes: mailboxRecord,
};

interface Clients {
  readonly table: (name: TableName) => TableClient;
  readonly queue: (name: QueueName) => QueueClient | Promise<QueueClient>;
  readonly blobs: Container;
}

export function storageProbes({ table, queue, blobs }: Clients): readonly StoreProbe[] {
  return [
    ...tableNames.map((name): StoreProbe => ({
      kind: 'table',
      name,
      tryIt: () => tryTable(table(name)),
    })),
    ...Object.values(queueNames).map((name): StoreProbe => ({
      kind: 'queue',
      name,
      tryIt: async () => tryQueue(await queue(name)),
    })),
    { kind: 'container', name: 'rounds', tryIt: async () => tryContainer(await blobs()) },
  ];
}

/** Two tries at the same time may find the row removed by the other one. */
async function tryTable(client: TableClient): Promise<void> {
  const row = { partitionKey: tried, rowKey: tried };
  await client.upsertEntity(row, 'Replace');
  await unless(404, () => client.getEntity(tried, tried));
  await unless(404, () => client.deleteEntity(tried, tried));
}

async function tryQueue(client: QueueClient): Promise<void> {
  const { messageId, popReceipt } = await client.sendMessage(tried, {
    visibilityTimeout: hidden,
    messageTimeToLive: hidden + 1,
  });
  await client.peekMessages();
  await client.deleteMessage(messageId, popReceipt);
}

async function tryContainer(container: ContainerClient): Promise<void> {
  const blob = container.getBlockBlobClient(tried);
  await blob.upload(tried, tried.length);
  await blob.exists();
  await blob.deleteIfExists();
}

export function rowsProbes(table: Clients['table'], log: Log): readonly RowsProbe[] {
  return tableNames.map((name) => ({
    table: name,
    look: () => lookThrough(table(name), schemas[name], log),
  }));
}

async function lookThrough(client: TableClient, schema: z.ZodType, log: Log) {
  const seen = {
    rows: 0,
    oldest: null as number | null,
    newest: null as number | null,
    unreadable: 0,
    all: true,
  };
  const filter = odata`PartitionKey ne ${tried}`;
  for await (const row of client.listEntities({ queryOptions: { filter } })) {
    if (seen.rows === mostRows) return { ...seen, all: false };
    seen.rows += 1;
    const { v, record, partitionKey: partition = '', rowKey = '' } = row;
    if (typeof v === 'number') {
      seen.oldest = Math.min(seen.oldest ?? v, v);
      seen.newest = Math.max(seen.newest ?? v, v);
    }
    const read = readStored(schema, v, fromJson(record));
    if (read.kind === 'read') continue;
    seen.unreadable += 1;
    const { version, problem } = read;
    log('unreadable record', { table: client.tableName, partition, row: rowKey, version, problem });
  }
  return seen;
}
