import { Temporal } from 'temporal-polyfill';
import type { Scheme } from '../records/scheme.ts';
import { hour as oneHour } from '../time/interval.ts';
import { weekday } from '../time/weekday.ts';

/** Answers are read on the hour from 07:00 to 19:00 on the clock of the scheme's zone. */
const [first, last] = [7, 19];

/**
 * The latest instant, at or before another, at which all answers are to be read: a full hour of a working day of the scheme.
 * Both in epoch milliseconds.
 */
export function lastReadingHour({ zone, workingHours }: Pick<Scheme, 'zone' | 'workingHours'>, at: number) {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  for (let back = 0; back <= 7; back++) {
    const day = local.toPlainDate().subtract({ days: back });
    const hour = back === 0 ? Math.min(local.hour, last) : last;
    const name = weekday.options[day.dayOfWeek - 1];
    if (hour < first || name === undefined || !workingHours.days.includes(name)) continue;
    return day.toZonedDateTime({ timeZone: zone, plainTime: { hour } }).epochMilliseconds;
  }
  throw new Error('the scheme has no working day');
}

/** The first instant after another at which all answers are to be read. Both in epoch milliseconds. */
export function nextReadingHour(scheme: Pick<Scheme, 'zone' | 'workingHours'>, after: number): number {
  for (let at = after + oneHour; ; at += oneHour) {
    const hour = lastReadingHour(scheme, at);
    if (hour > after) return hour;
  }
}
