import type { MailboxGone } from '../ports/meetings.ts';
import type { Mailbox } from '../records/mailbox.ts';
import { Unavailable } from '../shared/unavailable.ts';
import { changeMailbox, refuses } from './change-mailbox.ts';
import {
  type Held,
  hold,
  lookAtMailbox,
  type MailboxPorts,
  raiseAlarm,
  release,
  untilFree,
  withHeard,
} from './hold-mailbox.ts';

/** Every mailbox of the pool refuses: nothing can be read until one of them may be asked again. */
export class EveryMailboxRefuses extends Unavailable {}

/**
 * Does some work at the first of some mailboxes that is free and does not refuse. One worker at a time holds a mailbox, over all
 * instances, so that Outlook's limit of concurrent requests is kept. While all are held it waits, ten seconds longer than a
 * hold can last. A mailbox that refuses is asked again an hour later.
 * @param mailboxes at least one, in the order in which to try them
 * @param what a word for the work
 * @param work must not ask for the same mailbox again: it would wait for itself
 * @returns what `work` returns; `mailbox-gone` when all of them refuse
 * @throws when no mailbox became free; what `work` throws, after the hold has ended
 */
export async function withMailbox<R>(
  ports: MailboxPorts,
  mailboxes: readonly string[],
  what: string,
  work: (mailbox: string) => Promise<R | MailboxGone>,
): Promise<R | MailboxGone> {
  for (let left = mailboxes; left.length > 0;) {
    const held = await holdFirst(ports, left, what);
    const result = await workAt(ports, held, work);
    if (result !== 'mailbox-gone') return result;
    left = left.filter((mailbox) => mailbox !== held.record.mailbox);
  }
  return 'mailbox-gone';
}

/**
 * Reads at the first of some mailboxes that does not refuse. Several requests wait until it is free, and hold it.
 * @param requests how many requests it takes
 * @throws EveryMailboxRefuses; and as `withMailbox`
 */
export async function readAtMailbox<R>(
  ports: MailboxPorts,
  mailboxes: readonly string[],
  requests: number,
  read: (mailbox: string) => Promise<R | MailboxGone>,
): Promise<R> {
  const result =
    requests > 1
      ? await withMailbox(ports, mailboxes, 'reading calendars', read)
      : await askFirst(ports, mailboxes, read);
  if (result === 'mailbox-gone')
    throw new EveryMailboxRefuses('graph', `all ${mailboxes.length} mailboxes refuse`);
  return result;
}

async function askFirst<R>(
  ports: MailboxPorts,
  mailboxes: readonly string[],
  ask: (mailbox: string) => Promise<R | MailboxGone>,
): Promise<R | MailboxGone> {
  for (const mailbox of mailboxes) {
    const { record } = await lookAtMailbox(ports, mailbox);
    const result = await askMailbox(ports, record, () => ask(mailbox));
    if (result !== 'mailbox-gone') return result;
  }
  return 'mailbox-gone';
}

/** Works at a mailbox, unless it refused lately, and ends the hold. */
async function workAt<R>(
  ports: MailboxPorts,
  held: Held,
  work: (mailbox: string) => Promise<R | MailboxGone>,
): Promise<R | MailboxGone> {
  let heard = (current: Mailbox): Mailbox => current;
  try {
    if (refuses(held.record, ports.now())) return 'mailbox-gone';
    const result = await work(held.record.mailbox);
    heard = (current) => withHeard(ports, current, result === 'mailbox-gone');
    return result;
  } finally {
    await release(ports, held, heard);
  }
}

async function holdFirst(ports: MailboxPorts, mailboxes: readonly string[], what: string): Promise<Held> {
  return untilFree(ports, mailboxes.length, what, async () => {
    for (const mailbox of mailboxes) {
      const held = await holdOne(ports, mailbox, what);
      if (held !== null) return held;
    }
    return null;
  });
}

/** Null when another worker holds it. */
async function holdOne(ports: MailboxPorts, mailbox: string, what: string): Promise<Held | null> {
  for (;;) {
    const found = await lookAtMailbox(ports, mailbox);
    if (found.isHeld) return null;
    const held = await hold(ports, found, what);
    if (held !== null) return held;
  }
}

/**
 * Asks a mailbox for something with one request at a time, without holding it: should others use up Outlook's limit of
 * concurrent requests, the request waits and is repeated.
 * @param record the mailbox's, as just read
 * @returns `mailbox-gone` when it refuses, or refused in the last hour
 */
export async function askMailbox<R>(
  ports: MailboxPorts,
  record: Mailbox,
  ask: () => Promise<R | MailboxGone>,
): Promise<R | MailboxGone> {
  if (refuses(record, ports.now())) return 'mailbox-gone';
  const result = await ask();
  const isGone = result === 'mailbox-gone';
  if (isGone || record.goneUntil !== null) {
    let before = record;
    const after = await changeMailbox(ports, record.mailbox, (current) => {
      before = current;
      return withHeard(ports, current, isGone);
    });
    if (after !== null) raiseAlarm(ports, before, after);
  }
  return result;
}
