import assert from 'node:assert/strict';
import type { OutboxRecord, Said } from '../../../core/records/outbox.ts';
import { decideMessage, decideOtherMessage } from '../../../core/telling/decide-message.ts';
import {
  bookedPairing,
  cancelledPairing,
  failedPairing,
  message,
  pairing,
  placement,
  suggestedPairing,
  tenOn,
} from '../../support/records.ts';

const weekEnd = Date.parse('2026-12-21T00:00:00Z');
const pair = ['Ann', 'Ben'];
const offer = [tenOn(16)];

const unsent = (said: Said, more: Partial<OutboxRecord> = {}) =>
  message('to ann', 'ann', { said, state: 'unsent', ...more });
const news = { kind: 'pairing', news: 'moved', because: null, insteadOf: null, passedOver: false } as const;
const calledOff: Said = { kind: 'called-off' };
const notBooked: Said = { kind: 'unplaced', reason: 'not-booked' };

describe('an open message about a pairing', () => {
  for (const { about, said, stored, inTime, late } of [
    { about: 'news, booked', said: news, stored: bookedPairing('p', pair), inTime: 'send', late: 'send' },
    {
      about: 'news, to be booked or moved',
      said: news,
      stored: pairing('p', pair),
      inTime: 'wait',
      late: 'wait',
    },
    {
      about: 'news, a time to be chosen',
      said: news,
      stored: suggestedPairing('p', pair, { offer }),
      inTime: 'send',
      late: 'wait',
    },
    {
      about: 'news, no time to choose from',
      said: news,
      stored: suggestedPairing('p', pair),
      inTime: 'send',
      late: 'send',
    },
    {
      about: 'news, failed meanwhile',
      said: news,
      stored: failedPairing('p', pair),
      inTime: 'overtaken',
      late: 'overtaken',
    },
    {
      about: 'news, cancelled meanwhile',
      said: news,
      stored: cancelledPairing('p', pair),
      inTime: 'overtaken',
      late: 'overtaken',
    },
    {
      about: 'news, its reader is no member any more',
      said: news,
      stored: bookedPairing('p', ['Ben', 'Cem']),
      inTime: 'overtaken',
      late: 'overtaken',
    },
    {
      about: 'called off',
      said: calledOff,
      stored: cancelledPairing('p', pair),
      inTime: 'send',
      late: 'overtaken',
    },
    {
      about: 'called off, to be booked again',
      said: calledOff,
      stored: pairing('p', pair),
      inTime: 'overtaken',
      late: 'overtaken',
    },
    {
      about: 'no meeting, failed',
      said: notBooked,
      stored: failedPairing('p', pair),
      inTime: 'send',
      late: 'send',
    },
    {
      about: 'no meeting, cancelled',
      said: notBooked,
      stored: cancelledPairing('p', pair, { isOver: true }),
      inTime: 'send',
      late: 'send',
    },
    {
      about: 'no meeting, booked all the same',
      said: notBooked,
      stored: bookedPairing('p', pair),
      inTime: 'overtaken',
      late: 'overtaken',
    },
  ] as const) {
    it(`${about}: ${inTime} in the week, ${late} after it`, () => {
      const one = unsent(said);
      const at = (now: number) => decideMessage(one, stored, [one], { weekEnd, now });
      assert.deepEqual([at(weekEnd - 1), at(weekEnd)], [inTime, late]);
    });
  }

  it('gives way to a later one to the same reader, and to no other', () => {
    const stored = bookedPairing('p', pair, { revision: 2 });
    const one = unsent(news, { revision: 1 });
    const beside = (other: OutboxRecord) =>
      decideMessage(one, stored, [other, one], { weekEnd, now: weekEnd - 1 });
    assert.equal(beside(unsent(news, { revision: 2 })), 'overtaken');
    assert.equal(beside(unsent(news, { revision: 0 })), 'send');
    assert.equal(beside(unsent(news, { revision: 2, person: 'ben' })), 'send');
  });

  it('is overtaken, when it says that somebody would like a time, once its reader has pressed the same one', () => {
    const wish = unsent({ ...news, news: 'wished', because: 'Ben' });
    const decide = (wishes: Readonly<Record<string, number>>, stored = suggestedPairing) =>
      decideMessage(wish, stored('p', pair, { wishes }), [wish], { weekEnd, now: weekEnd - 1 });
    const [one, other] = [tenOn(16).start, tenOn(17).start];
    assert.equal(decide({ Ben: one }), 'send');
    assert.equal(decide({ Ben: one, ann: other }), 'send');
    assert.equal(decide({ Ben: one, ann: one }), 'overtaken');
    assert.equal(decide({}), 'overtaken');
  });

  it('waits, when it says that a proposed time was not taken, for what tells the reader of an earlier change', () => {
    const stored = bookedPairing('p', pair, { revision: 2 });
    const moved = unsent(news, { revision: 1 });
    const kept = unsent({ ...news, news: 'kept' }, { revision: 2 });
    const decide = (one: OutboxRecord, all: readonly OutboxRecord[]) =>
      decideMessage(one, stored, all, { weekEnd, now: weekEnd - 1 });
    assert.deepEqual([decide(moved, [moved, kept]), decide(kept, [moved, kept])], ['send', 'wait']);
    assert.equal(decide(kept, [kept]), 'send');
    assert.equal(decide(kept, [kept, { ...moved, person: 'ben' }]), 'send');
  });
});

describe('an open message to somebody without a pairing', () => {
  const one = unsent({ kind: 'unplaced', reason: 'alone' }, { pairing: null, revision: 2 });

  for (const { name, stored, sending } of [
    { name: 'is sent', stored: placement('Ann', { reason: 'alone', repair: 2 }), sending: 'send' },
    {
      name: 'is overtaken by a pairing',
      stored: placement('Ann', { pairing: 'p', repair: 2 }),
      sending: 'overtaken',
    },
    {
      name: 'is overtaken by another reason',
      stored: placement('Ann', { reason: 'withdrew', repair: 3 }),
      sending: 'overtaken',
    },
    { name: 'is overtaken when its reader has no place any more', stored: undefined, sending: 'overtaken' },
  ] as const) {
    it(name, () => {
      assert.equal(decideOtherMessage(one, stored, { pairingAt: weekEnd, now: 0 }), sending);
    });
  }
});
