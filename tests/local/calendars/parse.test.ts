import assert from 'node:assert/strict';
import { utcClock } from '../../../core/time/clock.ts';
import { instantOfMoment } from '../../../local/calendars/calendar.ts';
import { parseCalendar } from '../../../local/calendars/parse.ts';
import { readCalendars } from '../../../local/calendars/read-calendars.ts';
import { InputError } from '../../../local/input/input-error.ts';
import { people } from '../../../local/sample/people.ts';
import { useFolder } from '../../support/folder.ts';

const name = 'ann@example.org.ics';
const event = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\n');

describe('parseCalendar', () => {
  it('reads folded lines, several calendars and a byte order mark, and skips unknown properties', () => {
    const text = `\uFEFF${event('DTSTART:2026120', ' 8T090000Z', 'X-WHAT;A="b:c":d', 'SUMMARY:Tea\\, please', 'CLASS:PRIVATE')}\n${event('DTSTART:20261209T090000Z')}\n`;
    const [first, second] = parseCalendar(text, name, { zone: 'Europe/London' }).events;
    assert.equal(first?.start.wall, Date.parse('2026-12-08T09:00:00Z'));
    assert.deepEqual([first.subject, first.isPrivate, second?.isPrivate], ['Tea, please', true, false]);
  });

  const refused: [what: string, text: string, line: number | undefined, says: RegExp][] = [
    [
      'nothing',
      ' \n',
      undefined,
      /the file is empty; expected an iCalendar file that starts with BEGIN:VCALENDAR/,
    ],
    ['another kind of file', 'mail,name\n', 1, /"mail,name" begins no calendar/],
    ['the card of a person', 'BEGIN:VCARD\nEND:VCARD\n', 1, /"BEGIN:VCARD" begins no calendar/],
  ];
  for (const [what, text, line, says] of refused) {
    it(`refuses ${what}`, () => {
      assert.throws(
        () => parseCalendar(text, name, { zone: 'Europe/London' }),
        (error) => {
          assert.ok(error instanceof InputError, String(error));
          assert.deepEqual([error.file, error.line], [name, line]);
          assert.match(error.message, says);
          return true;
        },
      );
    });
  }

  const start = 'DTSTART:20261208T090000Z';
  const unreadable: [what: string, text: string, line: number, says: RegExp][] = [
    [
      'that is cut off',
      `BEGIN:VCALENDAR\nBEGIN:VEVENT\n${start}\n`,
      2,
      /"BEGIN:VEVENT" is never ended; expected END:VEVENT/,
    ],
    [
      'with ends in the wrong order',
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n',
      3,
      /expected END:VEVENT/,
    ],
    [
      'with an event inside an event',
      event(start, 'BEGIN:VEVENT', start, 'END:VEVENT'),
      5,
      /stands inside a VEVENT/,
    ],
    [
      'with an event whose beginning is lost',
      event(start).replace('BEGIN:VEVENT\n', ''),
      3,
      /"DTSTART:20261208T090000Z" stands outside an event/,
    ],
    [
      'with the end of an event that nothing began',
      event(start, 'END:VEVENT'),
      6,
      /"END:VEVENT" ends what is not open/,
    ],
    ['with an event without a start', event('SUMMARY:Tea'), 2, /has no DTSTART/],
    ['with two starts of an event', event(start, 'DTSTART:20261209T090000Z'), 5, /is there twice/],
    [
      'with a rule that goes on in the next line',
      event(start, 'RRULE:FREQ=WEEKLY;', 'BYDAY=TU'),
      6,
      /"BYDAY=TU" is not a line/,
    ],
    [
      'with a day that does not exist',
      event('DTSTART;VALUE=DATE:20260230'),
      4,
      /holds no date or time that exists/,
    ],
    [
      'with an hour that does not exist',
      event('DTSTART:20261208T250000Z'),
      4,
      /holds no date or time that exists/,
    ],
    ['with words for a date', event('DTSTART;VALUE=DATE:Next Year'), 4, /holds no date or time that exists/],
    ['with an offset', event('DTSTART:20261208T090000-05:00'), 4, /holds an offset from UTC/],
    [
      'with an offset in UNTIL',
      event(start, 'RRULE:FREQ=DAILY;UNTIL=20261208T090000+0500'),
      5,
      /holds an offset from UTC/,
    ],
    [
      'with a date that has a time',
      event('DTSTART;VALUE=DATE:20261208T090000'),
      4,
      /is a date and has a time/,
    ],
    ['with a parameter without a value', event('DTSTART;TZID:20261208T090000'), 4, /cannot be read/],
    [
      'with an unknown zone',
      event('DTSTART;TZID=Mars/Phobos:20261208T090000'),
      4,
      /"Mars\/Phobos" is not a time zone and has no VTIMEZONE in this file; expected/,
    ],
    [
      'with a broken zone',
      `BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Mars\nEND:VTIMEZONE\nBEGIN:VEVENT\nDTSTART;TZID=Mars:20261208T090000\nEND:VEVENT\nEND:VCALENDAR`,
      2,
      /has no offsets/,
    ],
    ['with an end before the start', event(start, 'DTEND:20261208T080000Z'), 5, /ends before it starts/],
    [
      'with a bad duration',
      event(start, 'DURATION:an hour'),
      5,
      /is not a duration; expected a duration such as PT30M/,
    ],
    ['with a negative duration', event(start, 'DURATION:-PT1H'), 5, /is negative/],
    [
      'with a bad rule',
      event(start, 'RRULE:FREQ=OFTEN'),
      5,
      /is not a recurrence rule; expected a rule such as/,
    ],
    [
      'with a rule that RFC 5545 forbids',
      event(start, 'RRULE:FREQ=WEEKLY;BYMONTHDAY=3'),
      5,
      /has BYMONTHDAY, which a WEEKLY rule may not have/,
    ],
    ['with a bad EXDATE', event(start, 'EXDATE:tomorrow'), 5, /holds no date or time/],
    [
      'with a bad free/busy time',
      'BEGIN:VCALENDAR\nBEGIN:VFREEBUSY\nFREEBUSY:20261208T090000Z\nEND:VFREEBUSY\nEND:VCALENDAR',
      3,
      /is not a period/,
    ],
  ];
  for (const [what, text, line, says] of unreadable) {
    it(`finds a calendar unreadable ${what}`, () => {
      const { unreadable: why } = parseCalendar(text, name, { zone: 'Europe/London' });
      assert.match(why ?? '', new RegExp(`^${name}, line ${line}[,:]`));
      assert.match(why ?? '', says);
    });
  }

  const warned: [what: string, text: string, warnings: RegExp[]][] = [
    [
      'a line without a name',
      event(start, 'SUMMARY:Tea', 'and cake'),
      [/line 6: "and cake" is not a line of a calendar/],
    ],
    ['a name that is none', event(start, 'X_ORIGIN:hr'), [/line 5: "X_ORIGIN:hr" is not a line/]],
    ['an end of nothing', event(start, 'END:VALARM'), [/line 5: "END:VALARM" ends what is not open/]],
    [
      'an event outside a calendar',
      `BEGIN:VEVENT\n${start}\nEND:VEVENT\nbye`,
      [/line 4: "bye" stands outside a calendar/],
    ],
    [
      'a part that nobody knows',
      event(start).replace('END:VCALENDAR', 'BEGIN:VTEA\nEND:VTEA\nEND:VCALENDAR'),
      [/line 6: "BEGIN:VTEA" is not a known part/],
    ],
    [
      'a broken zone that no event needs',
      event(start).replace('BEGIN:VEVENT', 'BEGIN:VTIMEZONE\nTZID:Mars\nEND:VTIMEZONE\nBEGIN:VEVENT'),
      [/line 2: "BEGIN:VTIMEZONE" has no offsets/],
    ],
    [
      'a zone by the end of its name',
      event('DTSTART;TZID=/example.org/x/America/Argentina/Salta:20261208T060000'),
      [/line 4, column DTSTART: .* is read by its name/],
    ],
    [
      'many lines',
      event(start, 'a', 'b', 'c', 'd', 'e', 'f', 'g'),
      [/"a"/, /"b"/, /"c"/, /"d"/, /"e"/, /: 2 more lines are passed over/],
    ],
  ];
  for (const [what, text, patterns] of warned) {
    it(`reads a calendar with ${what}, and warns`, () => {
      const { unreadable: why, events, warnings } = parseCalendar(text, name, { zone: 'Europe/London' });
      assert.equal(why, null);
      assert.deepEqual(
        events.map(({ start }) => new Date(instantOfMoment(start, utcClock)).toISOString()),
        ['2026-12-08T09:00:00.000Z'],
      );
      assert.equal(warnings.length, patterns.length, warnings.join('\n'));
      for (const [i, pattern] of patterns.entries()) assert.match(warnings[i] ?? '', pattern);
    });
  }
});

