import assert from 'node:assert/strict';
import { defaultScheme } from '../../../core/records/scheme.ts';
import {
  draftAt,
  nthWorkingDay,
  workingDaysAfter,
  workingDaysBefore,
} from '../../../core/schemes/working-days.ts';
import { toIso } from '../../../core/time/instant.ts';

const london = defaultScheme(0);
const monday = Date.parse('2026-12-14T00:00:00Z');

describe('working days of a scheme', () => {
  it('count from the first of the week', () => {
    assert.equal(toIso(nthWorkingDay(london, monday, 1)), '2026-12-14T09:00:00.000Z');
    assert.equal(toIso(nthWorkingDay(london, monday, 2, '12:00')), '2026-12-15T12:00:00.000Z');
  });

  it('are those of its working hours', () => {
    const fromTuesday = {
      ...london,
      workingHours: { ...london.workingHours, days: ['Tue', 'Sat'] as const },
    };
    const scheme = {
      ...fromTuesday,
      workingHours: { ...fromTuesday.workingHours, days: [...fromTuesday.workingHours.days] },
    };
    assert.equal(toIso(nthWorkingDay(scheme, monday, 2, '12:00')), '2026-12-19T12:00:00.000Z');
  });

  it('lead back over a weekend', () => {
    const thursday = Date.parse('2026-12-10T10:00:00Z');
    assert.equal(toIso(workingDaysBefore(london, thursday, 3)), '2026-12-07T09:00:00.000Z');
    const tuesday = Date.parse('2026-12-08T10:00:00Z');
    assert.equal(toIso(workingDaysBefore(london, tuesday, 3)), '2026-12-03T09:00:00.000Z');
  });

  it('give the draft of a round the last afternoon before its pairing day', () => {
    const made = (scheme: typeof london, pairingAt: string) =>
      toIso(draftAt(scheme, { pairingAt: Date.parse(pairingAt) }));
    assert.equal(made(london, '2026-12-10T10:00:00Z'), '2026-12-09T16:00:00.000Z');
    // On a Monday the Friday before; in Berlin the clock shows 16:00 an hour before London's.
    assert.equal(made(london, '2026-12-07T10:00:00Z'), '2026-12-04T16:00:00.000Z');
    assert.equal(
      made({ ...london, zone: 'Europe/Berlin' }, '2026-12-07T09:00:00Z'),
      '2026-12-04T15:00:00.000Z',
    );
    // Late on Sunday in UTC is Monday morning in Auckland.
    assert.equal(
      made({ ...london, zone: 'Pacific/Auckland' }, '2026-12-06T21:00:00Z'),
      '2026-12-04T03:00:00.000Z',
    );
  });

  it('lead on over a weekend, and over a daylight switch at the same time of day', () => {
    const wednesday = Date.parse('2026-12-16T15:30:00Z');
    assert.equal(toIso(workingDaysAfter(london, wednesday, 3)), '2026-12-21T15:30:00.000Z');
    const friday = Date.parse('2027-03-26T15:30:00Z');
    assert.equal(toIso(workingDaysAfter(london, friday, 1)), '2027-03-29T14:30:00.000Z');
  });
});
