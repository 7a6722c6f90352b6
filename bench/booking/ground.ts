import { TableClient } from '@azure/data-tables';
import { ContainerClient } from '@azure/storage-blob';
import { QueueClient } from '@azure/storage-queue';
import { queueNames } from '../../adapters/queues/work-queue.ts';
import {
  tableNames,
  tableStorage,
  type TableName,
  type TableStorage,
} from '../../adapters/tables/storage.ts';
import { defaultScheme } from '../../core/records/scheme.ts';
import type { FaultShares } from '../../local/graph/control/faults.ts';
import { startAzurite, type StorageEmulator } from '../../local/host/azurite.ts';
import { enrolAll, installEverywhere } from '../../tests/support/enrol.ts';
import { startQueueHost, type QueueHost } from '../../tests/support/queue-host.ts';
import { bundledProduct } from './bundle.ts';
import type { GraphHandlers, Recorded } from './graph-process.ts';
import { appId, laterQueue, organisersOf, staffOf, tenant } from './organisation.ts';
import type { ProductHandlers } from './product-process.ts';
import { startProcess, type Asked } from './rpc.ts';

export interface Organisation {
  readonly people: number;
  /** The number of organisers' mailboxes. */
  readonly mailboxes: number;
  readonly faults: FaultShares | null;
}

export interface Processes {
  readonly storage: StorageEmulator;
  readonly graph: Asked<GraphHandlers>;
  readonly product: Asked<ProductHandlers>;
}

/** A round before its start. */
export interface Ground {
  readonly tables: TableStorage;
  readonly host: QueueHost;
  readonly now: () => number;
  readonly moveTo: (instant: number) => Promise<void>;
  /** From the start of pairing to the last invitation. */
  book(): Promise<void>;
  /** Does all work on the queues, and all that follows from it. */
  drain(): Promise<void>;
  /** One tick, and all work that follows from it. */
  tick(): Promise<void>;
  /** The same for the tick that has waiting messages sent. */
  tickForMessages(): Promise<void>;
}

/** The requests of a round. */
export interface Sent {
  readonly organisation: Organisation;
  readonly requests: readonly Recorded[];
}

/** The measured round: paired on Thursday 10 December 2026 at 10:00 in London. */
export const roundKey = { scheme: 'unmentoring', round: '2026-12-14' } as const;
export const pairingAt = Date.parse('2026-12-10T10:00:00Z');
export const graphModule = new URL('graph-process.ts', import.meta.url);
const quarter = 15 * 60_000;

/**
 * Rounds that every process runs before the measured one, so that everything is compiled. Few people are matched by
 * another method than many.
 */
const warmUps: readonly Organisation[] = [
  { people: 1_000, mailboxes: 5, faults: null },
  { people: 100, mailboxes: 1, faults: null },
];

/**
 * Starts every neighbour in a process of its own, and ends them afterwards.
 * @param nodeOptions options of Node for the product's process
 * @param use is also given the requests of the rounds that warmed the processes up
 */
export async function withProcesses<R>(
  nodeOptions: readonly string[],
  use: (processes: Processes, before: readonly Sent[]) => Promise<R>,
): Promise<R> {
  const started: { stop(): Promise<void> }[] = [];
  const begun = <P extends { stop(): Promise<void> }>(process: P): P => {
    started.push(process);
    return process;
  };
  try {
    const processes: Processes = {
      storage: begun(await startAzurite(null)),
      graph: begun(startProcess<GraphHandlers>(graphModule)),
      product: begun(startProcess<ProductHandlers>(await bundledProduct(), nodeOptions)),
    };
    const before: Sent[] = [];
    for (const organisation of warmUps) {
      const ground = await prepare(processes, organisation, { record: true });
      await ground.book();
      await ground.drain();
      await ground.moveTo(quarterAfter(ground.now()));
      await ground.tick();
      before.push({ organisation, requests: await processes.graph.ask('recorded', undefined) });
    }
    return await use(processes, before);
  } finally {
    for (const process of started.reverse()) await process.stop();
  }
}

/**
 * Sets up an organisation in processes whose earlier data is cleared.
 * @param given whether Graph is to record its requests
 */
export async function prepare(
  { storage, graph, product }: Processes,
  { people, mailboxes, faults }: Organisation,
  { record }: { readonly record: boolean },
): Promise<Ground> {
  const later = new QueueClient(storage.connectionString, laterQueue);
  await emptyStorage(storage);
  await later.createIfNotExists();
  const origin = await graph
    .ask('start', { people, mailboxes, now: pairingAt, record })
    .then((port) => `http://127.0.0.1:${port}`);
  const tables = tableStorage(
    (name) => tableOf(storage, name),
    () => undefined,
  );
  const employees = staffOf(people);
  await tables.schemes.insert({ ...defaultScheme(Date.parse('2026-11-02T08:00:00Z')), roundsBefore: 6 });
  await installEverywhere(tables, { employees, tenant, appId, serviceUrl: `${origin}/connector` });
  await enrolAll(tables, roundKey.scheme, { employees, tenant }, 6);
  await product.ask('start', {
    storage: storage.connectionString,
    graphUrl: `${origin}/graph`,
    organisers: organisersOf(mailboxes).map(({ mail }) => mail),
    now: pairingAt,
  });
  if (faults !== null) await graph.ask('faults', faults);

  let now = pairingAt;
  const moveTo = async (instant: number) => {
    now = instant;
    await Promise.all([product.ask('clock', now), graph.ask('clock', now)]);
  };
  const host = await startQueueHost({
    later,
    work: (queue, text) => product.ask('work', { queue, text }),
    now: () => now,
    moveTo,
  });
  const queue = (name: string) => new QueueClient(storage.connectionString, name);
  const toBook = [queue(queueNames.steps), queue(queueNames.bookings)];
  const all = [...toBook, queue(queueNames.messages)];
  return {
    tables,
    host,
    now: () => now,
    moveTo,
    async book() {
      await product.ask('tick', undefined);
      await host.drain(toBook);
    },
    drain: () => host.drain(all),
    async tick() {
      await product.ask('tick', undefined);
      await host.drain(all);
    },
    async tickForMessages() {
      await product.ask('tickForMessages', undefined);
      await host.drain(all);
    },
  };
}

/** The next tick after an instant. Both in epoch milliseconds. */
export function quarterAfter(instant: number): number {
  return (Math.floor(instant / quarter) + 1) * quarter;
}

function tableOf({ connectionString }: StorageEmulator, name: TableName): TableClient {
  return TableClient.fromConnectionString(connectionString, name, { allowInsecureConnection: true });
}

/** Makes every table, queue and container as the infrastructure does. */
async function emptyStorage(storage: StorageEmulator): Promise<void> {
  for (const name of tableNames) {
    await tableOf(storage, name).deleteTable();
    await tableOf(storage, name).createTable();
  }
  for (const name of Object.values(queueNames)) {
    await new QueueClient(storage.connectionString, name).clearMessages();
  }
  const blobs = new ContainerClient(storage.connectionString, 'rounds');
  for await (const { name } of blobs.listBlobsFlat()) await blobs.deleteBlob(name);
}
