import { day, type ZoneClock } from './clock.ts';
import { type CustomZone, dayNames, type YearlySwitch } from './hours.ts';
import { minute } from './interval.ts';

/** @throws RangeError for a weekday or a time that does not exist */
export function customClock({ bias, standardOffset, daylightOffset }: CustomZone): ZoneClock {
  const standard = -bias * minute;
  if (!standardOffset || !daylightOffset || standardOffset.month === 0 || daylightOffset.month === 0) {
    return { offsetAt: () => standard };
  }
  const daylight = standard - daylightOffset.daylightBias * minute;
  return {
    offsetAt(instant) {
      const year = new Date(instant + standard).getUTCFullYear();
      const toDaylight = switchOf(daylightOffset, year) - standard;
      const toStandard = switchOf(standardOffset, year) - daylight;
      const isDaylight =
        toDaylight < toStandard
          ? instant >= toDaylight && instant < toStandard
          : instant >= toDaylight || instant < toStandard;
      return isDaylight ? daylight : standard;
    },
  };
}

/** What the clock shows just before its change in a year. */
function switchOf({ time, dayOccurrence, dayOfWeek, month }: YearlySwitch, year: number): number {
  const weekday = dayNames.indexOf(dayOfWeek.toLowerCase());
  const parts = /^([01]\d|2[0-3]):([0-5]\d)/.exec(time);
  if (weekday < 0 || !parts)
    throw new RangeError(`"${dayOfWeek} ${time}" is not a weekday and a time HH:MM:SS`);
  const first = Date.UTC(year, month - 1, 1);
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const offset = (weekday - new Date(first).getUTCDay() + 7) % 7;
  const wanted = offset + 7 * (dayOccurrence - 1);
  const date = wanted < lastDay ? wanted : offset + 7 * Math.floor((lastDay - 1 - offset) / 7);
  return first + date * day + Number(parts[1]) * 60 * minute + Number(parts[2]) * minute;
}
