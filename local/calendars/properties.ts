import ICAL from 'ical.js';
import { clockOf, utcClock, type ZoneClock } from '../../core/time/clock.ts';
import { ianaZone } from '../../core/time/zones.ts';
import { InputError } from '../input/input-error.ts';
import type { Length, Moment } from './calendar.ts';
import type { Component, ContentLine } from './content-lines.ts';

/** What is needed to read dates and times: the file, its own zones, and the zone of the calendar's owner. */
export interface Reading {
  readonly file: string;
  readonly owner: ZoneClock;
  readonly zones: ReadonlyMap<string, ZoneClock>;
}

const expectedTime =
  'a date such as 20261207 (with VALUE=DATE) or a time such as 20261207T093000, with TZID or a Z';

/** All properties of one name within a component, in order. */
export function linesNamed(component: Component, name: string): ContentLine[] {
  return component.lines.filter((line) => line.name === name);
}

/** The trimmed text of a property; undefined when it is absent. */
export function textOf(file: string, component: Component, name: string): string | undefined {
  const line = component.lines.find((each) => each.name === name);
  if (!line) return undefined;
  return String(readProperty(file, line).getFirstValue() ?? '').trim();
}

/** Reads DTSTART and similar properties: exactly one value. */
export function readMoment(reading: Reading, line: ContentLine): Moment {
  const [moment, more] = readMoments(reading, line);
  if (!moment || more) throw fault(reading.file, line, 'is not one date or time', expectedTime);
  return moment;
}

/** Reads EXDATE and similar properties: any number of values. */
export function readMoments(reading: Reading, line: ContentLine): Moment[] {
  const property = readProperty(reading.file, line);
  const zone = zoneOf(reading, line, property);
  return rawValues(property).map((value) => moment(reading, line, value, zone));
}

/** Reads RDATE: dates, times or periods. Only a period has a length. */
export function readAdded(reading: Reading, line: ContentLine): { start: Moment; length: Length | null }[] {
  const property = readProperty(reading.file, line);
  const zone = zoneOf(reading, line, property);
  return rawValues(property).map((value) => {
    if (!Array.isArray(value)) return { start: moment(reading, line, value, zone), length: null };
    const [from, to] = value as unknown[];
    const start = moment(reading, line, from, zone);
    if (typeof to === 'string' && to.startsWith('P'))
      return { start, length: lengthOf(reading.file, line, to) };
    const end = moment(reading, line, to, zone);
    return { start, length: { days: 0, milliseconds: end.wall - start.wall } };
  });
}

/** Reads DURATION. */
export function readLength(file: string, line: ContentLine): Length {
  return lengthOf(file, line, rawValues(readProperty(file, line))[0]);
}

/** Reads RRULE. Contradictory parts are found only when the rule is followed. */
export function readRule(file: string, line: ContentLine): ICAL.Recur {
  const expected = 'a rule such as FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20261231T000000Z';
  try {
    const rule = readProperty(file, line).getFirstValue();
    // The library's types promise a frequency. It is null for a rule without one.
    const frequency: string | null = rule instanceof ICAL.Recur ? rule.freq : null;
    if (rule instanceof ICAL.Recur && frequency !== null) return rule;
  } catch (cause) {
    throw fault(file, line, 'is not a recurrence rule', expected, cause);
  }
  throw fault(file, line, 'is not a recurrence rule', expected);
}

/** Reads TZOFFSETFROM and TZOFFSETTO, in milliseconds. */
export function readOffset(file: string, line: ContentLine): number {
  const value = String(rawValues(readProperty(file, line))[0]);
  const parts = /^([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(value);
  if (!parts) throw fault(file, line, 'is not an offset from UTC', 'one such as +0100');
  const seconds = Number(parts[2]) * 3600 + Number(parts[3]) * 60 + Number(parts[4] ?? 0);
  return (parts[1] === '-' ? -seconds : seconds) * 1000;
}

/** The text of a parameter; undefined when it is absent. */
export function parameterOf(file: string, line: ContentLine, name: string): string | undefined {
  // The library's types do not say that a parameter may be absent.
  const value: unknown = readProperty(file, line).getParameter(name);
  return typeof value === 'string' ? value : undefined;
}

export function fault(
  file: string,
  line: ContentLine,
  problem: string,
  expected: string,
  cause?: unknown,
): InputError {
  return new InputError(
    { file, line: line.line, column: line.name },
    { value: line.text, problem, expected },
    cause === undefined ? undefined : { cause },
  );
}

function readProperty(file: string, line: ContentLine): ICAL.Property {
  try {
    return ICAL.Property.fromString(line.text);
  } catch (cause) {
    throw fault(file, line, 'cannot be read', `a valid ${line.name} (RFC 5545)`, cause);
  }
}

/** The values as in jCal (RFC 7265): text, or pairs of text for periods. */
function rawValues(property: ICAL.Property): unknown[] {
  return property.jCal.slice(3) as unknown[];
}

function zoneOf(reading: Reading, line: ContentLine, property: ICAL.Property): ZoneClock {
  const id: unknown = property.getParameter('tzid');
  if (typeof id !== 'string') return reading.owner;
  const own = reading.zones.get(id);
  if (own) return own;
  const name = ianaZone(id);
  if (name !== null) return clockOf(name);
  throw new InputError(
    { file: reading.file, line: line.line, column: line.name },
    {
      value: id,
      problem: 'is not a time zone and has no VTIMEZONE in this file',
      expected:
        'a VTIMEZONE for it, an IANA name such as Europe/Paris or a Windows name such as W. Europe Standard Time',
    },
  );
}

function moment(reading: Reading, line: ContentLine, value: unknown, zone: ZoneClock): Moment {
  // Many programs write a date without VALUE=DATE. The library reads it as a time that is empty.
  const text = String(value).replace(/T::$/, '');
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(Z?))?$/.exec(text);
  const part = (index: number) => Number(parts?.[index] ?? 0);
  const [year, month, dayOfMonth, hour, minute, second] = [
    part(1),
    part(2),
    part(3),
    part(4),
    part(5),
    part(6),
  ];
  // A leap second counts as the second before it (RFC 5545, section 3.3.12).
  const wall = Date.UTC(year, month - 1, dayOfMonth, hour, minute, Math.min(second, 59));
  const real =
    parts !== null &&
    new Date(wall).toISOString().startsWith(text.slice(0, 10)) &&
    hour < 24 &&
    minute < 60 &&
    second < 61;
  if (!real) throw fault(reading.file, line, 'holds no date or time that exists', expectedTime);
  return { wall, clock: parts[7] === 'Z' ? utcClock : zone, isDate: parts[4] === undefined };
}

function lengthOf(file: string, line: ContentLine, value: unknown): Length {
  const expected = 'a duration such as PT30M or P1D, not a negative one';
  let duration: ICAL.Duration;
  try {
    duration = ICAL.Duration.fromString(String(value));
  } catch (cause) {
    throw fault(file, line, 'is not a duration', expected, cause);
  }
  if (duration.isNegative) throw fault(file, line, 'is negative', expected);
  const days = duration.weeks * 7 + duration.days;
  return { days, milliseconds: duration.toSeconds() * 1000 - days * 86_400_000 };
}
