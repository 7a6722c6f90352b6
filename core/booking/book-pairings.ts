import { changeMailbox, refuses } from '../mailbox/change-mailbox.ts';
import { type Held, hold, lookAtMailbox, release, untilFree, withHeard } from '../mailbox/hold-mailbox.ts';
import { eventsInBatch, moreRoomAt, roomAt, withSent } from '../mailbox/limits.ts';
import type { MailboxGone } from '../ports/meetings.ts';
import type { Ports } from '../ports/ports.ts';
import { isSettled, type Mailbox } from '../records/mailbox.ts';
import type { SendWork } from '../records/work.ts';
import { inPartsOf } from '../shared/in-parts.ts';
import { minute } from '../time/interval.ts';
import { type DueSend, dueSends } from './due-sends.ts';
import { passOn } from './pass-on.ts';
import { reconcileCalendar } from './reconcile-calendar.ts';

/** What came of sending. */
interface Sent {
  /** The `at` of the queue message that goes on; null when nothing is left. */
  readonly next: number | null;
  /** One for each pairing whose step is to be repeated. */
  readonly failures: readonly Error[];
}

/**
 * Creates, moves and cancels up to thirty events in a mailbox's calendar, as the records of all open rounds say, and queues
 * telling the members. While there is more, it puts itself back on the queue, a minute later. A message that the mailbox's
 * record does not name ends without effect. One worker at a time sends: it holds the mailbox, and counts what it is about to
 * send with the same write, so that a worker that dies while sending has counted it.
 * Pairings of a mailbox that refuses go to the others of the pool, except those that it has booked.
 * @throws when steps failed. What was done is recorded, and the failed ones are repeated a minute later.
 */
export async function bookPairings(ports: Ports, { mailbox, at }: SendWork): Promise<void> {
  const free = await untilFree(ports, 1, 'sending', async () => {
    const found = await lookAtMailbox(ports, mailbox);
    return found.isHeld && found.record.next === at ? null : found;
  });
  if (free.record.next !== at) return;
  if (refuses(free.record, ports.now())) return waitForMailbox(ports, mailbox, at);

  const { changes, created } = await dueSends(ports, mailbox);
  const due = [...changes, ...created];
  const now = ports.now();
  const taken = fitting(free.record, now, due);
  // When somebody changes the record meanwhile, something more may be due: look again.
  const lookAgain = () => bookPairings(ports, { kind: 'send', mailbox, at });
  if (taken.length === 0) {
    const next = due.length === 0 ? null : moreRoomAt(free.record, now);
    await putNext(ports, mailbox, next);
    const named = await ports.storage.mailboxes.replace({ ...free.record, next }, free.version ?? '');
    return named === null ? lookAgain() : undefined;
  }
  const recipients = taken.reduce((sum, { record }) => sum + record.value.members.length, 0);
  const counted = withSent(free.record, now, taken.length, recipients);
  const held = await hold(ports, { ...free, record: counted }, 'sending');
  if (held === null) return lookAgain();
  const sent = await sendAndRelease(ports, held, taken, due.length - taken.length);
  if (sent === 'mailbox-gone') return waitForMailbox(ports, mailbox, at);
  const [first, ...others] = sent.failures;
  if (first !== undefined)
    throw others.length === 0 ? first : new AggregateError(sent.failures, `${first.message}, and others`);
}

/** Sends, names the message that goes on, and ends the hold. What was sent went out by then. */
async function sendAndRelease(
  ports: Ports,
  held: Held,
  taken: readonly DueSend[],
  waiting: number,
): Promise<Sent | MailboxGone> {
  const { mailbox, next: at } = held.record;
  let finish = (current: Mailbox): Mailbox => current;
  try {
    const sent = await send(ports, mailbox, taken, waiting);
    finish = (current) => {
      const heard = withHeard(ports, current, sent === 'mailbox-gone');
      // When somebody woke the mailbox meanwhile, another message goes on.
      return sent === 'mailbox-gone' || current.next !== at ? heard : { ...heard, next: sent.next };
    };
    return sent;
  } finally {
    await release(ports, held, (current) => ({ ...finish(current), minute: ports.now() }));
  }
}

async function send(
  ports: Ports,
  mailbox: string,
  taken: readonly DueSend[],
  waiting: number,
): Promise<Sent | MailboxGone> {
  const failures: Error[] = [];
  let left = waiting;
  for (const inRound of Map.groupBy(
    taken,
    ({ record }) => `${record.value.scheme}:${record.value.round}`,
  ).values()) {
    for (const part of inPartsOf(eventsInBatch, inRound)) {
      const booked = await book(ports, mailbox, part);
      if (booked.gone) return 'mailbox-gone';
      failures.push(...booked.failures);
      left += booked.left;
    }
  }
  const isDone = failures.length === 0 && left === 0;
  const next = isDone ? null : ports.now() + minute;
  await putNext(ports, mailbox, next);
  return { next, failures };
}

/** As many as the mailbox may send now. */
function fitting(mailbox: Mailbox, now: number, due: readonly DueSend[]): DueSend[] {
  const room = roomAt(mailbox, now);
  let recipients = 0;
  return due.filter(({ record }, i) => {
    recipients += record.value.members.length;
    return i < room.invitations && recipients <= room.recipients;
  });
}

/** Brings the events of pairings of one round about, and queues telling their members. */
async function book(
  ports: Ports,
  organiser: string,
  part: readonly DueSend[],
): Promise<{ readonly failures: readonly Error[]; readonly left: number; readonly gone: boolean }> {
  const [first] = part;
  if (first === undefined) return { failures: [], left: 0, gone: false };
  const { scheme, record } = first;
  const records = part.map((due) => due.record);
  const { done, failures, gone } = await reconcileCalendar(ports, scheme, organiser, records);
  const settled = done.filter(isSettled).map(({ pairing }) => pairing);
  if (settled.length > 0) {
    const { round } = record.value;
    await ports.queue.put([{ kind: 'tell', scheme: scheme.id, round, pairings: settled, people: [] }]);
  }
  return { failures, left: done.length - settled.length, gone };
}

/** Passes on what a mailbox that refuses has not booked. It is asked again in an hour when something is left for it. */
async function waitForMailbox(ports: Ports, mailbox: string, at: number): Promise<void> {
  const isLeft = await passOn(ports, mailbox);
  const stored = await ports.storage.mailboxes.get(mailbox);
  const next = isLeft ? (stored?.value.goneUntil ?? ports.now()) : null;
  await putNext(ports, mailbox, next);
  await changeMailbox(ports, mailbox, (current) => (current.next === at ? { ...current, next } : null));
}

/** Puts the queue message that goes on. It counts once the mailbox's record names it. */
async function putNext(ports: Ports, mailbox: string, next: number | null): Promise<void> {
  if (next === null) return;
  const seconds = Math.max(0, Math.ceil((next - ports.now()) / 1000));
  await ports.queue.put([{ kind: 'send', mailbox, at: next }], seconds);
  ports.log('waiting for the mailbox', { mailbox: ports.organisers.indexOf(mailbox) + 1, seconds });
}
