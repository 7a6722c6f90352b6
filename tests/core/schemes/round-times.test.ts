import assert from 'node:assert/strict';
import { nextRound, nextRoundAfter, roundsUnderWay, roundTimes } from '../../../core/schemes/round-times.ts';
import { defaultScheme, scheme as schema, type Scheme } from '../../../core/records/scheme.ts';

const london = defaultScheme(Date.parse('2026-01-01T00:00:00Z'));
const iso = (instant: number) => new Date(instant).toISOString();

describe('roundTimes', () => {
  for (const { zone, monday, pairingAt, weekStart, weekEnd, note } of [
    {
      zone: 'Europe/London',
      monday: '2026-12-14',
      pairingAt: '2026-12-10T10:00:00.000Z',
      weekStart: '2026-12-14T00:00:00.000Z',
      weekEnd: '2026-12-21T00:00:00.000Z',
      note: 'winter',
    },
    {
      zone: 'Europe/London',
      monday: '2027-03-22',
      pairingAt: '2027-03-18T10:00:00.000Z',
      weekStart: '2027-03-22T00:00:00.000Z',
      weekEnd: '2027-03-28T23:00:00.000Z',
      note: 'the clocks go forward on the Sunday: a week of 167 hours',
    },
    {
      zone: 'Europe/London',
      monday: '2026-10-19',
      pairingAt: '2026-10-15T09:00:00.000Z',
      weekStart: '2026-10-18T23:00:00.000Z',
      weekEnd: '2026-10-26T00:00:00.000Z',
      note: 'the clocks go back on the Sunday: a week of 169 hours',
    },
    {
      zone: 'Asia/Kolkata',
      monday: '2026-12-14',
      pairingAt: '2026-12-10T04:30:00.000Z',
      weekStart: '2026-12-13T18:30:00.000Z',
      weekEnd: '2026-12-20T18:30:00.000Z',
      note: 'half an hour off',
    },
    {
      zone: 'Pacific/Kiritimati',
      monday: '2026-12-14',
      pairingAt: '2026-12-09T20:00:00.000Z',
      weekStart: '2026-12-13T10:00:00.000Z',
      weekEnd: '2026-12-20T10:00:00.000Z',
      note: 'beyond the date line',
    },
  ]) {
    it(`${zone}, ${monday}: ${note}`, () => {
      const times = roundTimes({ ...london, zone }, monday);
      assert.deepEqual(
        [iso(times.pairingAt), iso(times.weekStart), iso(times.weekEnd)],
        [pairingAt, weekStart, weekEnd],
      );
    });
  }
});

describe('nextRound', () => {
  for (const [now, round, week = 2] of [
    ['2026-12-07T08:00:00Z', '2026-12-14'],
    ['2026-12-10T09:59:59Z', '2026-12-14'],
    ['2026-12-10T10:00:00Z', '2027-01-11'],
    ['2027-01-31T23:59:59Z', '2027-02-08'],
    // February 2027 begins on a Monday, so its second Monday is the 8th; November 2026 on a Sunday: the 9th.
    ['2026-11-01T00:00:00Z', '2026-11-09'],
    // The pairing of a first Monday lies in the month before.
    ['2027-01-28T09:59:59Z', '2027-02-01', 1],
    ['2027-01-28T10:00:00Z', '2027-03-01', 1],
    ['2026-12-20T00:00:00Z', '2026-12-28', 4],
  ] as const) {
    it(`after ${now}, week ${week} of the month: ${round}`, () => {
      const scheme: Scheme = { ...london, cadence: { kind: 'monthly', week } };
      assert.equal(nextRound(scheme, Date.parse(now)).round, round);
    });
  }
});

describe('the rounds of a scheme every so many weeks', () => {
  const every = (weeks: number, from = '2026-12-14', daysBefore = 4): Scheme => ({
    ...london,
    cadence: { kind: 'weeks', every: weeks, from },
    pairing: { daysBefore, at: '10:00' },
  });

  for (const [now, scheme, round] of [
    ['2026-12-10T09:59:00Z', every(2), '2026-12-14'],
    ['2026-12-10T10:00:00Z', every(2), '2026-12-28'],
    // Counted backwards, and over the end of daylight saving time.
    ['2026-10-01T00:00:00Z', every(3), '2026-10-12'],
    ['2026-10-24T12:00:00Z', every(3), '2026-11-02'],
    // The next one is 15 weeks ahead: the one before it is paired already.
    ['2026-12-14T08:00:00Z', every(12, '2026-12-21', 21), '2027-03-15'],
    ['2030-01-01T00:00:00Z', every(12), '2030-03-04'],
  ] as const) {
    it(`after ${now}, ${JSON.stringify(scheme.cadence)}: ${round}`, () => {
      assert.equal(nextRound(scheme, Date.parse(now)).round, round);
    });
  }

  it('follow one another at that distance, for years', () => {
    for (const weeks of [2, 5, 12]) {
      let { round } = nextRound(every(weeks), Date.parse('2026-12-01T00:00:00Z'));
      for (let n = 0; n < 60; n++) {
        const next = nextRoundAfter(every(weeks), round).round;
        assert.equal((Date.parse(next) - Date.parse(round)) / 604_800_000, weeks, round);
        round = next;
      }
    }
  });

  it('are under way until their week is over', () => {
    const under = (now: string) => roundsUnderWay(every(2), Date.parse(now)).map(({ round }) => round);
    assert.deepEqual(under('2026-12-10T09:59:00Z'), []);
    assert.deepEqual(under('2026-12-10T10:00:00Z'), ['2026-12-14']);
    assert.deepEqual(under('2026-12-20T23:59:00Z'), ['2026-12-14']);
    assert.deepEqual(under('2026-12-21T00:00:00Z'), []);
  });
});

describe('roundsUnderWay', () => {
  for (const [now, rounds] of [
    ['2026-12-10T09:59:59.999Z', []],
    ['2026-12-10T10:00:00Z', ['2026-12-14']],
    ['2026-12-20T23:59:59.999Z', ['2026-12-14']],
    ['2026-12-21T00:00:00Z', []],
  ] as const) {
    it(`${now}: ${rounds.join(', ') || 'none'}`, () => {
      assert.deepEqual(
        roundsUnderWay(london, Date.parse(now)).map(({ round }) => round),
        rounds,
      );
    });
  }

  it('finds a week that began in the month before', () => {
    const scheme: Scheme = { ...london, cadence: { kind: 'monthly', week: 4 } };
    assert.deepEqual(
      roundsUnderWay(scheme, Date.parse('2027-01-02T00:00:00Z')).map(({ round }) => round),
      ['2026-12-28'],
    );
  });
});

describe('scheme', () => {
  for (const [field, value] of [
    ['id', 'Lunch'],
    ['id', ''],
    ['minutes', 20],
    ['cadence', { kind: 'monthly', week: 5 }],
    ['pairing', { daysBefore: 0, at: '10:00' }],
    ['pairing', { daysBefore: 4, at: '24:00' }],
    ['pairing', { daysBefore: 4, at: '9:00' }],
    ['workingHours', { days: [], start: '09:00', end: '17:00' }],
    ['roundsBefore', -1],
  ] as const) {
    it(`refuses ${field} ${JSON.stringify(value)}`, () => {
      assert.equal(schema.safeParse({ ...london, [field]: value }).success, false);
    });
  }

  it('accepts the default scheme', () => {
    assert.deepEqual(schema.parse(london), london);
  });
});
