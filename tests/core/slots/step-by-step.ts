import { Temporal } from 'temporal-polyfill';
import type { Weekday } from '../../../core/time/weekday.ts';

/** Somebody's week, as the slow implementation takes it. */
export interface Person {
  /** IANA */
  readonly zone: string;
  readonly days: readonly Weekday[];
  /** `HH:MM`, multiples of five minutes; an end that is not after the start is on the next day. */
  readonly start: string;
  readonly end: string;
  /** Graph's availability view from the start of the week on, a character a quarter of an hour. */
  readonly view: string;
}

const weekdays: readonly Weekday[] = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const minute = 60_000;
const day = 1440 * minute;
/** All times in the tests are multiples of this. */
const step = 5 * minute;

/** From Monday 00:00 to the next Monday 00:00 of a zone, in epoch milliseconds. */
export function weekIn(monday: string, zone: string): { start: number; end: number } {
  const midnight = (date: Temporal.PlainDate) => date.toZonedDateTime(zone).epochMilliseconds;
  const first = Temporal.PlainDate.from(monday);
  return { start: midnight(first), end: midnight(first.add({ days: 7 })) };
}

/** What the clocks of a zone show at an instant, as epoch milliseconds of a clock in UTC that shows the same. */
const shown = new Map<string, number>();
function shownAt(zone: string, instant: number): number {
  const key = `${zone} ${instant}`;
  let wall = shown.get(key);
  if (wall === undefined) {
    const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
    wall = Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute);
    shown.set(key, wall);
  }
  return wall;
}

/** Whether a shift has begun and not ended when the clocks show a time. */
function onShift({ days, start, end }: Person, reached: number): boolean {
  const midnight = reached - (reached % day);
  return [midnight, midnight - day].some((date) => {
    const weekday = weekdays[new Date(date).getUTCDay()];
    const from = date + inMilliseconds(start);
    const until = date + inMilliseconds(end) + (end <= start ? day : 0);
    return weekday !== undefined && days.includes(weekday) && from <= reached && reached < until;
  });
}

function inMilliseconds(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * minute;
}

/** For each step of the week whether the person works then. */
function works(person: Person, week: { start: number; end: number }): boolean[] {
  const working: boolean[] = [];
  let reached = -Infinity;
  for (let instant = week.start - day; instant < week.end; instant += step) {
    // When the clocks go back, the latest time that they have shown counts until they reach it again.
    reached = Math.max(reached, shownAt(person.zone, instant));
    if (instant >= week.start) working.push(onShift(person, reached));
  }
  return working;
}

/** The instants at which a meeting of these people could start (epoch milliseconds), found by checking every step. */
export function possibleInstants(
  people: readonly Person[],
  minutes: number,
  monday: string,
  schemeZone: string,
  notBefore: number,
): number[] {
  const week = weekIn(monday, schemeZone);
  const open = people.map((person) => {
    const working = works(person, week);
    return (at: number) =>
      working[at / step] === true && '04'.includes(person.view[Math.floor(at / (15 * minute))] ?? '2');
  });
  const found: number[] = [];
  for (let start = week.start; start + minutes * minute <= week.end; start += 15 * minute) {
    if (start < notBefore) continue;
    const steps = Array.from({ length: (minutes * minute) / step }, (_, i) => start - week.start + i * step);
    if (steps.every((at) => open.every((isOpen) => isOpen(at)))) found.push(start);
  }
  return found;
}

/** The local half-day of an instant, such as `2026-12-15 am`. */
export function halfDayOf(instant: number, zone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  return `${local.toPlainDate().toString()} ${local.hour < 12 ? 'am' : 'pm'}`;
}
