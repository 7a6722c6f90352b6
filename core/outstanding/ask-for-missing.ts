import { wake } from '../mailbox/wake.ts';
import type { Ports } from '../ports/ports.ts';
import { outstandingWork } from './outstanding-work.ts';

/**
 * Has everything done that is still to be booked or told in a round: it wakes mailboxes, and queues messages.
 * @returns how many pairings are to be booked, and messages were queued
 */
export async function askForMissing(
  ports: Ports,
  key: { readonly scheme: string; readonly round: string },
): Promise<number> {
  const { toSend, mailboxes, tellings } = await outstandingWork(ports, key);
  await ports.queue.put(tellings);
  for (const mailbox of mailboxes) await wake(ports, mailbox);
  return toSend + tellings.length;
}
