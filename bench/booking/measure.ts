import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import { TableClient } from '@azure/data-tables';
import { ContainerClient } from '@azure/storage-blob';
import { QueueClient } from '@azure/storage-queue';
import { startAzurite, type StorageEmulator } from '../../local/host/azurite.ts';
import type { FaultShares } from '../../local/graph/control/faults.ts';
import {
  tableNames,
  tableStorage,
  type TableName,
  type TableStorage,
} from '../../adapters/tables/storage.ts';
import type { Storage } from '../../core/ports/storage.ts';
import { defaultScheme } from '../../core/records/scheme.ts';
import { enrolAll, installEverywhere } from '../../tests/support/enrol.ts';
import { queueNames } from '../../adapters/queues/work-queue.ts';
import { startQueueHost, type QueueHost } from '../../tests/support/queue-host.ts';
import { bareLoop } from './bare-loop.ts';
import { bundledProduct } from './bundle.ts';
import type { Counts, GraphHandlers, GraphReport, Recorded } from './graph-process.ts';
import { appId, laterQueue, organisersOf, staffOf, tenant } from './organisation.ts';
import type { ProductHandlers } from './product-process.ts';
import { startProcess, type Asked } from './rpc.ts';

interface Organisation {
  readonly people: number;
  /** The number of organisers' mailboxes. */
  readonly mailboxes: number;
  readonly faults: FaultShares | null;
}

export interface Given extends Organisation {
  /** Options of Node for the product's process. */
  readonly nodeOptions: readonly string[];
}

export interface Measured extends Given {
  readonly pairings: number;
  /** Round trips and requests by kind, up to the last invitation. */
  readonly roundTrips: Counts;
  readonly requests: Counts;
  readonly throttled: number;
  readonly failed: number;
  /** Storage requests by kind, up to the last invitation, and from then until everybody is told and the round waits. */
  readonly storageToBook: Counts;
  readonly storageToTell: Counts;
  /** The largest memory of the product's process over the whole round, in megabytes. */
  readonly peakMemoryMb: number;
  /** From the start of pairing to the last invitation. */
  readonly seconds: number;
  /** Processor seconds of Azurite's process meanwhile; null where the system does not say. */
  readonly azuriteSeconds: number | null;
  readonly bareSeconds: number | null;
  /** Minutes that the simulated clock moved on because organisers' mailboxes had sent enough for now. */
  readonly waitedMinutes: number;
  /** Seconds that Graph asked the product to wait; not waited here. */
  readonly retryAfterSeconds: number;
  /** Queue messages that failed and came back. */
  readonly failures: number;
}

const pairingAt = Date.parse('2026-12-10T10:00:00Z');
const quarter = 15 * 60_000;
const graphModule = new URL('graph-process.ts', import.meta.url);

/**
 * Rounds that every process runs before the measured one, so that everything is compiled. Few people are matched by
 * another method than many.
 */
const warmUps: readonly Organisation[] = [
  { people: 1_000, mailboxes: 5, faults: null },
  { people: 100, mailboxes: 1, faults: null },
];

/** Runs one round, with every neighbour in a process of its own, and checks that it is complete. */
export async function measureRound(given: Given): Promise<Measured> {
  const started: { stop(): Promise<void> }[] = [];
  const begun = <P extends { stop(): Promise<void> }>(process: P): P => {
    started.push(process);
    return process;
  };
  try {
    const processes: Processes = {
      storage: begun(await startAzurite(null)),
      graph: begun(startProcess<GraphHandlers>(graphModule)),
      product: begun(startProcess<ProductHandlers>(await bundledProduct(), given.nodeOptions)),
    };
    const before: Sent[] = [];
    for (const organisation of warmUps) {
      const ground = await prepare(processes, organisation);
      await ground.book();
      await ground.tell();
      before.push({ organisation, requests: await processes.graph.ask('recorded', undefined) });
    }
    return await measureOn(processes, await prepare(processes, given), given, before);
  } finally {
    for (const process of started.reverse()) await process.stop();
  }
}

interface Processes {
  readonly storage: StorageEmulator;
  readonly graph: Asked<GraphHandlers>;
  readonly product: Asked<ProductHandlers>;
}

/** A round before its start. */
interface Ground {
  readonly tables: TableStorage;
  readonly host: QueueHost;
  readonly now: () => number;
  /** From the start of pairing to the last invitation. */
  book(): Promise<void>;
  /** Tells everybody. The next tick then finds nothing missing. */
  tell(): Promise<void>;
}

