import assert from 'node:assert/strict';
import { decideRepair } from '../../../../core/mending/decide-repair.ts';
import type { Repair } from '../../../../core/records/repair.ts';
import type { PersonNow } from '../../../../core/mending/situation/situation.ts';
import { after as afterAnswers } from './ann-and-ben.ts';
import { changedIn, madeIn } from './outcome.ts';
import { answer, at, booked, person, situation } from './situations.ts';

const ann = person('ann');
const ben = person('ben');
const cem = person('cem');
const declined = answer('declined', null, '2026-12-15T09:58:00.000Z');

interface Given {
  /** Everybody enrolled: members who left may be missing. */
  readonly people: readonly PersonNow[];
  readonly members: readonly PersonNow[];
  /** By person: since when they take no part, ISO 8601. */
  readonly withdrewAt?: Readonly<Record<string, string>>;
  /** People who declined two minutes before the start. */
  readonly decliners?: readonly string[];
  readonly now?: string;
}

/** The repair of a meeting on Tuesday from 10:00 to 10:30 UTC. `now`: `HH:MM` on that day. */
function after({ people, members, withdrewAt = {}, decliners = [], now = '10:15' }: Given): Repair | null {
  return decideRepair(
    situation({
      people,
      pairings: [booked('p00001', members)],
      heard: { p00001: Object.fromEntries(decliners.map((id) => [id, declined])) },
      more: {
        now: Date.parse(`2026-12-15T${now}:00Z`),
        withdrewAt: instantsOf(withdrewAt),
      },
    }),
  );
}

function instantsOf(times: Readonly<Record<string, string>>): ReadonlyMap<string, number> {
  return new Map(Object.entries(times).map(([id, time]) => [id, Date.parse(time)]));
}

function gist(repair: Repair | null) {
  const [changed] = changedIn(repair);
  return (
    changed && {
      news: changed.news,
      because: changed.because,
      members: changed.members.join(),
      tell: changed.tell?.join() ?? 'all',
      places: repair?.placements.map(({ person: id, reason }) => `${id} ${reason ?? 'placed'}`).join(),
    }
  );
}

describe('a meeting that has begun', () => {
  const calledOff = {
    news: 'cancelled',
    because: 'ben',
    members: 'ann,ben',
    tell: 'ann',
    places: 'ben withdrew,ann partner-left',
  };

  const paused = (pausedUntil: string) => person('ben', { status: 'paused', pausedUntil });
  for (const { why, who, since, off } of [
    { why: 'left a second before the start', who: [], since: '2026-12-15T09:59:59.999Z', off: true },
    { why: 'left at the start', who: [], since: '2026-12-15T10:00:00.000Z', off: false },
    { why: 'left at an unknown time', who: [], since: null, off: false },
    { why: 'paused before the start', who: [paused('2026-12-16')], since: '2026-12-15T09:59:00Z', off: true },
    { why: 'paused after the start', who: [paused('2026-12-16')], since: '2026-12-15T10:01:00Z', off: false },
    { why: 'is back from a pause', who: [paused('2026-12-15')], since: '2026-12-14T10:00:00Z', off: false },
    { why: 'left and came back', who: [ben], since: '2026-12-15T09:59:00Z', off: false },
  ]) {
    it(`is ${off ? 'cancelled' : 'left as it is'} when one of two ${why}`, () => {
      const withdrewAt = since === null ? {} : { ben: since };
      const repair = after({ people: [ann, ...who], members: [ann, ben], withdrewAt });
      assert.deepEqual(gist(repair), off ? calledOff : undefined);
    });
  }

  const left = { ben: '2026-12-15T09:59:59.000Z' };

  it('is cancelled by the first look after its end, and by no later one', () => {
    const given = situation({
      people: [ann],
      pairings: [booked('p00001', [ann, ben])],
      more: { now: Date.parse('2026-12-15T10:31:00Z'), withdrewAt: instantsOf(left) },
    });
    assert.deepEqual(gist(decideRepair(given)), calledOff);
    const round = { ...given.round, answersCheckedAt: Date.parse('2026-12-15T10:30:00.000Z') };
    assert.equal(decideRepair({ ...given, round }), null);
  });

  it('is cancelled when the first look comes a day late, even if the pause is over by then', () => {
    const withdrewAt = instantsOf({ ben: '2026-12-14T09:00:00.000Z' });
    const given = situation({
      people: [ann, paused('2026-12-16')],
      pairings: [booked('p00001', [ann, ben])],
      more: { now: Date.parse('2026-12-16T08:00:00Z'), withdrewAt },
    });
    const repair = decideRepair(given);
    assert.equal(changedIn(repair)[0]?.news, 'cancelled');
    assert.equal(repair?.placements[0]?.reason, 'withdrew');
  });

  it('goes on as a pair when one of three had left, and the two are told while it lasts', () => {
    const given = { people: [ann, cem], members: [ann, ben, cem], withdrewAt: left };
    const repair = after(given);
    assert.deepEqual(gist(repair), {
      news: 'member-left',
      because: 'ben',
      members: 'ann,cem',
      tell: 'all',
      places: 'ben withdrew',
    });
    assert.deepEqual([changedIn(repair)[0]?.state, changedIn(repair)[0]?.slot], ['planned', at('15 10:00')]);
    assert.equal(after({ ...given, now: '10:31' }), null);
  });

  it('moves for two when one of three had left and another declined', () => {
    const members = [ann, ben, cem];
    const repair = after({ people: [ann, cem], members, withdrewAt: left, decliners: ['cem'] });
    assert.deepEqual(gist(repair), {
      news: 'moved',
      because: 'cem',
      members: 'ann,cem',
      tell: 'all',
      places: 'ben withdrew',
    });
    assert.deepEqual(changedIn(repair)[0]?.slot, at('15 14:00'));
  });

  for (const [why, gone] of [
    ['left', []],
    ['paused', [paused('2027-01-04')]],
  ] as const) {
    it(`is cancelled when one of two declined before it, and ${why} after its start`, () => {
      const withdrewAt = { ben: '2026-12-15T10:05:00Z' };
      const members = [ann, ben];
      const repair = after({ people: [ann, ...gone], members, withdrewAt, decliners: ['ben'] });
      assert.deepEqual(gist(repair), calledOff);
    });
  }

  it('is cancelled, and the decliner is told, when the other waited and then left', () => {
    assert.deepEqual(gist(after({ people: [ben], members: [ann, ben], decliners: ['ben'] })), {
      news: 'cancelled',
      because: 'ann',
      members: 'ann,ben',
      tell: 'ben',
      places: 'ann withdrew,ben partner-left',
    });
  });

  it('is cancelled silently when both left, one of them before it began', () => {
    assert.deepEqual(gist(after({ people: [], members: [ann, ben], withdrewAt: left })), {
      ...calledOff,
      because: 'ann',
      tell: '',
      places: 'ann withdrew,ben withdrew',
    });
  });

  it('moves for two when one of three declined and left, and another declined', () => {
    const members = [ann, ben, cem];
    const repair = after({ people: [ann, cem], members, decliners: ['ben', 'cem'] });
    assert.deepEqual(gist(repair)?.because, 'cem');
    assert.deepEqual(gist(repair)?.members, 'ann,cem');
  });

  it('is left as it is when one of three declined and left: the others meet', () => {
    assert.equal(after({ people: [ann, cem], members: [ann, ben, cem], decliners: ['ben'] }), null);
  });

  it('brings two together who were each left alone in one', () => {
    const dan = person('dan');
    const given = situation({
      people: [ann, cem],
      pairings: [booked('p00001', [ann, ben]), booked('p00002', [cem, dan])],
      more: {
        now: Date.parse('2026-12-15T10:15:00Z'),
        withdrewAt: instantsOf({ ...left, dan: '2026-12-15T09:58:00.000Z' }),
      },
    });
    const repair = decideRepair(given);
    assert.deepEqual(
      changedIn(repair).map(({ state, tell }) => [state, tell]),
      [
        ['cancelled', []],
        ['cancelled', []],
      ],
    );
    assert.deepEqual(
      madeIn(repair).map(({ members, insteadOf }) => [members, insteadOf]),
      [[['ann', 'cem'], { ann: 'ben', cem: 'dan' }]],
    );
  });
});

