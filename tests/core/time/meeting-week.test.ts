import assert from 'node:assert/strict';
import { meetingWeek } from '../../../core/time/meeting-week.ts';

const iso = (instant: number) => new Date(instant).toISOString();

describe('meetingWeek', () => {
  const weeks: [monday: string, zone: string, start: string, end: string, hours: number][] = [
    ['2026-12-07', 'Europe/London', '2026-12-07T00:00:00.000Z', '2026-12-14T00:00:00.000Z', 168],
    ['2026-03-23', 'Europe/London', '2026-03-23T00:00:00.000Z', '2026-03-29T23:00:00.000Z', 167],
    ['2026-10-19', 'Europe/London', '2026-10-18T23:00:00.000Z', '2026-10-26T00:00:00.000Z', 169],
    ['2026-03-02', 'America/New_York', '2026-03-02T05:00:00.000Z', '2026-03-09T04:00:00.000Z', 167],
    ['2026-10-26', 'America/New_York', '2026-10-26T04:00:00.000Z', '2026-11-02T05:00:00.000Z', 169],
    ['2026-12-07', 'Asia/Kathmandu', '2026-12-06T18:15:00.000Z', '2026-12-13T18:15:00.000Z', 168],
    ['2026-12-07', 'Pacific/Auckland', '2026-12-06T11:00:00.000Z', '2026-12-13T11:00:00.000Z', 168],
    ['2026-12-07', 'Eastern Standard Time', '2026-12-07T05:00:00.000Z', '2026-12-14T05:00:00.000Z', 168],
  ];
  for (const [monday, zone, start, end, hours] of weeks) {
    it(`of ${monday} in ${zone} has ${hours} hours`, () => {
      const week = meetingWeek(monday, zone);
      assert.deepEqual([iso(week.start), iso(week.end), week.monday], [start, end, monday]);
      assert.equal((week.end - week.start) / 3_600_000, hours);
    });
  }

  it('begins at the first instant of the Monday where clocks change at midnight', () => {
    // In Paraguay no clock showed 00:00 to 00:59 on Monday 1990-10-01.
    assert.equal(iso(meetingWeek('1990-10-01', 'America/Asuncion').start), '1990-10-01T04:00:00.000Z');
  });

  it('names the IANA zone of a Windows name', () => {
    assert.equal(meetingWeek('2026-12-07', 'W. Europe Standard Time').zone, 'Europe/Berlin');
  });

  for (const [monday, zone] of [
    ['2026-12-08', 'Europe/London'],
    ['2026-02-30', 'Europe/London'],
    ['07/12/2026', 'Europe/London'],
    ['2026-12-7', 'Europe/London'],
    ['2026-12-07', 'Mars/Phobos'],
  ] as const) {
    it(`refuses ${monday} in ${zone}`, () => {
      assert.throws(() => meetingWeek(monday, zone), RangeError);
    });
  }
});
