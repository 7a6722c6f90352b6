import { wake } from '../mailbox/wake.ts';
import type { Ports } from '../ports/ports.ts';
import { outstandingWork } from './outstanding-work.ts';

/** What is still to be done in a round. */
interface Missing {
  /** How many pairings are to be booked, and messages were queued. */
  readonly missing: number;
  /** When the next message is to be sent that waits for its time: epoch milliseconds; null: none waits. */
  readonly nextMessageAt: number | null;
}

/**
 * Has everything done that is still to be booked or told in a round: it wakes mailboxes, and queues messages.
 */
export async function askForMissing(
  ports: Ports,
  key: { readonly scheme: string; readonly round: string },
): Promise<Missing> {
  const { toSend, mailboxes, tellings, nextMessageAt } = await outstandingWork(ports, key);
  await ports.queue.put(tellings);
  for (const mailbox of mailboxes) await wake(ports, mailbox);
  return { missing: toSend + tellings.length, nextMessageAt };
}
