import { isSettled } from '../../booking/decide-booking.ts';
import { emptyBudget, placesLeft } from '../../booking/turns.ts';
import type { Ports } from '../../ports/ports.ts';
import { bookedTogether, type BookingWork, type MessageWork } from '../../ports/work.ts';
import type { Versioned } from '../../ports/storage.ts';
import { handfulOf, pairingMessageKey, unplacedMessageKey } from '../../rounds/keys.ts';
import type { PairingRecord, Placement } from '../../rounds/records.ts';
import { bookingKey } from './book-pairings.ts';

export interface MissingWork {
  /** To be asked for. */
  readonly work: readonly (BookingWork | MessageWork)[];
  /** Pairings that wait at a mailbox: for their turn, or for a place. */
  readonly waiting: number;
}

/** Everything that a round's records are. */
export interface RoundRecords {
  readonly pairings: readonly PairingRecord[];
  readonly placements: readonly Placement[];
}

/**
 * What a round's records say is still to be done: pairings that the calendar is not in line with, and people who have
 * not been told the latest. In handfuls; those of pairings are cut in the same way every time.
 * @param records when they are known; else they are read
 */
export async function missingWork(
  ports: Ports,
  key: { readonly scheme: string; readonly round: string },
  records: RoundRecords | null = null,
): Promise<MissingWork> {
  const told = new Set<string>();
  for await (const { value } of ports.storage.outbox.list(key)) {
    if (value.state === 'sent' || value.state === 'unreachable') told.add(value.key);
  }
  const toBook: { readonly pairing: string; readonly organiser: string }[] = [];
  const toTell: string[] = [];
  for await (const record of records?.pairings ?? valuesOf(ports.storage.pairings.list(key))) {
    const { pairing, organiser } = record;
    if (!isSettled(record)) toBook.push({ pairing, organiser });
    else if (!isTold(record, told)) toTell.push(pairing);
  }
  const unplaced: string[] = [];
  for await (const placement of records?.placements ?? valuesOf(ports.storage.placements.list(key))) {
    // Who withdrew knows.
    const expects = placement.pairing === null && placement.reason !== 'withdrew';
    if (expects && !told.has(unplacedMessageKey(placement))) unplaced.push(placement.person);
  }

  const handfuls = Map.groupBy(toBook, ({ organiser, pairing }) => `${handfulOf(pairing)} ${organiser}`);
  const bookings = [...handfuls.values()].map((pairings) => ({
    organiser: pairings[0]?.organiser ?? '',
    work: { kind: 'book', ...key, pairings: pairings.map(({ pairing }) => pairing) } satisfies BookingWork,
  }));
  const toAskFor = await withPlace(ports, bookings);
  const asked = new Set(toAskFor);
  return {
    work: [
      ...toAskFor,
      ...inHandfuls(toTell).map((pairings): MessageWork => ({ kind: 'tell', ...key, pairings, people: [] })),
      ...inHandfuls(unplaced).map((people): MessageWork => ({ kind: 'tell', ...key, pairings: [], people })),
    ],
    waiting: bookings.reduce((sum, { work }) => sum + (asked.has(work) ? 0 : work.pairings.length), 0),
  };
}

async function* valuesOf<T>(listed: AsyncIterable<Versioned<T>>): AsyncIterable<T> {
  for await (const { value } of listed) yield value;
}

function isTold(pairing: PairingRecord, told: ReadonlySet<string>): boolean {
  const people = pairing.tell ?? pairing.members.map(({ id }) => id);
  return people.every((id) => told.has(pairingMessageKey(pairing, id)));
}

interface Booking {
  readonly organiser: string;
  readonly work: BookingWork;
}

/** Without the work that waits at its mailbox, and without what would find no place there; in the same order. */
async function withPlace(ports: Ports, bookings: readonly Booking[]): Promise<BookingWork[]> {
  const now = ports.now();
  const lines = new Map<string, { readonly waiting: ReadonlySet<string | null>; places: number }>();
  for (const mailbox of new Set(bookings.map(({ organiser }) => organiser))) {
    const budget = (await ports.storage.budgets.get(mailbox))?.value ?? emptyBudget(mailbox);
    const waiting = budget.sendings.filter(({ at }) => at > now).map(({ key }) => key);
    lines.set(mailbox, { waiting: new Set(waiting), places: placesLeft(budget, now) });
  }
  return bookings.flatMap(({ organiser, work }) => {
    const line = lines.get(organiser);
    if (line === undefined || line.places === 0 || line.waiting.has(bookingKey(work))) return [];
    line.places -= 1;
    return [work];
  });
}

function inHandfuls(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / bookedTogether) }, (_, i) =>
    ids.slice(i * bookedTogether, (i + 1) * bookedTogether),
  );
}
