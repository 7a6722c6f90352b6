import assert from 'node:assert/strict';
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
      '',
      undefined,
      /the file is empty; expected an iCalendar file that starts with BEGIN:VCALENDAR/,
    ],
    ['another kind of file', 'mail,name\n', 1, /"mail,name" is not a line of a calendar/],
    [
      'an event without a calendar',
      'BEGIN:VEVENT\nEND:VEVENT\n',
      1,
      /stands outside a calendar; expected BEGIN:VCALENDAR/,
    ],
    [
      'a calendar that is cut off',
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261208T090000Z\n',
      2,
      /"BEGIN:VEVENT" is never ended; expected END:VEVENT/,
    ],
    ['ends in the wrong order', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n', 3, /expected END:VEVENT/],
    [
      'a broken line',
      event('DTSTART:20261208T090000Z', 'garbage'),
      5,
      /"garbage" is not a line of a calendar/,
    ],
    ['no start', event('SUMMARY:Tea'), 2, /has no DTSTART/],
    [
      'a day that does not exist',
      event('DTSTART;VALUE=DATE:20260230'),
      4,
      /holds no date or time that exists/,
    ],
    [
      'an hour that does not exist',
      event('DTSTART:20261208T250000Z'),
      4,
      /holds no date or time that exists/,
    ],
    ['words for a date', event('DTSTART;VALUE=DATE:Next Year'), 4, /holds no date or time that exists/],
    [
      'an unknown zone',
      event('DTSTART;TZID=Mars/Phobos:20261208T090000'),
      4,
      /"Mars\/Phobos" is not a time zone and has no VTIMEZONE in this file; expected/,
    ],
    [
      'an end before the start',
      event('DTSTART:20261208T090000Z', 'DTEND:20261208T080000Z'),
      5,
      /ends before it starts/,
    ],
    [
      'a bad duration',
      event('DTSTART:20261208T090000Z', 'DURATION:an hour'),
      5,
      /is not a duration; expected a duration such as PT30M/,
    ],
    ['a negative duration', event('DTSTART:20261208T090000Z', 'DURATION:-PT1H'), 5, /is negative/],
    [
      'a bad rule',
      event('DTSTART:20261208T090000Z', 'RRULE:FREQ=OFTEN'),
      5,
      /is not a recurrence rule; expected a rule such as/,
    ],
    [
      'a rule without frequency',
      event('DTSTART:20261208T090000Z', 'RRULE:BYDAY=MO'),
      5,
      /is not a recurrence rule/,
    ],
    [
      'a rule that contradicts itself',
      event('DTSTART:20261208T090000Z', 'RRULE:FREQ=WEEKLY;BYMONTHDAY=3'),
      5,
      /contradicts itself/,
    ],
    ['a bad EXDATE', event('DTSTART:20261208T090000Z', 'EXDATE:tomorrow'), 5, /holds no date or time/],
    [
      'a zone without offsets',
      'BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:X\nEND:VTIMEZONE\nEND:VCALENDAR',
      2,
      /has no offsets/,
    ],
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

  it('refuses a folder that is not there', async () => {
    const missing = at('nowhere');
    await assert.rejects(readCalendars(missing, people), {
      name: 'InputError',
      message: `${missing}: is not there; expected a folder with one <mail>.ics for each person`,
    });
  });
});
