import assert from 'node:assert/strict';
import fc from 'fast-check';
import { minute } from '../../../core/time/interval.ts';
import { meetingWeek } from '../../../core/time/meeting-week.ts';
import { weekday, type Weekday } from '../../../core/time/weekday.ts';
import type { Hours } from '../../../core/time/hours.ts';
import { workingIntervals } from '../../../core/time/working-hours.ts';

const step = 15 * minute;
const order = weekday.options;

const faces = new Map<string, Intl.DateTimeFormat>();
function clockFace(zone: string): Intl.DateTimeFormat {
  const face =
    faces.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  faces.set(zone, face);
  return face;
}

/** What a clock shows at an instant: weekday, and time as `HH:MM`. */
function lookAtClock(instant: number, zone: string): { day: Weekday; time: string } {
  const parts = clockFace(zone).formatToParts(instant);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return { day: weekday.parse(part('weekday')), time: `${part('hour')}:${part('minute')}` };
}

/** Whether somebody works at an instant, by what the clock shows. */
function worksAt(instant: number, { days, start, end }: Hours, zone: string): boolean {
  const { day, time } = lookAtClock(instant, zone);
  const yesterday = order[(order.indexOf(day) + 6) % 7] ?? day;
  if (start < end) return days.includes(day) && start <= time && time < end;
  return (days.includes(day) && start <= time) || (days.includes(yesterday) && time < end);
}

describe('workingIntervals, at every quarter of an hour', () => {
  const zones = [
    'Europe/London',
    'America/New_York',
    'America/St_Johns',
    'Asia/Kolkata',
    'Asia/Kathmandu',
    'Pacific/Auckland',
    'Pacific/Chatham',
    'Pacific/Honolulu',
    'Pacific/Kiritimati',
  ];
  const mondays = [
    '2026-03-02',
    '2026-03-23',
    '2026-09-21',
    '2026-10-19',
    '2026-10-26',
    '2026-12-07',
    '2026-12-28',
  ];
  // Shifts that begin or end at a switch have examples of their own.
  const time = fc
    .tuple(fc.integer({ min: 4, max: 23 }), fc.constantFrom('00', '15', '30', '45'))
    .map(([hour, minutes]) => `${String(hour).padStart(2, '0')}:${minutes}`);
  const hours = fc.record({
    zone: fc.constantFrom(...zones),
    days: fc.uniqueArray(fc.constantFrom(...order)),
    start: time,
    end: time,
  });

  it('agrees with the clock', () => {
    fc.assert(
      fc.property(fc.constantFrom(...mondays), fc.constantFrom(...zones), hours, (monday, zone, theirs) => {
        const week = meetingWeek(monday, zone);
        const working = workingIntervals(week, theirs);
        for (let instant = week.start; instant < week.end; instant += step) {
          const inside = working.some(({ start, end }) => start <= instant && instant < end);
          assert.equal(inside, worksAt(instant, theirs, theirs.zone), new Date(instant).toISOString());
        }
      }),
      { numRuns: 60 },
    );
  });
});
