import { queueNames, readWork } from '../../adapters/queues/work-queue.ts';
import { bookPairings } from '../../core/booking/book-pairings.ts';
import type { Ports } from '../../core/ports/ports.ts';
import { sendWork } from '../../core/records/work.ts';

/** Sends what waits at a mailbox. */
export async function carryOut(ports: Ports, message: unknown): Promise<void> {
  await bookPairings(ports, readWork(queueNames.bookings, sendWork, message));
}
