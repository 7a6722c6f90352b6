import { isSettled } from '../../booking/decide-booking.ts';
import type { Ports } from '../../ports/ports.ts';
import { bookedTogether, type BookingWork, type MessageWork } from '../../ports/work.ts';
import { pairingMessageKey, unplacedMessageKey } from '../../rounds/keys.ts';
import type { PairingRecord } from '../../rounds/records.ts';
import { bookingKey } from './book-pairings.ts';

export interface MissingWork {
  /** To be asked for. */
  readonly work: readonly (BookingWork | MessageWork)[];
  /** Pairings that were asked for and wait for their turn at a mailbox. */
  readonly waiting: number;
}

/**
 * What a round's records say is still to be done: pairings that the calendar is not in line with, and people who have
 * not been told the latest. In handfuls; those of pairings are cut in the same way every time.
 */
export async function missingWork(
  ports: Ports,
  key: { readonly scheme: string; readonly round: string },
): Promise<MissingWork> {
  const told = new Set<string>();
  for await (const { value } of ports.storage.outbox.list(key)) {
    if (value.state === 'sent' || value.state === 'unreachable') told.add(value.key);
  }
  const toBook: { readonly pairing: string; readonly organiser: string; readonly handful: number }[] = [];
  const toTell: string[] = [];
  let position = 0;
  for await (const { value } of ports.storage.pairings.list(key)) {
    const handful = Math.floor(position / bookedTogether);
    if (!isSettled(value)) toBook.push({ pairing: value.pairing, organiser: value.organiser, handful });
    else if (!isTold(value, told)) toTell.push(value.pairing);
    position += 1;
  }
  const unplaced: string[] = [];
  for await (const { value } of ports.storage.placements.list(key)) {
    // Who withdrew knows.
    const expects = value.pairing === null && value.reason !== 'withdrew';
    if (expects && !told.has(unplacedMessageKey(value))) unplaced.push(value.person);
  }

  const handfuls = Map.groupBy(toBook, ({ organiser, handful }) => `${handful} ${organiser}`);
  const bookings = [...handfuls.values()].map((pairings) => ({
    organiser: pairings[0]?.organiser ?? '',
    work: { kind: 'book', ...key, pairings: pairings.map(({ pairing }) => pairing) } satisfies BookingWork,
  }));
  const waiting = await waitingKeys(ports, new Set(bookings.map(({ organiser }) => organiser)));
  const isWaiting = (work: BookingWork) => waiting.has(bookingKey(work));
  return {
    work: [
      ...bookings.map(({ work }) => work).filter((work) => !isWaiting(work)),
      ...inHandfuls(toTell).map((pairings): MessageWork => ({ kind: 'tell', ...key, pairings, people: [] })),
      ...inHandfuls(unplaced).map((people): MessageWork => ({ kind: 'tell', ...key, pairings: [], people })),
    ],
    waiting: bookings.reduce((sum, { work }) => sum + (isWaiting(work) ? work.pairings.length : 0), 0),
  };
}

function isTold(pairing: PairingRecord, told: ReadonlySet<string>): boolean {
  const people = pairing.tell ?? pairing.members.map(({ id }) => id);
  return people.every((id) => told.has(pairingMessageKey(pairing, id)));
}

/** Keys of the work whose turn at one of these mailboxes is still to come. */
async function waitingKeys(ports: Ports, mailboxes: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const keys = new Set<string>();
  for (const mailbox of mailboxes) {
    const budget = await ports.storage.budgets.get(mailbox);
    for (const { key, at } of budget?.value.sendings ?? [])
      if (key !== null && at > ports.now()) keys.add(key);
  }
  return keys;
}

function inHandfuls(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / bookedTogether) }, (_, i) =>
    ids.slice(i * bookedTogether, (i + 1) * bookedTogether),
  );
}
