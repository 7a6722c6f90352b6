import * as z from 'zod';
import type { MailboxGone } from '../../core/ports/meetings.ts';
import type { PersonId } from '../../core/records/person.ts';
import { inPartsOf } from '../../core/shared/in-parts.ts';
import { customZone } from '../../core/time/hours.ts';
import type { FreeBusy } from '../../core/time/free-busy.ts';
import { type Interval, minute, quarter } from '../../core/time/interval.ts';
import type { Weekday } from '../../core/time/weekday.ts';
import type { Hours } from '../../core/time/hours.ts';
import { ianaZone } from '../../core/time/zones.ts';
import type { BatchRequest, Calls } from './client.ts';
import { graphCode, graphFailure, lastingRefusal } from './failure.ts';

/** Graph's limit for one `getSchedule`: https://learn.microsoft.com/graph/api/calendar-getschedule */
export const mailboxesAtOnce = 20;

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d/);

const named = z.object({ name: z.string().refine((name) => ianaZone(name) !== null) });

/** A zone without a name. A switch with a part that is missing or cannot be read is none: the clock is never changed. */
const unnamed = z
  .object({
    bias: z.unknown().optional(),
    standardOffset: z.unknown().optional(),
    daylightOffset: z.unknown().optional(),
  })
  .transform(({ bias, ...switches }) => {
    const { standardOffset, daylightOffset } = customZone.shape;
    const isWhole =
      standardOffset.safeParse(switches.standardOffset).success &&
      daylightOffset.safeParse(switches.daylightOffset).success;
    return isWhole ? { bias, ...switches } : { bias };
  })
  .pipe(customZone);

const workingHours = z.object({
  daysOfWeek: z.array(z.string().nullable().catch(null)),
  startTime: time,
  endTime: time,
  timeZone: z.union([named, unnamed]),
});

/** The view and the working hours. Invalid hours count as none. Subjects and places are not read. */
const schedule = z.object({
  scheduleId: z.string(),
  availabilityView: z.string().nullish(),
  workingHours: workingHours.nullish().catch(null),
  error: z.object({ responseCode: z.string().catch('unknown') }).nullish(),
});
type Schedule = z.infer<typeof schedule>;

/** A schedule that does not fit counts as left out; the others are read. */
const schedules = z.object({ value: z.array(schedule.nullable().catch(null)).nullish() });

interface Addressed {
  readonly id: PersonId;
  readonly mail: string;
}

/**
 * Reads free and busy times in the name of an organiser's mailbox, twenty mailboxes a request, all in one batch. One bad
 * address can make Graph refuse a whole request. Such a request is split in halves until the bad address is alone.
 * @returns one answer for every person
 * @throws when Graph fails, or refuses the organiser's own calendar for another reason than its mailbox
 */
export async function readFreeBusy(
  calls: Pick<Calls, 'batch'>,
  organiser: string,
  people: readonly Addressed[],
  window: Interval,
): Promise<readonly (readonly [PersonId, FreeBusy])[] | MailboxGone> {
  const ask = (group: readonly Addressed[]): BatchRequest => ({
    method: 'POST',
    url: `/users/${encodeURIComponent(organiser)}/calendar/getSchedule`,
    body: {
      schedules: group.map(({ mail }) => mail),
      startTime: utc(window.start),
      endTime: utc(window.end),
      availabilityViewInterval: quarter / minute,
    },
  });
  const found: [PersonId, FreeBusy][] = [];
  let mayRead = false;
  let groups = inPartsOf(mailboxesAtOnce, people);
  while (groups.length > 0) {
    const halves: Addressed[][] = [];
    let refused = false;
    for (const [i, { status, body }] of (await calls.batch(groups.map(ask))).entries()) {
      const group = groups[i] ?? [];
      if (status === 200) {
        found.push(...answersFor(group, body, window));
        continue;
      }
      if (!isFinal(status)) throw refusal(status, body);
      const [alone, ...others] = group;
      if (alone && others.length === 0)
        found.push([alone.id, { kind: 'unreadable', reason: graphCode(body) ?? `status ${status}` }]);
      else halves.push(...inPartsOf(Math.ceil(group.length / 2), group));
      refused = true;
    }
    // The organiser's own calendar tells whether an address is bad or nothing may be read at all.
    if (refused && !mayRead) {
      const [own] = await calls.batch([ask([{ id: organiser, mail: organiser }])]);
      if (lastingRefusal(own?.status ?? 0) === 'mailbox-gone') return 'mailbox-gone';
      if (own?.status !== 200) throw refusal(own?.status ?? 0, own?.body);
      mayRead = true;
    }
    groups = halves;
  }
  return found;
}

const refusal = (status: number, body: unknown) => graphFailure('reading free and busy times', status, body);

/** Whether repeating a request would give the same status. */
function isFinal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 429;
}

function answersFor(group: readonly Addressed[], body: unknown, window: Interval): [PersonId, FreeBusy][] {
  const { value } = schedules.parse(body);
  const byMail = new Map(
    (value ?? []).flatMap((one) => (one === null ? [] : [[one.scheduleId.toLowerCase(), one]])),
  );
  return group.map(({ id, mail }) => [id, toFreeBusy(byMail.get(mail.toLowerCase()), window)]);
}

function toFreeBusy(found: Schedule | undefined, window: Interval): FreeBusy {
  if (found === undefined) return { kind: 'unreadable', reason: 'left out of the answer' };
  if (found.error) return { kind: 'unreadable', reason: found.error.responseCode };
  const view = found.availabilityView ?? '';
  if (view.length < Math.ceil((window.end - window.start) / quarter))
    return { kind: 'unreadable', reason: 'the answer does not reach to the end of the week' };
  return { kind: 'read', view, hours: found.workingHours ? toHours(found.workingHours) : null };
}

const weekdays: Readonly<Record<string, Weekday>> = {
  monday: 'Mon',
  tuesday: 'Tue',
  wednesday: 'Wed',
  thursday: 'Thu',
  friday: 'Fri',
  saturday: 'Sat',
  sunday: 'Sun',
};

/** Times come as `09:00:00.0000000`. */
function toHours({ daysOfWeek, startTime, endTime, timeZone }: z.infer<typeof workingHours>): Hours {
  return {
    zone: 'name' in timeZone ? timeZone.name : timeZone,
    days: daysOfWeek.flatMap((day) => weekdays[day?.toLowerCase() ?? ''] ?? []),
    start: startTime.slice(0, 5),
    end: endTime.slice(0, 5),
  };
}

function utc(instant: number) {
  return { dateTime: new Date(instant).toISOString().replace('Z', ''), timeZone: 'UTC' };
}
