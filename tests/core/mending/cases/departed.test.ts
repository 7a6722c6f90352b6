import assert from 'node:assert/strict';
import type { PersonNow } from '../../../../core/mending/situation/situation.ts';
import { decideRepair } from '../../../../core/mending/decide-repair.ts';
import type { Placement } from '../../../../core/records/placement.ts';
import { ann, ben, cem, changedIn, left, outcome, places } from './outcome.ts';
import { at, booked, choosing, friday, situation, slots } from './situations.ts';

describe('somebody who cannot take part any more', () => {
  for (const { why, who, reason } of [
    { why: 'left', who: left(ben), reason: 'withdrew' },
    { why: 'is not enrolled any more', who: null, reason: 'withdrew' },
    {
      why: 'paused over the slot',
      who: { ...ben, status: 'paused', pausedUntil: '2026-12-16' },
      reason: 'withdrew',
    },
    { why: 'paused without an end', who: { ...ben, status: 'paused' }, reason: 'withdrew' },
    { why: 'is gone, disabled or a guest', who: { ...ben, directory: null }, reason: 'not-in-directory' },
    { why: 'cannot be reached', who: { ...ben, reachable: false }, reason: 'unreachable' },
  ] satisfies { why: string; who: PersonNow | null; reason: Placement['reason'] }[]) {
    it(`ends a pair, and the other is told: one ${why}`, () => {
      const pairings = [booked('p00001', [ann, ben])];
      const repair = decideRepair(situation({ people: who === null ? [ann] : [ann, who], pairings }));
      assert.deepEqual(outcome(repair), { p00001: 'cancelled: ann ben' });
      const [cancelled] = changedIn(repair);
      assert.deepEqual(
        [cancelled?.state, cancelled?.because, cancelled?.tell, cancelled?.revision],
        ['cancelled', 'ben', ['ann'], 1],
      );
      assert.deepEqual(places(repair), { ann: 'p00001 partner-left', ben: `p00001 ${reason}` });
      assert.equal(repair?.number, 3);
    });
  }

  it('changes nothing when they are back before the slot, or when the meeting has begun', () => {
    const back: PersonNow = { ...ben, status: 'paused', pausedUntil: '2026-12-15' };
    const pairings = [booked('p00001', [ann, ben])];
    assert.equal(decideRepair(situation({ people: [ann, back], pairings })), null);
    const more = { now: Date.parse('2026-12-15T10:00:00Z') };
    assert.equal(decideRepair(situation({ people: [ann, left(ben)], pairings, more })), null);
  });

  it('ends a pair silently when both cannot', () => {
    const pairings = [booked('p00001', [ann, ben])];
    const repair = decideRepair(situation({ people: [left(ann), left(ben)], pairings }));
    assert.deepEqual(changedIn(repair)[0]?.tell, []);
  });

  it('leaves two of three to meet as booked, with the price of a pair', () => {
    const close = (one: PersonNow): PersonNow => ({
      ...one,
      directory: one.directory && { ...one.directory, department: 'Housing' },
    });
    const met = (other: string) => [{ number: 4, round: null, with: [other], met: true, spent: true }];
    const [one, other, third] = [
      { ...close(ann), meetings: met('ben') },
      { ...ben, meetings: met('ann') },
      close(cem),
    ];
    const trio = booked('p00001', [one, other, third], {
      answers: { ann: 'accepted', cem: 'accepted' },
      lastMet: 3,
      closeness: 2,
    });
    const repair = decideRepair(situation({ people: [one, other, left(third)], pairings: [trio] }));
    const [pair] = changedIn(repair);
    assert.deepEqual(outcome(repair), { p00001: 'member-left: ann ben' });
    assert.deepEqual([pair?.state, pair?.slot, pair?.tell], ['planned', slots[0], null]);
    assert.deepEqual([pair?.lastMet, pair?.closeness, pair?.answers], [3, 0, { ann: 'accepted' }]);
    assert.deepEqual(places(repair), { cem: 'p00001 withdrew' });
  });

  it('ends a trio when two of three cannot', () => {
    const pairings = [booked('p00001', [ann, ben, cem])];
    const repair = decideRepair(situation({ people: [ann, left(ben), left(cem)], pairings }));
    assert.deepEqual(outcome(repair), { p00001: 'cancelled: ann ben cem' });
    assert.deepEqual(changedIn(repair)[0]?.tell, ['ann']);
  });

  for (const { why, offer, now = friday, offered } of [
    { why: 'the times that were offered to three', offer: slots.slice(0, 3), offered: slots.slice(0, 3) },
    {
      why: 'the offered times that are still to come',
      offer: slots.slice(0, 3),
      now: Date.parse('2026-12-16T08:00:00Z'),
      offered: slots.slice(2, 3),
    },
    {
      why: 'times that suit the two, when none suited three',
      offer: [],
      now: Date.parse('2026-12-18T15:00:00Z'),
      offered: [at('18 15:30'), at('18 16:00'), at('18 16:30')],
    },
  ]) {
    it(`leaves two of three who are choosing with ${why}`, () => {
      const three = choosing('p00001', [ann, ben, cem], { offer });
      const people = [ann, ben, left(cem)];
      const repair = decideRepair(situation({ people, pairings: [three], more: { now } }));
      assert.deepEqual(outcome(repair), { p00001: 'member-left: ann ben' });
      const [two] = changedIn(repair);
      assert.deepEqual(
        [two?.state, two?.because, two?.tell, two?.offer],
        ['suggested', 'cem', null, offered],
      );
    });
  }

  it('is mentioned once: later offers to the two are ordinary offers', () => {
    const people = [ann, ben, left(cem)];
    const three = choosing('p00001', [ann, ben, cem], { offer: slots.slice(0, 1) });
    const [two] = decideRepair(situation({ people, pairings: [three] }))?.changed ?? [];
    assert.ok(two);
    const more = { now: Date.parse('2026-12-15T09:45:00Z') };
    const later = changedIn(decideRepair(situation({ people, pairings: [two.pairing], more })));
    assert.deepEqual(
      later.map(({ news, because, members }) => [news, because, members]),
      [['suggested', null, ['ann', 'ben']]],
    );
  });
});
