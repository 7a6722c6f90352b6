import { clockOf, day, type ZoneClock } from '../../core/time/clock.ts';
import { ianaZone } from '../../core/time/zones.ts';
import { InputError } from '../input/input-error.ts';
import {
  instantOfMoment,
  type BusyStatus,
  type Calendar,
  type CalendarEvent,
  type Length,
} from './calendar.ts';
import { linesNamed, parseComponents, partsOf, textOf, type Component } from './content-lines.ts';
import * as properties from './properties.ts';
import { zonesOf } from './zones.ts';

interface Owner {
  /** An IANA or a Windows name. Times without a zone, and whole days, are in it. */
  readonly zone: string;
  /** What is declined under this address is free. */
  readonly mail?: string;
}

interface Reading extends properties.Reading {
  readonly ownClock: ZoneClock;
  /** As in `Calendar`. */
  readonly clocks: readonly ZoneClock[];
  readonly mail: string | undefined;
  readonly hasMethod: boolean;
  readonly warn: (error: InputError) => void;
}

/** The first warnings of a file are given, up to this number; the others are counted. */
const named = 5;
/** Parts of a calendar in which nobody is busy. */
const idle = /^(VCALENDAR|VTIMEZONE|VTODO|VJOURNAL|VALARM|X-.*)$/;

/**
 * Reads when the owner of a calendar is busy, from an iCalendar file (RFC 5545): events and free/busy times. To-dos,
 * journals and alarms are skipped. A file of which an event's time cannot be told has `unreadable`.
 * @throws InputError for a file that is no calendar at all
 */
export function parseCalendar(text: string, file: string, { zone, mail }: Owner): Calendar {
  const name = ianaZone(zone);
  if (name === null) throw new RangeError(`"${zone}" is not a time zone; expected an IANA or a Windows name`);
  const ownClock = clockOf(name);
  const { calendars, broken, passedOver } = parseComponents(text, file);
  const warnings = new Set(passedOver.map(({ message }) => message));
  const warn = ({ message }: InputError): void => void warnings.add(message);
  const clocks: ZoneClock[] = [];
  const events: CalendarEvent[] = [];
  let unreadable = broken?.message ?? null;
  for (const calendar of calendars) {
    const zones = zonesOf(file, calendar, warn);
    clocks.push(...zones.clocks);
    const hasMethod = textOf(calendar, 'METHOD') !== undefined;
    const reading = { file, mail, ownClock, ...zones, clocks: [...zones.clocks, ownClock], hasMethod, warn };
    for (const component of calendar.components) {
      try {
        if (component.name === 'VEVENT') events.push(...readEvent(reading, component));
        else if (component.name === 'VFREEBUSY') events.push(...readFreeBusy(reading, component));
        else if (!idle.test(component.name))
          warn(faultOf(file, component, 'is not a known part of a calendar'));
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        unreadable ??= error.message;
      }
    }
  }
  const more = warnings.size - named;
  return {
    events,
    clocks: [...clocks, ownClock],
    unreadable,
    warnings: [
      ...[...warnings].slice(0, named),
      ...(more > 0 ? [`${file}: ${more} more lines are passed over`] : []),
    ],
  };
}

function faultOf(file: string, { line, name }: Component, problem: string): InputError {
  return new InputError(
    { file, line },
    { value: `BEGIN:${name}`, problem, expected: 'a VEVENT with a DTSTART, or a VFREEBUSY' },
  );
}

/** Gives the event, or nothing for one without a start, which only a calendar with a METHOD may have (section 3.6.1). */
function readEvent(reading: Reading, component: Component): CalendarEvent[] {
  const { file, ownClock } = reading;
  const one = (name: string) => {
    const [line, other] = linesNamed(component, name);
    if (!line || !other || other.text === line.text) return line;
    throw properties.fault(file, other, 'is there twice', `one ${name}`);
  };
  const dtstart = one('DTSTART');
  if (!dtstart) {
    const error = faultOf(file, component, 'has no DTSTART');
    if (!reading.hasMethod) throw error;
    reading.warn(error);
    return [];
  }
  const written = properties.readMoment(reading, dtstart);
  const start = { ...written, clock: written.clock ?? ownClock };
  const replaces = one('RECURRENCE-ID');
  const range = replaces && properties.propertyOf(file, replaces).parameters.get('RANGE');
  const said = (name: string) => textOf(component, name) ?? '';
  return [
    {
      uid: said('UID') || `line-${component.line}`,
      sequence: Number(said('SEQUENCE')) || 0,
      start,
      length: lengthOf(reading, start, one),
      status: isDeclined(component, reading.mail) ? 'free' : statusOf(component),
      cancelled: said('STATUS').toUpperCase() === 'CANCELLED',
      subject: said('SUMMARY'),
      location: said('LOCATION'),
      isPrivate: !['', 'PUBLIC'].includes(said('CLASS').toUpperCase()),
      rules: linesNamed(component, 'RRULE').map((line) =>
        properties.readRecurrence(reading, line, start, reading.clocks),
      ),
      added: linesNamed(component, 'RDATE').flatMap((line) => properties.readPeriods(reading, line)),
      removed: linesNamed(component, 'EXDATE').flatMap((line) => properties.readMoments(reading, line)),
      replaces: replaces ? properties.readMoment(reading, replaces) : null,
      andFuture: range?.toUpperCase() === 'THISANDFUTURE',
    },
  ];
}

