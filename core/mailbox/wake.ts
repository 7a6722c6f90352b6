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
 * over from the one before. A worker that has looked, and does not hold the mailbox yet, finds its record written anew, and
 * looks again.
 */
export async function wake(ports: WakePorts, mailbox: string): Promise<void> {
  const isToStart = ({ next, holder, goneUntil }: Mailbox) =>
    next === null || holder !== null || goneUntil !== null;
  await start(ports, mailbox, (current, now) => (isToStart(current) ? withNew(current, now) : current));
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
    await start(ports, one.mailbox, (current, now) =>
      isOverdue(current, now) ? withNew(current, now) : null,
    );
    ports.log('mailbox woken', { mailbox: ports.organisers.indexOf(one.mailbox) + 1 });
  }
}

/** The mailbox's record with the name of a new queue message. An earlier message ends without effect. */
function withNew(mailbox: Mailbox, now: number): Mailbox {
  return { ...mailbox, next: Math.max(now, (mailbox.next ?? 0) + 1) };
}

/** Changes the mailbox's record, and puts the queue message that it names from now on. */
async function start(
  ports: WakePorts,
  mailbox: string,
  decide: (current: Mailbox, now: number) => Mailbox | null,
): Promise<void> {
  const before: { next: number | null } = { next: null };
  const started = await changeMailbox(ports, mailbox, (current) => {
    before.next = current.next;
    return decide(current, ports.now());
  });
  if (started?.next != null && started.next !== before.next)
    await ports.queue.put([{ kind: 'send', mailbox, at: started.next }]);
}
