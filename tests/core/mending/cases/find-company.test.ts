import assert from 'node:assert/strict';
import type { PersonNow } from '../../../../core/mending/situation/situation.ts';
import { decideRepair } from '../../../../core/mending/decide-repair.ts';
import type { Placement } from '../../../../core/records/placement.ts';
import type { Repair } from '../../../../core/records/repair.ts';
import { placement } from '../../../support/records.ts';
import {
  at,
  booked,
  friday,
  person,
  scheme,
  situation,
  slots,
  type Stretch,
  view,
  week,
} from './situations.ts';

const [ann, ben, cem, dee, eve] = ['ann', 'ben', 'cem', 'dee', 'eve'].map((id) => person(id)) as [
  PersonNow,
  PersonNow,
  PersonNow,
  PersonNow,
  PersonNow,
];
const left = (one: PersonNow): PersonNow => ({ ...one, status: 'left' });

/** Pairings that change or are new: who is in them, and what their news is. */
function outcome(repair: Repair | null): Record<string, string> {
  const all = [...(repair?.changed ?? []), ...(repair?.made ?? [])];
  return Object.fromEntries(
    all.map(({ pairing, members, news }) => [pairing, `${news}: ${members.map(({ id }) => id).join(' ')}`]),
  );
}

function places(repair: Repair | null): Record<string, string> {
  return Object.fromEntries(
    (repair?.placements ?? []).map(({ person: id, pairing, reason }) => [id, `${pairing} ${reason}`]),
  );
}

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
    it(`${why}: the pairing is cancelled, and the other is told`, () => {
      const pairings = [booked('p00001', [ann, ben])];
      const repair = decideRepair(situation({ people: who === null ? [ann] : [ann, who], pairings }));
      assert.deepEqual(outcome(repair), { p00001: 'cancelled: ann ben' });
      const [cancelled] = repair?.changed ?? [];
      assert.deepEqual(
        [cancelled?.state, cancelled?.because, cancelled?.tell, cancelled?.revision],
        ['cancelled', 'ben', ['ann'], 1],
      );
      assert.deepEqual(places(repair), { ann: 'p00001 partner-left', ben: `p00001 ${reason}` });
      assert.equal(repair?.number, 3);
    });
  }

  it('who is back before the slot, or whose meeting has begun, changes nothing', () => {
    const back: PersonNow = { ...ben, status: 'paused', pausedUntil: '2026-12-15' };
    const pairings = [booked('p00001', [ann, ben])];
    assert.equal(decideRepair(situation({ people: [ann, back], pairings })), null);
    const more = { now: Date.parse('2026-12-15T10:00:00Z') };
    assert.equal(decideRepair(situation({ people: [ann, left(ben)], pairings, more })), null);
  });

  it('both of a pair: cancelled, and nobody is told', () => {
    const pairings = [booked('p00001', [ann, ben])];
    const repair = decideRepair(situation({ people: [left(ann), left(ben)], pairings }));
    assert.deepEqual(repair?.changed[0]?.tell, []);
  });

  it('one of three: the others meet as booked, on their own terms', () => {
    const close = (one: PersonNow): PersonNow => ({
      ...one,
      directory: one.directory && { ...one.directory, department: 'Housing' },
    });
    const met = (other: string) => [{ number: 4, round: null, with: [other], met: true }];
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
    const [pair] = repair?.changed ?? [];
    assert.deepEqual(outcome(repair), { p00001: 'member-left: ann ben' });
    assert.deepEqual([pair?.state, pair?.slot, pair?.tell], ['planned', slots[0], null]);
    assert.deepEqual([pair?.lastMet, pair?.closeness, pair?.answers], [3, 0, { ann: 'accepted' }]);
    assert.deepEqual(places(repair), { cem: 'p00001 withdrew' });
  });

  it('two of three: no meeting', () => {
    const pairings = [booked('p00001', [ann, ben, cem])];
    const repair = decideRepair(situation({ people: [ann, left(ben), left(cem)], pairings }));
    assert.deepEqual(outcome(repair), { p00001: 'cancelled: ann ben cem' });
    assert.deepEqual(repair?.changed[0]?.tell, ['ann']);
  });

  for (const { why, offer, now = friday, offered } of [
    { why: 'what was offered to three stands', offer: slots.slice(0, 3), offered: slots.slice(0, 3) },
    {
      why: 'what of it is still to come',
      offer: slots.slice(0, 3),
      now: Date.parse('2026-12-16T08:00:00Z'),
      offered: slots.slice(2, 3),
    },
    {
      why: 'times that suit the two, where none suited three',
      offer: [],
      now: Date.parse('2026-12-18T15:00:00Z'),
      offered: [at('18 15:30'), at('18 16:00'), at('18 16:30')],
    },
  ]) {
    it(`one of three who are still choosing: ${why}`, () => {
      const suggested = { state: 'suggested', slot: null, event: null, offer, news: 'asked' } as const;
      const three = booked('p00001', [ann, ben, cem], suggested);
      const people = [ann, ben, left(cem)];
      const repair = decideRepair(situation({ people, pairings: [three], more: { now } }));
      assert.deepEqual(outcome(repair), { p00001: 'member-left: ann ben' });
      const [two] = repair?.changed ?? [];
      assert.deepEqual(
        [two?.state, two?.because, two?.tell, two?.offer],
        ['suggested', 'cem', null, offered],
      );
    });
  }

  it('is news once: whoever of the two chooses none is offered others as before', () => {
    const offer = slots.slice(0, 1);
    const suggested = { state: 'suggested', slot: null, event: null, offer, news: 'member-left' } as const;
    const pairings = [booked('p00001', [ann, ben], { ...suggested, because: 'cem' })];
    const more = { now: Date.parse('2026-12-15T09:45:00Z') };
    assert.deepEqual(outcome(decideRepair(situation({ people: [ann, ben], pairings, more }))), {
      p00001: 'suggested: ann ben',
    });
  });
});

