import { reserveStartsAt } from '../mailbox/reserve-starts.ts';
import type { Ports } from '../ports/ports.ts';
import type { BookingWork } from '../records/work.ts';
import { concurrently } from '../shared/concurrently.ts';
import { outstandingWork, type Booking, type RoundRecords } from './outstanding-work.ts';

/**
 * Puts on the queue what a round's records say is still to be done. What has to wait for others at its mailbox comes when its
 * place is due.
 * @param records those that count, when they are known; else all are read
 * @returns how many messages were put, and how many pairings wait since before
 */
export async function askForMissing(
  ports: Ports,
  key: { readonly scheme: string; readonly round: string },
  records: RoundRecords | null = null,
): Promise<{ readonly missing: number; readonly waiting: number }> {
  const { bookings, tellings, waiting } = await outstandingWork(ports, key, records);
  const places = await keptPlaces(ports, bookings);
  const now = ports.now();
  const inTime = Map.groupBy(bookings, ({ need }) =>
    Math.ceil(Math.max(0, (places.get(need.key) ?? now) - now) / 1000),
  );
  await concurrently([...inTime], async ([seconds, due]) => {
    const work = due.map((booking): BookingWork => booking.work);
    await ports.queue.put(work, seconds);
    const pairings = work.reduce((sum, { pairings }) => sum + pairings.length, 0);
    if (seconds > 0) ports.log('waiting for the mailbox', { ...key, pairings, seconds });
  });
  await ports.queue.put(tellings);
  return { missing: bookings.length + tellings.length, waiting };
}

/** Where a mailbox has more than one handful to book, each has its place; one alone asks for its turn when it comes. */
async function keptPlaces(ports: Ports, bookings: readonly Booking[]): Promise<ReadonlyMap<string, number>> {
  const lines = [...Map.groupBy(bookings, ({ organiser }) => organiser)].filter(
    ([, line]) => line.length > 1,
  );
  const places = await concurrently(lines, ([organiser, line]) =>
    reserveStartsAt(
      ports,
      organiser,
      line.map(({ need }) => need),
    ),
  );
  return new Map(places.flatMap((kept) => [...kept]));
}
