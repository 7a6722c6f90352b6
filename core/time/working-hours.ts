import { clockOf, day, reachedAt, wallOf, type ZoneClock } from './clock.ts';
import { customClock } from './custom-zone.ts';
import type { CustomZone, Hours } from './hours.ts';
import { union } from './interval-sets.ts';
import { type Interval, minute } from './interval.ts';
import type { Weekday } from './weekday.ts';
import { ianaZone } from './zones.ts';

const weekdays: readonly Weekday[] = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/**
 * The working time within a week. A shift begins when the person's clock first shows `start`, and ends when it first shows
 * `end`. A time that a daylight switch skips counts as the switch. Shifts are cut at the start and end of the week; a shift
 * that began on the day before the week counts from the start of the week.
 * @returns ascending, with gaps between them
 * @throws RangeError for an unknown zone or a time that is not `HH:MM`
 */
export function workingIntervals(week: Interval, { zone, days, start, end }: Hours): Interval[] {
  const clock = clockIn(zone);
  const [from, until] = [minutesSinceMidnight(start) * minute, minutesSinceMidnight(end) * minute];
  const length = until > from ? until - from : until - from + day;
  const firstDay = Math.floor(wallOf(clock, week.start) / day) - 1;
  const lastDay = Math.floor(wallOf(clock, week.end - 1) / day);
  const found: Interval[] = [];
  for (let date = firstDay; date <= lastDay; date += 1) {
    const name = weekdays[new Date(date * day).getUTCDay()];
    if (name === undefined || !days.includes(name)) continue;
    const begins = date * day + from;
    found.push({
      start: Math.max(week.start, reachedAt(clock, begins)),
      end: Math.min(week.end, reachedAt(clock, begins + length)),
    });
  }
  return union(found);
}

/**
 * @param zone an IANA or a Windows name, or a zone without a name
 * @throws RangeError for an unknown name
 */
export function clockIn(zone: string | CustomZone): ZoneClock {
  if (typeof zone !== 'string') return customClock(zone);
  const name = ianaZone(zone);
  if (name === null) throw new RangeError(`"${zone}" is not a time zone; expected an IANA or a Windows name`);
  return clockOf(name);
}

/**
 * Minutes since midnight.
 * @throws RangeError for a time that is not `HH:MM`
 */
export function minutesSinceMidnight(time: string): number {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!parts) throw new RangeError(`"${time}" is not a time; expected HH:MM`);
  return Number(parts[1]) * 60 + Number(parts[2]);
}
