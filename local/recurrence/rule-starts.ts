import { day, type Wall } from '../../core/time/clock.ts';
import type { Rule } from './rule.ts';

const units: Readonly<Record<string, number>> = { HOURLY: 3_600_000, MINUTELY: 60_000, SECONDLY: 1000 };

/**
 * The starts of a series from `from` to `to`, both included, by its rule: ascending, on the clock of the series. `start` is
 * its DTSTART, which is given only if the rule gives it.
 *
 * A rule has periods: years, months, weeks or days of its interval. Each is a set of days at the same times. The work depends
 * on the window alone, and with COUNT on the number of periods before it: a day of an HOURLY, MINUTELY or SECONDLY rule
 * is one period, and its times are worked out once for all days on which the rule meets midnight equally.
 */
export function ruleStarts(rule: Rule, start: Wall, from: Wall, to: Wall): Wall[] {
  const end = Math.min(to, rule.until);
  const [periodAt, periodBefore] = periodsOf(rule, Math.floor(start / day));
  const fits = dayTest(rule, Math.floor(start / day));
  const timesOn = timesOf(rule, start);
  const positions = rule.frequency in units ? [] : rule.by.BYSETPOS;
  const found: Wall[] = [];
  let left = rule.count;
  for (let k = left === Infinity ? Math.max(0, periodBefore(Math.floor(from / day))) : 0; ; k++) {
    const [first, next] = periodAt(k);
    // Also false when a great interval leads beyond all dates.
    if (!(first * day <= end) || left <= 0) return found;
    const days: number[] = [];
    for (let date = first; date < next; date++) if (fits(date)) days.push(date);
    if (days.length === 0) continue;
    const times = timesOn(first);
    if (k > 0 && positions.length === 0 && next * day <= from) {
      left -= days.length * times.length;
      continue;
    }
    const all = days.flatMap((date) => times.map((time) => date * day + time));
    for (const wall of atPositions(all, positions)) {
      if (wall < start) continue;
      if (wall > end || left <= 0) return found;
      left -= 1;
      if (wall >= from) found.push(wall);
    }
  }
}

/** BYSETPOS: counted from 1, or from the end with -1. */
function atPositions(all: readonly Wall[], positions: readonly number[]): readonly Wall[] {
  if (positions.length === 0) return all;
  return all.filter((_, i) => positions.includes(i + 1) || positions.includes(i - all.length));
}

/**
 * The periods of a rule; period 0 contains DTSTART. Days count from 1970-01-01.
 * @returns a function that gives the first day of a period and the day after its last, and one that gives the last period
 * that begins on or before a day
 */
function periodsOf(
  { frequency, interval, weekStart }: Rule,
  first: number,
): [(k: number) => readonly [number, number], (date: number) => number] {
  if (frequency === 'YEARLY' || frequency === 'MONTHLY') {
    const length = frequency === 'YEARLY' ? 12 : 1;
    const begin = Math.floor(monthOf(first) / length) * length;
    const step = length * interval;
    return [
      (k) => [dayOf(begin + k * step), dayOf(begin + k * step + length)],
      (date) => Math.floor((monthOf(date) - begin) / step),
    ];
  }
  const length = frequency === 'WEEKLY' ? 7 : 1;
  const begin = length === 7 ? first - modulo(weekdayOf(first) - weekStart, 7) : first;
  const step = frequency in units ? 1 : length * interval;
  return [(k) => [begin + k * step, begin + k * step + length], (date) => Math.floor((date - begin) / step)];
}