describe('a decline of a meeting that has begun', () => {
  for (const now of ['2026-12-15T10:00:00Z', '2026-12-15T10:29:59Z', '2026-12-15T10:31:00Z']) {
    it(`moves it at ${now}, so that nobody waits there alone`, () => {
      const moved = afterAnswers({ ben: answer('declined') }, { now });
      assert.deepEqual([moved?.news, moved?.slot, moved?.tell], ['moved', at('15 14:00'), null]);
    });
  }

  it('is the only answer that changes anything', () => {
    const now = '2026-12-15T10:00:00Z';
    assert.equal(afterAnswers({ ben: answer('tentative', at('16 14:00')) }, { now }), undefined);
  });

  for (const { given, answersCheckedAt, news } of [
    { given: '2026-12-15T10:29:59.000Z', answersCheckedAt: '2026-12-15T10:29:59.000Z', news: 'moved' },
    { given: '2026-12-15T10:29:59.000Z', answersCheckedAt: '2026-12-15T10:30:00.000Z', news: undefined },
    { given: '2026-12-15T10:30:00.000Z', answersCheckedAt: '2026-12-15T10:29:59.000Z', news: undefined },
  ]) {
    it(`counts until its end at 10:30: given ${given}, last look ${answersCheckedAt}: ${news ?? 'no change'}`, () => {
      const declined = answer('declined', null, given);
      const now = '2026-12-15T10:31:00Z';
      assert.equal(
        afterAnswers({ ben: declined }, { now, answersCheckedAt: Date.parse(answersCheckedAt) })?.news,
        news,
      );
    });
  }

  it('leaves two of three to meet, and moves it for all when two decline', () => {
    const three = ['ann', 'ben', 'cem'].map((id) => person(id));
    const pairings = [booked('p00001', three)];
    const more = { now: Date.parse('2026-12-15T10:00:00Z') };
    const one = { p00001: { ben: answer('declined') } };
    assert.equal(decideRepair(situation({ people: three, pairings, heard: one, more })), null);
    const heard = { p00001: { ben: answer('declined'), cem: answer('declined') } };
    const repair = decideRepair(situation({ people: three, pairings, heard, more }));
    assert.equal(changedIn(repair)[0]?.news, 'moved');
  });
});