/** The times of a VFREEBUSY (RFC 5545, section 3.6.4), each as an event. */
function readFreeBusy(reading: Reading, component: Component): CalendarEvent[] {
  return linesNamed(component, 'FREEBUSY').flatMap((line) => {
    const type = properties.propertyOf(reading.file, line).parameters.get('FBTYPE') ?? 'BUSY';
    return properties.readPeriods(reading, line).map(({ start, length }, i): CalendarEvent => {
      if (length === null)
        throw properties.fault(reading.file, line, 'is not a period', 'one such as 20261207T093000Z/PT30M');
      return {
        uid: `line-${line.line}-${i}`,
        sequence: 0,
        start: { ...start, clock: start.clock ?? reading.ownClock },
        length,
        status: statuses[type.toUpperCase()] ?? 'busy',
        ...{ cancelled: false, subject: '', location: '', isPrivate: false },
        ...{ rules: [], added: [], removed: [], replaces: null, andFuture: false },
      };
    });
  });
}

/** From DTEND, else from DURATION; else one day for a date and no time for a date-time (RFC 5545, section 3.6.1). */
function lengthOf(
  reading: Reading,
  start: CalendarEvent['start'],
  one: (name: string) => ReturnType<typeof linesNamed>[number] | undefined,
): Length {
  const [dtend, duration] = [one('DTEND'), one('DURATION')];
  if (!dtend) {
    if (duration) return properties.readLength(reading.file, duration);
    return { days: start.isDate ? 1 : 0, milliseconds: 0 };
  }
  const end = properties.readMoment(reading, dtend);
  const whole = start.isDate && end.isDate;
  const span = whole
    ? end.wall - start.wall
    : instantOfMoment(end, start.clock) - instantOfMoment(start, start.clock);
  if (span < 0) throw properties.fault(reading.file, dtend, 'ends before it starts', 'a DTEND after DTSTART');
  // Some programs end a one-day event on the same day instead of the day after.
  return whole ? { days: Math.max(1, span / day), milliseconds: 0 } : { days: 0, milliseconds: span };
}

/** By the words of Outlook, and of VFREEBUSY. */
const statuses: Readonly<Record<string, BusyStatus>> = {
  FREE: 'free',
  TENTATIVE: 'tentative',
  BUSY: 'busy',
  OOF: 'oof',
  WORKINGELSEWHERE: 'workingElsewhere',
  'BUSY-TENTATIVE': 'tentative',
  'BUSY-UNAVAILABLE': 'oof',
};

/** Outlook's own property, else TRANSP, else STATUS, else busy (RFC 5545, section 3.8.2.7: opaque by default). */
function statusOf(component: Component): BusyStatus {
  const said = (name: string) => textOf(component, name)?.toUpperCase() ?? '';
  const outlook = statuses[said('X-MICROSOFT-CDO-BUSYSTATUS')];
  if (outlook) return outlook;
  if (said('TRANSP') === 'TRANSPARENT') return 'free';
  return said('STATUS') === 'TENTATIVE' ? 'tentative' : 'busy';
}

/** Whether the owner of the calendar declined the event. Google and others keep it in the calendar. */
function isDeclined(component: Component, mail: string | undefined): boolean {
  return linesNamed(component, 'ATTENDEE').some((line) => {
    const { parameters, value } = partsOf(line) ?? { parameters: new Map<string, string>(), value: '' };
    const addresses = [value.trim().replace(/^mailto:/i, ''), parameters.get('EMAIL')];
    const isOwner =
      mail !== undefined && addresses.some((each) => each?.toLowerCase() === mail.toLowerCase());
    return isOwner && parameters.get('PARTSTAT')?.toUpperCase() === 'DECLINED';
  });
}
