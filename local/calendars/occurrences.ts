import { day, instantOf, wallOf, type Wall, type ZoneClock } from '../../core/time/clock.ts';
import { union } from '../../core/time/interval-sets.ts';
import type { Interval } from '../../core/time/interval.ts';
import {
  dateOf,
  instantOfMoment,
  type BusyStatus,
  type Calendar,
  type CalendarEvent,
  type Length,
  type Moment,
  type Start,
} from './calendar.ts';
import { ruleStarts } from '../recurrence/rule-starts.ts';

/** More than a clock is put forward or back. */
const margin = day / 4;

/** An event that replaces an occurrence of a series, and the instant at which that would have started. */
interface Exception {
  readonly event: CalendarEvent;
  readonly replaced: number;
}

/** One occurrence of an event. `start` and `end` are epoch milliseconds. */
export interface Occurrence extends Pick<
  CalendarEvent,
  'uid' | 'status' | 'subject' | 'location' | 'isPrivate'
> {
  readonly start: number;
  readonly end: number;
  readonly allDay: boolean;
}

/**
 * All occurrences that touch the time between two instants, earliest first. Series are unfolded, with their added,
 * removed, moved and cancelled dates. Cancelled events are left out; events without length are included.
 */
export function occurrences(calendar: Calendar, from: number, to: number): Occurrence[] {
  const { clocks } = calendar;
  const groups = Map.groupBy(calendar.events, ({ uid }) => uid);
  return [...groups.values()]
    .flatMap((events) => {
      const series = newestSeries(events);
      const exceptions = newestExceptions(events, series[0], clocks);
      const single = exceptions
        .filter(({ event }) => !event.cancelled)
        .map(({ event }) => occurrence(event, event.start.wall, event.length));
      const unfolded = series
        .filter(({ cancelled }) => !cancelled)
        .map((each) => unfold(each, exceptions, clocks, from, to));
      return [single, ...unfolded].flat();
    })
    .filter(({ start, end }) => start < to && (end > from || (end === start && start === from)))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * The times at which somebody is busy, tentative or out of office, earliest first. Overlapping and adjoining times
 * become one.
 */
export function busyIntervals(calendar: Calendar, from: number, to: number): Interval[] {
  const idle: readonly BusyStatus[] = ['free', 'workingElsewhere'];
  return union(occurrences(calendar, from, to).filter(({ status }) => !idle.includes(status)));
}

/** The newest revision of each series: a file may contain older ones (SEQUENCE) as well. */
function newestSeries(events: readonly CalendarEvent[]): CalendarEvent[] {
  const series = events.filter(({ replaces }) => replaces === null);
  const newest = Math.max(...series.map(({ sequence }) => sequence));
  return series.filter(({ sequence }) => sequence === newest);
}

/**
 * The newest revision of each exception of a series, in the order of the occurrences that they replace. An older one than
 * the series gives way to its EXDATE.
 */
function newestExceptions(
  events: readonly CalendarEvent[],
  series: CalendarEvent | undefined,
  clocks: readonly ZoneClock[],
): Exception[] {
  const newest = new Map<number, Exception>();
  const isRemoved = series && removalTest(series, [], clocks);
  for (const event of events) {
    if (!event.replaces) continue;
    const { start } = series ?? event;
    const replaced = instantOf(start.clock, wallIn(start, event.replaces, clocks));
    if (series && event.sequence < series.sequence && isRemoved?.(replaced)) continue;
    if (event.sequence >= (newest.get(replaced)?.event.sequence ?? 0))
      newest.set(replaced, { event, replaced });
  }
  return [...newest.values()].sort((a, b) => a.replaced - b.replaced);
}

function unfold(
  series: CalendarEvent,
  exceptions: readonly Exception[],
  clocks: readonly ZoneClock[],
  from: number,
  to: number,
): Occurrence[] {
  const { clock, wall } = series.start;
  const shiftOf = ({ event, replaced }: Exception) =>
    wallOf(clock, instantOfMoment(event.start, clock)) - wallOf(clock, replaced);
  // 1. Where the series may start and still touch the window, even when an exception moves all later occurrences.
  const later = exceptions.filter(({ event }) => event.andFuture);
  const shifts = later.map(shiftOf);
  const longest = [series, ...exceptions.map(({ event }) => event)].map(
    ({ length }) => length.days * day + length.milliseconds,
  );
  const first = wallOf(clock, from) - Math.max(...longest) - Math.max(0, ...shifts) - margin;
  const last = wallOf(clock, to) - Math.min(0, ...shifts) + margin;
  // 2. All starts there, on the clock of the series. A start that is given twice counts once.
  const ruled = series.rules.map((rule) => ruleStarts(rule, wall, first, last));
  const lengths = new Map(
    series.added.map((each) => [wallIn(series.start, each.start, clocks), each.length ?? series.length]),
  );
  const [only = []] = ruled;
  const more = [wall, ...lengths.keys()].filter((start) => !only.includes(start));
  const starts = ruled.length > 1 ? new Set([...more, ...ruled.flat()]) : [...more, ...only];
  // 3. Without the starts that were removed or replaced by an exception.
  const isGone = removalTest(series, exceptions, clocks);
  const found: Occurrence[] = [];
  for (const start of starts) {
    const instant = instantOf(clock, start);
    if (isGone(instant)) continue;
    // 4. Changed by the latest earlier exception that applies to all later occurrences.
    const change = later.findLast(({ replaced }) => replaced < instant);
    if (!change) found.push(occurrence(series, start, lengths.get(start) ?? series.length, instant));
    else if (!change.event.cancelled)
      found.push(
        occurrence({ ...change.event, start: series.start }, start + shiftOf(change), change.event.length),
      );
  }
  return found;
}

/** The start of a series' occurrence that a moment names, on the clock of the series. A date names its usual time. */
function wallIn(start: Start, moment: Moment, clocks: readonly ZoneClock[]): Wall {
  if (start.isDate) return dateOf(moment, clocks);
  if (moment.isDate) return moment.wall + start.wall - Math.floor(start.wall / day) * day;
  return moment.clock === null ? moment.wall : wallOf(start.clock, instantOf(moment.clock, moment.wall));
}

/** Tests whether an occurrence was removed or replaced. A date removes all that start on it. */
function removalTest(
  { start: series, removed }: CalendarEvent,
  exceptions: readonly Exception[],
  clocks: readonly ZoneClock[],
): (instant: number) => boolean {
  const byDate = removed.filter(({ isDate }) => isDate && !series.isDate);
  const dates = new Set(byDate.map(({ wall }) => wall));
  const instants = new Set([
    ...removed
      .filter((each) => !byDate.includes(each))
      .map((each) => instantOf(series.clock, wallIn(series, each, clocks))),
    ...exceptions.map(({ replaced }) => replaced),
  ]);
  return (instant) =>
    instants.has(instant) ||
    (dates.size > 0 && dates.has(Math.floor(wallOf(series.clock, instant) / day) * day));
}

function occurrence(
  { uid, status, subject, location, isPrivate, start: { clock, isDate } }: CalendarEvent,
  wall: Wall,
  { days, milliseconds }: Length,
  start = instantOf(clock, wall),
): Occurrence {
  const end = (days === 0 ? start : instantOf(clock, wall + days * day)) + milliseconds;
  return { uid, start, end, status, allDay: isDate, subject, location, isPrivate };
}
