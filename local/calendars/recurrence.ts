import ICAL from 'ical.js';
import { day, wallOf, type Wall, type ZoneClock } from '../../core/time/clock.ts';

const unit = new Map([
  ['SECONDLY', 1000],
  ['MINUTELY', 60_000],
  ['HOURLY', 3_600_000],
  ['DAILY', day],
  ['WEEKLY', 7 * day],
]);

/**
 * Every start of a series from `from` to `to`, both included, by its rule; it may give a few starts before `from` as
 * well. In order, on the clock of the series. `start` is the series' DTSTART, `clock` the clock of its times.
 * The work depends on the window alone: a rule is entered shortly before the window and left after it, however old or
 * rare the series is.
 * @throws Error for a rule whose parts contradict each other (RFC 5545, section 3.3.10)
 */
export function* ruleStarts(
  rule: ICAL.Recur,
  start: Wall,
  clock: ZoneClock,
  from: Wall,
  to: Wall,
): Generator<Wall> {
  const bounded = copyOf(rule);
  const entry = enter(bounded, start, from);
  bounded.until = timeOf(Math.min(to, lastOf(rule, clock)));
  if (entry > to) return;
  const iterator = new BoundedIterator({ rule: bounded, dtstart: timeOf(entry) });
  for (let next = nextOf(iterator); next; next = nextOf(iterator)) yield wallOfTime(next);
}

/** The last wall time to which a rule applies: its UNTIL, which is a date, a local time or an instant. */
export function lastOf({ until }: ICAL.Recur, clock: ZoneClock): Wall {
  if (!until) return Number.POSITIVE_INFINITY;
  const wall = wallOfTime(until);
  if (until.isDate) return wall + day - 1000;
  return until.zone.tzid === 'UTC' ? wallOf(clock, wall) : wall;
}

/** `ical.js` searches for ever when a rule never applies again. This iterator stops at `until`. */
class BoundedIterator extends ICAL.RecurIterator {
  override check_contracting_rules(): boolean {
    const { until } = this.rule;
    return (until !== null && this.last.compare(until) > 0) || super.check_contracting_rules();
  }
}

/** The library's types do not say that the end of a rule is null. */
function nextOf(iterator: ICAL.RecurIterator): ICAL.Time | null {
  return iterator.next();
}

function copyOf(rule: ICAL.Recur): ICAL.Recur {
  const copy = new ICAL.Recur({ freq: rule.freq, interval: rule.interval, wkst: rule.wkst });
  copy.parts = { ...rule.parts };
  copy.count = rule.count;
  return copy;
}

/**
 * A start from which the rule gives the same starts from `from` on: a whole number of intervals after the real start.
 * Parts that the rule takes from DTSTART by default are written into it first. Where that is complicated, the real
 * start is returned.
 */
function enter(rule: ICAL.Recur, start: Wall, from: Wall): Wall {
  const bare = Object.keys(rule.parts).length === 0;
  if (from <= start || (rule.count !== null && !bare)) return start;
  const date = new Date(start);
  if (rule.freq === 'MONTHLY' || rule.freq === 'YEARLY') {
    const months = rule.interval * (rule.freq === 'YEARLY' ? 12 : 1);
    const entered = new Date(from);
    const years = entered.getUTCFullYear() - date.getUTCFullYear();
    const between = years * 12 + entered.getUTCMonth() - date.getUTCMonth() - 1;
    const steps = Math.floor(between / months);
    if (steps < 1 || rule.count !== null) return start;
    if (bare) {
      rule.parts = { BYMONTHDAY: [date.getUTCDate()] };
      if (rule.freq === 'YEARLY') rule.parts.BYMONTH = [date.getUTCMonth() + 1];
    }
    const days = rule.parts.BYMONTHDAY ?? rule.parts.BYDAY;
    if (!days || (rule.freq === 'YEARLY' && !rule.parts.BYMONTH)) return start;
    return (
      Date.UTC(date.getUTCFullYear(), (rule.freq === 'YEARLY' ? 0 : date.getUTCMonth()) + steps * months, 1) +
      start -
      Math.floor(start / day) * day
    );
  }
  const step = (unit.get(rule.freq) ?? day) * rule.interval;
  // One interval early, because the part of the first week (or day) before the entry is not seen.
  const steps = Math.max(0, Math.floor((from - start) / step) - 1);
  if (rule.count !== null) {
    if (steps >= rule.count) return Number.POSITIVE_INFINITY;
    rule.count -= steps;
  }
  return start + steps * step;
}

/** Without a zone: the rule is followed in wall time. */
function timeOf(wall: Wall): ICAL.Time {
  const date = new Date(wall);
  return ICAL.Time.fromData({
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    isDate: false,
  });
}

function wallOfTime(time: ICAL.Time): Wall {
  return Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);
}