/** Tests whether the rule may give a start on a day: every part that is there must agree. */
function dayTest({ frequency, weekStart, by, days }: Rule, first: number): (date: number) => boolean {
  // 1. What the rule takes from DTSTART.
  const free = by.BYWEEKNO.length + by.BYYEARDAY.length + by.BYMONTHDAY.length + days.length === 0;
  const ofMonth =
    free && /YEARLY|MONTHLY/.test(frequency) ? [first - dayOf(monthOf(first)) + 1] : by.BYMONTHDAY;
  const inYear = frequency === 'YEARLY' && by.BYMONTH.length === 0;
  const months = free && inYear ? [modulo(monthOf(first), 12) + 1] : by.BYMONTH;
  const weekdays = free && frequency === 'WEEKLY' ? [{ nth: 0, weekday: weekdayOf(first) }] : days;
  // 2. The cheapest parts first.
  const has = (list: readonly number[], ...numbers: readonly number[]) =>
    list.length === 0 || numbers.some((number) => list.includes(number));
  return (date) => {
    const named = weekdays.filter(({ weekday }) => weekday === weekdayOf(date));
    if (weekdays.length > 0 && named.length === 0) return false;
    const month = monthOf(date);
    if (!has(months, modulo(month, 12) + 1)) return false;
    const placeIn = (begin: number, next: number) => [date - begin + 1, date - next] as const;
    const inMonth = placeIn(dayOf(month), dayOf(month + 1));
    const year = month - modulo(month, 12);
    const ofYear = placeIn(dayOf(year), dayOf(year + 12));
    const [fromStart, fromEnd] = inYear ? ofYear : inMonth;
    const nths = [0, Math.ceil(fromStart / 7), -Math.ceil(-fromEnd / 7)];
    return (
      has(ofMonth, ...inMonth) &&
      has(by.BYYEARDAY, ...ofYear) &&
      (named.length === 0 || named.some(({ nth }) => nths.includes(nth))) &&
      (by.BYWEEKNO.length === 0 || has(by.BYWEEKNO, ...weekOf(date, weekStart)))
    );
  };
}

/** The number of the week of a day, from the start and from the end of the year that has most of its days. */
function weekOf(date: number, weekStart: number): [number, number] {
  const middle = date - modulo(weekdayOf(date) - weekStart, 7) + 3;
  const year = Math.floor(monthOf(middle) / 12) * 12;
  return [Math.floor((middle - dayOf(year)) / 7) + 1, Math.floor((middle - dayOf(year + 12)) / 7)];
}

/** Gives the times of a day at which the rule starts, in milliseconds from midnight, ascending. */
function timesOf({ frequency, interval, by }: Rule, start: Wall): (date: number) => readonly number[] {
  const given = { BYHOUR: 3_600_000, BYMINUTE: 60_000, BYSECOND: 1000 };
  type Part = keyof typeof given;
  const ownOf = (part: Part, time: number) =>
    Math.floor(modulo(time, day) / given[part]) % (part === 'BYHOUR' ? 24 : 60);
  const spread = (time: number, parts: readonly Part[]): number[] =>
    parts.reduce(
      (times, part) => {
        const numbers = new Set(by[part].length > 0 ? by[part] : [ownOf(part, start)]);
        const sorted = [...numbers].sort((a, b) => a - b);
        return times.flatMap((each) => sorted.map((number) => each + number * given[part]));
      },
      [time],
    );
  const all: readonly Part[] = ['BYHOUR', 'BYMINUTE', 'BYSECOND'];
  const unit = units[frequency];
  if (unit === undefined) {
    const times = spread(0, all);
    return () => times;
  }
  // Parts as coarse as the unit pass or refuse its times; finer ones spread each of them.
  const limiting = all.filter((part) => given[part] >= unit && by[part].length > 0);
  const spreading = all.filter((part) => given[part] < unit);
  const known = new Map<number, readonly number[]>();
  return (date) => {
    const first = modulo(Math.floor(start / unit) * unit - date * day, interval * unit);
    let times = known.get(first);
    if (times === undefined) {
      const passed: number[] = [];
      for (let time = first; time < day; time += interval * unit)
        if (limiting.every((part) => by[part].includes(ownOf(part, time)))) passed.push(time);
      times = passed.flatMap((time) => atPositions(spread(time, spreading), by.BYSETPOS));
      known.set(first, times);
    }
    return times;
  };
}

/** The number of the first day of a month. Months count from January of the year 0. */
function dayOf(month: number): number {
  return new Date(0).setUTCFullYear(0, month, 1) / day;
}

function monthOf(date: number): number {
  const midnight = new Date(date * day);
  return midnight.getUTCFullYear() * 12 + midnight.getUTCMonth();
}

function weekdayOf(date: number): number {
  // 1970-01-01 was a Thursday.
  return modulo(date + 3, 7);
}

function modulo(number: number, by: number): number {
  return ((number % by) + by) % by;
}
