import { z } from 'zod';
import { quarter, minute, type Interval } from '../../core/availability/interval.ts';
import type { Hours } from '../../core/availability/working-hours.ts';
import { ianaZone } from '../../core/availability/zones.ts';
import { concurrently } from '../../core/operations/concurrently.ts';
import type { PersonId } from '../../core/people/person.ts';
import type { Calendars, FreeBusy } from '../../core/ports/microsoft365.ts';
import type { Weekday } from '../../core/schemes/scheme.ts';
import { batchSize, type Graph } from './client.ts';
import { graphCode, graphFailure } from './failure.ts';
import { countEntries, scheduleItem } from './schedule-items.ts';

/** Graph's limit for one `getSchedule`: https://learn.microsoft.com/graph/api/calendar-getschedule */
const mailboxesAtOnce = 20;

/** Batches under way at once, each in the name of another organiser: their answers are large. */
const lanes = 4;

/** Reads at the turn of one of some mailboxes, the first if that is free, and tells whose it is. */
export type ReadingTurn = <R>(
  mailboxes: readonly string[],
  read: (mailbox: string) => Promise<R>,
) => Promise<R>;

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d/);

const yearlySwitch = z.object({
  time,
  dayOccurrence: z.number(),
  dayOfWeek: z.string().regex(/^(sun|mon|tues|wednes|thurs|fri|satur)day$/i),
  month: z.number(),
});

const workingHours = z.object({
  daysOfWeek: z.array(z.string()),
  startTime: time,
  endTime: time,
  timeZone: z.union([
    z.object({
      bias: z.number(),
      standardOffset: yearlySwitch.exactOptional(),
      daylightOffset: yearlySwitch.extend({ daylightBias: z.number() }).exactOptional(),
    }),
    z.object({ name: z.string().refine((name) => ianaZone(name) !== null) }),
  ]),
});

/** The view and the working hours; hours that make no sense are none. */
const schedule = z.object({
  scheduleId: z.string(),
  availabilityView: z.string().nullish(),
  workingHours: workingHours.nullish().catch(null),
  error: z.object({ responseCode: z.string().catch('unknown') }).nullish(),
});
/** And when entries lie: what people do is not read. Entries of which one makes no sense are not known. */
const scheduleAndEntries = schedule.extend({ scheduleItems: z.array(scheduleItem).nullish().catch(null) });
type Schedule = z.infer<typeof schedule> & Partial<z.infer<typeof scheduleAndEntries>>;

/** One that cannot be understood counts as left out, and does not spoil the others. */
const schedules = z.object({ value: z.array(schedule.nullable().catch(null)) });
const schedulesAndEntries = z.object({ value: z.array(scheduleAndEntries.nullable().catch(null)) });

interface Person {
  readonly id: PersonId;
  readonly mail: string;
}

/**
 * Free and busy times (`Calendars.ReadBasic`), twenty mailboxes a request, twenty requests a batch. Each batch is made in
 * the name of one organiser's mailbox, which exists for certain, and at its turn; the batches are dealt to the organisers.
 * @param turn throws when none of them was free for too long
 * @throws (its function) when Graph fails, or refuses the reading as such: no partial answer passes for a whole one
 */
export function graphCalendars(graph: Graph, organisers: readonly string[], turn: ReadingTurn): Calendars {
  const ask = (organiser: string, groups: readonly (readonly Person[])[], window: Interval) =>
    graph.at(organiser).batch(
      groups.map((group, i) => ({
        id: `${i}`,
        method: 'POST',
        url: `/users/${encodeURIComponent(organiser)}/calendar/getSchedule`,
        body: {
          schedules: group.map(({ mail }) => mail),
          startTime: utc(window.start),
          endTime: utc(window.end),
          availabilityViewInterval: quarter / minute,
        },
      })),
    );

  /** A request that is refused for good is asked again in halves, until the address that spoils it stands alone. */
  async function read(organiser: string, people: readonly Person[], window: Interval, detail?: 'entries') {
    const found: [PersonId, FreeBusy][] = [];
    let trusted = false;
    let groups: readonly (readonly Person[])[] = chunks(people, mailboxesAtOnce);
    while (groups.length > 0) {
      const halves: (readonly Person[])[] = [];
      let refused = false;
      for (const [i, { status, body }] of (await ask(organiser, groups, window)).entries()) {
        const group = groups[i] ?? [];
        if (status === 200) {
          found.push(...answersFor(group, body, window, detail));
          continue;
        }
        if (!isForGood(status)) throw graphFailure('reading free and busy times', status, body);
        const [alone, ...others] = group;
        if (alone && others.length === 0)
          found.push([alone.id, { kind: 'unreadable', reason: graphCode(body) ?? `status ${status}` }]);
        else halves.push(...chunks(group, Math.ceil(group.length / 2)));
        refused = true;
      }
      // Is it the address, or may nothing be read at all? The organiser's own calendar tells.
      if (refused && !trusted) await mayRead(organiser, window);
      trusted ||= refused;
      groups = halves;
    }
    return found;
  }

  async function mayRead(organiser: string, window: Interval): Promise<void> {
    const [answer] = await ask(organiser, [[{ id: organiser, mail: organiser }]], window);
    if (answer?.status !== 200)
      throw graphFailure('reading free and busy times', answer?.status ?? 0, answer?.body);
  }

  return {
    async freeBusy(people, window, detail) {
      const handfuls = chunks(people, mailboxesAtOnce * batchSize);
      const shares = organisers.map((_, i) => ({
        // Its own organiser first, then those after it.
        mailboxes: [...organisers.slice(i), ...organisers.slice(0, i)],
        handfuls: handfuls.filter((_handful, k) => k % organisers.length === i),
      }));
      const dealt = Array.from({ length: lanes }, (_, i) => shares.filter((_share, k) => k % lanes === i));
      const found = new Map<PersonId, FreeBusy>();
      await concurrently(dealt, async (lane) => {
        for (const { mailboxes, handfuls: own } of lane) {
          for (const handful of own) {
            const answers = await turn(mailboxes, (organiser) => read(organiser, handful, window, detail));
            for (const [id, answer] of answers) found.set(id, answer);
          }
        }
      });
      return found;
    },
  };
}

/** Repeating it would change nothing. */
function isForGood(status: number): boolean {
  return status >= 400 && status < 500 && status !== 429;
}

function answersFor(
  group: readonly Person[],
  body: unknown,
  window: Interval,
  detail?: 'entries',
): [PersonId, FreeBusy][] {
  const { value }: { value: (Schedule | null)[] } = (
    detail === 'entries' ? schedulesAndEntries : schedules
  ).parse(body);
  const byMail = new Map(value.flatMap((one) => (one === null ? [] : [[one.scheduleId.toLowerCase(), one]])));
  return group.map(({ id, mail }) => [id, toFreeBusy(byMail.get(mail.toLowerCase()), window)]);
}

function toFreeBusy(found: Schedule | undefined, window: Interval): FreeBusy {
  if (found === undefined) return { kind: 'unreadable', reason: 'left out of the answer' };
  if (found.error) return { kind: 'unreadable', reason: found.error.responseCode };
  const view = found.availabilityView ?? '';
  if (view.length < Math.ceil((window.end - window.start) / quarter))
    return { kind: 'unreadable', reason: 'the answer does not reach to the end of the week' };
  return {
    kind: 'read',
    view,
    hours: found.workingHours ? toHours(found.workingHours) : null,
    ...(found.scheduleItems && { entries: countEntries(found.scheduleItems, window) }),
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

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}
