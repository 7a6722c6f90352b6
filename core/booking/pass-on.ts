import { allMailboxes, workingMailboxes } from '../mailbox/change-mailbox.ts';
import { mailboxFor } from '../mailbox/limits.ts';
import { wake } from '../mailbox/wake.ts';
import type { Ports } from '../ports/ports.ts';
import { dueSends } from './due-sends.ts';

/**
 * Gives the pairings that a mailbox has not booked to the other mailboxes of the pool in turn, from the next one on, and wakes
 * these. Events that it has booked stay with it. While all mailboxes refuse, the pairings stay too.
 * @returns whether something is left for the mailbox to send
 * @throws when somebody else changed a pairing at the same time
 */
export async function passOn(ports: Ports, mailbox: string): Promise<boolean> {
  const own = ports.organisers.indexOf(mailbox);
  const working = workingMailboxes(ports, await allMailboxes(ports));
  const isLater = (other: string) => ports.organisers.indexOf(other) > own;
  const others = [...working.filter(isLater), ...working.filter((other) => !isLater(other))].filter(
    (other) => other !== mailbox,
  );
  // One that may have been booked stays: the mailbox is asked for its event first.
  const { changes, created } = await dueSends(ports, mailbox);
  const [unsure, free] = [
    created.filter(({ record }) => record.value.event.kind !== 'none'),
    created.filter(({ record }) => record.value.event.kind === 'none'),
  ];
  const left = changes.length + unsure.length;
  if (others.length === 0) return left + free.length > 0;

  const given = free.map(({ record: { value, version } }, i) => ({
    value: { ...value, organiser: mailboxFor(others, i) },
    version,
  }));
  const versions = await ports.storage.pairings.write(given);
  if (versions.includes(null)) throw new Error('a pairing was changed by somebody else meanwhile');
  for (const other of new Set(given.map(({ value }) => value.organiser))) await wake(ports, other);
  if (given.length > 0) ports.log('passed on', { mailbox: own + 1, pairings: given.length });
  return left > 0;
}
