import assert from 'node:assert/strict';
import { compareCosts } from '../../../../core/matching/ground/cost.ts';
import { match } from '../../../../core/matching/index.ts';
import { joinByStart } from '../../../../core/matching/large/by-start.ts';
import { planLarge } from '../../../../core/matching/large/plan-large.ts';
import { readRoster } from '../../../../core/matching/read-roster.ts';
import { group, randomInput, startsAt } from '../instances.ts';
import { Judge } from '../judge.ts';

describe('the engine for large groups', () => {
  it('on small ones: valid, as few left and in trios as the optimum, and its bound is one', () => {
    for (let seed = 0; seed < 1500; seed++) {
      const count = 2 + (seed % 40);
      const input = randomInput(seed, count);
      const { roster, ids } = readRoster(input);
      const { mate, trios, unplaced, cost, bound } = planLarge(roster, seed);
      const groups = [...trios.map((trio) => [...trio])];
      mate.forEach((b, a) => b > a && groups.push([a, b]));
      const pairings = groups.map((members) => ({ members: members.map((i) => ids[i]!) }));
      const left = unplaced.map((i) => ({ id: ids[i]!, reason: 'excluded' as const }));
      const judged = new Judge(input).result({ pairings, unplaced: left });
      const best = match(input).cost;
      assert.deepEqual(cost, judged.cost, `seed ${seed}`);
      assert.deepEqual([cost.unplaced, cost.trios], [best.unplaced, best.trios], `seed ${seed}`);
      assert.ok(compareCosts(bound, best) <= 0, `seed ${seed}`);
    }
  });

  it('places 3,001 people with history and departments at no cost but one trio, and proves it', () => {
    const people = group(3001).map((person, i) => ({ ...person, id: `q${i}`, department: `d${i % 40}` }));
    const history = people.map(({ id }, i) => ({
      round: 1 + (i % 9),
      a: id,
      b: `q${(i * 7 + 1) % 3001}`,
      met: true,
    }));
    const { cost, bound, optimal } = match({ people, excluded: [], history, seed: 5 });
    assert.deepEqual(cost, { unplaced: 0, trios: 1, repeats: 0, closeness: 0, coverage: 0 });
    assert.deepEqual(bound, cost);
    assert.equal(optimal, true);
  });

  it('401 people who all sit in one office: the exact solver proves what the fast one cannot', () => {
    const people = group(401).map((person, i) => ({
      ...person,
      id: `q${i}`,
      office: 'Bath',
      department: `d${i % 2}`,
    }));
    const { cost, optimal } = match({ people, excluded: [], history: [], seed: 5 });
    assert.deepEqual(cost, { unplaced: 0, trios: 1, repeats: 0, closeness: 204, coverage: 1 });
    assert.equal(optimal, true);
  });

  it('joins whoever has a start in common, so that one at most is left for each start', () => {
    const people = group(2001).map(({ id }, i) => ({ id, starts: startsAt(i % 90) }));
    const { roster } = readRoster({ people, excluded: [], history: [], seed: 1 });
    const mate = new Int32Array(2001).fill(-1);
    const everybody = people.map((_, i) => i);
    const left = joinByStart({ roster, mate }, everybody, true);
    // 2,001 = 22 · 90 + 21: 23 people have one of the first 21 starts, 22 each of the others.
    assert.equal(left.length, 21);
    assert.equal(mate.filter((partner) => partner >= 0).length, 1980);
  });

  it('4,225 people with one start each, 25 of 60 shared by 71 and the others by 70: a trio for each of the 25, proved', () => {
    const people = group(4225).map((person, i) => ({ ...person, id: `q${i}`, starts: startsAt(i % 60) }));
    const { cost, bound } = match({ people, excluded: [], history: [], seed: 2 });
    assert.deepEqual(cost, { unplaced: 0, trios: 25, repeats: 0, closeness: 0, coverage: 2150 });
    assert.deepEqual(bound, cost);
  });

  it('numbers people by chance: the same seed gives the same plan, another seed another, listed by id', () => {
    const people = group(1000).map((person, i) => ({ ...person, id: `q${String(i).padStart(4, '0')}` }));
    const plan = (seed: number): string[] =>
      match({ people, excluded: [], history: [], seed }).pairings.map(({ members }) => members.join());
    assert.deepEqual(plan(1), plan(1));
    assert.notDeepEqual(plan(1), plan(2));
    assert.deepEqual(plan(1), plan(1).sort());
    assert.ok(plan(1).every((members) => members < members.split(',').reverse().join()));
  });

  it('favours nobody: over 200 seeds the partners of the first 500 of 5,000 people are spread evenly', () => {
    const people = group(5000).map((person, i) => ({ ...person, id: `q${String(i).padStart(4, '0')}` }));
    const tenth = (id: string): number => Math.floor(Number(id.slice(1)) / 500);
    const counts = new Array<number>(10).fill(0);
    for (let seed = 0; seed < 200; seed++) {
      for (const { members } of match({ people, excluded: [], history: [], seed }).pairings) {
        const [a, b] = members.map(tenth) as [number, number];
        if (a === 0) counts[b]!++;
        if (b === 0) counts[a]!++;
      }
    }
    const chi = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    assert.ok(chi < 27.9, `${counts.join()}: chi-squared ${chi}`);
  });
});
