import assert from 'node:assert/strict';
import { nextOpening, shiftBefore } from '../../../core/telling/quiet-hours.ts';
import type { Hours } from '../../../core/time/hours.ts';

const office: Hours = {
  zone: 'Europe/London',
  days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'],
  start: '09:00',
  end: '17:00',
};
const sydney: Hours = { ...office, zone: 'Australia/Sydney' };
const nights: Hours = { ...office, start: '22:00', end: '06:00' };
const always: Hours = {
  ...office,
  days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  start: '00:00',
  end: '00:00',
};

describe('a message waits for working hours', () => {
  for (const [about, hours, at, opens] of [
    ['goes at once within them', office, '2026-12-10T10:00:00Z', '2026-12-10T10:00:00Z'],
    ['goes at their first minute', office, '2026-12-10T09:00:00Z', '2026-12-10T09:00:00Z'],
    ['waits from their end for the next morning', office, '2026-12-10T17:00:00Z', '2026-12-11T09:00:00Z'],
    ['waits over the weekend', office, '2026-12-11T20:00:00Z', '2026-12-14T09:00:00Z'],
    ['waits for the morning of the reader', sydney, '2026-12-10T10:00:00Z', '2026-12-10T22:00:00Z'],
    ['waits for the summer morning, too', office, '2026-03-29T02:00:00Z', '2026-03-30T08:00:00Z'],
    ['goes at night to somebody who works at night', nights, '2026-12-11T02:00:00Z', '2026-12-11T02:00:00Z'],
    [
      'goes at any time to somebody without set hours',
      always,
      '2026-12-12T03:00:00Z',
      '2026-12-12T03:00:00Z',
    ],
    [
      'goes at once to somebody who works on no day',
      { ...office, days: [] },
      '2026-12-12T03:00:00Z',
      '2026-12-12T03:00:00Z',
    ],
  ] as const) {
    it(about, () => {
      assert.equal(nextOpening(hours, Date.parse(at)), Date.parse(opens));
    });
  }
});

describe('the shift before a meeting', () => {
  for (const [about, hours, start, before] of [
    ['is that of the day before', office, '2026-12-15T10:00:00Z', '2026-12-14T09:00:00Z'],
    ['is Friday’s, for a meeting on Monday', office, '2026-12-14T10:00:00Z', '2026-12-11T09:00:00Z'],
    ['is that before the day of the reader', sydney, '2026-12-13T22:30:00Z', '2026-12-10T22:00:00Z'],
    [
      'begins a day before midnight for somebody who works around the clock',
      always,
      '2026-12-15T10:00:00Z',
      '2026-12-14T00:00:00Z',
    ],
  ] as const) {
    it(about, () => {
      assert.equal(shiftBefore(hours, Date.parse(start)), Date.parse(before));
    });
  }

  it('is none for somebody who works on no day', () => {
    assert.equal(shiftBefore({ ...office, days: [] }, Date.parse('2026-12-15T10:00:00Z')), null);
  });
});
