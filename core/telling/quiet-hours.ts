import type { PersonRecord } from '../records/person.ts';
import type { Scheme } from '../records/scheme.ts';
import { usableHours } from '../slots/usable-hours.ts';
import { day, reachedAt, wallOf } from '../time/clock.ts';
import type { Hours } from '../time/hours.ts';
import { clockIn, workingIntervals } from '../time/working-hours.ts';

/**
 * When somebody may be told something: on the days on which they work, outside the quiet hours that they chose; without such
 * hours, while they work. They work in the hours of their mailbox, else in those of the scheme in their own zone.
 * @param zone IANA, their own
 */
export function hoursOf(person: PersonRecord | undefined, scheme: Scheme, zone: string): Hours {
  const working = usableHours(person?.work?.hours ?? null, scheme, zone);
  const quiet = person?.profile?.quiet;
  return quiet === undefined ? working : { zone, days: working.days, start: quiet.to, end: quiet.from };
}

/**
 * The first instant, at or after another, that lies in some hours. Both in epoch milliseconds. The instant
 * itself when the hours have no day of the next eight.
 */
export function nextOpening(hours: Hours, at: number): number {
  const shifts = workingIntervals({ start: at - day, end: at + 8 * day }, hours);
  const next = shifts.find(({ end }) => end > at);
  return next === undefined ? at : Math.max(at, next.start);
}

/**
 * When somebody's last shift before the day of a meeting begins: epoch milliseconds. Null when they work on none of the
 * fourteen days before it.
 * @param start the meeting's, epoch milliseconds
 */
export function shiftBefore(hours: Hours, start: number): number | null {
  const clock = clockIn(hours.zone);
  const midnight = reachedAt(clock, Math.floor(wallOf(clock, start) / day) * day);
  const last = workingIntervals({ start: midnight - 14 * day, end: midnight }, hours).at(-1);
  // Somebody who works around the clock has one long shift.
  return last === undefined ? null : Math.max(last.start, last.end - day);
}
