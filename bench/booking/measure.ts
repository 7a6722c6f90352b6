import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import type { Storage } from '../../core/ports/storage.ts';
import { bareLoop } from './bare-loop.ts';
import type { GraphHandlers, GraphReport } from './graph-process.ts';
import {
  graphModule,
  type Ground,
  type Organisation,
  pairingAt,
  prepare,
  type Processes,
  quarterAfter,
  roundKey,
  type Sent,
  withProcesses,
} from './ground.ts';
import type { ProductReport } from './product-process.ts';
import { added, type Counts, without } from './request-counts.ts';
import { startProcess } from './rpc.ts';

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

/** Runs one round, with every neighbour in a process of its own, and checks that it is complete. */
export function measureRound(given: Given): Promise<Measured> {
  return withProcesses(given.nodeOptions, async (processes, before) => {
    const ground = await prepare(processes, given, { record: given.faults === null });
    return measureOn(processes, ground, given, before);
  });
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
  const storageSoFar = ({ storage }: ProductReport) => added(...Object.values(storage), host.counts);
  const afterBooking = storageSoFar(await product.ask('report', undefined));

  // 2. Tell.
  await ground.drain();
  await ground.moveTo(quarterAfter(ground.now()));
  await ground.tick();
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
    storageToTell: without(storageSoFar(end), afterBooking),
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
  const invited = events.flatMap(({ attendees }) => attendees);
  assert.equal(new Set(invited).size, invited.length, 'nobody is in two events');
  let pairings = 0;
  for await (const { value } of tables.pairings.list(roundKey)) {
    assert.equal(value.state, 'booked');
    pairings += 1;
  }
  assert.equal(events.length, pairings, 'one event a pairing');
  const told = new Set<string>();
  for await (const { value } of tables.outbox.list(roundKey)) {
    assert.equal(value.state, 'sent');
    assert.ok(!told.has(value.person), 'nobody is told twice');
    told.add(value.person);
  }
  assert.equal(told.size, people, 'everybody is told');
  assert.equal((await tables.rounds.get(roundKey))?.value.stage, 'meeting');
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
      // Pictures belong to telling.
      const toBook = requests.filter(({ body }) => !body.includes('/photos/'));
      seconds = (await bareLoop(`http://127.0.0.1:${port}`, toBook, move)) / 1000;
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
