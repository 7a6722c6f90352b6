import assert from 'node:assert/strict';
import { isBeyond, mayHaveBeyond } from '../../../core/records/beyond-week.ts';
import type { PairingRecord } from '../../../core/records/pairing.ts';
import { at, booked, person } from '../mending/cases/situations.ts';

/** The week of 14 December 2026, in London. */
const weekEnd = '2026-12-21T00:00:00.000Z';
const moved = (start: string, end: string) => ({ start: `${start}:00.000Z`, end: `${end}:00.000Z` });
const tuesday = moved('2026-12-22T10:00', '2026-12-22T10:30');
const pairing: PairingRecord = { ...booked('p00001', [person('ann'), person('ben')]), slot: tuesday };

describe('what lies beyond the week of a round', () => {
  for (const { why, change = {}, now = '2026-12-21T09:00:00Z', is } of [
    { why: 'after the week', is: true },
    { why: 'in the week', change: { slot: at('15 10:00') }, is: false },
    {
      why: 'from the end of the week',
      change: { slot: moved('2026-12-21T00:00', '2026-12-21T00:30') },
      now: '2026-12-21T00:00:00Z',
      is: true,
    },
    {
      why: 'over the end of the week',
      change: { slot: moved('2026-12-20T23:45', '2026-12-21T00:15') },
      now: '2026-12-21T00:00:00Z',
      is: false,
    },
    {
      why: 'until four weeks after it',
      change: { slot: moved('2027-01-17T23:30', '2027-01-18T00:00') },
      is: true,
    },
    { why: 'past that', change: { slot: moved('2027-01-17T23:45', '2027-01-18T00:15') }, is: false },
    { why: 'not over', now: '2026-12-22T10:29:59.999Z', is: true },
    { why: 'over', now: '2026-12-22T10:30:00Z', is: false },
    { why: 'to be booked anew', change: { state: 'planned' }, is: true },
    { why: 'to be booked anew, its event gone', change: { state: 'planned', event: null }, is: true },
    { why: 'booked, its event gone', change: { event: null }, is: false },
    { why: 'called off', change: { state: 'cancelled' }, is: false },
    { why: 'to be chosen', change: { state: 'suggested', slot: null }, is: false },
  ] satisfies { why: string; change?: Partial<PairingRecord>; now?: string; is: boolean }[]) {
    it(`${is ? 'is' : 'is not'} a meeting ${why}`, () => {
      assert.equal(isBeyond({ ...pairing, ...change }, { weekEnd }, Date.parse(now)), is);
    });
  }

  for (const { why, stage = 'closed', next = tuesday.start, now = '2026-12-21T09:00:00Z', may } of [
    { why: 'of a closed round that says so', may: true },
    { why: 'of one that says there is nothing', next: null, may: false },
    { why: 'of one that knew of nothing but its week', next: '2026-12-15T10:00:00.000Z', may: false },
    { why: 'of a round that is not closed yet, whatever it knows', stage: 'meeting', next: null, may: true },
    { why: 'before its week is over', now: '2026-12-20T23:59:59.999Z', may: false },
    { why: 'at the end of its week', now: weekEnd, may: true },
    { why: 'just before four weeks have passed', now: '2027-01-17T23:59:59.999Z', may: true },
    { why: 'when four weeks have passed', now: '2027-01-18T00:00:00Z', may: false },
  ] satisfies {
    why: string;
    stage?: 'meeting' | 'closed';
    next?: string | null;
    now?: string;
    may: boolean;
  }[]) {
    it(`${may ? 'is' : 'is not'} asked for ${why}`, () => {
      const round = { stage, weekEnd, nextMeetingAt: next } as const;
      assert.equal(mayHaveBeyond(round, Date.parse(now)), may);
    });
  }
});
