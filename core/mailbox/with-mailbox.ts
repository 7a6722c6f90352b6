import type { Ports } from '../ports/ports.ts';
import type { Mailbox } from '../records/mailbox.ts';
import { changeMailbox } from './change-mailbox.ts';

export type MailboxPorts = Pick<Ports, 'storage' | 'now' | 'lease' | 'wait' | 'log'>;

/** Poll interval in milliseconds. */
const pollInterval = 1_000;
/** Polls that follow the longest hold: enough for another worker to have had the next one. */
const pollsAfterLease = 10;

/**
 * Does some work at the first of some mailboxes that is free. One worker at a time holds a mailbox, over all instances, so that
 * Outlook's limit of concurrent requests is kept. While all are held it waits, ten seconds longer than a hold can last.
 * @param mailboxes at least one, in the order in which to try them
 * @param what a word for the work
 * @param work gets the mailbox's record. It must not ask for the same mailbox again: it would wait for itself.
 * @param finish what else changes in the record once the work is done
 * @throws when no mailbox became free; what `work` throws, after the hold has ended
 */
export async function withMailbox<R>(
  ports: MailboxPorts,
  mailboxes: readonly string[],
  what: string,
  work: (mailbox: Mailbox) => Promise<R>,
  finish: (current: Mailbox, result: R) => Mailbox = (current) => current,
): Promise<R> {
  const held = await holdFirst(ports, mailboxes, what);
  let finished = (current: Mailbox): Mailbox => current;
  try {
    const result = await work(held);
    finished = (current) => finish(current, result);
    return result;
  } finally {
    await changeMailbox(ports, held.mailbox, (current) =>
      current.holder === held.holder ? finished(released(current, held, ports.now())) : null,
    );
  }
}

async function holdFirst(ports: MailboxPorts, mailboxes: readonly string[], what: string): Promise<Mailbox> {
  const polls = Math.ceil(ports.lease / pollInterval) + pollsAfterLease;
  for (let poll = 0; poll <= polls; poll++) {
    if (poll === 1) ports.log('waiting for a mailbox', { what, mailboxes: mailboxes.length });
    if (poll > 0) await ports.wait(pollInterval);
    for (const mailbox of mailboxes) {
      const held = await hold(ports, mailbox, what);
      if (held !== null) return held;
    }
  }
  throw new Error(
    `${what} found all ${mailboxes.length} mailboxes held for ${(polls * pollInterval) / 1000} seconds`,
  );
}

/** The record of the mailbox, now held; null when another worker holds it. */
async function hold(ports: MailboxPorts, mailbox: string, what: string): Promise<Mailbox | null> {
  const now = ports.now();
  return changeMailbox(ports, mailbox, (current) =>
    current.holder === null || current.until <= now
      ? { ...withoutDead(current), holder: `${what}@${now}`, until: now + ports.lease }
      : null,
  );
}

/** A worker that died may have sent until its hold ended. */
function withoutDead(mailbox: Mailbox): Mailbox {
  const { holder, minute, until } = mailbox;
  return holder === null ? mailbox : { ...mailbox, minute: Math.max(minute, until) };
}

/** The mailbox without its holder. What the holder counted went out by `now` (epoch milliseconds). */
function released(current: Mailbox, held: Mailbox, now: number): Mailbox {
  const hasSent = current.sentToday !== held.sentToday || current.minute !== held.minute;
  return { ...current, holder: null, ...(hasSent && { minute: now }) };
}
