import assert from 'node:assert/strict';
import { meetingWeek } from '../../../core/time/meeting-week.ts';
import { addToLoad, weekLoad } from '../../../core/slots/week-load.ts';
import { halfHour } from '../../support/records.ts';

const slotAt = (start: string) => halfHour(`${start}Z`);

describe('weekLoad', () => {
  it('counts pairings by quarter, and by the half-days of the scheme’s zone', () => {
    // Auckland's week runs from Sunday 11:00 to Sunday 11:00 in UTC.
    const load = weekLoad(meetingWeek('2026-12-14', 'Pacific/Auckland'), [
      slotAt('2026-12-13T11:00'), // Monday 00:00
      slotAt('2026-12-13T22:45'), // Monday 11:45
      slotAt('2026-12-13T23:00'), // Monday 12:00
      slotAt('2026-12-20T10:30'), // Sunday 23:30
    ]);
    addToLoad(load, slotAt('2026-12-13T11:00'));
    assert.deepEqual([load.pairings, load.quarters[0], load.quarters[47], load.quarters[48]], [5, 2, 1, 1]);
    assert.deepEqual([...load.halfDays], [3, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0]);
  });

  it('does not count slots outside the week', () => {
    const load = weekLoad(meetingWeek('2026-12-14', 'Europe/London'), [
      slotAt('2026-12-13T23:45'),
      slotAt('2026-12-21T00:00'),
    ]);
    assert.equal(load.pairings, 0);
  });
});
