import { day, wallOf } from '../time/clock.ts';
import type { CustomZone } from '../time/hours.ts';
import { minute, quarter, type Interval } from '../time/interval.ts';
import { clockIn } from '../time/working-hours.ts';

/** What the clocks of a zone show at the start of each quarter of an hour of a week. */
export interface LocalWeek {
  /** Minutes since midnight, 0 to 1439. */
  readonly minuteOfDay: Uint16Array;
  /** 0 for Sunday to 6 for Saturday. */
  readonly weekday: Uint8Array;
  /** The number of the half-day since the start of the week, 0 to 15. Half-days begin at midnight and at noon. */
  readonly halfDay: Uint8Array;
}

/** In minutes since midnight. */
export const noon = 12 * 60;

/** Many people share a zone, so each is worked out once for each week. */
const cache = new WeakMap<Interval, Map<string, LocalWeek>>();

/**
 * The week on the clocks of a zone.
 * @param zone an IANA or a Windows name, or a zone without a name
 * @throws RangeError for an unknown zone
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
