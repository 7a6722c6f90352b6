// Calendars that nobody made for this product (tests/samples/README.md says where they are from). The expected times
// were worked out by hand from the files, not taken from the reader.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { subtract, union } from '../core/time/interval-sets.ts';
import { minute, quarter, type Interval } from '../core/time/interval.ts';
import { meetingWeek } from '../core/time/meeting-week.ts';
import { possibleStarts } from '../core/time/possible-starts.ts';
import { useFolder } from './support/folder.ts';
import { startsToInstants } from './support/starts.ts';
import { workingIntervals } from '../core/time/working-hours.ts';
import { match } from '../core/matching/index.ts';
import { busyIntervals, occurrences } from '../local/calendars/occurrences.ts';
import { readCalendars } from '../local/calendars/read-calendars.ts';
import { readPeople } from '../local/files/people.ts';
import type { Employee } from '../local/organisation/employee.ts';
import { realCalendars } from './support/real-calendars.ts';

describe('calendars that were not made for this product', () => {
  const { at, write } = useFolder('describe');
  let employees: readonly Employee[] = [];
  let calendars: Awaited<ReturnType<typeof readCalendars>>['calendars'];

  before(async () => {
    const rows = realCalendars.map(([mail, timeZone]) => `${mail},${timeZone}`);
    const people = write('people.csv', `mail,timeZone\n${rows.join('\n')}\n`);
    for (const [mail, , file] of realCalendars) write(`${mail}.ics`, readFileSync(file));
    ({ employees } = await readPeople(people, { defaultZone: 'Europe/London' }));
    const read = await readCalendars(at(), employees);
    assert.deepEqual(read.warnings, []);
    for (const [mail, { calendar }] of read.calendars) assert.equal(calendar.unreadable, null, mail);
    calendars = read.calendars;
  });

  const calendarOf = (mail: string) => {
    const file = calendars.get(mail);
    assert.ok(file, mail);
    return file.calendar;
  };

  const weeks: [what: string, mail: string, monday: string, busy: string[]][] = [
    [
      'a daily series at 05:00 in Los Angeles',
      'ann@example.org',
      '2026-12-07',
      [
        '12-07 13:00–14:00',
        '12-08 13:00–14:00',
        '12-09 13:00–14:00',
        '12-10 13:00–14:00',
        '12-11 13:00–14:00',
        '12-12 13:00–14:00',
        '12-13 13:00–14:00',
      ],
    ],
    [
      'working days at 10:30 in Los Angeles, over the switch of 8 March',
      'bo@example.org',
      '2026-03-06',
      [
        '03-06 18:30–19:00',
        '03-09 17:30–18:00',
        '03-10 17:30–18:00',
        '03-11 17:30–18:00',
        '03-12 17:30–18:00',
      ],
    ],
    [
      'every other Monday and Thursday, Thursday removed',
      'cy@example.org',
      '2017-07-03',
      ['07-03 14:00–00:00'],
    ],
    [
      'every other Monday and Tuesday, nine years on',
      'cy@example.org',
      '2026-12-07',
      ['12-07 14:00–00:00', '12-08 14:00–00:00'],
    ],
    ['nothing in the week between', 'cy@example.org', '2026-11-30', []],
    ['the first Tuesday, moved from 10:00 to 15:00', 'di@example.org', '2012-10-01', ['10-02 22:00–22:30']],
    [
      'the first Tuesday, an added day that was moved, and another',
      'di@example.org',
      '2012-11-05',
      ['11-06 18:00–18:30', '11-07 04:00–04:30', '11-10 18:00–18:30'],
    ],
    ['the first Tuesday, removed', 'di@example.org', '2012-12-03', []],
    ['whole days that take no time', 'ed@example.org', '2026-12-07', []],
    [
      'a series with one occurrence replaced',
      'flo@example.org',
      '2016-08-22',
      ['08-25 11:00–12:00', '08-26 11:00–12:00', '08-27 11:00–12:00', '08-28 11:00–12:00'],
    ],
    [
      "a zone of Exchange's own, in a VTIMEZONE from 1601",
      'gus@example.org',
      '2019-04-29',
      ['04-30 02:00–05:00'],
    ],
    ['two rules that end', 'hal@example.org', '2012-07-23', ['07-23 18:00–18:30', '07-29 18:00–18:30']],
    ['a birthday, a whole day in Berlin', 'ivy@example.org', '2014-12-08', ['12-09 23:00–23:00']],
  ];
  for (const [what, mail, monday, expected] of weeks) {
    it(`say: ${what} (${monday})`, () => {
      const from = Date.parse(`${monday}T00:00:00Z`);
      const busy = busyIntervals(calendarOf(mail), from, from + 7 * 24 * 60 * minute);
      const time = (instant: number) => new Date(instant).toISOString().slice(11, 16);
      const shown = busy.map(
        ({ start, end }) => `${new Date(start).toISOString().slice(5, 10)} ${time(start)}–${time(end)}`,
      );
      assert.deepEqual(shown, expected);
    });
  }

  it('show whole days as such', () => {
    const week = meetingWeek('2026-12-07', 'Europe/London');
    const days = occurrences(calendarOf('ed@example.org'), week.start, week.end);
    assert.deepEqual(
      days.map(({ start, allDay, status }) => [new Date(start).toISOString().slice(0, 10), allDay, status]),
      ['2026-12-07', '2026-12-08', '2026-12-09', '2026-12-10', '2026-12-11'].map((day) => [
        day,
        true,
        'free',
      ]),
    );
  });

  it('can be matched: every pair has a slot inside both working hours and outside both calendars', () => {
    const week = meetingWeek('2026-12-07', 'Europe/London');
    const free = new Map(
      employees.map(({ mail, timeZone, workDays, workStart, workEnd }) => {
        const hours = { zone: timeZone, days: workDays, start: workStart, end: workEnd };
        const busy = busyIntervals(calendarOf(mail), week.start, week.end);
        return [mail, { working: workingIntervals(week, hours), busy }];
      }),
    );
    const starts = new Map(
      [...free].map(([mail, { working, busy }]) => [mail, possibleStarts(week, 30, working, busy)]),
    );
    const result = match({
      people: [...starts].map(([id, each]) => ({ id, starts: each })),
      excluded: [],
      history: [],
      seed: 1,
    });
    // Nine people: Bangkok's day ends at 10:00Z, so it meets Berlin, Kyiv or London alone. One trio, nobody left out.
    assert.deepEqual(
      [result.unplaced, result.cost.trios, result.pairings.length, result.optimal],
      [[], 1, 4, true],
    );
    for (const { members } of result.pairings) {
      const [first = [], ...others] = members.map((mail) =>
        startsToInstants(week, starts.get(mail) ?? new Uint32Array()),
      );
      const slot = first.find((start) => others.every((each) => each.includes(start)));
      assert.ok(slot !== undefined && slot % quarter === 0, members.join());
      for (const mail of members) {
        const { working = [], busy = [] } = free.get(mail) ?? {};
        const meeting: Interval = { start: slot, end: slot + 30 * minute };
        assert.deepEqual(subtract([meeting], union(subtract(union(working), busy))), [], mail);
      }
    }
  });
});