/** Sets up an organisation in processes whose earlier data is cleared. */
async function prepare(
  { storage, graph, product }: Processes,
  { people, mailboxes, faults }: Organisation,
): Promise<Ground> {
  const later = new QueueClient(storage.connectionString, laterQueue);
  await emptyStorage(storage);
  await later.createIfNotExists();
  const origin = await graph
    .ask('start', { people, mailboxes, now: pairingAt, record: faults === null })
    .then((port) => `http://127.0.0.1:${port}`);
  const tables = tableStorage(
    (name) => tableOf(storage, name),
    () => undefined,
  );
  const employees = staffOf(people);
  await tables.schemes.insert({ ...defaultScheme(Date.parse('2026-11-02T08:00:00Z')), roundsBefore: 6 });
  await installEverywhere(tables, { employees, tenant, appId, serviceUrl: `${origin}/connector` });
  await enrolAll(tables, 'unmentoring', { employees, tenant }, 6);
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
  const toTell = [...toBook, queue(queueNames.messages)];
  return {
    tables,
    host,
    now: () => now,
    async book() {
      await product.ask('tick', undefined);
      await host.drain(toBook);
    },
    async tell() {
      await host.drain(toTell);
      await moveTo(Math.ceil((now + 1) / quarter) * quarter);
      await product.ask('tick', undefined);
      await host.drain(toTell);
    },
  };
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

/** The requests of a round. */
interface Sent {
  readonly organisation: Organisation;
  readonly requests: readonly Recorded[];
}

/** @param before the requests of the rounds before */
async function measureOn(
  { storage, graph, product }: Processes,
  ground: Ground,
  given: Given,
  before: readonly Sent[],
): Promise<Measured> {
  const { host } = ground;
  // 1. Pair and book.
  const azuriteBefore = await processorSeconds(storage.pid);
  const start = performance.now();
  await ground.book();
  const seconds = (performance.now() - start) / 1000;
  const azuriteAfter = await processorSeconds(storage.pid);
  const waitedMinutes = (ground.now() - pairingAt) / 60_000;
  const booked = await graph.ask('report', undefined);
  const afterBooking = added((await product.ask('report', undefined)).storage, host.counts);

  // 2. Tell.
  await ground.tell();
  const end = await product.ask('report', undefined);
  const pairings = await wholeRound(ground.tables, booked, given.people);

  const requests = given.faults === null ? await graph.ask('recorded', undefined) : [];
  return {
    ...given,
    pairings,
    roundTrips: booked.roundTrips,
    requests: booked.requests,
    throttled: booked.throttled,
    failed: booked.failed,
    storageToBook: afterBooking,
    storageToTell: without(added(end.storage, host.counts), afterBooking),
    peakMemoryMb: end.peakMemoryMb,
    seconds,
    azuriteSeconds: azuriteBefore === null || azuriteAfter === null ? null : azuriteAfter - azuriteBefore,
    bareSeconds: given.faults === null ? await bareSeconds({ organisation: given, requests }, before) : null,
    waitedMinutes,
    retryAfterSeconds: end.waitedSeconds,
    failures: host.failures.length,
  };
}

/**
 * Checks that everybody is in at most one event, every pairing has one, everybody was told once, and the round waits
 * for its meetings.
 */
async function wholeRound(
  tables: Pick<Storage, 'pairings' | 'outbox' | 'rounds'>,
  { events }: GraphReport,
  people: number,
): Promise<number> {
  const key = { scheme: 'unmentoring', round: '2026-12-14' };
  const invited = events.flat();
  assert.equal(new Set(invited).size, invited.length, 'nobody is in two events');
  let pairings = 0;
  for await (const { value } of tables.pairings.list(key)) {
    assert.equal(value.state, 'booked');
    pairings += 1;
  }
  assert.equal(events.length, pairings, 'one event a pairing');
  const told = new Set<string>();
  for await (const { value } of tables.outbox.list(key)) {
    assert.equal(value.state, 'sent');
    assert.ok(!told.has(value.person), 'nobody is told twice');
    told.add(value.person);
  }
  assert.equal(told.size, people, 'everybody is told');
  assert.equal((await tables.rounds.get(key))?.value.stage, 'meeting');
  return pairings;
}

/** Seconds for the same requests on a fresh Graph, after those of the rounds before. */
async function bareSeconds(round: Sent, before: readonly Sent[]): Promise<number> {
  const graph = startProcess<GraphHandlers>(graphModule);
  let seconds = 0;
  try {
    for (const { organisation, requests } of [...before, round]) {
      const { people, mailboxes } = organisation;
      const port = await graph.ask('start', { people, mailboxes, now: pairingAt, record: true });
      const move = (now: number) => graph.ask('clock', now);
      seconds = (await bareLoop(`http://127.0.0.1:${port}`, requests, move)) / 1000;
    }
    return seconds;
  } finally {
    await graph.stop();
  }
}

/** Processor time of a process so far in seconds, from Linux's count in hundredths of a second. */
async function processorSeconds(pid: number): Promise<number | null> {
  if (process.platform !== 'linux') return null;
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).replace(/^.*\) /, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function added(a: Counts, b: Counts): Counts {
  return Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map((kind) => [
      kind,
      (a[kind] ?? 0) + (b[kind] ?? 0),
    ]),
  );
}

function without(all: Counts, some: Counts): Counts {
  return Object.fromEntries(
    Object.entries(all)
      .map(([kind, count]) => [kind, count - (some[kind] ?? 0)] as const)
      .filter(([, count]) => count > 0),
  );
}
