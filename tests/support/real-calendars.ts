import { join } from 'node:path';

const packages = join(import.meta.dirname, '../../node_modules');

const files: readonly (readonly [mail: string, timeZone: string, file: string])[] = [
  ['ann@example.org', 'America/Los_Angeles', 'icalts/samples/ics/daily_recur.ics'],
  ['bo@example.org', 'Pacific Standard Time', 'icalts/samples/ics/parserv2.ics'],
  ['cy@example.org', 'America/Chicago', 'ical/test/test14.ics'],
  ['di@example.org', 'America/New_York', 'icalts/samples/ics/recur_instances.ics'],
  ['ed@example.org', 'Europe/London', 'icalts/samples/ics/day_long_recur_yearly.ics'],
  ['flo@example.org', 'Europe/Kyiv', 'ical/test/test13.ics'],
  ['gus@example.org', 'Asia/Bangkok', 'ical/test/test15.ics'],
  ['hal@example.org', 'America/Los_Angeles', 'icalts/samples/ics/multiple_rrules.ics'],
  ['ivy@example.org', 'Europe/Berlin', 'icalts/samples/ics/google_birthday.ics'],
];

/** People, each with a calendar that a package on npm ships for its own tests: mail, time zone, path of the file. */
export const realCalendars = files.map(([mail, zone, file]) => [mail, zone, join(packages, file)] as const);
