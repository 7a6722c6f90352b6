import { day, utcClock, wallOf, type ZoneClock } from '../../core/time/clock.ts';
import { InputError } from '../input/input-error.ts';
import { readRule, RuleError, type Rule } from '../recurrence/rule.ts';
import { dateOf, type Length, type Moment, type Start } from './calendar.ts';
import { partsOf, type ContentLine } from './content-lines.ts';

/** What is needed to read dates and times: the file, and its zones by TZID. */
export interface Reading {
  readonly file: string;
  /** @throws InputError for a zone that is not known */
  readonly clockNamed: (id: string, line: ContentLine) => ZoneClock;
}

const expectedTime =
  'a date such as 20261207 (with VALUE=DATE) or a time such as 20261207T093000, with TZID or a Z';

export function fault(file: string, line: ContentLine, problem: string, expected: string): InputError {
  return new InputError(
    { file, line: line.line, column: line.name },
    { value: line.text, problem, expected },
  );
}

/** @throws InputError when the line has no value, or its parameters cannot be read */
export function propertyOf(file: string, line: ContentLine): NonNullable<ReturnType<typeof partsOf>> {
  const found = partsOf(line);
  if (found === null) throw fault(file, line, 'cannot be read', `a valid ${line.name} (RFC 5545)`);
  return found;
}

/** Reads DTSTART and similar properties: exactly one value. */
export function readMoment(reading: Reading, line: ContentLine): Moment {
  const [moment, more] = readMoments(reading, line);
  if (!moment || more) throw fault(reading.file, line, 'is not one date or time', expectedTime);
  return moment;
}

/** Reads EXDATE and similar properties: any number of values. */
export function readMoments(reading: Reading, line: ContentLine): Moment[] {
  const { parameters, value } = propertyOf(reading.file, line);
  return value.split(',').map((text) => readTime(reading, line, text, parameters));
}

/** Reads RDATE and FREEBUSY: dates, times or periods. Only a period has a length. */
export function readPeriods(reading: Reading, line: ContentLine): { start: Moment; length: Length | null }[] {
  const { parameters, value } = propertyOf(reading.file, line);
  return value.split(',').map((text) => {
    const [from = '', to, more] = text.split('/');
    const start = readTime(reading, line, from, parameters);
    if (to === undefined) return { start, length: null };
    if (/^\s*[+-]?P/i.test(to)) return { start, length: durationOf(reading.file, line, to) };
    const end = readTime(reading, line, to, parameters);
    const milliseconds = end.wall - start.wall;
    if (more !== undefined || start.isDate || end.isDate || end.clock !== start.clock || milliseconds < 0)
      throw fault(reading.file, line, 'is not a period', 'one such as 20261207T093000Z/PT30M');
    return { start, length: { days: 0, milliseconds } };
  });
}

/**
 * Reads one date or time.
 * @throws InputError for one that does not exist, or is written with an offset such as +0500 (RFC 5545, section 3.3.5)
 */
function readTime(
  reading: Reading,
  line: ContentLine,
  value: string,
  parameters: ReadonlyMap<string, string> = new Map(),
): Moment {
  const parts = /^\s*(\d{4})(\d\d)(\d\d)(?:Z|T(\d\d)(\d\d)(\d\d)?(Z?))?\s*$/i.exec(value);
  const [, year, month, date, hour = '00', minute = '00', second = '00', utc] = parts ?? [];
  if (/[+-]\d/.test(value)) throw fault(reading.file, line, 'holds an offset from UTC', expectedTime);
  // Google writes the Z of an instant behind dates. A leap second counts as the second before it (RFC 5545, section 3.3.12).
  const iso = `${year ?? ''}-${month ?? ''}-${date ?? ''}T${hour}:${minute}:${second === '60' ? '59' : second}.000Z`;
  const wall = Date.parse(iso);
  if (Number.isNaN(wall) || new Date(wall).toISOString() !== iso)
    throw fault(reading.file, line, 'holds no date or time that exists', expectedTime);
  const valueIsDate = parameters.get('VALUE')?.toUpperCase() === 'DATE';
  const isDate = utc === undefined || (valueIsDate && wall % day === 0);
  if (!isDate && valueIsDate) throw fault(reading.file, line, 'is a date and has a time', expectedTime);
  const id = parameters.get('TZID');
  const zone = isDate || utc !== '' || id === undefined ? null : reading.clockNamed(id, line);
  return { wall, clock: utc ? utcClock : zone, isDate };
}

/**
 * Reads RRULE of a series that begins at `start`. UNTIL is a date, a time on the clock of the series, or an instant; it is
 * included.
 * @param clocks as in `Calendar`
 */
export function readRecurrence(
  reading: Reading,
  line: ContentLine,
  start: Start,
  clocks: readonly ZoneClock[],
): Rule {
  const lastOf = (text: string) => {
    const until = readTime(reading, line, text);
    if (start.isDate) return dateOf(until, clocks);
    if (until.isDate) return until.wall + day - 1000;
    return until.clock === null ? until.wall : wallOf(start.clock, until.wall);
  };
  try {
    return readRule(propertyOf(reading.file, line).value, { isDate: start.isDate, lastOf });
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    const expected = 'a rule such as FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20261231T000000Z';
    throw fault(reading.file, line, error.message, expected);
  }
}

/** Reads DURATION. */
export function readLength(file: string, line: ContentLine): Length {
  return durationOf(file, line, propertyOf(file, line).value);
}

function durationOf(file: string, line: ContentLine, text: string): Length {
  const expected = 'a duration such as PT30M or P1D, not a negative one';
  const parts =
    /^\s*([+-]?)P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?\s*$/i.exec(text);
  if (!parts) throw fault(file, line, 'is not a duration', expected);
  const [, sign, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts;
  const milliseconds = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  const total = { days: Number(weeks) * 7 + Number(days), milliseconds };
  if (sign === '-' && total.days + total.milliseconds > 0) throw fault(file, line, 'is negative', expected);
  return total;
}

/** Reads TZOFFSETFROM and TZOFFSETTO, in milliseconds. */
export function readOffset(file: string, line: ContentLine): number {
  const parts = /^\s*([+-])([01]\d|2[0-3])([0-5]\d)([0-5]\d)?\s*$/.exec(propertyOf(file, line).value);
  if (!parts) throw fault(file, line, 'is not an offset from UTC', 'one such as +0100');
  const seconds = Number(parts[2]) * 3600 + Number(parts[3]) * 60 + Number(parts[4] ?? 0);
  return (parts[1] === '-' ? -seconds : seconds) * 1000;
}