describe('company for those who have nobody to meet', () => {
  it('two who were left alone meet each other, and hear of that alone', () => {
    const pairings = [booked('p00001', [ann, ben]), booked('p00002', [cem, dee])];
    const repair = decideRepair(situation({ people: [ann, left(ben), cem, left(dee)], pairings }));
    assert.deepEqual(outcome(repair), {
      p00001: 'cancelled: ann ben',
      p00002: 'cancelled: cem dee',
      'r003-01': 'rematched: ann cem',
    });
    assert.ok(repair);
    assert.deepEqual(
      repair.changed.map(({ tell }) => tell),
      [[], []],
    );
    assert.deepEqual(places(repair), {
      ann: 'r003-01 null',
      ben: 'p00001 withdrew',
      cem: 'r003-01 null',
      dee: 'p00002 withdrew',
    });
    const [made] = repair.made;
    assert.deepEqual(
      [made?.state, made?.revision, made?.slot, made?.organiser, made?.slots.length],
      ['planned', 0, null, 'two@contoso.example', 5],
    );
  });

  it('in a scheme of suggestions they choose', () => {
    const pairings = [booked('p00001', [ann, ben]), booked('p00002', [cem, dee])];
    const more = { scheme: { ...scheme, booking: 'suggestions' as const } };
    const repair = decideRepair(situation({ people: [ann, left(ben), cem, left(dee)], pairings, more }));
    const [made] = repair?.made ?? [];
    assert.deepEqual(
      [made?.state, made?.news, made?.offer],
      ['suggested', 'suggested', made?.slots.slice(0, 3)],
    );
  });

  for (const { reason, matched } of [
    { reason: 'alone', matched: true },
    { reason: 'no-common-slot', matched: true },
    { reason: 'better-used-elsewhere', matched: true },
    { reason: 'partner-left', matched: true },
    { reason: 'not-booked', matched: true },
    { reason: 'excluded', matched: false },
    { reason: 'away-all-week', matched: false },
    { reason: 'calendar-unreadable', matched: false },
    { reason: 'withdrew', matched: false },
  ] as const) {
    it(`whose place is none, ${reason}: ${matched ? 'are matched, in the week too' : 'are left in peace'}`, () => {
      const more = { now: Date.parse('2026-12-14T09:00:00Z') };
      const unplaced = { ann: reason, ben: reason };
      const repair = decideRepair(situation({ people: [ann, ben], unplaced, more }));
      assert.deepEqual(outcome(repair), matched ? { 'r003-01': 'rematched: ann ben' } : {});
    });
  }

  it('whose pairing fell apart before, or was never booked', () => {
    const fallen = [
      booked('p00001', [ann, ben], { state: 'cancelled', event: null }),
      booked('p00002', [cem, dee], { state: 'failed', event: null }),
    ];
    const given = situation({ people: [ann, left(ben), cem, left(dee)], pairings: fallen });
    assert.deepEqual(outcome(decideRepair(given)), { 'r003-01': 'rematched: ann cem' });
  });

  it('whose new pairing was never stored', () => {
    const lost = { ...situation({ people: [ann, ben] }) };
    const placements = new Map(
      ['ann', 'ben'].map((id) => [id, placement(id, { pairing: 'r002-01', repair: 2 })]),
    );
    assert.deepEqual(outcome(decideRepair({ ...lost, placements })), { 'r003-01': 'rematched: ann ben' });
  });

  it('late joiners and those who came back count until the week begins', () => {
    const given = { people: [ann, ben], unplaced: { ben: 'withdrew' as const } };
    assert.deepEqual(outcome(decideRepair(situation(given))), { 'r003-01': 'rematched: ann ben' });
    const more = { now: week.start };
    assert.equal(decideRepair(situation({ ...given, more })), null);
    assert.deepEqual(outcome(decideRepair(situation({ people: [ann, ben] }))), {
      'r003-01': 'rematched: ann ben',
    });
    assert.equal(decideRepair(situation({ people: [ann, ben], more })), null);
  });

  it('nobody who is away, unreachable, unreadable, or has no time', () => {
    for (const one of [
      left(ann),
      { ...ann, status: 'paused', pausedUntil: '2026-12-15' } as const,
      { ...ann, reachable: false },
      { ...ann, directory: null },
      { ...ann, freeBusy: { kind: 'unreadable', reason: 'x' } as const },
      { ...ann, freeBusy: { kind: 'read', view: view(['14 00:00', '20 23:45', '3']), hours: null } as const },
    ]) {
      const pairings = [booked('p00001', [cem, dee])];
      assert.equal(decideRepair(situation({ people: [one, cem, dee], pairings })), null);
    }
  });

  it('a single one joins a pair where it is booked, when free then', () => {
    const busyThen = person('eve', {
      freeBusy: { kind: 'read', view: view(['15 10:00', '15 10:30']), hours: null },
    });
    const pairings = [booked('p00001', [ann, ben]), booked('p00002', [cem, dee], { slot: at('16 10:00') })];
    const repair = decideRepair(situation({ people: [ann, ben, cem, dee, busyThen], pairings }));
    assert.deepEqual(outcome(repair), { p00002: 'member-joined: cem dee eve' });
    const [three] = repair?.changed ?? [];
    assert.deepEqual(
      [three?.slot, three?.state, three?.because, three?.tell],
      [at('16 10:00'), 'planned', 'eve', null],
    );
    assert.deepEqual(places(repair), { eve: 'p00002 null' });
  });

  it('… the pair whom they met longest ago or never, then the least close', () => {
    const met = (number: number, other: string) => [{ number, round: null, with: [other], met: true }];
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
    assert.deepEqual([repair?.changed[0]?.lastMet, repair?.changed[0]?.closeness], [null, 2]);
    const nobodyMet = [ann, ben, housing(cem), dee];
    const again = decideRepair(situation({ people: [...nobodyMet, housing(eve)], pairings }));
    assert.deepEqual(outcome(again), { p00001: 'member-joined: ann ben eve' });
  });

  it('… else at a time that suits all three: the meeting moves', () => {
    const afternoons = person('eve', {
      freeBusy: {
        kind: 'read',
        view: view(['14 00:00', '17 13:00'], ['17 14:00', '20 23:45']),
        hours: null,
      },
    });
    const pairings = [booked('p00001', [ann, ben], { answers: { ann: 'accepted' } })];
    const repair = decideRepair(situation({ people: [ann, ben, afternoons], pairings }));
    const [three] = repair?.changed ?? [];
    assert.deepEqual([three?.state, three?.answers], ['planned', {}]);
    assert.ok(
      three?.slot && three.slot.start >= at('17 13:00').start && three.slot.end <= at('17 14:00').start,
    );
    assert.ok(three.slots.some(({ start }) => start === three.slot?.start));
  });

  it('never two or three who moved their meeting beyond the week: they would be brought back', () => {
    const pairings = [
      booked('p00001', [ann, ben], { slot: at('22 14:00') }),
      booked('p00002', [cem, dee, person('fay')], { slot: at('22 10:00') }),
    ];
    const people = [ann, ben, cem, dee, person('fay'), eve];
    assert.deepEqual(outcome(decideRepair(situation({ people, pairings }))), {});
  });

  it('… for as long a meeting as they ask for', () => {
    const long = person('eve', { preferences: { hours: 'either', minutes: 60 } });
    const pairings = [booked('p00001', [ann, ben])];
    const repair = decideRepair(situation({ people: [ann, ben, long], pairings }));
    const [three] = repair?.changed ?? [];
    assert.equal(three?.minutes, 60);
    assert.equal(Date.parse(three.slot?.end ?? '') - Date.parse(three.slot?.start ?? ''), 60 * 60_000);
  });

  it('… or joins two who are still choosing, who choose anew', () => {
    const choosing = booked('p00001', [ann, ben], {
      state: 'suggested',
      slot: null,
      event: null,
      news: 'suggested',
      offer: slots.slice(0, 3),
    });
    const repair = decideRepair(situation({ people: [ann, ben, eve], pairings: [choosing] }));
    assert.deepEqual(outcome(repair), { p00001: 'suggested: ann ben eve' });
    assert.equal(repair?.changed[0]?.offer?.length, 3);
  });

  it('never a pair that has just been changed', () => {
    const declined = {
      p00001: { ben: { answer: 'declined', at: '2026-12-11T11:00:00Z', proposed: null } },
    } as const;
    const pairings = [booked('p00001', [ann, ben])];
    const repair = decideRepair(situation({ people: [ann, ben, eve], pairings, heard: declined }));
    assert.deepEqual(outcome(repair), { p00001: 'moved: ann ben' });
  });

  it('makes a trio of three who are left over', () => {
    const repair = decideRepair(situation({ people: [ann, ben, cem] }));
    assert.deepEqual(Object.values(outcome(repair)), ['rematched: ann ben cem']);
  });

  it('lets one join a pair, not two', () => {
    const only = (id: string, ...busy: readonly Stretch[]) =>
      person(id, { freeBusy: { kind: 'read', view: view(...busy), hours: null } });
    const mornings = only('eve', ['15 12:00', '20 23:45']);
    const later = only('fay', ['14 00:00', '16 12:00']);
    const pairings = [booked('p00001', [ann, ben])];
    const repair = decideRepair(situation({ people: [ann, ben, mornings, later], pairings }));
    assert.equal(repair?.changed.length, 1);
    assert.equal(repair.placements.length, 1);
  });

  it('is the same for the same seed and number, and another for another', () => {
    const people = Array.from({ length: 20 }, (_, i) => person(`p${i}`));
    const pairings = Array.from({ length: 10 }, (_, i) =>
      booked(`p0000${i}`, people.slice(2 * i, 2 * i + 2)),
    );
    const given = situation({ people: [...people, eve], pairings });
    assert.deepEqual(decideRepair(given), decideRepair(given));
    const joined = new Set(
      [1, 2, 3, 4, 5, 6].map((seed) => decideRepair({ ...given, seed })?.changed[0]?.pairing),
    );
    assert.ok(joined.size > 1);
    const later = new Set(
      [1, 2, 3, 4, 5, 6].map((repairs) => {
        const repair = decideRepair({ ...given, round: { ...given.round, repairs } });
        return repair?.changed[0]?.pairing;
      }),
    );
    assert.ok(later.size > 1);
  });
});

it('a quiet round needs no repair', () => {
  const pairings = [booked('p00001', [ann, ben])];
  assert.equal(decideRepair(situation({ people: [ann, ben], pairings, more: { now: friday } })), null);
});
