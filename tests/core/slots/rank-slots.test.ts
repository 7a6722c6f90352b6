import assert from 'node:assert/strict';
import { meetingWeek } from '../../../core/availability/meeting-week.ts';
import { possibleStarts } from '../../../core/availability/possible-starts.ts';
import { rankSlots } from '../../../core/slots/rank-slots.ts';

const week = meetingWeek('2026-12-14', 'Europe/London');

/** Possible starts of somebody who works within these stretches (UTC) and has nothing in the calendar. */
function free(minutes: number, ...stretches: readonly (readonly [string, string])[]): Uint32Array {
  const working = stretches.map(([start, end]) => ({ start: Date.parse(start), end: Date.parse(end) }));
  return possibleStarts(week, minutes, working, []);
}

const office = ['14', '15', '16', '17', '18'].map(
  (day) => [`2026-12-${day}T09:00Z`, `2026-12-${day}T17:00Z`] as const,
);

describe('rankSlots', () => {
  it('keeps the only slot there is', () => {
    const ann = free(30, ['2026-12-15T09:00Z', '2026-12-15T10:00Z']);
    const ben = free(30, ['2026-12-15T09:30Z', '2026-12-15T12:00Z']);
    for (const turn of [0, 1, 17]) {
      assert.deepEqual(rankSlots(week, 30, [ann, ben], turn), [
        { start: '2026-12-15T09:30:00.000Z', end: '2026-12-15T10:00:00.000Z' },
      ]);
    }
  });

  it('gives none when the members have no start in common, and none for nobody', () => {
    const morning = free(60, ['2026-12-15T09:00Z', '2026-12-15T10:30Z']);
    const noon = free(60, ['2026-12-15T10:00Z', '2026-12-15T12:00Z']);
    assert.deepEqual(rankSlots(week, 60, [morning, noon], 0), []);
    assert.deepEqual(rankSlots(week, 60, [], 0), []);
  });

  it('takes one slot from each half-day, five at most, each free for all three', () => {
    const everyMorning = office.map(([start]) => [start, start.replace('09:00', '11:00')] as const);
    const slots = rankSlots(
      week,
      45,
      [free(45, ...office), free(45, ...everyMorning), free(45, ...office)],
      0,
    );
    assert.deepEqual(
      slots.map(({ start, end }) => `${start.slice(8, 16)}-${end.slice(11, 16)}`),
      ['14T09:45-10:30', '15T09:45-10:30', '16T09:45-10:30', '17T09:45-10:30', '18T09:45-10:30'],
    );
  });

  it('spreads pairings over the week by turns', () => {
    const starts = [free(30, ...office), free(30, ...office)];
    const firsts = Array.from({ length: 20 }, (_, turn) => rankSlots(week, 30, starts, turn)[0]?.start);
    const count = Map.groupBy(firsts, (start) => start);
    assert.equal(count.size, 10, 'ten half-days');
    assert.ok([...count.values()].every(({ length }) => length === 2));
  });
});
