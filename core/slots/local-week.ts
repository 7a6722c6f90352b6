import { day, wallOf } from '../time/clock.ts';
import type { CustomZone } from '../time/custom-zone.ts';
import { minute, quarter, type Interval } from '../time/interval.ts';
import { clockIn } from '../time/working-hours.ts';

/** What the clocks of a zone show at each quarter of an hour of a week, daylight switches included. */
export interface LocalWeek {
  /** Minutes since midnight, 0 to 1439. */
  readonly minuteOfDay: Uint16Array;
  /** 0 for Sunday to 6 for Saturday. */
  readonly weekday: Uint8Array;
  /** Half a day in order from the first one of the week on, 0 to 15; noon divides. */
  readonly halfDay: Uint8Array;
}

/** Minutes from midnight to noon, which divides morning and afternoon. */
export const noon = 12 * 60;

/** Many people share a zone: each is worked out once a week. */
const cache = new WeakMap<Interval, Map<string, LocalWeek>>();

/**
 * The week on the clocks of a zone: an IANA or a Windows name, or a zone of its own.
 * @throws RangeError for an unknown zone.
 */
export function localWeek(week: Interval, zone: string | CustomZone): LocalWeek {
  const known = cache.get(week) ?? new Map<string, LocalWeek>();
  cache.set(week, known);
  const key = typeof zone === 'string' ? zone : JSON.stringify(zone);
  const found = known.get(key) ?? read(week, zone);
  known.set(key, found);
  return found;
}

function read(week: Interval, zone: string | CustomZone): LocalWeek {
  const clock = clockIn(zone);
  const walls = Array.from({ length: quartersIn(week) }, (_, q) => wallOf(clock, week.start + q * quarter));
  const firstDay = Math.floor((walls[0] ?? 0) / day);
  const minuteOfDay = (wall: number) => Math.floor((wall - Math.floor(wall / day) * day) / minute);
  return {
    minuteOfDay: Uint16Array.from(walls, minuteOfDay),
    weekday: Uint8Array.from(walls, (wall) => new Date(wall).getUTCDay()),
    halfDay: Uint8Array.from(
      walls,
      (wall) => 2 * (Math.floor(wall / day) - firstDay) + (minuteOfDay(wall) < noon ? 0 : 1),
    ),
  };
}

/** How many quarters of an hour a week has: 668 to 676. */
export function quartersIn(week: Interval): number {
  return Math.ceil((week.end - week.start) / quarter);
}
