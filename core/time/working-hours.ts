import { clockOf, day, reachedAt, wallOf, type ZoneClock } from './clock.ts';
import { customClock, type CustomZone } from './custom-zone.ts';
import { union } from './interval-sets.ts';
import { type Interval, minute } from './interval.ts';
import type { Weekday } from './weekday.ts';
import { ianaZone } from './zones.ts';

/** When somebody works. */
export interface Hours {
  /** An IANA or a Windows name, or a zone of its own. */
  readonly zone: string | CustomZone;
  /** The days on which a shift begins. */
  readonly days: readonly Weekday[];
  /** `HH:MM` on the clock of the zone. */
  readonly start: string;
  /** `HH:MM`; not after `start`: the next day (a night shift; the same time again: around the clock). */
  readonly end: string;
}

const weekdays: readonly Weekday[] = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Many people keep the same hours: each is worked out once a week. */
const cache = new WeakMap<Interval, Map<string, readonly Interval[]>>();

/**
 * The working time within a week: in order, apart from each other, clipped to the week. Hours hold on the person's own
 * local days; a shift that began on the local day before the week counts with what reaches into it. A shift begins when
 * the clock first shows `start`, and ends when it first shows `end`; a time that a daylight switch skips is the switch.
 * @throws RangeError for an unknown zone or a time that is not `HH:MM`.
 */
export function workingIntervals(week: Interval, hours: Hours): readonly Interval[] {
  const known = cache.get(week) ?? new Map<string, readonly Interval[]>();
  cache.set(week, known);
  const key = JSON.stringify([hours.zone, hours.days, hours.start, hours.end]);
  const found = known.get(key) ?? shifts(week, hours);
  known.set(key, found);
  return found;
}

function shifts(week: Interval, { zone, days, start, end }: Hours): Interval[] {
  const clock = clockIn(zone);
  const [from, until] = [timeOfDay(start), timeOfDay(end)];
  const length = until > from ? until - from : until - from + day;
  const firstDay = Math.floor(wallOf(clock, week.start) / day) - 1;
  const lastDay = Math.floor(wallOf(clock, week.end - 1) / day);
  const found: Interval[] = [];
  for (let date = firstDay; date <= lastDay; date += 1) {
    const weekday = weekdays[new Date(date * day).getUTCDay()];
    if (weekday === undefined || !days.includes(weekday)) continue;
    const begins = date * day + from;
    found.push({
      start: Math.max(week.start, reachedAt(clock, begins)),
      end: Math.min(week.end, reachedAt(clock, begins + length)),
    });
  }
  return union(found);
}

/**
 * The clock of a zone, be it named or a zone of its own.
 * @throws RangeError for an unknown name.
 */
export function clockIn(zone: string | CustomZone): ZoneClock {
  if (typeof zone !== 'string') return customClock(zone);
  const name = ianaZone(zone);
  if (name === null) throw new RangeError(`"${zone}" is not a time zone; expected an IANA or a Windows name`);
  return clockOf(name);
}

/** Milliseconds since midnight. */
function timeOfDay(time: string): number {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!parts) throw new RangeError(`"${time}" is not a time; expected HH:MM`);
  return (Number(parts[1]) * 60 + Number(parts[2])) * minute;
}
