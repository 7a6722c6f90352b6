import type { Mailbox } from '../records/mailbox.ts';
import { minute } from '../time/interval.ts';

/**
 * Exchange's limits for one mailbox. They are written for mail, and apply to meetings made through Graph too.
 * https://learn.microsoft.com/office365/servicedescriptions/exchange-online-service-description/exchange-online-limits
 */
const invitationsAMinute = 30;
const recipientsADay = 10_000;

/**
 * The most concurrent requests at a mailbox: Outlook's limit for an app.
 * https://learn.microsoft.com/graph/throttling-limits
 */
export const requestsAtOnce = 4;

/** The most events in one call of `Meetings`: Graph's limit of one `$batch`. */
export const eventsInBatch = 20;

/**
 * Milliseconds after which a hold ends by itself, should its worker have died. A worker waits at most half of that for a
 * throttling Graph (`adapters/graph/retry.ts`): the rest is for the requests themselves.
 */
export const longestHold = 120_000;

const day = 24 * 60 * minute;

/**
 * The mailbox for one of many pairings: each of the pool in turn gets as many as it may invite in a minute.
 * @param i the pairing's place among the others, from 0
 * @throws when there is no mailbox
 */
export function mailboxFor(mailboxes: readonly string[], i: number): string {
  const mailbox = mailboxes[Math.floor(i / invitationsAMinute) % mailboxes.length];
  if (mailbox === undefined) throw new Error('no organiser mailbox is configured');
  return mailbox;
}

/**
 * How much a mailbox may send at `now` (epoch milliseconds). A minute's count starts anew only when nothing was sent for a
 * minute, and all of the current and the former 24 hours count. So no 60 seconds and no 24 hours hold more than the limit.
 */
export function roomAt(
  mailbox: Mailbox,
  now: number,
): { readonly invitations: number; readonly recipients: number } {
  const { sentInMinute, sentToday, sentYesterday } = counting(mailbox, now);
  return {
    invitations: invitationsAMinute - sentInMinute,
    recipients: recipientsADay - sentToday - sentYesterday,
  };
}

/** When a mailbox may have more room than at `now`. Both in epoch milliseconds. */
export function moreRoomAt({ minute: lastSent, day: dayBegan }: Mailbox, now: number): number {
  const instants = [lastSent + minute, dayBegan + day, lastSent + day];
  return Math.min(...instants.filter((at) => at > now));
}

/** The mailbox with invitations counted that it is about to send at `now` (epoch milliseconds). */
export function withSent(mailbox: Mailbox, now: number, invitations: number, recipients: number): Mailbox {
  const before = counting(mailbox, now);
  return {
    ...before,
    minute: now,
    sentInMinute: before.sentInMinute + invitations,
    sentToday: before.sentToday + recipients,
  };
}

/** The mailbox without what no longer counts at `now` (epoch milliseconds). */
function counting(mailbox: Mailbox, now: number): Mailbox {
  const silence = now - mailbox.minute;
  const sentInMinute = silence >= minute ? 0 : mailbox.sentInMinute;
  if (silence >= day) return { ...mailbox, sentInMinute, day: now, sentToday: 0, sentYesterday: 0 };
  return now - mailbox.day >= day
    ? { ...mailbox, sentInMinute, day: now, sentToday: 0, sentYesterday: mailbox.sentToday }
    : { ...mailbox, sentInMinute };
}
