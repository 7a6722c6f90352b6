import { join } from 'node:path';

const samples = join(import.meta.dirname, '../samples');

const files: readonly (readonly [mail: string, timeZone: string, file: string])[] = [
  ['ann@example.org', 'America/Los_Angeles', 'icalts/daily_recur.ics'],
  ['bo@example.org', 'Pacific Standard Time', 'icalts/parserv2.ics'],
  ['cy@example.org', 'America/Chicago', 'ical/test14.ics'],
  ['di@example.org', 'America/New_York', 'icalts/recur_instances.ics'],
  ['ed@example.org', 'Europe/London', 'icalts/day_long_recur_yearly.ics'],
  ['flo@example.org', 'Europe/Kyiv', 'ical/test13.ics'],
  ['gus@example.org', 'Asia/Bangkok', 'ical/test15.ics'],
  ['hal@example.org', 'America/Los_Angeles', 'icalts/multiple_rrules.ics'],
  ['ivy@example.org', 'Europe/Berlin', 'icalts/google_birthday.ics'],
];

/** People with calendars from other programs: mail, time zone, path of the file. */
export const realCalendars = files.map(([mail, zone, file]) => [mail, zone, join(samples, file)] as const);
