import assert from 'node:assert/strict';
import type { PersonNow } from '../../../../core/mending/situation/situation.ts';
import { decideRepair } from '../../../../core/mending/decide-repair.ts';
import { ann, ben, cem, changedIn, dee, eve, left, outcome, places } from './outcome.ts';
import { slotAt } from '../../../../core/time/slot.ts';
import { answer, at, booked, choosing, person, situation, slots, view, type Stretch } from './situations.ts';

describe('somebody who has nobody to meet', () => {
  it('joins a pair at its booked time when they are free', () => {
    const busyThen = person('eve', {
      freeBusy: { kind: 'read', view: view(['15 10:00', '15 10:30']), hours: null },
    });
    const pairings = [booked('p00001', [ann, ben]), booked('p00002', [cem, dee], { slot: at('16 10:00') })];
    const repair = decideRepair(situation({ people: [ann, ben, cem, dee, busyThen], pairings }));
    assert.deepEqual(outcome(repair), { p00002: 'member-joined: cem dee eve' });
    const [three] = changedIn(repair);
    assert.deepEqual(
      [three?.slot, three?.state, three?.because, three?.tell],
      [at('16 10:00'), 'planned', 'eve', null],
    );
    assert.deepEqual(places(repair), { eve: 'p00002 null' });
  });

  it('joins the pair with the fewest repeats, then the least closeness', () => {
    const met = (number: number, other: string) => [
      { number, round: null, with: [other], met: true, spent: true },
    ];
    const housing = (one: PersonNow, meetings: PersonNow['meetings'] = []): PersonNow => ({
      ...one,
      meetings,
      directory: one.directory && { ...one.directory, department: 'Housing' },
    });
    const newcomer = housing(eve, met(6, 'ann'));
    const strangers = [{ ...ann, meetings: met(6, 'eve') }, ben, housing(cem), dee];
    const pairings = [booked('p00001', [ann, ben]), booked('p00002', [cem, dee])];
    const repair = decideRepair(situation({ people: [...strangers, newcomer], pairings }));
    assert.deepEqual(outcome(repair), { p00002: 'member-joined: cem dee eve' });
    assert.deepEqual([changedIn(repair)[0]?.lastMet, changedIn(repair)[0]?.closeness], [null, 2]);
    const nobodyMet = [ann, ben, housing(cem), dee];
    const again = decideRepair(situation({ people: [...nobodyMet, housing(eve)], pairings }));
    assert.deepEqual(outcome(again), { p00001: 'member-joined: ann ben eve' });
  });

  it('joins, among pairs that cost the same, those who are happy to be three, then those who were so less often', () => {
    const happy = (one: PersonNow): PersonNow => ({
      ...one,
      preferences: { hours: 'either', minutes: null, third: true },
    });
    const wasThird = (one: PersonNow): PersonNow => ({
      ...one,
      meetings: [{ number: 1, round: null, with: ['xeno', 'yves'], met: true, spent: true }],
    });
    const pairings = [booked('p00001', [ann, ben]), booked('p00002', [cem, dee])];
    const joined = (people: readonly PersonNow[]) =>
      Object.keys(outcome(decideRepair(situation({ people: [...people, eve], pairings }))));
    assert.deepEqual(joined([ann, ben, cem, dee]), ['p00001']);
    assert.deepEqual(joined([ann, ben, cem, happy(dee)]), ['p00002']);
    assert.deepEqual(joined([wasThird(ann), ben, cem, dee]), ['p00002']);
    assert.deepEqual(joined([wasThird(happy(ann)), ben, cem, dee]), ['p00001']);
  });

  it('moves a pair’s meeting to a time that suits all three when no booked one suits', () => {
    const afternoons = person('eve', {
      freeBusy: {
        kind: 'read',
        view: view(['14 00:00', '17 13:00'], ['17 14:00', '20 23:45']),
        hours: null,
      },
    });
    const pairings = [booked('p00001', [ann, ben], { answers: { ann: 'accepted' } })];
    const repair = decideRepair(situation({ people: [ann, ben, afternoons], pairings }));
    const [three] = changedIn(repair);
    assert.deepEqual([three?.state, three?.answers], ['planned', {}]);
    assert.ok(
      three?.slot && three.slot.start >= at('17 13:00').start && three.slot.end <= at('17 14:00').start,
    );
    assert.ok(three.slots.some(({ start }) => start === three.slot?.start));
  });

  it('makes no meeting longer', () => {
    const long = person('eve', { preferences: { hours: 'either', minutes: 60 } });
    const pairings = [booked('p00001', [ann, ben])];
    const repair = decideRepair(situation({ people: [ann, ben, long], pairings }));
    const [three] = changedIn(repair);
    assert.deepEqual([three?.news, three?.minutes, three?.slot], ['member-joined', 30, slots[0]]);
  });

  it('makes a meeting as short as they wish, at the same time', () => {
    const hour = slots.map(({ start }) => slotAt(start, 60));
    const pairings = [booked('p00001', [ann, ben], { minutes: 60, slots: hour, slot: at('15 10:00', 60) })];
    const joined = (minutes: 45 | 60 | null) => {
      const newcomer = person('eve', { preferences: { hours: 'either', minutes } });
      const [three] = changedIn(decideRepair(situation({ people: [ann, ben, newcomer], pairings })));
      return [three?.minutes, three?.slot, three?.slots[1]];
    };
    assert.deepEqual(joined(null), [30, at('15 10:00'), at('15 14:00')]);
    assert.deepEqual(joined(45), [45, at('15 10:00', 45), at('15 14:00', 45)]);
    assert.deepEqual(joined(60), [60, at('15 10:00', 60), at('15 14:00', 60)]);
  });

  it('joins two who are choosing, and all three choose again', () => {
    const two = choosing('p00001', [ann, ben], { offer: slots.slice(0, 3) });
    const repair = decideRepair(situation({ people: [ann, ben, eve], pairings: [two] }));
    assert.deepEqual(outcome(repair), { p00001: 'suggested: ann ben eve' });
    assert.equal(changedIn(repair)[0]?.offer?.length, 3);
  });

  it('leaves people alone who moved their meeting to a later week', () => {
    const pairings = [
      booked('p00001', [ann, ben], { slot: at('22 14:00') }),
      booked('p00002', [cem, dee, person('fay')], { slot: at('22 10:00') }),
    ];
    const people = [ann, ben, cem, dee, person('fay'), eve];
    assert.deepEqual(outcome(decideRepair(situation({ people, pairings }))), {});
  });

  it('hears, when just left alone, who could not come', () => {
    const pairings = [booked('p00001', [ann, ben]), booked('p00002', [cem, dee])];
    const repair = decideRepair(situation({ people: [ann, left(ben), cem, dee], pairings }));
    assert.deepEqual(
      changedIn(repair).map(({ tell, insteadOf }) => [tell, insteadOf]),
      [
        [[], {}],
        [null, { ann: 'ben' }],
      ],
    );
  });

  it('never joins a pair that the same repair changes', () => {
    const declined = { p00001: { ben: answer('declined') } };
    const pairings = [booked('p00001', [ann, ben])];
    const repair = decideRepair(situation({ people: [ann, ben, eve], pairings, heard: declined }));
    assert.deepEqual(outcome(repair), { p00001: 'moved: ann ben' });
  });

  it('joins a pair alone, never with a second one', () => {
    const only = (id: string, ...busy: readonly Stretch[]) =>
      person(id, { freeBusy: { kind: 'read', view: view(...busy), hours: null } });
    const mornings = only('eve', ['15 12:00', '20 23:45']);
    const later = only('fay', ['14 00:00', '16 12:00']);
    const pairings = [booked('p00001', [ann, ben])];
    const repair = decideRepair(situation({ people: [ann, ben, mornings, later], pairings }));
    assert.equal(repair?.changed.length, 1);
    assert.equal(repair.placements.length, 1);
  });
});
