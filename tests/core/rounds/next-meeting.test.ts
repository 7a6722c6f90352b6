import assert from 'node:assert/strict';
import { nextMeeting } from '../../../core/rounds/next-meeting.ts';
import type { Slot } from '../../../core/time/slot.ts';
import {
  bookedPairing,
  cancelledPairing,
  eventOn,
  failedPairing,
  halfHour,
  pairing,
  suggestedPairing,
} from '../../support/records.ts';

const pair = ['Ann', 'Ben'];
/** Half an hour on a day of December 2026. */
const at = (when: string) => halfHour(`2026-12-${when.replace(' ', 'T')}:00Z`);
const booked = (id: string, slot: Slot) => bookedPairing(id, pair, { event: eventOn(id, pair, { slot }) });
const noon = Date.parse('2026-12-15T12:00:00Z');

describe('the next meeting', () => {
  for (const { why, pairings, start } of [
    { why: 'of none', pairings: [], start: null },
    {
      why: 'is the soonest that is booked',
      pairings: [booked('p1', at('17 09:00')), booked('p2', at('16 10:00'))],
      start: at('16 10:00').start,
    },
    {
      why: 'is one under way',
      pairings: [booked('p1', at('16 09:00')), booked('p2', at('15 11:45'))],
      start: at('15 11:45').start,
    },
    {
      why: 'is none that is over, called off or still to be chosen',
      pairings: [
        booked('p1', at('15 11:30')),
        cancelledPairing('p2', pair, { event: eventOn('p2', pair, { slot: at('16 10:00') }) }),
        suggestedPairing('p3', pair, { offer: [at('16 10:00')] }),
        failedPairing('p4', pair),
      ],
      start: null,
    },
    {
      why: 'may still be to be booked',
      pairings: [pairing('p1', pair, { slot: at('18 10:00') })],
      start: at('18 10:00').start,
    },
  ]) {
    it(why, () => {
      assert.equal(nextMeeting(pairings, noon), start);
    });
  }
});
