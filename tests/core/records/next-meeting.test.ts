import assert from 'node:assert/strict';
import { nextMeeting } from '../../../core/records/pairing.ts';
import { at, booked, person, slots } from '../mending/cases/situations.ts';

const pair = [person('ann'), person('ben')];
const noon = Date.parse('2026-12-15T12:00:00Z');

describe('the next meeting', () => {
  for (const { why, pairings, start } of [
    { why: 'of none', pairings: [], start: null },
    {
      why: 'is the soonest that is booked',
      pairings: [booked('p1', pair, { slot: at('17 09:00') }), booked('p2', pair, { slot: at('16 10:00') })],
      start: at('16 10:00').start,
    },
    {
      why: 'is one under way',
      pairings: [booked('p1', pair, { slot: at('16 09:00') }), booked('p2', pair, { slot: at('15 11:45') })],
      start: at('15 11:45').start,
    },
    {
      why: 'is none that is over, called off or still to be chosen',
      pairings: [
        booked('p1', pair, { slot: at('15 11:30') }),
        booked('p2', pair, { state: 'cancelled', slot: at('16 10:00') }),
        booked('p3', pair, { state: 'suggested', offer: slots }),
        booked('p4', pair, { state: 'failed' }),
      ],
      start: null,
    },
    {
      why: 'may still be to be booked, at its first slot',
      pairings: [{ ...booked('p1', pair, { state: 'planned', slots: [at('18 10:00')] }), slot: null }],
      start: at('18 10:00').start,
    },
  ]) {
    it(why, () => {
      assert.equal(nextMeeting(pairings, noon), start);
    });
  }
});
