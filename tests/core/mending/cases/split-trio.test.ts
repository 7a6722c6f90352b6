import assert from 'node:assert/strict';
import { decideRepair } from '../../../../core/mending/decide-repair.ts';
import type { PairingRecord } from '../../../../core/records/pairing.ts';
import type { Repair } from '../../../../core/records/repair.ts';
import type { PersonNow } from '../../../../core/mending/situation/situation.ts';
import { pairing, placement } from '../../../support/records.ts';
import { changedIn, madeIn, outcome } from './outcome.ts';
import { at, booked, choosing, person, situation, slots, view, type Stretch } from './situations.ts';

const [ann, ben, cem, eve] = ['ann', 'ben', 'cem', 'eve'].map((id) => person(id)) as [
  PersonNow,
  PersonNow,
  PersonNow,
  PersonNow,
];

function busy(one: PersonNow, ...stretches: readonly Stretch[]): PersonNow {
  return { ...one, freeBusy: { kind: 'read', view: view(...stretches), hours: null } };
}

function met(one: PersonNow, ...others: readonly (readonly [id: string, number: number])[]): PersonNow {
  const meetings = others.map(([id, number]) => ({
    number,
    round: null,
    with: [id],
    met: true,
    spent: true,
  }));
  return { ...one, meetings };
}

function inDepartment(one: PersonNow, department: string): PersonNow {
  return { ...one, directory: one.directory && { ...one.directory, department } };
}

/** The repair when the first three are a trio and the fourth has nobody to meet. */
function afterwards(
  people: readonly [PersonNow, PersonNow, PersonNow, PersonNow],
  trio: PairingRecord = booked('p00001', people.slice(0, 3)),
  given: Partial<Parameters<typeof situation>[0]> = {},
): Repair | null {
  const pairings = [trio];
  return decideRepair(situation({ people, pairings, ...given }));
}

