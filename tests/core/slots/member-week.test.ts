import assert from 'node:assert/strict';
import { quarter } from '../../../core/time/interval.ts';
import { startsToInstants } from '../../support/starts.ts';
import type { Hours } from '../../../core/time/hours.ts';
import { defaultScheme } from '../../../core/records/scheme.ts';
import { readMemberWeek, startsOf, type MemberWeek } from '../../../core/slots/member-week.ts';
import { span, week, weekOf } from './weeks.ts';

const scheme = defaultScheme(Date.parse('2026-11-01T00:00:00Z'));
const before = { notBefore: Date.parse('2026-12-10T11:00:00Z') };

/** A view of the week that is free except for these times: `2026-12-15T09:00/10:30`, with their characters. */
function viewOf(taken: Readonly<Record<string, string>>): string {
  const view = Array<string>(672).fill('0');
  for (const [text, character] of Object.entries(taken)) {
    const { start, end } = span(text);
    view.fill(character, (start - week.start) / quarter, (end - week.start) / quarter);
  }
  return view.join('');
}

function read(
  hours: Hours | null,
  taken: Readonly<Record<string, string>> = {},
  times: Parameters<typeof readMemberWeek>[4] = before,
): MemberWeek {
  return readMemberWeek(
    week,
    [30],
    scheme,
    {
      freeBusy: { kind: 'read', view: viewOf(taken), hours },
      zone: 'Europe/London',
      preferences: null,
      awkward: 0,
    },
    times,
  );
}

const startsIn = (member: MemberWeek, minutes = 30) =>
  startsToInstants(week, startsOf(member, minutes)).map((at) => new Date(at).toISOString().slice(8, 16));

const tuesday: Hours = { zone: 'Europe/London', days: ['Tue'], start: '09:00', end: '11:00' };

describe('readMemberWeek', () => {
  it('avoids tentative, busy and out-of-office time, and counts working elsewhere as free', () => {
    const taken = {
      '2026-12-15T09:00/09:15': '1',
      '2026-12-15T09:45/10:00': '2',
      '2026-12-15T10:00/10:15': '4',
      '2026-12-15T10:45/11:00': '3',
    };
    assert.deepEqual(startsIn(read(tuesday, taken)), ['15T09:15', '15T10:00', '15T10:15']);
  });

  it('uses the scheme’s hours, in the mailbox’s zone, for "00:00 to 00:00"', () => {
    const unset = { zone: 'India Standard Time', days: ['Tue'], start: '00:00', end: '00:00' } as const;
    assert.deepEqual(startsIn(read(unset)), startsIn(read({ ...scheme.workingHours, zone: 'Asia/Kolkata' })));
    const aroundTheClock = startsIn(read({ ...unset, start: '08:00', end: '08:00' }));
    assert.deepEqual([aroundTheClock[0], aroundTheClock.at(-1)], ['15T02:30', '16T02:00']);
  });

  it('has no start in a week out of office', () => {
    assert.deepEqual(startsIn(read(tuesday, { '2026-12-14T00:00/2026-12-21T00:00': '3' })), []);
  });

  it('has no start before the earliest one, and does not count past time as taken', () => {
    const member = read(tuesday, {}, { notBefore: Date.parse('2026-12-15T09:50:00Z') });
    assert.deepEqual(startsIn(member), ['15T10:00', '15T10:15', '15T10:30']);
    assert.ok(member.taken.every((word) => word === 0));
  });

  it('counts the time of the pairing’s own event as free, and nothing else', () => {
    const taken = { '2026-12-15T09:30/10:30': '2' };
    const own = span('2026-12-15T09:30/10:00');
    assert.deepEqual(startsIn(read(tuesday, taken, { ...before, own })), [
      '15T09:00',
      '15T09:15',
      '15T09:30',
      '15T10:30',
    ]);
    assert.deepEqual(startsIn(read(tuesday, taken)), ['15T09:00', '15T10:30']);
  });

  it('uses the scheme’s hours, on the person’s own clock, when the mailbox has none', () => {
    const berlin = readMemberWeek(
      week,
      [30],
      scheme,
      {
        freeBusy: { kind: 'read', view: viewOf({}), hours: null },
        zone: 'Europe/Berlin',
        preferences: null,
        awkward: 0,
      },
      before,
    );
    const starts = startsIn(berlin);
    assert.deepEqual([starts[0], starts.at(-1), starts.length], ['14T08:00', '18T15:30', 5 * 31]);
  });

  const odd: [what: string, hours: Hours, first: string, last: string][] = [
    ['a zone that nobody knows', { ...tuesday, zone: 'Customized Time Zone' }, '15T09:00', '15T10:30'],
    [
      'a zone of its own with a weekday that does not exist',
      {
        ...tuesday,
        zone: {
          bias: 0,
          standardOffset: { time: '02:00:00', dayOccurrence: 5, dayOfWeek: 'someday', month: 10 },
          daylightOffset: {
            time: '01:00:00',
            dayOccurrence: 5,
            dayOfWeek: 'sunday',
            month: 3,
            daylightBias: -60,
          },
        },
      },
      '15T09:00',
      '15T10:30',
    ],
    ['hours that are no time of day', { ...tuesday, end: '24:00' }, '14T09:00', '18T16:30'],
  ];
  for (const [what, hours, first, last] of odd) {
    it(`is worked out despite ${what}`, () => {
      const starts = startsIn(read(hours));
      assert.deepEqual([starts[0], starts.at(-1)], [first, last]);
    });
  }
});

describe('memberWeek', () => {
  it('has the starts of each length asked for, and of no other', () => {
    const member = weekOf({ days: ['Tue'], start: '09:00', end: '10:00', lengths: [30, 60] });
    assert.deepEqual(startsIn(member), ['15T09:00', '15T09:15', '15T09:30']);
    assert.deepEqual(startsIn(member, 60), ['15T09:00']);
    assert.throws(() => startsOf(member, 45), /45 minutes/);
  });

  it('counts a quarter of an hour as taken when any part of it is', () => {
    const { taken } = weekOf({
      busy: ['2026-12-14T00:10/00:20', '2026-12-14T08:00/08:15', '2026-12-13T23:00/2026-12-14T00:01'],
    });
    assert.deepEqual([...taken].slice(0, 3), [0b11, 1, 0]);
  });
});
