import assert from 'node:assert/strict';
import { lateFor } from '../../../core/enrolment/standing.ts';
import { defaultScheme, type Scheme } from '../../../core/records/scheme.ts';
import { pairedBy, roundAhead } from '../../../core/schemes/rounds-ahead.ts';

const at = (instant: string) => Date.parse(instant);
const london = defaultScheme(at('2026-01-01T00:00:00Z'));
const paired = (round: string, instant: string) => ({ paired: { round, at: at(instant) } });

/** The round of 14 December is paired on Thursday 10 December at 10:00, that of 11 January on 7 January. */
const december = '2026-12-14';
const january = '2027-01-11';

describe('the round ahead', () => {
  const cases: readonly {
    readonly title: string;
    readonly scheme: Partial<Scheme>;
    readonly now: string;
    readonly ahead: string;
    readonly by: string;
    readonly late: string | null;
  }[] = [
    {
      title: 'is the next one before it is paired',
      scheme: {},
      now: '2026-12-10T09:59:59.999Z',
      ahead: december,
      by: '2026-12-10T10:00:00.000Z',
      late: null,
    },
    {
      title: 'is the one after it from the pairing time on, though the timer comes late',
      scheme: paired(december, '2026-12-10T10:05:00Z'),
      now: '2026-12-10T10:01:00Z',
      ahead: january,
      by: '2027-01-07T10:00:00.000Z',
      late: december,
    },
    {
      title: 'is the one after it once a coordinator released it before its pairing time',
      scheme: { preview: 'timed', ...paired(december, '2026-12-09T17:00:00Z') },
      now: '2026-12-09T17:00:00Z',
      ahead: january,
      by: '2027-01-07T10:00:00.000Z',
      late: december,
    },
    {
      title: 'is still the one that waits for its coordinator, and is paired when its week begins',
      scheme: { preview: 'waits' },
      now: '2026-12-11T09:00:00Z',
      ahead: december,
      by: '2026-12-14T00:00:00.000Z',
      late: null,
    },
    {
      title: 'is the one after it once she released it',
      scheme: { preview: 'waits', ...paired(december, '2026-12-11T08:00:00Z') },
      now: '2026-12-11T09:00:00Z',
      ahead: january,
      by: '2027-01-07T10:00:00.000Z',
      late: december,
    },
    {
      title: 'is the one after it in its week',
      scheme: { preview: 'waits' },
      now: '2026-12-14T00:00:00Z',
      ahead: january,
      by: '2027-01-07T10:00:00.000Z',
      late: null,
    },
    {
      title: 'is not one that should have been paired before the scheme was made',
      scheme: { preview: 'none', runsFrom: at('2026-12-11T08:00:00Z') },
      now: '2026-12-11T09:00:00Z',
      ahead: january,
      by: '2027-01-07T10:00:00.000Z',
      late: null,
    },
    {
      title: 'is not one that would wait, had the scheme been made in time',
      scheme: { preview: 'waits', runsFrom: at('2026-12-11T08:00:00Z') },
      now: '2026-12-11T09:00:00Z',
      ahead: january,
      by: '2027-01-07T10:00:00.000Z',
      late: null,
    },
  ];
  for (const { title, scheme: changed, now, ahead, by, late } of cases) {
    it(title, () => {
      const scheme = { ...london, ...changed };
      const times = roundAhead(scheme, at(now));
      assert.equal(times.round, ahead);
      assert.equal(new Date(pairedBy(scheme, times, at(now))).toISOString(), by);
      assert.equal(lateFor(scheme, at(now), at(now)), late);
    });
  }

  it('is late for nobody who joined before it was released', () => {
    const scheme: Scheme = { ...london, preview: 'timed', ...paired(december, '2026-12-09T17:00:00Z') };
    assert.equal(lateFor(scheme, at('2026-12-09T18:00:00Z'), at('2026-12-09T16:59:59Z')), null);
  });
});
