import assert from 'node:assert/strict';
import fc from 'fast-check';
import { subtract, union } from '../../../core/time/interval-sets.ts';
import { minute, quarter, type Interval } from '../../../core/time/interval.ts';
import { meetingWeek } from '../../../core/time/meeting-week.ts';
import { possibleStarts } from '../../../core/time/possible-starts.ts';
import { startsToInstants } from '../../support/starts.ts';

const week = meetingWeek('2026-12-07', 'Europe/London');
const at = (time: string) => Date.parse(`2026-12-07T${time}:00Z`);
const span = (from: string, to: string): Interval => ({ start: at(from), end: at(to) });
const times = (starts: Uint32Array) =>
  startsToInstants(week, starts).map((instant) => new Date(instant).toISOString().slice(11, 16));

describe('possibleStarts', () => {
  it('sets a bit for every quarter from which the meeting fits', () => {
    const starts = possibleStarts(week, 30, [span('09:00', '11:00')], [span('09:45', '10:00')]);
    assert.deepEqual(times(starts), ['09:00', '09:15', '10:00', '10:15', '10:30']);
    // 09:00 is quarter 36: bit 4 of word 1.
    assert.equal(starts[1], 0b111_0011 << 4);
  });

  it('does not round working and busy times to quarters', () => {
    const working = [span('09:05', '10:35')];
    assert.deepEqual(times(possibleStarts(week, 30, working, [])), ['09:15', '09:30', '09:45', '10:00']);
    assert.deepEqual(times(possibleStarts(week, 35, working, [])), ['09:15', '09:30', '09:45', '10:00']);
    assert.deepEqual(times(possibleStarts(week, 40, working, [])), ['09:15', '09:30', '09:45']);
    assert.deepEqual(times(possibleStarts(week, 30, working, [span('09:59', '10:00')])), ['09:15', '10:00']);
  });

  it('allows a meeting across adjacent working times, and directly before and after busy times', () => {
    const working = [span('09:00', '09:30'), span('09:30', '10:00')];
    assert.deepEqual(times(possibleStarts(week, 60, working, [span('08:00', '09:00')])), ['09:00']);
  });

  it('stays inside the week', () => {
    const all = [{ start: week.start - 10 * quarter, end: week.end + 10 * quarter }];
    const starts = startsToInstants(week, possibleStarts(week, 60, all, []));
    assert.deepEqual(
      [starts[0], starts.at(-1), starts.length],
      [week.start, week.end - 60 * minute, 672 - 3],
    );
  });

  it('gives the same number of words to everybody in a week', () => {
    const words = (monday: string) => possibleStarts(meetingWeek(monday, 'Europe/London'), 30, [], []).length;
    assert.deepEqual([words('2026-03-23'), words('2026-12-07'), words('2026-10-19')], [21, 21, 22]);
  });

  for (const minutes of [0, -30, 7, 245, NaN]) {
    it(`refuses ${minutes} minutes`, () => {
      assert.throws(() => possibleStarts(week, minutes, [], []), RangeError);
    });
  }

  it('gives the same starts as checking minute by minute', () => {
    const stretch = fc
      .tuple(fc.integer({ min: -100, max: 3000 }), fc.integer({ min: 0, max: 400 }))
      .map(([from, length]) => ({
        start: week.start + from * minute,
        end: week.start + (from + length) * minute,
      }));
    const stretches = fc.array(stretch, { maxLength: 8 });
    const length = fc.integer({ min: 1, max: 48 }).map((fives) => fives * 5);
    fc.assert(
      fc.property(stretches, stretches, length, (working, busy, minutes) => {
        const covers = (intervals: readonly Interval[], instant: number) =>
          intervals.some(({ start, end }) => start <= instant && instant < end);
        const fits = (start: number) =>
          Array.from({ length: minutes }, (_, i) => start + i * minute).every(
            (instant) =>
              instant >= week.start &&
              instant < week.end &&
              covers(working, instant) &&
              !covers(busy, instant),
          );
        const expected = Array.from({ length: 240 }, (_, q) => week.start + q * quarter).filter(fits);
        assert.deepEqual(startsToInstants(week, possibleStarts(week, minutes, working, busy)), expected);
      }),
      { numRuns: 300 },
    );
  });
});

describe('interval sets', () => {
  it('join overlapping and adjacent intervals, and drop empty ones', () => {
    const parts = [
      span('10:00', '11:00'),
      span('09:00', '10:00'),
      span('12:00', '12:00'),
      span('13:00', '14:00'),
    ];
    assert.deepEqual(union(parts), [span('09:00', '11:00'), span('13:00', '14:00')]);
  });

  it('subtract one interval that overlaps two', () => {
    const left = subtract([span('09:00', '10:00'), span('11:00', '12:00')], [span('09:30', '11:30')]);
    assert.deepEqual(left, [span('09:00', '09:30'), span('11:30', '12:00')]);
  });
});
