import { throttled } from '../protocol/limits.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const messagesAMinute = 30;
const recipientsADay = 10_000;

/** What mailboxes send. An invitation, an update and a cancellation are one message each, to any number of people. */
export interface Sending {
  /**
   * Counts a message, unless it has no recipients.
   * @param now epoch milliseconds of the product's clock
   * @throws GraphError 429 when the mailbox reached its limit
   */
  send(mailbox: string, recipients: number, now: number): void;
}

interface Message {
  readonly at: number;
  readonly recipients: number;
}

/**
 * Exchange's limits for a mailbox: 30 messages in any minute, 10,000 recipients in any 24 hours.
 * https://learn.microsoft.com/office365/servicedescriptions/exchange-online-service-description/exchange-online-limits
 */
export function createSending(): Sending {
  const mailboxes = new Map<string, Message[]>();
  return {
    send(mailbox, recipients, now) {
      if (recipients === 0) return;
      const lastDay = (mailboxes.get(mailbox) ?? []).filter(({ at }) => at > now - day);
      const lastMinute = lastDay.filter(({ at }) => at > now - minute);
      const first = lastMinute[0];
      if (first !== undefined && lastMinute.length >= messagesAMinute)
        throw throttled(Math.ceil((first.at + minute - now) / 1000), 'MessageRate');
      const free = roomFor(recipients, lastDay);
      if (free !== null) throw throttled(Math.ceil((free + day - now) / 1000), 'RecipientRate');
      mailboxes.set(mailbox, [...lastDay, { at: now, recipients }]);
    },
  };
}

/** The time of the message whose recipients must be a day old to make room; null when there is room now. */
function roomFor(recipients: number, lastDay: readonly Message[]): number | null {
  let over = lastDay.reduce((sum, message) => sum + message.recipients, recipients) - recipientsADay;
  if (over <= 0) return null;
  for (const message of lastDay) {
    over -= message.recipients;
    if (over <= 0) return message.at;
  }
  return lastDay.at(-1)?.at ?? null;
}
