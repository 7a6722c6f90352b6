import type { Wall } from '../../core/time/clock.ts';

const frequencies = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY', 'MINUTELY', 'SECONDLY'] as const;
type Frequency = (typeof frequencies)[number];
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

interface Range {
  readonly least: number;
  /** With a negative `least`, numbers count from the end as well, and 0 is none. */
  readonly most: number;
  /** Rules that may not have this part. */
  readonly notIn?: readonly Frequency[];
}

const ranges = {
  BYSECOND: { least: 0, most: 60 },
  BYMINUTE: { least: 0, most: 59 },
  BYHOUR: { least: 0, most: 23 },
  BYMONTHDAY: { least: -31, most: 31, notIn: ['WEEKLY'] },
  BYYEARDAY: { least: -366, most: 366, notIn: ['DAILY', 'WEEKLY', 'MONTHLY'] },
  BYWEEKNO: { least: -53, most: 53, notIn: frequencies.slice(1) },
  BYMONTH: { least: 1, most: 12 },
  BYSETPOS: { least: -366, most: 366 },
} satisfies Readonly<Record<string, Range>>;
type Part = keyof typeof ranges;
const partNames = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', 'BYDAY', ...Object.keys(ranges)];

/** A recurrence rule (RFC 5545, section 3.3.10). Parts that it lacks are empty. Weekdays count from Monday, which is 0. */
export interface Rule {
  readonly frequency: Frequency;
  readonly interval: number;
  /** Infinity without COUNT. */
  readonly count: number;
  /** The last wall time at which it may give a start; Infinity without UNTIL. */
  readonly until: Wall;
  readonly weekStart: number;
  readonly by: Readonly<Record<Part, readonly number[]>>;
  /** BYDAY; `nth` is 0 for every such weekday. */
  readonly days: readonly { readonly nth: number; readonly weekday: number }[];
}

/** What is wrong with a rule: "has BYHOUR out of range". */
export class RuleError extends Error {}

/**
 * Reads the value of RRULE.
 * @param series whether DTSTART is a date, and how to read UNTIL
 * @throws RuleError for what RFC 5545 forbids, for a part that is not known, and for BYWEEKNO without days
 */
export function readRule(
  value: string,
  series: { readonly isDate: boolean; readonly lastOf: (until: string) => Wall },
): Rule {
  const refusal = (problem: string) => new RuleError(problem);
  // 1. The parts. The two of RFC 7529 say what holds without them.
  const given = new Map<string, string>();
  for (const part of value.replaceAll(/\s/g, '').toUpperCase().split(';')) {
    if (['', 'RSCALE=GREGORIAN', 'SKIP=OMIT'].includes(part)) continue;
    const [name = '', says = '', more] = part.split('=');
    if (!partNames.includes(name)) throw refusal(`has ${name}, which is not known`);
    if (says === '' || more !== undefined || given.has(name)) throw refusal(`has ${name} without one value`);
    given.set(name, says);
  }
  const listOf = (name: string) => given.get(name)?.split(',') ?? [];
  const numbers = (name: Part): number[] => {
    const { least, most } = ranges[name];
    return listOf(name).map((item) => {
      const number = /^[+-]?\d+$/.test(item) ? Number(item) : NaN;
      if (!(number >= least && number <= most) || (least < 0 && number === 0))
        throw refusal(`has ${name} out of range`);
      return number;
    });
  };
  const positive = (name: string, otherwise: number): number => {
    const number = /^\d+$/.test(given.get(name) ?? '1') ? Number(given.get(name) ?? otherwise) : 0;
    if (number === 0) throw refusal(`has ${name} that is not above 0`);
    return number;
  };
  // 2. Their values.
  const frequency = frequencies.find((each) => each === given.get('FREQ'));
  if (frequency === undefined) throw refusal('is not a recurrence rule');
  const until = given.get('UNTIL');
  const weekStart = weekdays.indexOf(given.get('WKST') ?? 'MO');
  const days = listOf('BYDAY').map((item) => {
    const [, nth = '', name = ''] = /^([+-]?[1-9]\d?)?(\w\w)$/.exec(item) ?? [];
    return { nth: Number(nth), weekday: weekdays.indexOf(name) };
  });
  const parts = Object.keys(ranges) as Part[];
  const by = Object.fromEntries(parts.map((name) => [name, numbers(name)])) as Record<Part, number[]>;
  by.BYSECOND = by.BYSECOND.map((second) => Math.min(second, 59));
  // 3. What may not be together.
  const has = (...names: readonly string[]) => names.some((name) => given.has(name));
  const numbered = days.some(({ nth }) => nth !== 0);
  for (const name of parts) {
    const { notIn = [] }: Range = ranges[name];
    if (given.has(name) && notIn.includes(frequency))
      throw refusal(`has ${name}, which a ${frequency} rule may not have`);
  }
  const subDaily = ['HOURLY', 'MINUTELY', 'SECONDLY'].includes(frequency);
  if (series.isDate && subDaily) throw refusal(`is ${frequency}, but DTSTART is a date`);
  if (has('UNTIL') && has('COUNT')) throw refusal('has UNTIL beside COUNT');
  if ([weekStart, ...days.map(({ weekday }) => weekday)].includes(-1)) throw refusal('names no weekday');
  if (days.some(({ nth }) => Math.abs(nth) > 53)) throw refusal('has BYDAY out of range');
  if (numbered && (!['MONTHLY', 'YEARLY'].includes(frequency) || has('BYWEEKNO')))
    throw refusal('has BYDAY with a number, which this rule may not have');
  if (has('BYSETPOS') && !has('BYDAY', ...parts.filter((name) => name !== 'BYSETPOS')))
    throw refusal('has BYSETPOS without another part to choose from');
  // Programs disagree whether it means the weekday of DTSTART or the whole week.
  if (has('BYWEEKNO') && !has('BYDAY', 'BYMONTHDAY', 'BYYEARDAY'))
    throw refusal('has BYWEEKNO without BYDAY');
  return {
    frequency,
    interval: positive('INTERVAL', 1),
    count: positive('COUNT', Infinity),
    until: until === undefined ? Infinity : series.lastOf(until),
    weekStart,
    // Dates have no times. RFC 5545: these parts must be ignored.
    by: series.isDate ? { ...by, BYHOUR: [], BYMINUTE: [], BYSECOND: [] } : by,
    days,
  };
}
