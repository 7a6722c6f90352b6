import assert from 'node:assert/strict';
import { defaultScheme } from '../../../core/records/scheme.ts';
import { nextDates } from '../../../core/schemes/scheme-dates.ts';
import { schemeDates } from '../../../core/schemes/settings-schemas.ts';

const scheme = { ...defaultScheme(0), zone: 'Europe/Berlin' } as const;
const now = () => Date.parse('2026-12-10T09:00:00Z');

describe('the next three rounds of settings', () => {
  it('are said with every day that coordinators wait for', () => {
    const [first, second, third] = schemeDates.parse(nextDates({ ...scheme, preview: 'timed' }, { now }));
    // December's was paired at this very moment.
    assert.deepEqual(first, {
      round: '2027-01-11',
      calledAt: '2027-01-04T08:00:00.000Z',
      draftAt: '2027-01-06T15:00:00.000Z',
      pairingAt: '2027-01-07T09:00:00.000Z',
      weekStart: '2027-01-10T23:00:00.000Z',
      weekEnd: '2027-01-17T23:00:00.000Z',
    });
    assert.deepEqual([second?.round, third?.round], ['2027-02-08', '2027-03-08']);
  });

  it('are every so many weeks, and have no draft without a preview', () => {
    const dates = nextDates(
      { ...scheme, preview: 'none', cadence: { kind: 'weeks', every: 6, from: '2026-12-14' } },
      { now },
    );
    assert.deepEqual(
      dates.map(({ round, draftAt }) => [round, draftAt]),
      [
        ['2027-01-25', null],
        ['2027-03-08', null],
        ['2027-04-19', null],
      ],
    );
  });
});
