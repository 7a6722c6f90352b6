import assert from 'node:assert/strict';
import type { CustomZone } from '../../../core/time/hours.ts';
import type { Interval } from '../../../core/time/interval.ts';
import { meetingWeek } from '../../../core/time/meeting-week.ts';
import type { Hours } from '../../../core/time/hours.ts';
import { workingIntervals } from '../../../core/time/working-hours.ts';

const office: Hours = {
  zone: 'Europe/London',
  days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'],
  start: '09:00',
  end: '17:00',
};

/** `12-07 09:00–17:00`, in UTC. */
const shown = (intervals: readonly Interval[]) =>
  intervals.map(({ start, end }) => {
    const text = (instant: number) => new Date(instant).toISOString().slice(5, 16).replace('T', ' ');
    return `${text(start)}–${text(end)}`;
  });

describe('workingIntervals', () => {
  const winter = meetingWeek('2026-12-07', 'Europe/London');

  it('gives one interval for each working day', () => {
    assert.deepEqual(shown(workingIntervals(winter, office)), [
      '12-07 09:00–12-07 17:00',
      '12-08 09:00–12-08 17:00',
      '12-09 09:00–12-09 17:00',
      '12-10 09:00–12-10 17:00',
      '12-11 09:00–12-11 17:00',
    ]);
  });

  const mondays: [zone: string, first: string][] = [
    ['Asia/Kolkata', '12-07 03:30–12-07 11:30'],
    ['Asia/Kathmandu', '12-07 03:15–12-07 11:15'],
    ['America/New_York', '12-07 14:00–12-07 22:00'],
    ['Pacific Standard Time', '12-07 17:00–12-08 01:00'],
    // Auckland's Monday began before the week of London.
    ['Pacific/Auckland', '12-07 00:00–12-07 04:00'],
  ];
  for (const [zone, first] of mondays) {
    it(`uses the clock of ${zone}`, () => {
      assert.equal(shown(workingIntervals(winter, { ...office, zone }))[0], first);
    });
  }

  it('uses local days across the date line: Auckland in a week of Honolulu', () => {
    // The week runs from 12-07 10:00Z; it begins in the middle of Auckland's Monday night.
    const hours = { ...office, zone: 'Pacific/Auckland', days: ['Mon' as const] };
    assert.deepEqual(shown(workingIntervals(meetingWeek('2026-12-07', 'Pacific/Honolulu'), hours)), [
      '12-13 20:00–12-14 04:00',
    ]);
  });

  it('cuts shifts at the start and end of the week', () => {
    const hours: Hours = { ...office, zone: 'Pacific/Auckland', days: ['Mon'], start: '11:00', end: '15:00' };
    assert.deepEqual(shown(workingIntervals(winter, hours)), [
      '12-07 00:00–12-07 02:00',
      '12-13 22:00–12-14 00:00',
    ]);
  });

  it('follows both daylight switches of London', () => {
    const hours: Hours = { ...office, days: ['Fri', 'Sun'] };
    assert.deepEqual(shown(workingIntervals(meetingWeek('2026-03-23', 'Europe/London'), hours)), [
      '03-27 09:00–03-27 17:00',
      '03-29 08:00–03-29 16:00',
    ]);
    assert.deepEqual(shown(workingIntervals(meetingWeek('2026-10-19', 'Europe/London'), hours)), [
      '10-23 08:00–10-23 16:00',
      '10-25 09:00–10-25 17:00',
    ]);
  });

  it('follows New York, which changes its clocks in other weeks than London', () => {
    const hours: Hours = { ...office, zone: 'America/New_York', days: ['Fri'] };
    const fridayOf = (monday: string) => shown(workingIntervals(meetingWeek(monday, 'Europe/London'), hours));
    assert.deepEqual(fridayOf('2026-03-02'), ['03-06 14:00–03-06 22:00']);
    assert.deepEqual(fridayOf('2026-03-09'), ['03-13 13:00–03-13 21:00']);
    assert.deepEqual(fridayOf('2026-10-26'), ['10-30 13:00–10-30 21:00']);
    assert.deepEqual(fridayOf('2026-11-02'), ['11-06 14:00–11-06 22:00']);
  });

  it('follows Lord Howe, which changes its clocks by half an hour', () => {
    const hours: Hours = { ...office, zone: 'Australia/Lord_Howe', days: ['Sat', 'Mon'] };
    const shownOf = (monday: string) =>
      shown(workingIntervals(meetingWeek(monday, 'Australia/Lord_Howe'), hours));
    // Sunday 5 April 2026 is half an hour longer, Sunday 4 October half an hour shorter.
    assert.deepEqual(shownOf('2026-03-30'), ['03-29 22:00–03-30 06:00', '04-03 22:00–04-04 06:00']);
    assert.deepEqual(shownOf('2026-04-06'), ['04-05 22:30–04-06 06:30', '04-10 22:30–04-11 06:30']);
    assert.deepEqual(shownOf('2026-10-05'), ['10-04 22:00–10-05 06:00', '10-09 22:00–10-10 06:00']);
  });

  it('lets a night shift end on the next day, and counts one from the Sunday before', () => {
    const hours: Hours = { ...office, days: ['Sun', 'Mon'], start: '22:00', end: '06:00' };
    assert.deepEqual(shown(workingIntervals(winter, hours)), [
      '12-07 00:00–12-07 06:00',
      '12-07 22:00–12-08 06:00',
      '12-13 22:00–12-14 00:00',
    ]);
  });

  it('makes a night shift an hour shorter in spring and an hour longer in autumn', () => {
    const hours: Hours = { ...office, days: ['Sat'], start: '22:00', end: '06:00' };
    const saturdayOf = (monday: string) =>
      shown(workingIntervals(meetingWeek(monday, 'Europe/London'), hours));
    assert.deepEqual(saturdayOf('2026-03-23'), ['03-28 22:00–03-29 05:00']);
    assert.deepEqual(saturdayOf('2026-10-19'), ['10-24 21:00–10-25 06:00']);
  });

  it('ends a shift at the switch when its end is skipped', () => {
    const hours: Hours = { ...office, days: ['Sat'], start: '22:00', end: '01:30' };
    assert.deepEqual(shown(workingIntervals(meetingWeek('2026-03-23', 'Europe/London'), hours)), [
      '03-28 22:00–03-29 01:00',
    ]);
  });

  it('joins adjacent shifts', () => {
    const hours: Hours = { ...office, days: ['Tue', 'Wed'], start: '00:00', end: '00:00' };
    assert.deepEqual(shown(workingIntervals(winter, hours)), ['12-08 00:00–12-10 00:00']);
  });

  describe("in Graph's customTimeZone", () => {
    // As mailboxes in Europe have it: daylight time from the last Sunday of March to the last Sunday of October.
    const central: CustomZone = {
      bias: -60,
      standardOffset: { time: '03:00:00.0000000', dayOccurrence: 5, dayOfWeek: 'sunday', month: 10 },
      daylightOffset: {
        time: '02:00:00.0000000',
        dayOccurrence: 5,
        dayOfWeek: 'sunday',
        month: 3,
        daylightBias: -60,
      },
    };
    for (const monday of [
      '2026-01-05',
      '2026-03-23',
      '2026-03-30',
      '2026-10-19',
      '2026-10-26',
      '2027-03-22',
    ]) {
      it(`gives what Europe/Berlin gives in the week of ${monday}`, () => {
        const week = meetingWeek(monday, 'Europe/London');
        const hours: Hours = { ...office, days: ['Mon', 'Sat', 'Sun'], start: '20:00', end: '04:00' };
        assert.deepEqual(
          workingIntervals(week, { ...hours, zone: central }),
          workingIntervals(week, { ...hours, zone: 'Europe/Berlin' }),
        );
      });
    }

    it('knows the southern summer', () => {
      const auckland: CustomZone = {
        bias: -720,
        standardOffset: { time: '03:00:00', dayOccurrence: 1, dayOfWeek: 'Sunday', month: 4 },
        daylightOffset: {
          time: '02:00:00',
          dayOccurrence: 5,
          dayOfWeek: 'Sunday',
          month: 9,
          daylightBias: -60,
        },
      };
      for (const monday of [
        '2026-01-05',
        '2026-03-30',
        '2026-04-06',
        '2026-09-21',
        '2026-09-28',
        '2026-12-28',
      ]) {
        const week = meetingWeek(monday, 'Europe/London');
        assert.deepEqual(
          workingIntervals(week, { ...office, zone: auckland }),
          workingIntervals(week, { ...office, zone: 'Pacific/Auckland' }),
          monday,
        );
      }
    });

    it('accepts a zone without daylight time', () => {
      const hours: Hours = { ...office, zone: { bias: 300 }, days: ['Mon'] };
      assert.deepEqual(shown(workingIntervals(winter, hours)), ['12-07 14:00–12-07 22:00']);
    });
  });

  it('refuses an unknown zone and an invalid time', () => {
    assert.throws(() => workingIntervals(winter, { ...office, zone: 'Mars/Phobos' }), /"Mars\/Phobos"/);
    assert.throws(() => workingIntervals(winter, { ...office, start: '9:00' }), /"9:00"/);
  });
});
