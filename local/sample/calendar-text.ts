import ICAL from 'ical.js';

/**
 * An entry of a calendar. Times are on the clock of `zone` (an IANA or a Windows name), in milliseconds since
 * 1970-01-01T00:00 on that clock.
 */
export interface AgendaEntry {
  readonly uid: string;
  readonly summary: string;
  readonly zone: string;
  readonly start: number;
  /** Null for whole days. */
  readonly minutes: number | null;
  /** The number of whole days. */
  readonly days?: number;
  readonly show: 'FREE' | 'TENTATIVE' | 'BUSY' | 'OOF' | 'WORKINGELSEWHERE';
  /** RRULE. */
  readonly rule?: string;
  /** Starts of the series that are left out. */
  readonly except?: readonly number[];
  /** The start of the series that this entry replaces. */
  readonly replaces?: number;
}

/** An iCalendar file (RFC 5545) with these entries. */
export function calendarText(entries: readonly AgendaEntry[]): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('prodid', '-//UnMentoring//sample organisation//EN');
  for (const entry of entries) calendar.addSubcomponent(eventOf(entry));
  return `${calendar.toString()}\r\n`;
}

function eventOf(entry: AgendaEntry): ICAL.Component {
  const event = new ICAL.Component('vevent');
  event.updatePropertyWithValue('uid', entry.uid);
  event.updatePropertyWithValue(
    'dtstamp',
    ICAL.Time.fromData({ year: 2026, month: 1, day: 1, isDate: false }, ICAL.Timezone.utcTimezone),
  );
  event.updatePropertyWithValue('summary', entry.summary);
  addTime(event, 'dtstart', entry, entry.start);
  if (entry.minutes === null) addTime(event, 'dtend', entry, entry.start + (entry.days ?? 1) * 86_400_000);
  else event.updatePropertyWithValue('duration', ICAL.Duration.fromSeconds(entry.minutes * 60));
  if (entry.rule !== undefined) event.updatePropertyWithValue('rrule', ICAL.Recur.fromString(entry.rule));
  for (const start of entry.except ?? []) addTime(event, 'exdate', entry, start);
  if (entry.replaces !== undefined) addTime(event, 'recurrence-id', entry, entry.replaces);
  event.updatePropertyWithValue('transp', entry.show === 'FREE' ? 'TRANSPARENT' : 'OPAQUE');
  event.updatePropertyWithValue('x-microsoft-cdo-busystatus', entry.show);
  return event;
}

function addTime(event: ICAL.Component, name: string, { zone, minutes }: AgendaEntry, wall: number): void {
  const date = new Date(wall);
  const isDate = minutes === null;
  const time = ICAL.Time.fromData({
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    ...(!isDate && { hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: 0 }),
    isDate,
  });
  const property = event.addPropertyWithValue(name, time);
  if (!isDate) property.setParameter('tzid', zone);
}