describe('readCalendars', () => {
  const { at, write } = useFolder();

  it('finds files in upper or lower case, and warns of people without a file and files without a person', async () => {
    const two = people.slice(0, 2);
    const [first, second] = two.map(({ mail }) => mail);
    write(`${first?.toUpperCase() ?? ''}.ICS`, event('DTSTART:20261208T090000Z'));
    write('gone@example.org.ics', 'not even a calendar');
    write('notes.txt', '');
    const { calendars, warnings } = await readCalendars(at(), two);
    assert.deepEqual(
      [...calendars].map(([mail, { calendar }]) => [mail, calendar.events.length]),
      [
        [first, 1],
        [second, 0],
      ],
    );
    assert.deepEqual(warnings, [
      `${at(`${second ?? ''}.ics`)}: there is no such file; ${second ?? ''} counts as free in working hours`,
      `${at('gone@example.org.ics')}: gone@example.org is not among the people; the file is not used`,
    ]);
  });

  it('names the file, line and reason of an unreadable calendar, and reads the others', async () => {
    const two = people.slice(0, 2);
    const [first, second] = two.map(({ mail }) => mail);
    write(`${first ?? ''}.ics`, event('DTSTART:tomorrow'));
    write(`${second ?? ''}.ics`, event('DTSTART:20261208T090000Z', 'garbage'));
    const { calendars, warnings, ofLines } = await readCalendars(at(), two);
    assert.deepEqual(
      [...calendars.values()].map(({ calendar }) => calendar.events.length),
      [0, 1],
    );
    assert.deepEqual(warnings, []);
    assert.match(
      ofLines[0] ?? '',
      /ics, line 4, column DTSTART: "DTSTART:tomorrow" holds no date .*; the calendar of .* is unreadable$/,
    );
    assert.match(ofLines[1] ?? '', /ics, line 5: "garbage" is not a line of a calendar/);
  });

  it('reads UTF-16 with a byte order mark, and names the encoding of UTF-16 without one', async () => {
    const [person] = people;
    assert.ok(person);
    const text = event('DTSTART:20261208T090000Z');
    const little = Buffer.from(`\uFEFF${text}`, 'utf16le');
    for (const bytes of [little, Buffer.from(little).swap16()]) {
      write(`${person.mail}.ics`, bytes);
      const { calendars } = await readCalendars(at(), [person]);
      assert.equal(calendars.get(person.mail.toLowerCase())?.calendar.events.length, 1);
    }
    for (const bytes of [little.subarray(2), Buffer.from(little.subarray(2)).swap16()]) {
      write(`${person.mail}.ics`, bytes);
      await assert.rejects(
        readCalendars(at(), [person]),
        /ics: is UTF-16 without a byte order mark; expected a file saved as UTF-8/,
      );
    }
  });

  it('refuses a folder that is not there', async () => {
    const missing = at('nowhere');
    await assert.rejects(readCalendars(missing, people), {
      name: 'InputError',
      message: `${missing}: is not there; expected a folder with one <mail>.ics for each person`,
    });
  });
});
