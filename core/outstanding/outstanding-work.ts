import { bookingKey } from '../booking/book-pairings.ts';
import { isSettled } from '../booking/decide-booking.ts';
import { emptyBudget, type Need, reservationsLeft } from '../mailbox/decide-turn.ts';
import type { Ports } from '../ports/ports.ts';
import type { Versioned } from '../ports/storage.ts';
import { handfulOf, pairingMessageKey, unplacedMessageKey } from '../records/keys.ts';
import type { PairingRecord } from '../records/pairing.ts';
import type { Placement } from '../records/placement.ts';
import { bookedTogether, type BookingWork, type MessageWork } from '../records/work.ts';
import { concurrently } from '../shared/concurrently.ts';
import { inPartsOf } from '../shared/in-parts.ts';
import { isDone } from '../telling/claim-messages.ts';

/** A handful of pairings to book, and what that needs at the organiser's mailbox. */
export interface Booking {
  readonly organiser: string;
  readonly need: Need;
  readonly work: BookingWork;
}

export interface OutstandingWork {
  readonly bookings: readonly Booking[];
  readonly tellings: readonly MessageWork[];
  /** How many pairings are not in `bookings` because they wait for their mailbox. */
  readonly waiting: number;
}

/** Records of a round. */
export interface RoundRecords {
  readonly pairings: readonly PairingRecord[];
  readonly placements: readonly Placement[];
}

/**
 * What is still to be done in a round: pairings whose event is not as their record says, and people who have not been told
 * the latest. The pairings of one handful are the same every time.
 * @param records the records to consider; null: all of the round
 */
export async function outstandingWork(
  ports: Ports,
  key: { readonly scheme: string; readonly round: string },
  records: RoundRecords | null = null,
): Promise<OutstandingWork> {
  const told = new Set<string>();
  for await (const { value } of ports.storage.outbox.list(key)) if (isDone(value)) told.add(value.key);
  const toBook: (Pick<PairingRecord, 'pairing' | 'organiser'> & { readonly recipients: number })[] = [];
  const toTell: string[] = [];
  for await (const record of records?.pairings ?? valuesOf(ports.storage.pairings.list(key))) {
    const { pairing, organiser, members } = record;
    if (!isSettled(record)) toBook.push({ pairing, organiser, recipients: members.length });
    else if (!isTold(record, told)) toTell.push(pairing);
  }
  const unplaced: string[] = [];
  for await (const placement of records?.placements ?? valuesOf(ports.storage.placements.list(key))) {
    // People who withdrew know that they have no meeting.
    const expects = placement.pairing === null && placement.reason !== 'withdrew';
    if (expects && !told.has(unplacedMessageKey(placement))) unplaced.push(placement.person);
  }

  const handfuls = Map.groupBy(toBook, ({ organiser, pairing }) => `${handfulOf(pairing)} ${organiser}`);
  const wanted = [...handfuls.values()].map((pairings): Booking => {
    const work: BookingWork = { kind: 'book', ...key, pairings: pairings.map(({ pairing }) => pairing) };
    return {
      organiser: pairings[0]?.organiser ?? '',
      need: {
        key: bookingKey(work),
        invitations: pairings.length,
        recipients: pairings.reduce((sum, { recipients }) => sum + recipients, 0),
      },
      work,
    };
  });
  const bookings = await withoutWaiting(ports, wanted);
  const asked = new Set(bookings);
  return {
    bookings,
    tellings: [
      ...inPartsOf(bookedTogether, toTell).map((pairings): MessageWork => ({
        kind: 'tell',
        ...key,
        pairings,
        people: [],
      })),
      ...inPartsOf(bookedTogether, unplaced).map((people): MessageWork => ({
        kind: 'tell',
        ...key,
        pairings: [],
        people,
      })),
    ],
    waiting: wanted.reduce((sum, one) => sum + (asked.has(one) ? 0 : one.work.pairings.length), 0),
  };
}

async function* valuesOf<T>(listed: AsyncIterable<Versioned<T>>): AsyncIterable<T> {
  for await (const { value } of listed) yield value;
}

/**
 * Whether everybody who is to be told about the latest revision of a pairing has been told.
 * @param told keys of messages that arrived, or cannot arrive
 */
export function isTold(pairing: PairingRecord, told: ReadonlySet<string>): boolean {
  const people = pairing.tell ?? pairing.members.map(({ id }) => id);
  return people.every((id) => told.has(pairingMessageKey(pairing, id)));
}

/** Leaves out bookings that wait for their mailbox already, and those for which no start can be reserved there. */
async function withoutWaiting(ports: Ports, bookings: readonly Booking[]): Promise<Booking[]> {
  const now = ports.now();
  const mailboxes = [...new Set(bookings.map(({ organiser }) => organiser))];
  const lines = await concurrently(mailboxes, async (mailbox) => {
    const budget = (await ports.storage.budgets.get(mailbox))?.value ?? emptyBudget(mailbox);
    const waiting = new Set(budget.sendings.filter(({ at }) => at > now).map(({ key }) => key));
    return { mailbox, waiting, left: reservationsLeft(budget, now) };
  });
  return bookings.filter(({ organiser, need }) => {
    const line = lines.find(({ mailbox }) => mailbox === organiser);
    if (line === undefined || line.left === 0 || line.waiting.has(need.key)) return false;
    line.left -= 1;
    return true;
  });
}
