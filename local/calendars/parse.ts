import { clockOf, day, type ZoneClock } from '../../core/time/clock.ts';
import { ianaZone } from '../../core/time/zones.ts';
import { InputError } from '../input/input-error.ts';
import {
  instantOfMoment,
  type BusyStatus,
  type Calendar,
  type CalendarEvent,
  type Length,
  type Moment,
} from './calendar.ts';
import { parseComponents, type Component, type ContentLine } from './content-lines.ts';
import {
  fault,
  linesNamed,
  parameterOf,
  readAdded,
  readLength,
  readMoment,
  readMoments,
  readRule,
  textOf,
  type Reading,
} from './properties.ts';
import { ruleStarts } from './recurrence.ts';
import { clockOfTimezone } from './vtimezone.ts';

/**
 * Reads the events of somebody's calendar, an iCalendar file (RFC 5545). To-dos, journals and alarms are skipped.
 * `zone` is the owner's, an IANA or a Windows name. Times without a zone, and whole days, are in it. A VTIMEZONE of
 * the file takes precedence over a known zone of the same name.
 * @throws InputError that names the file, the line and what was expected
 */
export function parseCalendar(text: string, fileName: string, { zone }: { zone: string }): Calendar {
  const name = ianaZone(zone);
  if (name === null) throw new RangeError(`"${zone}" is not a time zone; expected an IANA or a Windows name`);
  const owner = clockOf(name);
  const events = parseComponents(text, fileName).flatMap((calendar) => {
    const reading = { file: fileName, owner, zones: zonesOf(fileName, calendar) };
    return calendar.components
      .filter((each) => each.name === 'VEVENT')
      .map((each) => readEvent(reading, each));
  });
  return { file: fileName, events };
}

function zonesOf(file: string, calendar: Component): Map<string, ZoneClock> {
  const zones = new Map<string, ZoneClock>();
  for (const component of calendar.components) {
    if (component.name !== 'VTIMEZONE') continue;
    const id = textOf(file, component, 'TZID');
    // Nothing can refer to a zone without a name.
    if (id === undefined) continue;
    zones.set(id, clockOfTimezone(file, component));
  }
  return zones;
}

function readEvent(reading: Reading, component: Component): CalendarEvent {
  const { file } = reading;
  const one = (name: string) => linesNamed(component, name)[0];
  const dtstart = one('DTSTART');
  if (!dtstart) {
    throw new InputError(
      { file, line: component.line },
      { value: 'BEGIN:VEVENT', problem: 'has no DTSTART', expected: 'a DTSTART in every event' },
    );
  }
  const start = readMoment(reading, dtstart);
  const length = readEventLength(reading, start, one('DTEND'), one('DURATION'));
  const replaces = one('RECURRENCE-ID');
  return {
    uid: textOf(file, component, 'UID') ?? `line-${component.line}`,
    sequence: Number(textOf(file, component, 'SEQUENCE') ?? 0) || 0,
    start,
    length,
    status: statusOf(file, component),
    subject: textOf(file, component, 'SUMMARY') ?? '',
    location: textOf(file, component, 'LOCATION') ?? '',
    isPrivate: !['', 'PUBLIC'].includes(textOf(file, component, 'CLASS')?.toUpperCase() ?? ''),
    cancelled: textOf(file, component, 'STATUS')?.toUpperCase() === 'CANCELLED',
    rules: linesNamed(component, 'RRULE').map((line) => checkedRule(file, line, start)),
    added: linesNamed(component, 'RDATE')
      .flatMap((line) => readAdded(reading, line))
      .map((each) => ({ start: each.start, length: each.length ?? length })),
    removed: linesNamed(component, 'EXDATE').flatMap((line) => readMoments(reading, line)),
    replaces: replaces ? readMoment(reading, replaces) : null,
    andFuture:
      replaces !== undefined && parameterOf(file, replaces, 'range')?.toUpperCase() === 'THISANDFUTURE',
  };
}

/** From DTEND, else from DURATION; else one day for a date and no time for a date-time (RFC 5545, section 3.6.1). */
function readEventLength(
  reading: Reading,
  start: Moment,
  dtend: ContentLine | undefined,
  duration: ContentLine | undefined,
): Length {
  if (!dtend) {
    if (duration) return readLength(reading.file, duration);
    return { days: start.isDate ? 1 : 0, milliseconds: 0 };
  }
  const end = readMoment(reading, dtend);
  const whole = start.isDate && end.isDate;
  const span = whole ? end.wall - start.wall : instantOfMoment(end) - instantOfMoment(start);
  if (span < 0) throw fault(reading.file, dtend, 'ends before it starts', 'a DTEND after DTSTART');
  // Some programs end a one-day event on the same day instead of the day after.
  return whole ? { days: Math.max(1, span / day), milliseconds: 0 } : { days: 0, milliseconds: span };
}

/** Unfolds the first few dates of a rule, so that a contradictory one is refused here and not later. */
function checkedRule(file: string, line: ContentLine, start: Moment) {
  const rule = readRule(file, line);
  try {
    ruleStarts(rule, start.wall, start.clock, start.wall, start.wall + day).next();
  } catch (cause) {
    throw fault(file, line, 'contradicts itself', 'a rule that RFC 5545, section 3.3.10, allows', cause);
  }
  return rule;
}

const outlookStatus: Readonly<Record<string, BusyStatus>> = {
  FREE: 'free',
  TENTATIVE: 'tentative',
  BUSY: 'busy',
  OOF: 'oof',
  WORKINGELSEWHERE: 'workingElsewhere',
};

/** Outlook's own property, else TRANSP, else STATUS, else busy (RFC 5545, section 3.8.2.7: opaque by default). */
function statusOf(file: string, component: Component): BusyStatus {
  const outlook = outlookStatus[textOf(file, component, 'X-MICROSOFT-CDO-BUSYSTATUS')?.toUpperCase() ?? ''];
  if (outlook) return outlook;
  if (textOf(file, component, 'TRANSP')?.toUpperCase() === 'TRANSPARENT') return 'free';
  return textOf(file, component, 'STATUS')?.toUpperCase() === 'TENTATIVE' ? 'tentative' : 'busy';
}
