import assert from 'node:assert/strict';
import type { OutboxRecord, Said } from '../../../core/records/outbox.ts';
import type { MetAnswer, PairingRecord } from '../../../core/records/pairing.ts';
import { decideMessage, decideOtherMessage } from '../../../core/telling/decide-message.ts';
import {
  bookedPairing,
  cancelledPairing,
  failedPairing,
  message,
  pairing,
  participant,
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
      about: 'called off by a coordinator',
      said: { kind: 'called-off', by: { person: 'eve', word: '' } },
      stored: cancelledPairing('p', pair),
      inTime: 'send',
      late: 'send',
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

describe('an open question about a pairing', () => {
  const { start } = tenOn(15);
  const booked = bookedPairing('p', pair);
  const before: Said = { kind: 'before', start, offer: [] };
  const decide = (said: Said, stored: PairingRecord, at: string, others: readonly OutboxRecord[] = []) =>
    decideMessage(unsent(said), stored, [unsent(said), ...others], { weekEnd, now: Date.parse(at) });

  it('reminds of the meeting that holds, until it begins', () => {
    assert.equal(decide(before, booked, '2026-12-14T09:00:00Z'), 'send');
    assert.equal(decide(before, booked, '2026-12-15T10:00:00Z'), 'overtaken');
    assert.equal(decide({ ...before, start: start + 1 }, booked, '2026-12-14T09:00:00Z'), 'overtaken');
  });

  it('reminds nobody who is just told of the meeting, unless it offers other times', () => {
    const at = '2026-12-14T09:00:00Z';
    assert.equal(decide(before, booked, at, [unsent(news)]), 'overtaken');
    assert.equal(decide(before, booked, at, [unsent(news, { person: 'ben' })]), 'send');
    assert.equal(decide({ ...before, offer }, booked, at, [unsent(news)]), 'send');
  });

  it('reminds in a coordinator’s name those who have not answered, of the meeting that she saw, once', () => {
    const at = Date.parse('2026-12-14T08:00:00Z');
    const remind: Said = { kind: 'remind', at, start };
    const of = (more: Parameters<typeof bookedPairing>[2], others: readonly OutboxRecord[] = []) =>
      decide(remind, bookedPairing('p', pair, { remindedAt: at, ...more }), '2026-12-14T09:00:00Z', others);
    assert.equal(of({}), 'send');
    assert.equal(of({ answers: { ben: 'accepted' } }), 'send');
    for (const [why, sending] of [
      ['accepted', of({ answers: { ann: 'accepted' } })],
      ['said so in the chat', of({ coming: ['ann'] })],
      ['reminded again since', of({ remindedAt: at + 1 })],
      ['moved since', of({ event: { ...booked.event, slot: tenOn(16) } })],
      ['just told of a change', of({}, [unsent(news)])],
      ['begun', decide(remind, bookedPairing('p', pair, { remindedAt: at }), '2026-12-15T10:00:00Z')],
    ] as const)
      assert.equal(sending, 'overtaken', why);
    assert.equal(decide(before, booked, '2026-12-14T09:00:00Z', [unsent(remind)]), 'overtaken');
  });

  it('reminds of times while one of them is to come', () => {
    const choose: Said = { kind: 'choose', bookedAt: null };
    assert.equal(decide(choose, suggestedPairing('p', pair, { offer }), '2026-12-14T09:00:00Z'), 'send');
    assert.equal(decide(choose, suggestedPairing('p', pair), '2026-12-14T09:00:00Z'), 'overtaken');
  });

  it('offers times after the week as long as nobody says that they met', () => {
    const again: Said = { kind: 'again', start, offer: [tenOn(22)] };
    const saying = (said: MetAnswer) =>
      bookedPairing('p', pair, { followUps: { ben: { said, start, at: start } } });
    assert.equal(decide(again, saying('no'), '2026-12-21T09:00:00Z'), 'send');
    assert.equal(decide(again, saying('yes'), '2026-12-21T09:00:00Z'), 'overtaken');
  });
});

const before = {
  pairingAt: Date.parse('2026-12-10T10:00:00Z'),
  weekStart: Date.parse('2026-12-14T00:00:00Z'),
  now: Date.parse('2026-12-08T10:00:00Z'),
  zone: 'Europe/London',
  isReleased: false,
};

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
      const place = { placement: stored, participant: undefined };
      assert.equal(decideOtherMessage(one, place, before), sending);
    });
  }
});