describe('a trio, when somebody has nobody to meet', () => {
  it('becomes two pairs: two keep their meeting, the third meets the newcomer', () => {
    const people = [ann, ben, busy(cem, ['15 10:00', '15 10:30', '1']), eve] as const;
    const trio = booked('p00001', people.slice(0, 3), {
      answers: { ann: 'accepted', ben: 'accepted', cem: 'accepted' },
    });
    const repair = afterwards(people, trio);
    const [rest] = changedIn(repair);
    const [pair] = madeIn(repair);
    assert.ok(repair && rest && pair);
    const third = pair.members[0] ?? '';
    const stay = ['ann', 'ben', 'cem'].filter((id) => id !== third);
    assert.deepEqual(outcome(repair), {
      p00001: `member-left: ${stay.join(' ')}`,
      'r003-01': `rematched: ${third} eve`,
    });
    assert.deepEqual(
      [rest.state, rest.slot, rest.revision, rest.because, rest.tell, rest.event],
      ['planned', slots[0], 1, third, null, trio.event],
    );
    assert.deepEqual(rest.answers, Object.fromEntries(stay.map((id) => [id, 'accepted'])));
    assert.deepEqual(
      [pair.state, pair.revision, pair.because, pair.tell, pair.organiser, pair.slots.length],
      ['planned', 0, null, null, 'two@contoso.example', 5],
    );
    assert.deepEqual(
      repair.placements.map(({ person: id, pairing, reason }) => [id, pairing, reason]),
      [
        [third, 'r003-01', null],
        ['eve', 'r003-01', null],
      ],
    );
  });

  it('gives the third that makes the fewest repeats in both pairs', () => {
    // Ann met Eve. If Ben went, Ann and Cem would stay, who met. So Cem goes, though Cem and Eve share a department.
    const people = [
      met(ann, ['eve', 5], ['cem', 4]),
      ben,
      inDepartment(met(cem, ['ann', 4]), 'Parks'),
      inDepartment(met(eve, ['ann', 5]), 'Parks'),
    ] as const;
    const repair = afterwards(people);
    assert.deepEqual(outcome(repair), { p00001: 'member-left: ann ben', 'r003-01': 'rematched: cem eve' });
  });

  it('gives the third that makes the least closeness in both pairs, among equals', () => {
    // Ann and Eve share a department, and so do Ben and Cem. If Ann went, both pairs would be close; so Ann stays.
    const parks = (one: PersonNow) => inDepartment(one, 'Parks');
    const housing = (one: PersonNow) => inDepartment(one, 'Housing');
    for (const seed of [1, 2, 3, 4]) {
      const repair = afterwards([parks(ann), housing(ben), housing(cem), parks(eve)], undefined, {
        more: { seed },
      });
      const [pair] = madeIn(repair);
      assert.ok(['ben', 'cem'].includes(pair?.members[0] ?? ''));
      assert.deepEqual([pair?.closeness, changedIn(repair)[0]?.closeness], [0, 0]);
    }
  });

  it('gives a third who has time, even if that makes a repeat', () => {
    const onlyFriday: Stretch = ['14 00:00', '18 15:00'];
    const repair = afterwards([
      busy(ann, ['18 15:00', '18 17:00']),
      busy(ben, ['18 15:00', '18 17:00']),
      met(cem, ['eve', 6]),
      met(busy(eve, onlyFriday), ['cem', 6]),
    ]);
    assert.deepEqual(outcome(repair), { p00001: 'member-left: ann ben', 'r003-01': 'rematched: cem eve' });
    const [pair] = madeIn(repair);
    assert.equal(pair?.lastMet, 1);
    assert.ok(pair.slots.every(({ start }) => start >= at('18 15:00').start));
  });

  it('counts its own slot as free for the third, and for nobody else', () => {
    const full: readonly Stretch[] = [
      ['14 00:00', '15 10:00'],
      ['15 10:30', '20 23:45'],
    ];
    const own: Stretch = ['15 10:00', '15 10:30', '1'];
    const three = [ann, ben, cem].map((one) => busy(one, ...full, own)) as [PersonNow, PersonNow, PersonNow];
    const repair = afterwards([...three, busy(eve, ...full)]);
    assert.deepEqual(madeIn(repair)[0]?.slots, [at('15 10:00')]);
    assert.equal(afterwards([...three, busy(eve, ...full, own)]), null);
  });

  it('gives the new pair as long a meeting as both wish', () => {
    const long = (one: PersonNow) => ({ ...one, preferences: { hours: 'either', minutes: 60 } }) as const;
    const lengths = (people: Parameters<typeof afterwards>[0]) => {
      const repair = afterwards(people);
      return [madeIn(repair)[0]?.minutes, changedIn(repair)[0]?.minutes];
    };
    assert.deepEqual(lengths([ann, ben, cem, long(eve)]), [30, 30]);
    assert.deepEqual(lengths([long(ann), long(ben), long(cem), long(eve)]), [60, 30]);
  });

  it('gives the third who came late, so that two keep the meeting that the plan gave them', () => {
    for (const late of [ann, ben, cem]) {
      const given = situation({
        people: [ann, ben, inDepartment(cem, 'Parks'), inDepartment(eve, 'Parks')],
        pairings: [booked('p00001', [ann, ben, cem])],
        unplaced: { eve: 'partner-left' },
      });
      const placements = new Map(given.placements).set(late.id, {
        ...placement(late.id, { pairing: 'p00001' }),
        repair: 2,
      });
      const repair = decideRepair({ ...given, placements });
      const stay = ['ann', 'ben', 'cem'].filter((id) => id !== late.id).join(' ');
      assert.deepEqual(outcome(repair), {
        p00001: `member-left: ${stay}`,
        'r003-01': `rematched: ${late.id} eve`,
      });
      assert.deepEqual(changedIn(repair)[0]?.slot, slots[0]);
    }
  });

  it('is taken apart rather than a pair joined', () => {
    const [fay, gus] = [person('fay'), person('gus')];
    const pairings = [booked('p00001', [ann, ben, cem]), booked('p00002', [fay, gus])];
    const given = { people: [ann, ben, cem, eve, fay, gus], pairings };
    for (const seed of [1, 2, 3, 4]) {
      const repair = decideRepair(situation({ ...given, more: { seed } }));
      assert.deepEqual(Object.keys(outcome(repair)), ['p00001', 'r003-01']);
    }
  });

  it('is left alone when none of it has time for the newcomer, who then joins a pair', () => {
    const [fay, gus] = [person('fay'), person('gus')];
    const three = [ann, ben, cem].map((one) => busy(one, ['14 00:00', '20 23:45'])) as [
      PersonNow,
      PersonNow,
      PersonNow,
    ];
    const pairings = [booked('p00001', three), booked('p00002', [fay, gus])];
    const newcomer = busy(eve, ['15 10:00', '15 10:30']);
    const repair = decideRepair(situation({ people: [...three, newcomer, fay, gus], pairings }));
    assert.deepEqual(outcome(repair), { p00002: 'member-joined: fay gus eve' });
  });

  it('is taken apart in the week for somebody left alone, and not for a late joiner', () => {
    const monday = { more: { now: Date.parse('2026-12-14T09:00:00Z') } };
    assert.equal(afterwards([ann, ben, cem, eve], undefined, monday), null);
    const alone = afterwards([ann, ben, cem, eve], undefined, {
      ...monday,
      unplaced: { eve: 'partner-left' },
    });
    assert.deepEqual(Object.keys(outcome(alone)), ['p00001', 'r003-01']);
  });

  for (const [why, trio, now] of [
    ['it is about to begin', booked('p00001', [ann, ben, cem]), '2026-12-15T09:31:00Z'],
    ['it is still to be booked', pairing('p00001', ['ann', 'ben', 'cem'], { slots }), undefined],
  ] as const) {
    it(`is left alone when ${why}`, () => {
      const more = now === undefined ? {} : { more: { now: Date.parse(now) } };
      assert.equal(afterwards([ann, ben, cem, eve], trio, { unplaced: { eve: 'alone' }, ...more }), null);
    });
  }

  it('gives nobody who is away or whose record cannot be read', () => {
    const away = { ...ann, status: 'paused', pausedUntil: '2026-12-15' } as const;
    const unread = { ...ben, freeBusy: { kind: 'record-unreadable' } } as const;
    for (const seed of [1, 2, 3, 4]) {
      const repair = afterwards([away, unread, cem, eve], undefined, { more: { seed } });
      assert.deepEqual(outcome(repair)['r003-01'], 'rematched: cem eve');
    }
  });

  it('gives somebody who chooses a time together with a newcomer whose calendar cannot be read', () => {
    const unread = { ...eve, freeBusy: { kind: 'unreadable', reason: 'x' } } as const;
    const [pair] = madeIn(afterwards([ann, ben, cem, unread]));
    assert.deepEqual([pair?.members[1], pair?.state, pair?.allPress], ['eve', 'suggested', true]);
  });

  it('goes on choosing with two when its third meets the newcomer', () => {
    const offer = slots.slice(0, 3);
    const repair = afterwards([ann, ben, cem, eve], choosing('p00001', [ann, ben, cem], { offer }));
    const [rest] = changedIn(repair);
    assert.deepEqual(
      [rest?.news, rest?.state, rest?.members.length, rest?.offer],
      ['member-left', 'suggested', 2, offer],
    );
    assert.equal(madeIn(repair)[0]?.members[1], 'eve');
  });

  it('is taken apart for somebody just left alone, who hears who could not come', () => {
    const fay = person('fay', { status: 'left' });
    const pairings = [booked('p00001', [ann, ben, cem]), booked('p00002', [eve, fay])];
    const repair = decideRepair(situation({ people: [ann, ben, cem, eve, fay], pairings }));
    assert.deepEqual(madeIn(repair)[0]?.insteadOf, { eve: 'fay' });
    assert.deepEqual(
      changedIn(repair).map(({ pairing, tell }) => [pairing, tell]),
      [
        ['p00002', []],
        ['p00001', null],
      ],
    );
  });

  it('gives one member each for two seekers who could not meet each other', () => {
    const mornings: readonly Stretch[] = [['14 12:00', '20 23:45']];
    const later: readonly Stretch[] = [['14 00:00', '16 12:00']];
    const [fay, gus, hal, ivy] = ['fay', 'gus', 'hal', 'ivy'].map((id) => person(id)) as [
      PersonNow,
      PersonNow,
      PersonNow,
      PersonNow,
    ];
    const pairings = [booked('p00001', [ann, ben, cem]), booked('p00002', [fay, gus, hal])];
    const people = [ann, ben, cem, fay, gus, hal, busy(eve, ...mornings), busy(ivy, ...later)];
    const repair = decideRepair(situation({ people, pairings }));
    assert.deepEqual(
      madeIn(repair).map(({ pairing, organiser }) => [pairing, organiser]),
      [
        ['r003-01', 'two@contoso.example'],
        ['r003-02', 'one@contoso.example'],
      ],
    );
    assert.deepEqual(
      changedIn(repair)
        .map(({ pairing }) => pairing)
        .sort(),
      ['p00001', 'p00002'],
    );
    const five = people.filter((one) => ![fay, gus, hal].includes(one));
    const one = decideRepair(situation({ people: five, pairings: pairings.slice(0, 1) }));
    assert.equal(one?.changed.length, 1, 'three are taken apart once');
  });
});
