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

/** The key under which a handful of pairings has its turn at the mailbox. */
export function bookingKey({ scheme, round, pairings }: Omit<BookingWork, 'kind'>): string {
  return `${scheme}:${round}:${pairings[0] ?? ''}`;
}

/**
 * Brings the calendar in line with the records of a handful of pairings, when it is their turn at the organiser's
 * mailbox, and asks for their members to be told. What has to wait goes back to the queue until its turn comes; what has no
 * place to wait is left to a later tick.
 * @throws when something is to be repeated; what was done is recorded, and asked to be told, before
 */
export async function bookPairings(ports: Ports, work: BookingWork): Promise<void> {
  const scheme = await existingScheme(ports, work.scheme);
  const records = await read(ports, work, work.pairings);
  const failures: Error[] = [];
  for (const [organiser, mine] of Map.groupBy(records, ({ value }) => value.organiser)) {
    const handful: BookingWork = { ...work, pairings: mine.map(({ value }) => value.pairing) };
    failures.push(...(await bookAt(ports, scheme, organiser, handful, mine)));
  }
  const [first, ...others] = failures;
  if (first !== undefined)
    throw others.length === 0 ? first : new AggregateError(failures, `${first.message}, and others`);
}

/** @returns why the work is to be repeated */
async function bookAt(
  ports: Ports,
  scheme: Scheme,
  organiser: string,
  work: BookingWork,
  found: readonly Versioned<PairingRecord>[],
): Promise<readonly Error[]> {
  if (!found.some(({ value }) => concernsCalendar(value))) {
    await askFor(
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
    // Others may have booked them while this work waited for its turn. When it did not, and only new events are to be made,
    // their slots are recorded first, which fails where a record is not what was read.
    async (waited) =>
      reconcileCalendar(
        ports,
        scheme,
        organiser,
        waited || !found.every(({ value }) => isNew(value)) ? await read(ports, work, work.pairings) : found,
      ),
    { isFinished: ({ failures }) => failures.length === 0 },
  );
  if (turn.kind !== 'done') {
    const seconds = Math.max(1, Math.ceil((turn.until - ports.now()) / 1000));
    // Without a place it is asked for by a tick that finds one free (`missingWork`): here it would come back in vain.
    if (turn.kind === 'wait') await ports.queue.put([work], seconds);
    ports.log(turn.kind === 'wait' ? 'waiting for the mailbox' : 'no place at the mailbox', {
      scheme: work.scheme,
      round: work.round,
      pairings: work.pairings.length,
      seconds,
    });
    return [];
  }
  await askFor(ports, work, turn.result.done);
  return turn.result.failures;
}

/** Asks for the members to be told, and for another turn of those that are not settled yet: their event was gone. */
async function askFor(
  ports: Ports,
  { scheme, round }: BookingWork,
  records: readonly PairingRecord[],
): Promise<void> {
  const ids = (of: readonly PairingRecord[]) => of.map(({ pairing }) => pairing);
  const open = ids(records.filter((record) => !isSettled(record)));
  const settled = ids(records.filter(isSettled));
  const asked: Work[] = [];
  if (settled.length > 0) asked.push({ kind: 'tell', scheme, round, pairings: settled, people: [] });
  if (open.length > 0) asked.push({ kind: 'book', scheme, round, pairings: open });
  await ports.queue.put(asked);
}

/** The records of some pairings, in that order: the first names their turn. */
async function read(
  ports: Ports,
  { scheme, round }: BookingWork,
  pairings: readonly string[],
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

/** Nobody has begun to book it. */
function isNew({ state, event, slot }: PairingRecord): boolean {
  return state === 'planned' && event === null && slot === null;
}

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
