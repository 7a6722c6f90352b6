import type { Scheme } from '../records/scheme.ts';
import { clockOf, day, reachedAt, wallOf } from '../time/clock.ts';
import { minute } from '../time/interval.ts';
import type { RoundTimes } from './round-times.ts';
import { weekday } from '../time/weekday.ts';
import { minutesSinceMidnight } from '../time/working-hours.ts';

type Calendar = Pick<Scheme, 'zone' | 'workingHours'>;

/**
 * A time of day on the nth working day of a scheme from an instant on; that day itself counts. Epoch milliseconds, as `from`.
 * @param n from 1
 * @param time `HH:MM` on the scheme's clock; the start of its working hours by default
 * @example the first working day of a meeting week: nthWorkingDay(scheme, weekStart, 1)
 */
export function nthWorkingDay(
  scheme: Calendar,
  from: number,
  n: number,
  time = scheme.workingHours.start,
): number {
  return onWorkingDay(scheme, from, n, 1, time);
}

/**
 * The start of working hours on the nth working day of a scheme before the day of an instant: epoch milliseconds, as `at`.
 * @param n from 1
 */
export function workingDaysBefore(scheme: Calendar, at: number, n: number): number {
  return onWorkingDay(scheme, at - day, n, -1, scheme.workingHours.start);
}

/**
 * When people are asked, or told, before a round whether they take part: three working days before it is paired, when work
 * begins. Epoch milliseconds, as is `pairingAt`.
 */
export function callAt(scheme: Calendar, { pairingAt }: Pick<RoundTimes, 'pairingAt'>): number {
  return workingDaysBefore(scheme, pairingAt, 3);
}

/**
 * When the draft of a round is made, where its scheme has a preview: at 16:00 on the last working day before the day on which
 * it is paired. Epoch milliseconds, as is `pairingAt`.
 */
export function draftAt(scheme: Calendar, { pairingAt }: Pick<RoundTimes, 'pairingAt'>): number {
  return onWorkingDay(scheme, pairingAt - day, 1, -1, '16:00');
}

/** The same time of day, some working days of a scheme later: epoch milliseconds, as `at`. */
export function workingDaysAfter({ zone, workingHours }: Calendar, at: number, days: number): number {
  const clock = clockOf(zone);
  const time = wallOf(clock, at) % day;
  const date = workingDate(workingHours.days, Math.floor(wallOf(clock, at) / day) + 1, days, 1);
  return reachedAt(clock, date * day + time);
}

function onWorkingDay({ zone, workingHours }: Calendar, from: number, n: number, step: 1 | -1, time: string) {
  const clock = clockOf(zone);
  const date = workingDate(workingHours.days, Math.floor(wallOf(clock, from) / day), n, step);
  return reachedAt(clock, date * day + minutesSinceMidnight(time) * minute);
}

/** The nth working date from a date on, forwards or backwards. Dates are days since 1970. */
function workingDate(days: Scheme['workingHours']['days'], from: number, n: number, step: 1 | -1): number {
  let left = n;
  for (let date = from; ; date += step) {
    // 1970 began on a Thursday.
    const name = weekday.options[(date + 3) % 7];
    if (name !== undefined && days.includes(name)) left -= 1;
    if (left === 0) return date;
  }
}
