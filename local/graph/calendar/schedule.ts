import { z } from 'zod';
import type { CustomZone } from '../../../core/time/hours.ts';
import { parseParameters } from '../protocol/body.ts';
import { badRequest } from '../protocol/errors.ts';
import { toDateTime, toInstant } from '../protocol/times.ts';
import type { Call, Answer } from '../protocol/call.ts';
import type { Status } from '../mailboxes/event.ts';
import { dateTimeTimeZone } from './event-body.ts';
import type { Mailbox, WorkingHours } from '../mailboxes/mailbox.ts';
import type { Mailboxes } from '../mailboxes/mailboxes.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

const scheduleBody = z.strictObject({
  schedules: z.array(z.string().min(1)).min(1).max(20, 'at most 20 schedules can be asked for at once'),
  startTime: dateTimeTimeZone,
  endTime: dateTimeTimeZone,
  availabilityViewInterval: z.number().int().min(5).max(1440).default(30),
});

/**
 * Each interval shows the status of the highest rank. Working elsewhere has a lower rank than everything that makes
 * somebody busy.
 */
const rank: Record<Status, number> = { free: 0, workingElsewhere: 1, tentative: 2, busy: 3, oof: 4 };
const digits = ['0', '4', '1', '2', '3'];

interface Item {
  readonly start: number;
  readonly end: number;
  readonly status: Status;
  readonly subject: string;
  readonly location: string;
  readonly isPrivate: boolean;
}

/** `POST /users/{id}/calendar/getSchedule`: free/busy of up to 20 mailboxes over up to 62 days. */
export function getSchedule(call: Call, mailboxes: Mailboxes): Answer {
  const body = parseParameters(scheduleBody, call.body, 'microsoft.graph.getSchedule');
  const start = toInstant(body.startTime, 'startTime');
  const end = toInstant(body.endTime, 'endTime');
  if (end <= start)
    throw badRequest('The end time must be later than the start time.', 'ErrorInvalidTimeInterval');
  if (end - start > 62 * day) {
    const days = Math.ceil((end - start) / day);
    throw badRequest(
      `The requested time duration specified for FreeBusyViewOptions.TimeWindow is too long. The allowed limit = 62 days; the actual limit = ${days} days.`,
      'ErrorTimeIntervalTooBig',
    );
  }
  const interval = body.availabilityViewInterval * minute;
  const value = body.schedules.map((address) => {
    const mailbox = mailboxes.byMail(address);
    const refusal = (responseCode: string, message: string) => ({
      scheduleId: address,
      availabilityView: '',
      error: { message, responseCode },
    });
    if (mailbox === undefined) {
      return refusal(
        'ErrorMailRecipientNotFound',
        `Unable to resolve e-mail address <>SMTP:${address} to an Active Directory object.`,
      );
    }
    const unreadable = mailbox.base?.unreadable ?? null;
    if (unreadable !== null) return refusal('ErrorCorruptData', unreadable);
    const items = scheduleItems(mailbox, start, end);
    return {
      scheduleId: address,
      availabilityView: availabilityView(items, start, end, interval),
      scheduleItems: items.map((item) => itemJson(item, call.zone)),
      workingHours: workingHoursJson(mailbox.owner.workingHours),
    };
  });
  return {
    status: 200,
    body: {
      '@odata.context': `${call.request.base}/$metadata#Collection(microsoft.graph.scheduleInformation)`,
      value,
    },
  };
}

/** Everything in a calendar that touches a stretch of time, by start. */
function scheduleItems(mailbox: Mailbox, start: number, end: number): Item[] {
  const base = mailbox.base?.occurrences(start, end) ?? [];
  const booked = mailbox.events().flatMap((event): Item[] =>
    event.start < end && event.end > start
      ? [
          {
            start: event.start,
            end: event.end,
            status: event.showAs,
            subject: event.subject,
            location: event.location,
            isPrivate: event.sensitivity === 'private',
          },
        ]
      : [],
  );
  return [...base, ...booked].sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * One digit for every interval that begins: 0 free, 1 tentative, 2 busy, 3 out of office, 4 working elsewhere.
 * @example availabilityView([{ busy 10:00–10:30 }], 09:00, 12:00, one hour) → '020'
 */
export function availabilityView(
  items: readonly Pick<Item, 'start' | 'end' | 'status'>[],
  start: number,
  end: number,
  interval: number,
): string {
  const ranks = new Uint8Array(Math.ceil((end - start) / interval));
  for (const item of items) {
    if (item.start >= end || item.end <= start) continue;
    const first = Math.max(0, Math.floor((item.start - start) / interval));
    const last = Math.min(ranks.length, Math.ceil((Math.min(item.end, end) - start) / interval));
    for (let at = first; at < last; at += 1) ranks[at] = Math.max(ranks[at] ?? 0, rank[item.status]);
  }
  return Array.from(ranks, (value) => digits[value]).join('');
}

function itemJson(item: Item, zone: string): object {
  return {
    isPrivate: item.isPrivate,
    status: item.status,
    ...(item.isPrivate ? {} : { subject: item.subject, location: item.location }),
    start: toDateTime(item.start, zone),
    end: toDateTime(item.end, zone),
  };
}

function workingHoursJson(hours: WorkingHours): object {
  return {
    daysOfWeek: hours.daysOfWeek,
    startTime: `${hours.start}:00.0000000`,
    endTime: `${hours.end}:00.0000000`,
    timeZone: typeof hours.timeZone === 'string' ? { name: hours.timeZone } : customJson(hours.timeZone),
  };
}

function customJson(zone: CustomZone): object {
  return { '@odata.type': '#microsoft.graph.customTimeZone', name: 'Customized Time Zone', ...zone };
}