describe('an open message before a round', () => {
  const call = (asks: boolean) => unsent({ kind: 'call', asks }, { pairing: null });
  const still = (asks: boolean) => unsent({ kind: 'still', asks }, { pairing: null });
  const back = unsent({ kind: 'back', until: '2026-12-10' }, { pairing: null });
  const ann = participant('ann');
  const paused = participant('ann', { status: 'paused', pausedUntil: '2026-12-10' });
  const away = participant('ann', { status: 'paused', pausedUntil: '2027-01-04' });
  const steppedOut = participant('ann', { status: 'paused', pausedUntil: null });
  const left = participant('ann', { status: 'left' });
  const saidYes = participant('ann', { inRound: '2026-12-14' });
  const silent = participant('ann', { silent: 3 });

  for (const { name, message, stored, sending, now = before.now } of [
    { name: 'asks somebody who takes part', message: call(true), stored: ann, sending: 'send' },
    { name: 'asks somebody who is back by then', message: call(true), stored: paused, sending: 'send' },
    { name: 'asks nobody who pauses', message: call(true), stored: away, sending: 'overtaken' },
    { name: 'asks nobody who left', message: call(true), stored: left, sending: 'overtaken' },
    { name: 'asks nobody who said yes already', message: call(true), stored: saidYes, sending: 'overtaken' },
    { name: 'says that the round comes', message: call(false), stored: silent, sending: 'send' },
    {
      name: 'says so to nobody who is erased',
      message: call(false),
      stored: undefined,
      sending: 'overtaken',
    },
    {
      name: 'asks nobody once the round is paired',
      message: call(true),
      stored: ann,
      now: before.pairingAt,
      sending: 'overtaken',
    },
    { name: 'asks somebody silent', message: still(true), stored: silent, sending: 'send' },
    { name: 'asks nobody who was heard since', message: still(true), stored: ann, sending: 'overtaken' },
    {
      name: 'asks nobody silent once the round is paired',
      message: still(true),
      stored: silent,
      now: before.pairingAt,
      sending: 'overtaken',
    },
    {
      name: 'tells somebody that they were stepped out, after the pairing',
      message: still(false),
      stored: steppedOut,
      now: before.pairingAt,
      sending: 'send',
    },
    { name: 'tells nobody so who came back', message: still(false), stored: ann, sending: 'overtaken' },
    { name: 'tells somebody that their break ends', message: back, stored: paused, sending: 'send' },
    { name: 'tells nobody so who made it longer', message: back, stored: away, sending: 'overtaken' },
    { name: 'tells nobody so who came back before', message: back, stored: ann, sending: 'overtaken' },
  ] as const) {
    it(name, () => {
      const place = { placement: undefined, participant: stored };
      assert.equal(decideOtherMessage(message, place, { ...before, now }), sending);
    });
  }
});

describe('the message to coordinators that a draft is ready', () => {
  const report = {
    about: 'draft',
    ...{ pairs: 1, trios: 0, without: 0 },
    releasesAt: before.pairingAt,
    waits: false,
  } as const;
  const ready = unsent({ kind: 'coordinator', report }, { pairing: null });
  const place = { placement: undefined, participant: undefined };

  it('is sent while the draft can be changed, and overtaken once it is released', () => {
    assert.equal(decideOtherMessage(ready, place, before), 'send');
    assert.equal(decideOtherMessage(ready, place, { ...before, isReleased: true }), 'overtaken');
  });
});
