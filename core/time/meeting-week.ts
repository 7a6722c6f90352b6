import { clockOf, day, reachedAt } from './clock.ts';
import type { Interval } from './interval.ts';
import { ianaZone } from './zones.ts';

/** From Monday 00:00 to the next Monday 00:00 in a zone: 167, 168 or 169 hours. */
export interface MeetingWeek extends Interval {
  /** IANA */
  readonly zone: string;
  /** `YYYY-MM-DD` */
  readonly monday: string;
}

/**
 * @param monday `YYYY-MM-DD`
 * @param zone an IANA or a Windows name
 * @throws RangeError when the date does not exist or is no Monday, or the zone is unknown
 */
export function meetingWeek(monday: string, zone: string): MeetingWeek {
  const midnight = /^\d{4}-\d\d-\d\d$/.test(monday) ? Date.parse(`${monday}T00:00:00Z`) : NaN;
  const exists = !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(monday);
  if (!exists) throw new RangeError(`"${monday}" is not a date; expected a Monday as YYYY-MM-DD`);
  if (new Date(midnight).getUTCDay() !== 1) throw new RangeError(`"${monday}" is not a Monday`);
  const iana = ianaZone(zone);
  if (iana === null) throw new RangeError(`"${zone}" is not a time zone; expected an IANA or a Windows name`);
  const clock = clockOf(iana);
  return { start: reachedAt(clock, midnight), end: reachedAt(clock, midnight + 7 * day), zone: iana, monday };
}
