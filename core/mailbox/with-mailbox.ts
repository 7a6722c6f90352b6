import type { MailboxGone } from '../ports/meetings.ts';
import type { Ports } from '../ports/ports.ts';
import type { Mailbox } from '../records/mailbox.ts';
import { minute } from '../time/interval.ts';
import { changeMailbox, refuses } from './change-mailbox.ts';

export type MailboxPorts = Pick<Ports, 'storage' | 'now' | 'lease' | 'wait' | 'log' | 'organisers'>;

/** A mailbox that refuses is asked again after this many milliseconds. */
const askedAgainAfter = 60 * minute;
/** Poll interval in milliseconds. */
const pollInterval = 1_000;
/** Polls that follow the longest hold: enough for another worker to have had the next one. */
const pollsAfterLease = 10;

/** Every mailbox of the pool refuses: nothing can be read until one of them may be asked again. */
export class EveryMailboxRefuses extends Error {}

/**
 * Does some work at the first of some mailboxes that is free and does not refuse. One worker at a time holds a mailbox, over all
 * instances, so that Outlook's limit of concurrent requests is kept. While all are held it waits, ten seconds longer than a
 * hold can last. A mailbox that refuses is asked again an hour later.
 * @param mailboxes at least one, in the order in which to try them
 * @param what a word for the work
 * @param work gets the mailbox's record. It must not ask for the same mailbox again: it would wait for itself.
 * @param finish what else changes in the record once the work is done
 * @returns what `work` returns; `mailbox-gone` when all of them refuse
 * @throws when no mailbox became free; what `work` throws, after the hold has ended
 */
export async function withMailbox<R>(
  ports: MailboxPorts,
  mailboxes: readonly string[],
  what: string,
  work: (mailbox: Mailbox) => Promise<R | MailboxGone>,
  finish: (current: Mailbox, result: R) => Mailbox = (current) => current,
): Promise<R | MailboxGone> {
  for (let left = mailboxes; left.length > 0;) {
    const held = await holdFirst(ports, left, what);
    const result = await workAt(ports, held, work, finish);
    if (result !== 'mailbox-gone') return result;
    left = left.filter((mailbox) => mailbox !== held.mailbox);
  }
  return 'mailbox-gone';
}

/**
 * Reads at the first of some mailboxes that is free and does not refuse.
 * @throws EveryMailboxRefuses; and as `withMailbox`
 */
export async function readAtMailbox<R>(
  ports: MailboxPorts,
  mailboxes: readonly string[],
  read: (mailbox: string) => Promise<R | MailboxGone>,
): Promise<R> {
  const result = await withMailbox(ports, mailboxes, 'reading calendars', ({ mailbox }) => read(mailbox));
  if (result === 'mailbox-gone') throw new EveryMailboxRefuses(`all ${mailboxes.length} mailboxes refuse`);
  return result;
}

/** Works at a mailbox, unless it refused lately, and ends the hold. */
async function workAt<R>(
  ports: MailboxPorts,
  held: Mailbox,
  work: (mailbox: Mailbox) => Promise<R | MailboxGone>,
  finish: (current: Mailbox, result: R) => Mailbox,
): Promise<R | MailboxGone> {
  let finished = (current: Mailbox): Mailbox => current;
  try {
    if (refuses(held, ports.now())) return 'mailbox-gone';
    const result = await work(held);
    if (result === 'mailbox-gone') {
      alarm(ports, held);
      finished = (current) => ({ ...current, goneUntil: ports.now() + askedAgainAfter });
    } else finished = (current) => finish({ ...current, goneUntil: null }, result);
    return result;
  } finally {
    await changeMailbox(ports, held.mailbox, (current) =>
      current.holder === held.holder ? finished(released(current, held, ports.now())) : null,
    );
  }
}

/** One alarm when a mailbox begins to refuse, and one an hour for the first of the pool while it does. */
function alarm({ log, organisers }: MailboxPorts, { mailbox, goneUntil }: Mailbox): void {
  const number = organisers.indexOf(mailbox) + 1;
  if (goneUntil === null || number === 1)
    log('alarm', { reason: 'mailbox-refuses', mailbox: number, mailboxes: organisers.length });
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
  const { holder, until } = mailbox;
  return holder === null ? mailbox : { ...mailbox, minute: Math.max(mailbox.minute, until) };
}

/** The mailbox without its holder. What the holder counted went out by `now` (epoch milliseconds). */
function released(current: Mailbox, held: Mailbox, now: number): Mailbox {
  const hasSent = current.sentToday !== held.sentToday || current.minute !== held.minute;
  return { ...current, holder: null, ...(hasSent && { minute: now }) };
}
