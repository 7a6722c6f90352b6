import type { MailboxGone } from '../ports/meetings.ts';
import type { Ports } from '../ports/ports.ts';
import type { Mailbox } from '../records/mailbox.ts';
import { minute } from '../time/interval.ts';
import { changeMailbox, newMailbox, refuses } from './change-mailbox.ts';

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
 * @param finish what else changes in the record once the work is done. Work that changes the record itself must give it.
 * @returns what `work` returns; `mailbox-gone` when all of them refuse
 * @throws when no mailbox became free; what `work` throws, after the hold has ended
 */
export async function withMailbox<R>(
  ports: MailboxPorts,
  mailboxes: readonly string[],
  what: string,
  work: (mailbox: Mailbox) => Promise<R | MailboxGone>,
  finish?: (current: Mailbox, result: R) => Mailbox,
): Promise<R | MailboxGone> {
  for (let left = mailboxes; left.length > 0;) {
    const held = await holdFirst(ports, left, what);
    const result = await workAt(ports, held, work, finish);
    if (result !== 'mailbox-gone') return result;
    left = left.filter((mailbox) => mailbox !== held.record.mailbox);
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
  held: Held,
  work: (mailbox: Mailbox) => Promise<R | MailboxGone>,
  finish?: (current: Mailbox, result: R) => Mailbox,
): Promise<R | MailboxGone> {
  let finished = (current: Mailbox): Mailbox => current;
  try {
    if (refuses(held.record, ports.now())) return 'mailbox-gone';
    const result = await work(held.record);
    if (result === 'mailbox-gone') {
      alarm(ports, held.record);
      finished = (current) => ({ ...current, goneUntil: ports.now() + askedAgainAfter });
    } else {
      finished = (current) => {
        const working = { ...current, goneUntil: null };
        return finish?.(working, result) ?? working;
      };
    }
    return result;
  } finally {
    await release(ports, finish === undefined ? held : { ...held, version: null }, finished);
  }
}

/** One alarm when a mailbox begins to refuse, and one an hour for the first of the pool while it does. */
function alarm({ log, organisers }: MailboxPorts, { mailbox, goneUntil }: Mailbox): void {
  const number = organisers.indexOf(mailbox) + 1;
  if (goneUntil === null || number === 1)
    log('alarm', { reason: 'mailbox-refuses', mailbox: number, mailboxes: organisers.length });
}

async function holdFirst(ports: MailboxPorts, mailboxes: readonly string[], what: string): Promise<Held> {
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

/** A mailbox's record, now held, and its version. */
interface Held {
  readonly record: Mailbox;
  readonly version: string | null;
}

/** Null when another worker holds it. */
async function hold(ports: MailboxPorts, mailbox: string, what: string): Promise<Held | null> {
  const { mailboxes } = ports.storage;
  for (;;) {
    const now = ports.now();
    const found = await mailboxes.get(mailbox);
    const current = found?.value ?? newMailbox(mailbox);
    if (current.holder !== null && current.until > now) return null;
    const record = { ...withoutDead(current), holder: `${what}@${now}`, until: now + ports.lease };
    const version =
      found === null ? await mailboxes.insert(record) : await mailboxes.replace(record, found.version);
    if (version !== null) return { record, version };
  }
}

/** Ends a hold. As a rule nobody has changed the record of that version: then it need not be read again. */
async function release(
  ports: MailboxPorts,
  { record, version }: Held,
  finished: (current: Mailbox) => Mailbox,
): Promise<void> {
  const end = (current: Mailbox) => finished(released(current, record, ports.now()));
  if (version !== null && (await ports.storage.mailboxes.replace(end(record), version)) !== null) return;
  await changeMailbox(ports, record.mailbox, (current) =>
    current.holder === record.holder ? end(current) : null,
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
