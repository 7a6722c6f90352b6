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

/** The record of a mailbox, as just read. */
interface Seen {
  readonly record: Mailbox;
  /** Null: it is not stored yet. */
  readonly version: string | null;
  /** Whether another worker holds it. */
  readonly isHeld: boolean;
}

/** The stored record of a mailbox that this worker holds. */
export interface Held {
  readonly record: Mailbox;
  readonly version: string;
}

/** Reads the record of a mailbox. */
export async function lookAtMailbox(
  { storage, now }: Pick<MailboxPorts, 'storage' | 'now'>,
  mailbox: string,
): Promise<Seen> {
  const found = await storage.mailboxes.get(mailbox);
  const record = found?.value ?? newMailbox(mailbox);
  const isHeld = record.holder !== null && record.until > now();
  return { record: isHeld ? record : withoutDead(record), version: found?.version ?? null, isHeld };
}

/**
 * Calls `attempt` every second until it gives something.
 * @param count how many mailboxes it tries
 * @param what a word for the work
 * @throws after ten seconds more than a hold can last
 */
export async function untilFree<R>(
  ports: MailboxPorts,
  count: number,
  what: string,
  attempt: () => Promise<R | null>,
): Promise<R> {
  const polls = Math.ceil(ports.lease / pollInterval) + pollsAfterLease;
  for (let poll = 0; poll <= polls; poll++) {
    if (poll === 1) ports.log('waiting for a mailbox', { what, mailboxes: count });
    if (poll > 0) await ports.wait(pollInterval);
    const result = await attempt();
    if (result !== null) return result;
  }
  throw new Error(`${what} found all ${count} mailboxes held for ${(polls * pollInterval) / 1000} seconds`);
}

/** Holds a mailbox that nobody holds. Null when somebody else changed its record meanwhile. */
export async function hold(
  { storage, now, lease }: Pick<MailboxPorts, 'storage' | 'now' | 'lease'>,
  { record: free, version: before }: Pick<Seen, 'record' | 'version'>,
  what: string,
): Promise<Held | null> {
  const record = { ...free, holder: `${what}@${now()}`, until: now() + lease };
  const version =
    before === null
      ? await storage.mailboxes.insert(record)
      : await storage.mailboxes.replace(record, before);
  return version === null ? null : { record, version };
}

/**
 * Ends a hold. As a rule nobody has changed the record since: then it need not be read again. Raises the alarm when it is to
 * say from now on that the mailbox refuses.
 * @param finish what else changes in the record. May be called several times.
 */
export async function release(
  ports: Pick<MailboxPorts, 'storage' | 'now' | 'log' | 'organisers'>,
  { record, version }: Held,
  finish: (current: Mailbox) => Mailbox,
): Promise<void> {
  const end = (current: Mailbox) => finish({ ...current, holder: null });
  let [before, after] = [record, end(record)];
  if ((await ports.storage.mailboxes.replace(after, version)) === null) {
    await changeMailbox(ports, record.mailbox, (current) => {
      if (current.holder !== record.holder) return null;
      [before, after] = [current, end(current)];
      return after;
    });
  }
  raiseAlarm(ports, before, after);
}

/** The mailbox once it was asked: it works, or refuses and is left alone for an hour. */
export function withHeard({ now }: Pick<MailboxPorts, 'now'>, mailbox: Mailbox, isGone: boolean): Mailbox {
  return { ...mailbox, goneUntil: isGone ? now() + askedAgainAfter : null };
}

/** One alarm when a mailbox begins to refuse, and one an hour for the first of the pool while it does. */
export function raiseAlarm(
  { now, log, organisers }: Pick<MailboxPorts, 'now' | 'log' | 'organisers'>,
  before: Mailbox,
  after: Mailbox,
): void {
  // The worker that recorded the refusal first has raised the alarm.
  if (!refuses(after, now()) || refuses(before, now())) return;
  const number = organisers.indexOf(after.mailbox) + 1;
  if (before.goneUntil === null || number === 1)
    log('alarm', { reason: 'mailbox-refuses', mailbox: number, mailboxes: organisers.length });
}

/** A worker that died may have sent until its hold ended. */
function withoutDead(mailbox: Mailbox): Mailbox {
  const { holder, until } = mailbox;
  return holder === null ? mailbox : { ...mailbox, holder: null, minute: Math.max(mailbox.minute, until) };
}
