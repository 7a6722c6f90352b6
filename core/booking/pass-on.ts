import { allMailboxes, workingMailboxes } from '../mailbox/change-mailbox.ts';
import { mailboxFor } from '../mailbox/limits.ts';
import { wake } from '../mailbox/wake.ts';
import type { Ports } from '../ports/ports.ts';
import type { Versioned } from '../ports/storage.ts';
import type { PairingRecord } from '../records/pairing.ts';
import { openRounds } from './due-sends.ts';

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
  const left: Versioned<PairingRecord>[] = [];
  const found: Versioned<PairingRecord>[] = [];
  for await (const { scheme, round } of openRounds(ports)) {
    const of = { scheme: scheme.id, round, organiser: mailbox };
    for await (const record of ports.storage.pairings.toSend({ ...of, sending: 'new' })) {
      // One that may have been booked stays: the mailbox is asked for its event first.
      (record.value.event.kind === 'none' ? found : left).push(record);
    }
    for await (const record of ports.storage.pairings.toSend({ ...of, sending: 'change' })) {
      left.push(record);
    }
  }
  if (others.length === 0) return left.length + found.length > 0;

  const given = found.map(({ value, version }, i) => ({
    value: { ...value, organiser: mailboxFor(others, i) },
    version,
  }));
  const versions = await ports.storage.pairings.write(given);
  if (versions.includes(null)) throw new Error('a pairing was changed by somebody else meanwhile');
  for (const other of new Set(given.map(({ value }) => value.organiser))) await wake(ports, other);
  if (given.length > 0) ports.log('passed on', { mailbox: own + 1, pairings: given.length });
  return left.length > 0;
}
