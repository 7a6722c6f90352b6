import type { Ports } from '../ports/ports.ts';
import type { Mailbox } from '../records/mailbox.ts';
import { change } from '../shared/change.ts';
import { minute } from '../time/interval.ts';
import { newMailbox } from './with-mailbox.ts';

type WakePorts = Pick<Ports, 'storage' | 'now' | 'queue'>;

/** How long a queue message may be late before another takes its place, in milliseconds. */
const longestOverdue = 5 * minute;

/**
 * Has a mailbox send what is recorded, unless a queue message for that is under way. Call it after recording something to be
 * sent. A worker at the mailbox may have looked before: then a new message takes over from it.
 */
export async function wake(ports: WakePorts, mailbox: string): Promise<void> {
  await start(ports, mailbox, ({ next, holder }) => next === null || holder !== null);
}

/** Replaces lost queue messages: those of mailboxes that should have gone on five minutes ago. */
export async function wakeOverdue(ports: WakePorts & Pick<Ports, 'organisers' | 'log'>): Promise<void> {
  for (const [i, mailbox] of ports.organisers.entries()) {
    const isOverdue = ({ next, holder, until }: Mailbox, now: number) =>
      next !== null && next < now - longestOverdue && (holder === null || until <= now);
    const found = await ports.storage.mailboxes.get(mailbox);
    if (found === null || !isOverdue(found.value, ports.now())) continue;
    await start(ports, mailbox, isOverdue);
    ports.log('mailbox woken', { mailbox: i + 1 });
  }
}

/** Names a new queue message in the mailbox's record, and puts it. An earlier message ends without effect. */
async function start(
  ports: WakePorts,
  mailbox: string,
  isToStart: (current: Mailbox, now: number) => boolean,
): Promise<void> {
  let starts = false;
  const stored = await change(ports.storage.mailboxes, mailbox, (current) => {
    const before = current ?? newMailbox(mailbox);
    const now = ports.now();
    starts = isToStart(before, now);
    return starts ? { ...before, next: Math.max(now, (before.next ?? 0) + 1) } : null;
  });
  if (starts && stored !== null && stored.next !== null)
    await ports.queue.put([{ kind: 'send', mailbox, at: stored.next }]);
}
