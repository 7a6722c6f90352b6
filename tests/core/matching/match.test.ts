import assert from 'node:assert/strict';
import { match, type MatchingInput } from '../../../core/matching/index.ts';
import { group, name, startsAt } from './instances.ts';

const plain: Omit<MatchingInput, 'people'> = { excluded: [], history: [], seed: 1 };

/** Of six people in pairs, who stands where. */
function partnersOf(result: ReturnType<typeof match>, id: string): string[] {
  return result.pairings.find(({ members }) => members.includes(id))?.members.filter((m) => m !== id) ?? [];
}

describe('match, by examples', () => {
  it('nobody at all', () => {
    const none = { unplaced: 0, trios: 0, repeats: 0, closeness: 0, coverage: 0 };
    assert.deepEqual(match({ people: [], ...plain }), {
      pairings: [],
      unplaced: [],
      cost: none,
      bound: none,
      optimal: true,
      repeatsForced: false,
    });
  });

  it('one person is left, and told that there is nobody', () => {
    const { unplaced, optimal } = match({ people: group(1), ...plain });
    assert.deepEqual(unplaced, [{ id: 'p00', reason: 'no-common-slot' }]);
    assert.equal(optimal, true);
  });

  it('two people meet, three make a trio, five a trio and a pair', () => {
    for (const [count, sizes] of [
      [2, [2]],
      [3, [3]],
      [5, [2, 3]],
    ] as const) {
      const { pairings } = match({ people: group(count), ...plain });
      assert.deepEqual(pairings.map(({ members }) => members.length).sort(), sizes);
    }
  });

  it('everybody excluded: nobody meets', () => {
    const people = group(4);
    const excluded = people.flatMap((a, i) => people.slice(i + 1).map((b) => [a.id, b.id] as const));
    const { pairings, unplaced } = match({ ...plain, people, excluded });
    assert.deepEqual(pairings, []);
    assert.deepEqual(
      unplaced.map(({ reason }) => reason),
      Array(4).fill('excluded'),
    );
  });

  it('says why somebody is left: away, no common slot, excluded, or better used elsewhere', () => {
    const people = [
      { id: 'away', starts: startsAt() },
      { id: 'hub', starts: startsAt(1, 2, 3, 50) },
      { id: 'night', starts: startsAt(70) },
      { id: 'one', starts: startsAt(1) },
      { id: 'shunned', starts: startsAt(50) },
      { id: 'two', starts: startsAt(2) },
    ];
    const { unplaced, pairings } = match({ ...plain, people, excluded: [['shunned', 'hub']] });
    const reasons = Object.fromEntries(unplaced.map(({ id, reason }) => [id, reason]));
    assert.equal(reasons.away, 'away-all-week');
    assert.equal(reasons.night, 'no-common-slot');
    assert.equal(reasons.shunned, 'excluded');
    assert.equal(pairings.length, 1);
    assert.deepEqual(Object.values(reasons).filter((reason) => reason === 'better-used-elsewhere').length, 1);
  });

  it('a greedy choice would strand two: the middle pair of a path of four stays apart', () => {
    const people = [
      { id: 'a', starts: startsAt(1) },
      { id: 'b', starts: startsAt(1, 2) },
      { id: 'c', starts: startsAt(2, 3) },
      { id: 'd', starts: startsAt(3) },
    ];
    const history = ['a b', 'c d'].map((pair) => {
      const [a, b] = pair.split(' ') as [string, string];
      return { round: 5, a, b, met: true };
    });
    const { pairings, cost, repeatsForced } = match({ ...plain, people, history });
    assert.equal(repeatsForced, true);
    assert.deepEqual(
      pairings.map(({ members }) => members),
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    );
    assert.deepEqual(cost, { unplaced: 0, trios: 0, repeats: 2000, closeness: 0, coverage: 2 });
  });

  it('a repeat costs by how long ago it was; the most recent meeting counts; not met does not', () => {
    const history = [
      { round: 1, a: 'p00', b: 'p01', met: true },
      { round: 4, a: 'p01', b: 'p00', met: true },
      { round: 7, a: 'p00', b: 'p01', met: false },
    ];
    const [pairing] = match({ ...plain, people: group(2), history }).pairings;
    assert.deepEqual(pairing?.lastMet, { rounds: 4 });
    assert.equal(pairing.repeats, 250);
  });

  it('closeness: the manager, the department and the office; an empty one is shared by nobody', () => {
    const [a, b] = group(2);
    const closeness = (of: object, to: object): number =>
      match({
        ...plain,
        people: [
          { ...a!, ...of },
          { ...b!, ...to },
        ],
      }).cost.closeness;
    assert.equal(closeness({ manager: 'boss' }, { manager: 'boss' }), 4);
    assert.equal(closeness({ manager: 'p01' }, {}), 4);
    assert.equal(closeness({ manager: 'p01' }, { manager: 'p00' }), 4);
    assert.equal(closeness({ department: 'IT', office: 'Bath' }, { department: 'IT', office: 'Bath' }), 3);
    assert.equal(closeness({ department: '', manager: '' }, { department: '', manager: '' }), 0);
  });

  it('a trio needs a slot for all three, not only for each two of them', () => {
    const people = [
      { id: 'a', starts: startsAt(1, 2) },
      { id: 'b', starts: startsAt(2, 3) },
      { id: 'c', starts: startsAt(1, 3) },
    ];
    assert.equal(match({ ...plain, people }).cost.unplaced, 1);
  });

  it('several trios, each of which places somebody: two islands of three', () => {
    const people = [0, 0, 0, 40, 40, 40].map((start, i) => ({ id: name(i), starts: startsAt(start) }));
    assert.deepEqual(match({ ...plain, people }).cost, {
      unplaced: 0,
      trios: 2,
      repeats: 0,
      closeness: 0,
      coverage: 6,
    });
  });

  it('in a trio: nobody twice running, then volunteers, then whoever was in the fewest', () => {
    const people = group(7).map((person, i) => ({
      ...person,
      trioVolunteer: i < 4,
      trios: i,
      ...(i === 0 ? { lastTrio: 1 } : {}),
    }));
    for (let seed = 0; seed < 20; seed++) {
      const trio = match({ ...plain, people, seed }).pairings.find(({ members }) => members.length === 3);
      assert.deepEqual(trio?.members, ['p01', 'p02', 'p03']);
    }
  });

  it('says what people share, and how many starts they have in common', () => {
    const people = [
      { id: 'a', starts: startsAt(1, 2, 40), department: 'IT', manager: 'b' },
      { id: 'b', starts: startsAt(2, 40, 41), department: 'IT', office: 'Bath' },
    ];
    assert.deepEqual(match({ ...plain, people }).pairings, [
      {
        members: ['a', 'b'],
        lastMet: null,
        repeats: 0,
        closeness: 6,
        coverage: 1,
        newLink: null,
        shared: ['manager', 'department'],
        commonStarts: 2,
      },
    ]);
  });

  it('passes over people of the past, whose rounds still count', () => {
    const history = [
      { round: 2, a: 'p00', b: 'p01', met: true },
      { round: 3, a: 'p00', b: 'left', met: true },
    ];
    const input = { ...plain, people: group(2), history, excluded: [['p00', 'left'] as const] };
    assert.deepEqual(match(input).pairings[0]?.lastMet, { rounds: 2 });
    assert.deepEqual(partnersOf(match(input), 'p00'), ['p01']);
  });

  it('refuses what makes no sense', () => {
    const [a] = group(1);
    assert.throws(() => match({ ...plain, people: [a!, a!] }), /"p00" is given twice/);
    assert.throws(
      () => match({ ...plain, people: [a!, { id: 'q', starts: new Uint32Array(1) }] }),
      /everybody must have 3/,
    );
    for (const round of [-1, 1.5, NaN]) {
      const history = [{ round, a: 'p00', b: 'p01', met: true }];
      assert.throws(() => match({ ...plain, people: group(2), history }), /whole number/);
    }
  });
});
