import { queueNames, readWork } from '../../adapters/queues/work-queue.ts';
import { bookPairings } from '../../core/booking/book-pairings.ts';
import { sendWork } from '../../core/records/work.ts';
import type { Product } from '../compose.ts';

/** Sends what waits at a mailbox. */
export async function carryOut({ ports }: Product, message: unknown): Promise<void> {
  await bookPairings(ports, readWork(queueNames.bookings, sendWork, message));
}
