import type { MailboxBudget } from '../records/mailbox.ts';
import { minute } from '../time/interval.ts';

/**
 * Exchange's limits for one mailbox. They are written for mail, and apply to meetings made through Graph too.
 * https://learn.microsoft.com/office365/servicedescriptions/exchange-online-service-description/exchange-online-limits
 */
export const invitationsAMinute = 30;

export const recipientsADay = 10_000;

const hour = 60 * minute;
const day = 24 * hour;

type Sending = MailboxBudget['sendings'][number];

/**
 * Whether every window of `length` milliseconds that includes `at` has room for more invitations.
 * @param at epoch milliseconds
 */
export function fitsMinute(
  sendings: readonly Sending[],
  at: number,
  invitations: number,
  length: number,
): boolean {
  const starts = [at, ...sendings.map((sending) => sending.at)].filter(
    (start) => start <= at && start > at - length,
  );
  return starts.every((start) => {
    const within = sendings.filter((sending) => sending.at >= start && sending.at < start + length);
    return within.reduce((sum, sending) => sum + sending.invitations, invitations) <= invitationsAMinute;
  });
}

type Counted = MailboxBudget['recipients'][number];

/** The end of the 24 hours in which some of an hour's recipients may count (epoch milliseconds). */
export function countsUntil(counted: Counted): number {
  return counted.hour + hour + day;
}

/** Whether some of an hour's recipients may lie in the 24 hours before `at` (epoch milliseconds). */
export function counts(counted: Counted, at: number): boolean {
  return countsUntil(counted) > at;
}

export function fitsDay(recipients: readonly Counted[], at: number, wanted: number): boolean {
  const counted = recipients.filter((one) => counts(one, at));
  return counted.reduce((sum, { count }) => sum + count, wanted) <= recipientsADay;
}

export function withRecipients(recipients: readonly Counted[], at: number, count: number): Counted[] {
  const start = Math.floor(at / hour) * hour;
  const counted = recipients.find((one) => one.hour === start)?.count ?? 0;
  return [...recipients.filter((one) => one.hour !== start), { hour: start, count: counted + count }];
}
