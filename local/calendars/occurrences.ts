import { day, instantOf, wallOf, type Wall } from '../../core/time/clock.ts';
import { union } from '../../core/time/interval-sets.ts';
import type { Interval } from '../../core/time/interval.ts';
import {
  instantOfMoment,
  type BusyStatus,
  type Calendar,
  type CalendarEvent,
  type Length,
  type Moment,
} from './calendar.ts';
import { ruleStarts } from './recurrence.ts';

/** One occurrence of an event. `start` and `end` are epoch milliseconds. */
export interface Occurrence {
  readonly uid: string;
  readonly start: number;
  readonly end: number;
  readonly status: BusyStatus;
  readonly allDay: boolean;
  readonly subject: string;
  readonly location: string;
  readonly isPrivate: boolean;
}

/**
 * All occurrences that touch the time between two instants, earliest first. Series are unfolded, with their added,
 * removed, moved and cancelled dates. Cancelled events are left out; events without length are included.
 */
export function occurrences(calendar: Calendar, from: number, to: number): Occurrence[] {
  const groups = Map.groupBy(calendar.events, ({ uid }) => uid);
  return [...groups.values()]
    .flatMap((events) => {
      const exceptions = newestExceptions(events);
      const single = exceptions
        .filter(({ cancelled }) => !cancelled)
        .map((exception) => occurrence(exception, exception.start.wall, exception.length));
      const series = newestSeries(events).filter(({ cancelled }) => !cancelled);
      return [single, ...series.map((each) => unfold(each, exceptions, from, to))].flat();
    })
    .filter(({ start, end }) => start < to && (end > from || (end === start && start === from)))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * The times at which somebody is busy, tentative or out of office, earliest first. Overlapping and adjoining times
 * become one.
 */
export function busyIntervals(calendar: Calendar, from: number, to: number): Interval[] {
  return union(occurrences(calendar, from, to).filter(({ status }) => isTaken(status)));
}

function isTaken(status: BusyStatus): boolean {
  return status !== 'free' && status !== 'workingElsewhere';
}

/** The newest revision of each series: a file may contain older ones (SEQUENCE) as well. */
function newestSeries(events: readonly CalendarEvent[]): CalendarEvent[] {
  const series = events.filter(({ replaces }) => replaces === null);
  const newest = Math.max(...series.map(({ sequence }) => sequence));
  return series.filter(({ sequence }) => sequence === newest);
}

/** The newest revision of each exception of a series, in the order of the occurrences that they replace. */
function newestExceptions(events: readonly CalendarEvent[]): CalendarEvent[] {
  const newest = new Map<number, CalendarEvent>();
  for (const event of events) {
    if (!event.replaces) continue;
    const instant = instantOfMoment(event.replaces);
    if (event.sequence >= (newest.get(instant)?.sequence ?? 0)) newest.set(instant, event);
  }
  return [...newest.entries()].sort(([a], [b]) => a - b).map(([, event]) => event);
}

function unfold(
  series: CalendarEvent,
  exceptions: readonly CalendarEvent[],
  from: number,
  to: number,
): Occurrence[] {
  const { clock } = series.start;
  // 1. Where the series may start and still touch the window, even when an exception moves all later occurrences.
  const shifts = exceptions.filter(({ andFuture }) => andFuture).map((each) => shiftOf(each, series));
  const lengths = [series, ...exceptions].map(({ length }) => length.days * day + length.milliseconds);
  const first = from - Math.max(...lengths) - Math.max(0, ...shifts) - 2 * day;
  const last = to - Math.min(0, ...shifts) + 2 * day;
  // 2. All starts there, on the clock of the series. A start that is given twice counts once.
  const starts = new Map<Wall, Length>([[series.start.wall, series.length]]);
  for (const rule of series.rules) {
    for (const start of ruleStarts(rule, series.start.wall, clock, first, last))
      starts.set(start, series.length);
  }
  for (const { start, length } of series.added) starts.set(wallOf(clock, instantOfMoment(start)), length);
  // 3. Without the starts that were removed or replaced by an exception.
  const gone = [
    ...series.removed,
    ...exceptions.map(({ replaces }) => replaces).filter((each) => each !== null),
  ];
  const isGone = membership(gone, series);
  const found: Occurrence[] = [];
  for (const [start, length] of starts) {
    if (isGone(start)) continue;
    // 4. Changed by the latest earlier exception that applies to all later occurrences.
    const change = exceptions.findLast(
      ({ andFuture, replaces }) =>
        andFuture && replaces !== null && instantOfMoment(replaces) < instantOf(clock, start),
    );
    if (!change) found.push(occurrence(series, start, length));
    else if (!change.cancelled)
      found.push(
        occurrence({ ...change, start: series.start }, start + shiftOf(change, series), change.length),
      );
  }
  return found;
}

/** By how much an exception moves its occurrence, in milliseconds on the clock of the series. */
function shiftOf({ start, replaces }: CalendarEvent, series: CalendarEvent): number {
  if (!replaces) return 0;
  const { clock } = series.start;
  return wallOf(clock, instantOfMoment(start)) - wallOf(clock, instantOfMoment(replaces));
}

/** Tests whether a start is one of the moments: the same instant, or for a whole day the same day. */
function membership(
  moments: readonly Moment[],
  { start: { clock } }: CalendarEvent,
): (start: Wall) => boolean {
  const days = new Set(moments.filter(({ isDate }) => isDate).map(({ wall }) => wall));
  const instants = new Set(moments.filter(({ isDate }) => !isDate).map(instantOfMoment));
  return (start) => days.has(Math.floor(start / day) * day) || instants.has(instantOf(clock, start));
}

function occurrence(event: CalendarEvent, start: Wall, length: Length): Occurrence {
  const { clock, isDate } = event.start;
  return {
    uid: event.uid,
    start: instantOf(clock, start),
    end: instantOf(clock, start + length.days * day) + length.milliseconds,
    status: event.status,
    allDay: isDate,
    subject: event.subject,
    location: event.location,
    isPrivate: event.isPrivate,
  };
}
