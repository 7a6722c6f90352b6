import assert from 'node:assert/strict';
import type { PersonNow } from '../../../../core/mending/situation/situation.ts';
import type { Hours } from '../../../../core/time/hours.ts';
import { after, allWeek, busy } from './ann-and-ben.ts';
import { answer, at, type booked, person, slots } from './situations.ts';

describe('an answer to an invitation', () => {
  for (const heard of [
    {},
    { ben: answer('none') },
    { ben: answer('accepted') },
    { ben: answer('tentative') },
    { ben: answer('accepted', at('16 14:00')) },
  ]) {
    it(`changes nothing when it is ${JSON.stringify(heard)}`, () => {
      assert.equal(after(heard), undefined);
    });
  }

  it('counts once, and counts again when it is given again', () => {
    const handled = { ben: Date.parse('2026-12-11T11:00:00Z') };
    assert.equal(after({ ben: answer('declined') }, { pairing: { handled } }), undefined);
    const again = answer('declined', null, '2026-12-11T11:30:00.000Z');
    assert.equal(after({ ben: again }, { pairing: { handled } })?.news, 'moved');
  });

  for (const { why, ann, pairing, now, to } of [
    { why: 'the next slot', to: at('15 14:00') },
    {
      why: 'the next slot that is still free for all',
      ann: busy(['15 14:00', '15 14:15'], ['16 09:00', '16 12:00']),
      to: at('17 10:00'),
    },
    {
      why: 'the next slot that is at least half an hour away',
      now: '2026-12-15T13:31:00Z',
      pairing: { slot: at('15 15:00'), slots: [at('15 15:00'), ...slots.slice(1)] },
      to: at('16 10:00'),
    },
    {
      why: 'a slot that begins in exactly half an hour',
      now: '2026-12-15T13:30:00Z',
      pairing: { slot: at('15 15:00'), slots: [at('15 15:00'), ...slots.slice(1)] },
      to: at('15 14:00'),
    },
    {
      why: 'a slot that overlaps with the meeting itself, whose own event counts as free',
      ann: busy(['15 10:00', '15 10:30', '2']),
      pairing: { slots: [at('15 10:00'), at('15 10:15')] },
      to: at('15 10:15'),
    },
    {
      why: 'the next slot after those given up before',
      pairing: { slot: at('16 10:00'), moves: 1 },
      to: at('17 10:00'),
    },
    {
      why: 'the best free slot, other than the declined one, when no planned slot is free',
      ann: busy(['14 00:00', '15 09:30'], ['15 12:00', '20 23:45']),
      to: at('15 10:30'),
    },
  ] satisfies {
    why: string;
    ann?: PersonNow;
    pairing?: Parameters<typeof booked>[2];
    now?: string;
    to: ReturnType<typeof at>;
  }[]) {
    it(`moves the meeting, when it is a decline, to ${why}`, () => {
      const moved = after(
        { ben: answer('declined') },
        { ...(ann && { ann }), ...(pairing && { pairing }), ...(now && { now }) },
      );
      assert.deepEqual(moved?.slot, to);
      assert.deepEqual(
        [moved.state, moved.news, moved.because, moved.tell, moved.revision, moved.moves],
        ['planned', 'moved', 'ben', null, 1, (pairing && 'moves' in pairing ? 1 : 0) + 1],
      );
      assert.deepEqual([moved.answers, moved.handled], [{}, { ben: Date.parse('2026-12-11T11:00:00Z') }]);
      assert.ok(moved.slots.some(({ start }) => start === to.start));
    });
  }

  it('asks the two to choose, when it is the third decline', () => {
    const given = { slot: at('16 10:00'), moves: 2 };
    const asked = after({ ben: answer('declined') }, { pairing: given });
    assert.deepEqual([asked?.state, asked?.news, asked?.slot, asked?.moves], ['suggested', 'asked', null, 2]);
    assert.equal(asked?.offer?.length, 3);
    for (const slot of slots.slice(0, 3)) {
      assert.ok(!asked.offer.some(({ start }) => start === slot.start), 'nothing that was declined');
    }
  });

  it('asks with nothing to choose from, when it is a decline and no other time suits both', () => {
    const asked = after({ ben: answer('declined') }, { ann: busy(allWeek) });
    assert.deepEqual([asked?.state, asked?.offer], ['suggested', []]);
  });

  it('offers the planned slots that suit the other, when it is a decline and a record cannot be read', () => {
    const ann = person('ann', { freeBusy: { kind: 'record-unreadable' } });
    const asked = after({ ben: answer('declined') }, { ann });
    assert.deepEqual([asked?.state, asked?.offer], ['suggested', slots.slice(1, 4)]);
  });

  it('lets all press a time in the hours of the one whose calendar cannot be read, when it is a decline', () => {
    const hours: Hours = { zone: 'Europe/London', days: ['Thu'], start: '14:00', end: '15:00' };
    const ann = person('ann', { freeBusy: { kind: 'unreadable', reason: 'ErrorServerBusy' }, hours });
    const asked = after({ ben: answer('declined') }, { ann });
    assert.deepEqual([asked?.state, asked?.allPress, asked?.moves], ['suggested', true, 0]);
    assert.deepEqual(
      asked?.offer?.map(({ start }) => start).sort(),
      ['17 14:00', '17 14:30'].map((time) => at(time).start),
    );
  });

  it('moves nothing by itself where all must press, though all calendars can be read', () => {
    const asked = after({ ben: answer('declined') }, { pairing: { allPress: true } });
    assert.deepEqual([asked?.state, asked?.news, asked?.allPress], ['suggested', 'asked', true]);
  });

  it('is named as the reason when it is the first of two declines, and both are dealt with', () => {
    const moved = after({
      ann: answer('declined', null, '2026-12-11T11:30:00.000Z'),
      ben: answer('declined'),
    });
    assert.equal(moved?.because, 'ben');
    assert.deepEqual(Object.keys(moved.handled).sort(), ['ann', 'ben']);
  });
});
