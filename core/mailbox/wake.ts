import type { Ports } from '../ports/ports.ts';
import type { Mailbox } from '../records/mailbox.ts';
import { minute } from '../time/interval.ts';
import { changeMailbox } from './change-mailbox.ts';

type WakePorts = Pick<Ports, 'storage' | 'now' | 'queue'>;

/** How long a queue message may be late before another takes its place, in milliseconds. */
const longestOverdue = 5 * minute;

/**
 * Has a mailbox send what is recorded, unless a queue message for that is under way. Call it after recording something to be
 * sent. A worker at the mailbox may have looked before, and a mailbox that refuses waits for an hour: then a new message takes
 * over from the one before.
 */
export async function wake(ports: WakePorts, mailbox: string): Promise<void> {
  await start(
    ports,
    mailbox,
    ({ next, holder, goneUntil }) => next === null || holder !== null || goneUntil !== null,
  );
}

/** Replaces lost queue messages: those of mailboxes that should have gone on five minutes ago. */
export async function wakeOverdue(
  ports: WakePorts & Pick<Ports, 'organisers' | 'log'>,
  mailboxes: readonly Mailbox[],
): Promise<void> {
  const isOverdue = ({ next, holder, until }: Mailbox, now: number) =>
    next !== null && next < now - longestOverdue && (holder === null || until <= now);
  for (const one of mailboxes) {
    if (!isOverdue(one, ports.now())) continue;
    await start(ports, one.mailbox, isOverdue);
    ports.log('mailbox woken', { mailbox: ports.organisers.indexOf(one.mailbox) + 1 });
  }
}

/** Names a new queue message in the mailbox's record, and puts it. An earlier message ends without effect. */
async function start(
  ports: WakePorts,
  mailbox: string,
  isToStart: (current: Mailbox, now: number) => boolean,
): Promise<void> {
  const started = await changeMailbox(ports, mailbox, (current) => {
    const now = ports.now();
    return isToStart(current, now) ? { ...current, next: Math.max(now, (current.next ?? 0) + 1) } : null;
  });
  if (started?.next != null) await ports.queue.put([{ kind: 'send', mailbox, at: started.next }]);
}
