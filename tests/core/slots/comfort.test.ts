import assert from 'node:assert/strict';
import { awkwardMinutes } from '../../../core/slots/comfort.ts';

describe('awkwardMinutes', () => {
  const slots: [start: string, end: string, zone: string, minutes: number][] = [
    ['2026-12-15T09:30', '2026-12-15T10:00', 'Europe/London', 0],
    ['2026-12-15T16:00', '2026-12-15T16:30', 'Europe/London', 0],
    ['2026-12-15T09:00', '2026-12-15T09:30', 'Europe/London', 30],
    ['2026-12-15T09:15', '2026-12-15T10:00', 'Europe/London', 15],
    ['2026-12-15T16:15', '2026-12-15T17:15', 'Europe/London', 45],
    ['2026-12-15T16:00', '2026-12-15T16:30', 'Europe/Berlin', 30],
    ['2026-12-15T14:15', '2026-12-15T14:45', 'America/New_York', 15],
    ['2026-12-15T03:45', '2026-12-15T04:15', 'Asia/Kathmandu', 0],
    ['2026-12-15T03:30', '2026-12-15T04:00', 'Asia/Kathmandu', 15],
    ['2026-12-15T23:45', '2026-12-16T00:15', 'Europe/London', 30],
    // The clocks of London were put back the Sunday before.
    ['2026-10-26T09:30', '2026-10-26T10:00', 'Europe/London', 0],
    ['2026-10-23T08:30', '2026-10-23T09:00', 'Europe/London', 0],
  ];
  for (const [start, end, zone, minutes] of slots) {
    it(`is ${minutes} from ${start} to ${end.slice(11)} UTC in ${zone}`, () => {
      const slot = { start: Date.parse(`${start}Z`), end: Date.parse(`${end}Z`) };
      assert.equal(awkwardMinutes(slot, zone), minutes);
    });
  }
});
