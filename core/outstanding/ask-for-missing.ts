import { reserveStartsAt } from '../mailbox/reserve-starts.ts';
import type { Ports } from '../ports/ports.ts';
import type { BookingWork } from '../records/work.ts';
import { concurrently } from '../shared/concurrently.ts';
import { outstandingWork, type Booking, type RoundRecords } from './outstanding-work.ts';

/**
 * Puts on the queue what is still to be booked or told in a round. Bookings that have to wait for their mailbox are delivered
 * at their reserved start.
 * @param records the records to consider; null: all of the round
 * @returns `missing`: how many queue messages were put; `waiting`: how many pairings were waiting already
 */
export async function askForMissing(
  ports: Ports,
  key: { readonly scheme: string; readonly round: string },
  records: RoundRecords | null = null,
): Promise<{ readonly missing: number; readonly waiting: number }> {
  const { bookings, tellings, waiting } = await outstandingWork(ports, key, records);
  await ports.queue.put(tellings);
  const starts = await reservedStarts(ports, bookings);
  const now = ports.now();
  const inTime = Map.groupBy(bookings, ({ need }) =>
    Math.ceil(Math.max(0, (starts.get(need.key) ?? now) - now) / 1000),
  );
  await concurrently([...inTime], async ([seconds, due]) => {
    const work = due.map((booking): BookingWork => booking.work);
    await ports.queue.put(work, seconds);
    const pairings = work.reduce((sum, { pairings }) => sum + pairings.length, 0);
    if (seconds > 0) ports.log('waiting for the mailbox', { ...key, pairings, seconds });
  });
  return { missing: bookings.length + tellings.length, waiting };
}

/**
 * Reserves a start for every booking of a mailbox that has several. A single one asks for its turn when it is delivered.
 * @returns epoch milliseconds, by key of the booking
 */
async function reservedStarts(
  ports: Ports,
  bookings: readonly Booking[],
): Promise<ReadonlyMap<string, number>> {
  const byMailbox = [...Map.groupBy(bookings, ({ organiser }) => organiser)];
  const starts = await concurrently(
    byMailbox.filter(([, theirs]) => theirs.length > 1),
    ([organiser, theirs]) =>
      reserveStartsAt(
        ports,
        organiser,
        theirs.map(({ need }) => need),
      ),
  );
  return new Map(starts.flatMap((reserved) => [...reserved]));
}
