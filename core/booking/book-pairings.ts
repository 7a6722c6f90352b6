import { withMailbox } from '../mailbox/with-mailbox.ts';
import { isSettled, mayHaveEvent } from './decide-booking.ts';
import type { Need } from '../mailbox/decide-turn.ts';
import type { Ports } from '../ports/ports.ts';
import type { Versioned } from '../ports/storage.ts';
import type { BookingWork, Work } from '../records/work.ts';
import type { PairingRecord } from '../records/pairing.ts';
import type { Scheme } from '../records/scheme.ts';
import { existingScheme } from '../schemes/find-scheme.ts';
import { reconcileCalendar } from './reconcile-calendar.ts';

/** The key of a handful of pairings in the mailbox's queue of turns: its first pairing names it. */
export function bookingKey({ scheme, round, pairings }: Omit<BookingWork, 'kind'>): string {
  return `${scheme}:${round}:${pairings[0] ?? ''}`;
}

/**
 * Creates, moves and cancels the events of a handful of pairings, as their records say, and queues telling the members. Work
 * that must wait for the organiser's mailbox goes back to the queue until its turn. When too much waits there already, it is
 * dropped, and a later tick queues it again.
 * @param work at most twenty pairings of one round
 * @throws when a step failed and is to be repeated. What was done is recorded, and its telling queued, before that.
 */
export async function bookPairings(ports: Ports, work: BookingWork): Promise<void> {
  const scheme = await existingScheme(ports, work.scheme);
  const records = await read(ports, work);
  const failures: Error[] = [];
  for (const [organiser, mine] of Map.groupBy(records, ({ value }) => value.organiser)) {
    const handful: BookingWork = { ...work, pairings: mine.map(({ value }) => value.pairing) };
    failures.push(...(await bookAt(ports, scheme, organiser, handful, mine)));
  }
  const [first, ...others] = failures;
  if (first !== undefined)
    throw others.length === 0 ? first : new AggregateError(failures, `${first.message}, and others`);
}

/** @returns the failures for which the work is to be repeated */
async function bookAt(
  ports: Ports,
  scheme: Scheme,
  organiser: string,
  work: BookingWork,
  found: readonly Versioned<PairingRecord>[],
): Promise<readonly Error[]> {
  if (!found.some(({ value }) => concernsCalendar(value))) {
    await queueNext(
      ports,
      work,
      found.map(({ value }) => value),
    );
    return [];
  }
  const turn = await withMailbox(
    ports,
    organiser,
    needOf(work, found),
    // Records are read again: another worker may have booked them while this one waited for its turn.
    async () => reconcileCalendar(ports, scheme, organiser, await read(ports, work)),
    { isFinished: ({ failures }) => failures.length === 0 },
  );
  if (turn.kind !== 'done') {
    const seconds = Math.max(1, Math.ceil((turn.until - ports.now()) / 1000));
    // Work without a place is queued by a tick that finds one free (`outstandingWork`).
    if (turn.kind === 'wait') await ports.queue.put([work], seconds);
    ports.log(turn.kind === 'wait' ? 'waiting for the mailbox' : 'no place at the mailbox', {
      scheme: work.scheme,
      round: work.round,
      pairings: work.pairings.length,
      seconds,
    });
    return [];
  }
  await queueNext(ports, work, turn.result.done);
  return turn.result.failures;
}

/** Queues telling the members of settled pairings, and another booking of those whose event turned out to be gone. */
async function queueNext(
  ports: Ports,
  { scheme, round }: BookingWork,
  records: readonly PairingRecord[],
): Promise<void> {
  const ids = (of: readonly PairingRecord[]) => of.map(({ pairing }) => pairing);
  const open = ids(records.filter((record) => !isSettled(record)));
  const settled = ids(records.filter(isSettled));
  const next: Work[] = [];
  if (settled.length > 0) next.push({ kind: 'tell', scheme, round, pairings: settled, people: [] });
  if (open.length > 0) next.push({ kind: 'book', scheme, round, pairings: open });
  await ports.queue.put(next);
}

/** The records of a handful, in the given order: the first one names its turn at the mailbox. */
async function read(
  ports: Ports,
  { scheme, round, pairings }: BookingWork,
): Promise<Versioned<PairingRecord>[]> {
  const key = { scheme, round };
  const found = await ports.storage.pairings.getMany(pairings.map((pairing) => ({ ...key, pairing })));
  const byId = new Map(found.map((record) => [record.value.pairing, record]));
  return pairings.map((pairing) => {
    const record = byId.get(pairing);
    if (record === undefined) throw new Error(`pairing ${pairing} of round ${round} is not there`);
    return record;
  });
}

/** Whether its calendar is to be changed or looked at. */
function concernsCalendar(record: PairingRecord): boolean {
  return !isSettled(record) || (record.state !== 'booked' && mayHaveEvent(record));
}

function needOf(work: BookingWork, found: readonly Versioned<PairingRecord>[]): Need {
  const writes = found.map(({ value }) => value).filter((record) => !isSettled(record));
  return {
    key: bookingKey(work),
    invitations: writes.length,
    recipients: writes.reduce((sum, { members }) => sum + members.length, 0),
  };
}
