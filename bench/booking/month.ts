import { strict as assert } from 'node:assert';
import type { TableStorage } from '../../adapters/tables/storage.ts';
import { isOpen } from '../../core/records/outbox.ts';
import { type PairingRecord, slotOf } from '../../core/records/pairing.ts';
import { personId } from '../../core/records/person.ts';
import { actsOf, type World } from './acts.ts';
import type { BookedMeeting } from './graph-process.ts';
import {
  type Ground,
  type Organisation,
  prepare,
  type Processes,
  quarterAfter,
  roundKey,
  withProcesses,
} from './ground.ts';
import { staffOf, tenant } from './organisation.ts';
import type { ProductReport } from './product-process.ts';
import { added, type Counts, type CountsByWork, total, without } from './request-counts.ts';

export interface GivenMonth extends Omit<Organisation, 'faults'> {
  /** Options of Node for the product's process. */
  readonly nodeOptions: readonly string[];
}

/** The parts of a month in which Graph is asked. */
export const stages = ['booking', 'answer reads', 'looking up', 'sending', 'telling', 'closing'] as const;
type Stage = (typeof stages)[number];

export interface MeasuredMonth extends GivenMonth {
  /** Pairings that were booked first. */
  readonly pairings: number;
  /** What people did: `accept`, `decline` and `leave`. */
  readonly acts: Counts;
  readonly graph: Readonly<Record<Stage, Counts>>;
  /** Messages sent. */
  readonly messages: number;
  /** Storage requests by work and kind: those for messages, and all others. Without those of a month with nobody in it. */
  readonly storageForMessages: CountsByWork;
  readonly storage: CountsByWork;
  /** Storage requests of a month with nobody in it. */
  readonly storageOfNobody: CountsByWork;
  /** Processor seconds of the product's process; those of a month with nobody are part of it. */
  readonly ownSeconds: number;
  readonly ownSecondsOfNobody: number;
  /** Seconds in which the product worked or waited for its neighbours' answers. */
  readonly wallSeconds: number;
  /** Seconds that 30 invitations a minute and mailbox, and 50 messages a second, would take alone. */
  readonly limitSeconds: { readonly invitations: number; readonly messages: number };
  /** The largest memory of the product's process, in megabytes. */
  readonly peakMemoryMb: number;
  /** Queue messages that failed and came back. */
  readonly failures: number;
}

/** How long before a quarter of an hour the tick for messages comes: milliseconds. */
const forMessages = 5 * 60_000;

/** The end of the month: the round is closed by then, three working days after its week, although nobody says whether they met. */
const monthEnd = Date.parse('2026-12-24T12:00:00Z');

/**
 * Runs a round from pairing to closing, with a tick every quarter of an hour and one for messages in between, while people
 * answer, decline and leave, and nobody says whether they met. Checks that it ends as it should. Runs a month with nobody in it before, for what the ticks cost.
 */
export function measureMonth(given: GivenMonth): Promise<MeasuredMonth> {
  return withProcesses(given.nodeOptions, async (processes) => {
    const nobody = await runMonth(processes, { ...given, people: 0 });
    const { booked, end, pairings, ...month } = await runMonth(processes, given);
    const sends = total(sendsOf(end));
    const messages = total(added(...Object.values(end.connector)));
    const isForMessages = (work: string, kind: string) =>
      work === 'tell' || kind.startsWith('queue messages');
    const ofAll = parted(month.storage, isForMessages);
    const ofNobody = parted(nobody.storage, isForMessages);
    return {
      ...given,
      pairings,
      acts: month.acts,
      graph: byStage(booked, end),
      messages,
      storageForMessages: ofAll.chosen,
      storage: withoutByWork(ofAll.others, ofNobody.others),
      storageOfNobody: ofNobody.others,
      ownSeconds: month.ownSeconds,
      ownSecondsOfNobody: nobody.ownSeconds,
      wallSeconds: month.wallSeconds,
      limitSeconds: { invitations: (60 * sends) / 30 / given.mailboxes, messages: messages / 50 },
      peakMemoryMb: end.peakMemoryMb,
      failures: month.failures,
    };
  });
}

interface Month {
  readonly pairings: number;
  readonly acts: Counts;
  /** When the last invitation was sent, and at the end. */
  readonly booked: ProductReport;
  readonly end: ProductReport;
  /** The product's requests and those of its host. */
  readonly storage: CountsByWork;
  readonly ownSeconds: number;
  readonly wallSeconds: number;
  readonly failures: number;
}

async function runMonth(
  processes: Processes,
  { people, mailboxes }: Pick<Organisation, 'people' | 'mailboxes'>,
): Promise<Month> {
  const { graph, product } = processes;
  const ground = await prepare(processes, { people, mailboxes, faults: null }, { record: false });
  const report = () => product.ask('report', undefined);
  let wallSeconds = 0;
  const timed = async (work: () => Promise<void>) => {
    const start = performance.now();
    await work();
    wallSeconds += (performance.now() - start) / 1000;
  };
  const acts = actsOf(staffOf(people));
  const world: World = {
    respond: (mail, start, how) => graph.ask('respond', { mail, start, how }),
    leave: ({ oid, name }) =>
      timed(async () => {
        await product.ask('leave', { id: personId(tenant, oid), name });
        await ground.drain();
      }),
  };

  // 1. Pair, book and tell.
  const before = await report();
  await timed(() => ground.book());
  const booked = await report();
  await timed(() => ground.drain());
  let sends = total(sendsOf(booked));
  const invitations = await graph.ask('meetings', undefined);
  acts.plan(invitations, ground.now());

  // 2. The month: a tick every quarter of an hour, and what people do in between.
  while (ground.now() < monthEnd) {
    const quarterAt = quarterAfter(ground.now());
    const messagesAt = quarterAt - forMessages;
    const isForMessages = messagesAt > ground.now();
    const tickAt = isForMessages ? messagesAt : quarterAt;
    for (let at = acts.nextBefore(tickAt); at !== null; at = acts.nextBefore(tickAt)) {
      await ground.moveTo(Math.max(at, ground.now()));
      await acts.carryOut(world);
    }
    await ground.moveTo(Math.max(tickAt, ground.now()));
    await timed(() => (isForMessages ? ground.tickForMessages() : ground.tick()));
    const sent = total(sendsOf(await report()));
    if (sent > sends) acts.plan(await graph.ask('meetings', undefined), ground.now());
    sends = sent;
  }

  // 3. What it came to.
  assert.ok(await isDone(ground), 'the round is closed, and no message waits');
  const end = await report();
  await checkEnd(ground.tables, await graph.ask('meetings', undefined), people);
  return {
    pairings: invitations.length,
    acts: acts.done,
    booked,
    end,
    storage: { ...end.storage, host: ground.host.counts },
    ownSeconds: end.processorSeconds - before.processorSeconds,
    wallSeconds,
    failures: ground.host.failures.length,
  };
}

