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

/** A handful to be booked, and what it needs at its organiser's mailbox. */
export interface Booking {
  readonly organiser: string;
  readonly need: Need;
  readonly work: BookingWork;
}

export interface OutstandingWork {
  /** To be asked for. */
  readonly bookings: readonly Booking[];
  readonly tellings: readonly MessageWork[];
  /** Pairings that wait at a mailbox: for their turn, or for a place. */
  readonly waiting: number;
}

/** Records of a round. */
export interface RoundRecords {
  readonly pairings: readonly PairingRecord[];
  readonly placements: readonly Placement[];
}

/**
 * What a round's records say is still to be done: pairings that the calendar is not in line with, and people who have
 * not been told the latest. In handfuls; those of pairings are cut in the same way every time.
 * @param records those that count, when they are known; else all are read
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
    // Who withdrew knows.
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
  const bookings = await withPlace(ports, wanted);
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

/** Whether everybody whom the latest revision of a pairing concerns has been told. */
export function isTold(pairing: PairingRecord, told: ReadonlySet<string>): boolean {
  const people = pairing.tell ?? pairing.members.map(({ id }) => id);
  return people.every((id) => told.has(pairingMessageKey(pairing, id)));
}

/** Who stands at a mailbox: whose work waits there, and how many more find a place. */
interface Line {
  readonly waiting: ReadonlySet<string | null>;
  places: number;
}

/** Without the work that waits at its mailbox, and without what would find no place there; in the same order. */
async function withPlace(ports: Ports, bookings: readonly Booking[]): Promise<Booking[]> {
  const now = ports.now();
  const mailboxes = [...new Set(bookings.map(({ organiser }) => organiser))];
  const lines = new Map(
    await concurrently(mailboxes, async (mailbox) => {
      const budget = (await ports.storage.budgets.get(mailbox))?.value ?? emptyBudget(mailbox);
      const waiting = budget.sendings.filter(({ at }) => at > now).map(({ key }) => key);
      const line: Line = { waiting: new Set(waiting), places: reservationsLeft(budget, now) };
      return [mailbox, line] as const;
    }),
  );
  return bookings.filter(({ organiser, need }) => {
    const line = lines.get(organiser);
    if (line === undefined || line.places === 0 || line.waiting.has(need.key)) return false;
    line.places -= 1;
    return true;
  });
}
