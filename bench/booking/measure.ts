import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import { TableClient } from '@azure/data-tables';
import { QueueClient } from '@azure/storage-queue';
import { startAzurite } from '../../local/host/azurite.ts';
import type { FaultShares } from '../../local/graph/protocol/faults.ts';
import { tableStorage } from '../../adapters/tables/storage.ts';
import type { Storage } from '../../core/ports/storage.ts';
import { defaultScheme } from '../../core/schemes/scheme.ts';
import { enrolAll, installEverywhere } from '../../tests/support/enrol.ts';
import { queueNames } from '../../adapters/queues/work-queue.ts';
import { startQueueHost } from '../../tests/support/queue-host.ts';
import { bareLoop } from './bare-loop.ts';
import { bundledProduct } from './bundle.ts';
import type { Counts, GraphHandlers, GraphReport, Recorded } from './graph-process.ts';
import { appId, laterQueue, organisersOf, staffOf, tenant } from './organisation.ts';
import type { ProductHandlers } from './product-process.ts';
import { startProcess } from './rpc.ts';

export interface Given {
  readonly people: number;
  /** How many organisers' mailboxes there are. */
  readonly mailboxes: number;
  readonly faults: FaultShares | null;
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
  /** Storage requests by kind, up to the last invitation, and from there until everybody is told and the round waits. */
  readonly storageToBook: Counts;
  readonly storageToTell: Counts;
  /** The most that the product's process held over the whole round. */
  readonly peakMemoryMb: number;
  /** From the start of pairing to the last invitation. */
  readonly seconds: number;
  /** What Azurite's process computed meanwhile; null where the system does not say. */
  readonly azuriteSeconds: number | null;
  readonly bareSeconds: number | null;
  /** Minutes that the simulated clock moved on because organisers' mailboxes had sent enough for now. */
  readonly waitedMinutes: number;
  /** Seconds that Graph asked the product to wait; not waited here. */
  readonly retryAfterSeconds: number;
  /** Messages of the queues that failed and came back. */
  readonly failures: number;
}

const pairingAt = Date.parse('2026-12-10T10:00:00Z');
const quarter = 15 * 60_000;
const graphModule = new URL('graph-process.ts', import.meta.url);

/** Runs one round, every neighbour in a process of its own, and sees that it is whole. */
export async function measureRound(given: Given): Promise<Measured> {
  const { people, mailboxes, faults } = given;
  const started: (() => Promise<void>)[] = [];
  try {
    const storage = await startAzurite(null);
    started.push(() => storage.stop());
    const later = new QueueClient(storage.connectionString, laterQueue);
    await later.create();
    const graph = startProcess<GraphHandlers>(graphModule);
    started.push(() => graph.stop());
    const origin = await graph
      .ask('start', { people, mailboxes, now: pairingAt, record: faults === null })
      .then((port) => `http://127.0.0.1:${port}`);
    const tables = tableStorage((name) =>
      TableClient.fromConnectionString(storage.connectionString, name, { allowInsecureConnection: true }),
    );
    const employees = staffOf(people);
    await tables.schemes.insert({ ...defaultScheme('2026-11-02T08:00:00.000Z'), roundsBefore: 6 });
    await installEverywhere(tables, { employees, tenant, appId, serviceUrl: `${origin}/connector` });
    await enrolAll(tables, 'unmentoring', { employees, tenant }, 6);
    const product = startProcess<ProductHandlers>(await bundledProduct(), given.nodeOptions);
    started.push(() => product.stop());
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

    // 1. Pair and book.
    const azuriteBefore = await processorSeconds(storage.pid);
    const start = performance.now();
    await product.ask('tick', undefined);
    await host.drain(toBook);
    const seconds = (performance.now() - start) / 1000;
    const azuriteAfter = await processorSeconds(storage.pid);
    const waitedMinutes = (now - pairingAt) / 60_000;
    const booked = await graph.ask('report', undefined);
    const afterBooking = added((await product.ask('report', undefined)).storage, host.counts);

    // 2. Tell everybody; the next ticks see that nothing is missing.
    await host.drain(toTell);
    await moveTo(Math.ceil((now + 1) / quarter) * quarter);
    await product.ask('tick', undefined);
    await host.drain(toTell);
    const end = await product.ask('report', undefined);
    const pairings = await wholeRound(tables, booked, people);

    const requests = faults === null ? await graph.ask('recorded', undefined) : [];
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
      bareSeconds: faults === null ? await bare(given, requests) : null,
      waitedMinutes,
      retryAfterSeconds: end.waitedSeconds,
      failures: host.failures.length,
    };
  } finally {
    for (const stop of started.reverse()) await stop();
  }
}

/** Everybody is in one event or none, every pairing has one, everybody was told once, and the round waits for its meetings. */
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

/** The same requests against a Graph that has seen none of them. */
async function bare({ people, mailboxes }: Given, requests: readonly Recorded[]): Promise<number> {
  const graph = startProcess<GraphHandlers>(graphModule);
  try {
    const port = await graph.ask('start', { people, mailboxes, now: pairingAt, record: true });
    return (await bareLoop(`http://127.0.0.1:${port}`, requests, (now) => graph.ask('clock', now))) / 1000;
  } finally {
    await graph.stop();
  }
}

/** Processor time of a process so far, as Linux counts it: in hundredths of a second. */
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