/** Whether the round is closed, and no message waits for its time. */
async function isDone({ tables }: Ground): Promise<boolean> {
  const stored = await tables.rounds.get(roundKey);
  return stored?.value.stage === 'closed' && stored.value.nextMessageAt === null;
}

/** Requests by which a mailbox sends something to the members of a meeting. */
function sendsOf({ graph }: ProductReport): Counts {
  return Object.fromEntries(
    Object.entries(added(...Object.values(graph))).filter(([kind]) =>
      /^(POST|PATCH|DELETE) .*\/events/.test(kind),
    ),
  );
}

/** Graph requests by stage: up to the last invitation, and from then on by what asked for what. */
function byStage(booked: ProductReport, end: ProductReport): Record<Stage, Counts> {
  const found: Record<Stage, Counts> = {
    booking: added(...Object.values(booked.graph)),
    'answer reads': {},
    'looking up': {},
    sending: {},
    telling: {},
    closing: {},
  };
  for (const [work, counts] of Object.entries(withoutByWork(end.graph, booked.graph))) {
    for (const [kind, count] of Object.entries(counts)) {
      const stage = stageOf(work, kind);
      found[stage] = added(found[stage], { [kind]: count });
    }
  }
  return found;
}

function stageOf(work: string, kind: string): Stage {
  if (work === 'close') return 'closing';
  if (work === 'send') return 'sending';
  if (work === 'tell') return 'telling';
  return kind.startsWith('GET') && /events|calendarView/.test(kind) ? 'answer reads' : 'looking up';
}

function withoutByWork(all: CountsByWork, some: CountsByWork): CountsByWork {
  return Object.fromEntries(
    Object.entries(all).map(([work, counts]) => [work, without(counts, some[work] ?? {})]),
  );
}

/** Separates the counts of some work or kind from all others. */
function parted(
  all: CountsByWork,
  isChosen: (work: string, kind: string) => boolean,
): { readonly chosen: CountsByWork; readonly others: CountsByWork } {
  const only = (wanted: boolean): CountsByWork =>
    Object.fromEntries(
      Object.entries(all).map(([work, counts]) => [
        work,
        Object.fromEntries(Object.entries(counts).filter(([kind]) => isChosen(work, kind) === wanted)),
      ]),
    );
  return { chosen: only(true), others: only(false) };
}

/**
 * Checks that everybody has a placement that is true, nobody is in two pairings or two events, no event stands that no pairing
 * knows, and nobody waits for a message.
 */
async function checkEnd(
  tables: Pick<TableStorage, 'pairings' | 'outbox' | 'placements'>,
  meetings: readonly BookedMeeting[],
  people: number,
): Promise<void> {
  const mails = new Map(staffOf(people).map(({ oid, mail }) => [personId(tenant, oid), mail]));
  const going: PairingRecord[] = [];
  for await (const { value } of tables.pairings.list(roundKey)) {
    if (value.state !== 'cancelled' && value.state !== 'failed') going.push(value);
  }
  const pairingOf = new Map(going.flatMap(({ pairing, members }) => members.map((id) => [id, pairing])));
  const places = going.reduce((sum, { members }) => sum + members.length, 0);
  assert.equal(pairingOf.size, places, 'nobody is in two pairings');
  const attendees = meetings.flatMap((meeting) => meeting.attendees);
  assert.equal(new Set(attendees).size, attendees.length, 'nobody is in two events');

  const known = going.flatMap((pairing) => {
    const start = slotOf(pairing)?.start;
    const theirs = pairing.members.map((id) => mails.get(id) ?? '');
    return start === undefined ? [] : [described(start, theirs)];
  });
  const inCalendars = meetings.map(({ start, attendees: theirs }) => described(start, theirs));
  assert.deepEqual(
    inCalendars.sort(),
    known.sort(),
    'every event is a pairing’s, and every booked pairing has one',
  );

  let placed = 0;
  for await (const { value } of tables.placements.list(roundKey)) {
    placed += 1;
    const { person, pairing, reason } = value;
    if (reason === null) assert.equal(pairingOf.get(person), pairing, 'a placement is true');
    else assert.equal(pairingOf.get(person), undefined, 'nobody with a reason has a pairing');
  }
  assert.equal(placed, people, 'everybody is accounted for');
  for await (const { value } of tables.outbox.list(roundKey)) {
    assert.ok(!isOpen(value), 'nobody waits for a message');
  }
}

function described(start: number, mails: readonly string[]): string {
  return [new Date(start).toISOString(), ...[...mails].sort()].join(' ');
}
