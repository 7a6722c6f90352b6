import type { Ports } from '../ports/ports.ts';
import type { Mailbox } from '../records/mailbox.ts';
import { change } from '../shared/change.ts';

/** A mailbox at which nobody has worked yet. */
export function newMailbox(mailbox: string): Mailbox {
  return {
    v: 1,
    mailbox,
    holder: null,
    until: 0,
    minute: 0,
    sentInMinute: 0,
    day: 0,
    sentToday: 0,
    sentYesterday: 0,
    goneUntil: null,
    next: null,
  };
}

/**
 * Changes the record of a mailbox.
 * @param decide gives null to change nothing. May be called several times.
 * @returns the new record; null when nothing changed
 */
export async function changeMailbox(
  { storage }: Pick<Ports, 'storage'>,
  mailbox: string,
  decide: (current: Mailbox) => Mailbox | null,
): Promise<Mailbox | null> {
  const decided: { record: Mailbox | null } = { record: null };
  await change(storage.mailboxes, mailbox, (current) => {
    decided.record = decide(current ?? newMailbox(mailbox));
    return decided.record;
  });
  return decided.record;
}

/** Whether a mailbox refused lately, so that it is not asked again at `now` (epoch milliseconds). */
export function refuses({ goneUntil }: Mailbox, now: number): boolean {
  return goneUntil !== null && goneUntil > now;
}

/** The records of all mailboxes at which somebody worked. */
export async function allMailboxes({ storage }: Pick<Ports, 'storage'>): Promise<Mailbox[]> {
  const found: Mailbox[] = [];
  for await (const { value } of storage.mailboxes.list(null)) found.push(value);
  return found;
}

/** The mailboxes of the pool that did not refuse lately, in their order. */
export function workingMailboxes(
  { organisers, now }: Pick<Ports, 'organisers' | 'now'>,
  mailboxes: readonly Mailbox[],
): string[] {
  const refusing = new Set(mailboxes.filter((one) => refuses(one, now())).map(({ mailbox }) => mailbox));
  return organisers.filter((mailbox) => !refusing.has(mailbox));
}
