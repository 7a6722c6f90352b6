import { z } from 'zod';
import { busyInView } from '../../core/availability/free-busy.ts';
import { quarter, minute, type Interval } from '../../core/availability/interval.ts';
import type { Hours } from '../../core/availability/working-hours.ts';
import type { PersonId } from '../../core/people/person.ts';
import type { Calendars, FreeBusy } from '../../core/ports/microsoft365.ts';
import type { Weekday } from '../../core/schemes/scheme.ts';
import type { Graph } from './client.ts';
import { graphFailure } from './failure.ts';

/** Graph's limit for one `getSchedule`: https://learn.microsoft.com/graph/api/calendar-getschedule */
const mailboxesAtOnce = 20;

const yearlySwitch = z.object({
  time: z.string(),
  dayOccurrence: z.number(),
  dayOfWeek: z.string(),
  month: z.number(),
  year: z.number().optional(),
});

const workingHours = z.object({
  daysOfWeek: z.array(z.string()),
  startTime: z.string(),
  endTime: z.string(),
  timeZone: z.union([
    z.object({
      bias: z.number(),
      standardOffset: yearlySwitch.exactOptional(),
      daylightOffset: yearlySwitch.extend({ daylightBias: z.number() }).exactOptional(),
    }),
    z.object({ name: z.string() }),
  ]),
});

/** Only the view and the working hours are looked at: what people do is not read. */
const schedules = z.object({
  value: z.array(
    z.object({
      scheduleId: z.string(),
      availabilityView: z.string().optional(),
      workingHours: workingHours.nullish().catch(null),
      error: z.object({ responseCode: z.string() }).nullish(),
    }),
  ),
});
type Schedule = z.infer<typeof schedules>['value'][number];

/**
 * Free and busy times (`Calendars.ReadBasic`), twenty mailboxes a request, twenty requests a batch. The calls are made
 * in the name of the organisers' mailboxes in turn, which exist for certain.
 */
export function graphCalendars(graph: Graph, organisers: readonly string[]): Calendars {
  return {
    async freeBusy(people, window) {
      const groups = Array.from({ length: Math.ceil(people.length / mailboxesAtOnce) }, (_, i) =>
        people.slice(i * mailboxesAtOnce, (i + 1) * mailboxesAtOnce),
      );
      const responses = await graph.batch(
        groups.map((group, i) => ({
          id: `${i}`,
          method: 'POST',
          url: `/users/${encodeURIComponent(organisers[i % organisers.length] ?? '')}/calendar/getSchedule`,
          body: {
            schedules: group.map(({ mail }) => mail),
            startTime: utc(window.start),
            endTime: utc(window.end),
            availabilityViewInterval: quarter / minute,
          },
        })),
      );
      const found = new Map<PersonId, FreeBusy>();
      for (const [i, { status, body }] of responses.entries()) {
        if (status !== 200) throw graphFailure('reading free and busy times', status, body);
        const byMail = new Map(schedules.parse(body).value.map((s) => [s.scheduleId.toLowerCase(), s]));
        for (const { id, mail } of groups[i] ?? []) {
          found.set(id, toFreeBusy(byMail.get(mail.toLowerCase()), window));
        }
      }
      return found;
    },
  };
}

function toFreeBusy(schedule: Schedule | undefined, window: Interval): FreeBusy {
  if (schedule === undefined) return { kind: 'unreadable', reason: 'left out of the answer' };
  if (schedule.error) return { kind: 'unreadable', reason: schedule.error.responseCode };
  if (schedule.availabilityView === undefined) return { kind: 'unreadable', reason: 'no availability view' };
  return {
    kind: 'read',
    busy: busyInView(schedule.availabilityView, quarter / minute, window.start),
    hours: schedule.workingHours ? toHours(schedule.workingHours) : null,
  };
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
    days: daysOfWeek.flatMap((day) => weekdays[day.toLowerCase()] ?? []),
    start: startTime.slice(0, 5),
    end: endTime.slice(0, 5),
  };
}

function utc(instant: number) {
  return { dateTime: new Date(instant).toISOString().replace('Z', ''), timeZone: 'UTC' };
}
