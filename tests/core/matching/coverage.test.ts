import assert from 'node:assert/strict';
import {
  match,
  type MatchingInput,
  type MatchingPerson,
  type PastPair,
} from '../../../core/matching/index.ts';
import { group, name, startsAt } from './instances.ts';

const plain: Omit<MatchingInput, 'people'> = { excluded: [], history: [], seed: 1 };

/** People in departments of so many each: p00, p01 … in the order of the departments. */
function staff(sizes: Readonly<Record<string, number>>): MatchingPerson[] {
  const departments = Object.entries(sizes).flatMap(([department, size]) =>
    Array<string>(size).fill(department),
  );
  return group(departments.length).map((person, i) => ({ ...person, department: departments[i]! }));
}

function met(a: number, b: number, happened = true): PastPair {
  return { round: 1, a: name(a), b: name(b), met: happened };
}

/** How many different new links a plan makes. */
function linksMade(input: MatchingInput): number {
  const links = match(input).pairings.flatMap(({ newLink }) => (newLink === null ? [] : [newLink.join()]));
  return new Set(links).size;
}

describe('coverage: departments meet departments', () => {
  it('pairs people of departments of which nobody has met', () => {
    const people = staff({ Design: 2, Finance: 2, Legal: 2, Sales: 2 });
    // Design has met Finance, and Legal Sales.
    const history = [met(0, 2), met(4, 6)];
    for (let seed = 0; seed < 20; seed++) {
      const { pairings, cost, bound } = match({ ...plain, people, history, seed });
      assert.deepEqual(cost, { unplaced: 0, trios: 0, repeats: 0, closeness: 0, coverage: 0 });
      assert.deepEqual(bound, cost);
      assert.ok(pairings.every(({ newLink }) => newLink !== null && newLink[0] < newLink[1]));
    }
  });

  it('counts every pair that makes no new link, and names the link of one that does', () => {
    const of = (one: object, other: object, input: Partial<MatchingInput> = {}) => {
      const [a, b, c, d] = group(4);
      // The history is that of two others of the departments, who do not take part.
      const departments = new Map([
        [c!.id, 'Finance'],
        [d!.id, 'Design'],
      ]);
      const people = [
        { ...a!, ...one },
        { ...b!, ...other },
      ];
      const { cost, pairings } = match({ ...plain, people, departments, ...input });
      return [cost.coverage, pairings[0]?.coverage, pairings[0]?.newLink];
    };
    const [finance, design] = [{ department: 'Finance' }, { department: 'Design' }];
    assert.deepEqual(of(finance, design), [0, 0, ['Design', 'Finance']]);
    assert.deepEqual(of(finance, design, { history: [met(2, 3)] }), [1, 1, null]);
    assert.deepEqual(of(finance, design, { history: [met(0, 3)] }), [1, 1, null]);
    assert.deepEqual(of(finance, design, { history: [met(2, 3, false)] }), [0, 0, ['Design', 'Finance']]);
    assert.deepEqual(of(finance, finance), [1, 1, null]);
    assert.deepEqual(of(finance, {}), [1, 1, null]);
    assert.deepEqual(of({ department: '' }, design), [1, 1, null]);
  });

  it('switched off, it costs nothing and names no link', () => {
    const people = staff({ Design: 1, Finance: 1 });
    const { cost, bound, pairings } = match({ ...plain, people, coverage: false });
    assert.deepEqual([cost.coverage, bound.coverage, pairings[0]?.newLink], [0, 0, null]);
    assert.deepEqual(match({ ...plain, people: group(2), coverage: false }).cost.coverage, 0);
  });

  it('comes after closeness, and before who is to be in a trio', () => {
    // The two of one office could make a new link, and the other two another; all other pairs make none.
    const [design, finance, legal, sales] = staff({ Design: 1, Finance: 1, Legal: 1, Sales: 1 });
    const four = [{ ...design!, office: 'Bath' }, { ...finance!, office: 'Bath' }, legal!, sales!];
    const departments = new Map(['Design', 'Finance', 'Legal', 'Sales'].map((of) => [`left ${of}`, of]));
    const history = ['Design Legal', 'Design Sales', 'Finance Legal', 'Finance Sales'].map((link) => {
      const [a, b] = link.split(' ').map((of) => `left ${of}`);
      return { round: 1, a: a!, b: b!, met: true };
    });
    const { closeness, coverage } = match({ ...plain, people: four, history, departments }).cost;
    assert.deepEqual([closeness, coverage], [0, 2]);

    // Only with p00 in it can the trio link all three departments, who was in one last round.
    const three = staff({ Design: 1, Finance: 2, Legal: 2 }).map((person, i) => ({
      ...person,
      ...(i === 0 ? { lastTrio: 1 } : { trioVolunteer: true }),
    }));
    for (let seed = 0; seed < 10; seed++) {
      const { pairings, cost } = match({ ...plain, people: three, seed });
      assert.equal(cost.coverage, 0);
      const trio = pairings.find(({ members }) => members.length === 3);
      assert.ok(trio?.members.includes(name(0)));
    }
  });

  it('makes as many different links as it can among plans of one cost', () => {
    const people = staff({ Design: 6, Finance: 6, Legal: 6, Sales: 6 });
    for (let seed = 0; seed < 50; seed++)
      assert.equal(linksMade({ ...plain, people, seed }), 6, `seed ${seed}`);
  });

  it('in a large organisation most small departments make a link of their own for everybody, and nearly all pairs make one', () => {
    const people = staff({
      ...Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`small ${i}`, 5])),
      ...Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`large ${i}`, 500])),
    });
    // The first large department has met the second, the third the fourth, the fifth the sixth.
    const history = [met(60, 560), met(1060, 1560), met(2060, 2560)];
    const { cost, bound } = match({ ...plain, people, history });
    assert.deepEqual([cost.closeness, bound.coverage], [0, 0]);
    assert.ok(cost.coverage <= 15, `coverage ${cost.coverage} of 1,530 pairs`);
    const made = linksMade({ ...plain, people, history });
    assert.ok(made >= 40, `${made} links: 12 among the large, and up to 60 with the small`);
  });

  it('400 people with 132 trios, all of whom met last round and share everything: the numbers are safe, the plan is proved', () => {
    const words = 5;
    const week = (...quarters: number[]): Uint32Array => {
      const starts = new Uint32Array(words);
      for (const q of quarters) starts[q >>> 5]! |= 1 << (q & 31);
      return starts;
    };
    const all = Array.from({ length: 133 }, (_, i) => i);
    const shared = { department: 'IT', office: 'Bath', manager: 'boss', trios: 60, lastTrio: 1 };
    const people: MatchingPerson[] = [
      { id: 'hub', starts: week(...all), ...shared },
      ...all.flatMap((i) =>
        ['x', 'y', 'z'].map((letter) => ({ id: `${letter}${i}`, starts: week(i), ...shared })),
      ),
    ];
    const history = all.flatMap((i) => {
      const three = ['x', 'y', 'z'].map((letter) => `${letter}${i}`);
      return [
        ...three.map((a) => ['hub', a]),
        [three[0], three[1]],
        [three[0], three[2]],
        [three[1], three[2]],
      ].map(([a, b]) => ({ round: 1, a: a!, b: b!, met: true }));
    });
    const { cost, optimal } = match({ ...plain, people, history });
    const pairs = 132 * 3 + 2;
    assert.deepEqual(cost, {
      unplaced: 0,
      trios: 132,
      repeats: 1000 * pairs,
      closeness: 7 * pairs,
      coverage: pairs,
    });
    assert.equal(optimal, true);
  });

  it('with many trios it is still volunteers who are in them', () => {
    const islands = Array.from({ length: 30 }, (_, i) => i);
    const people = islands.flatMap((i) =>
      Array.from({ length: 5 }, (_, k) => ({
        id: `q${i}-${k}`,
        starts: startsAt(3 * i),
        trioVolunteer: k < 3,
      })),
    );
    const { pairings } = match({ ...plain, people });
    const inTrios = pairings.filter(({ members }) => members.length === 3).flatMap(({ members }) => members);
    assert.equal(inTrios.length, 90);
    assert.ok(
      inTrios.every((id) => /-[012]$/.test(id)),
      inTrios.join(),
    );
  });
});
