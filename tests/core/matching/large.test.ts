import assert from 'node:assert/strict';
import { compareCosts } from '../../../core/matching/cost.ts';
import { match } from '../../../core/matching/index.ts';
import { planLarge } from '../../../core/matching/large/plan-large.ts';
import { readRoster } from '../../../core/matching/read-roster.ts';
import { group, randomInput } from './instances.ts';
import { Judge } from './judge.ts';

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
    assert.deepEqual(cost, { unplaced: 0, trios: 1, repeats: 0, closeness: 0 });
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
    assert.deepEqual(cost, { unplaced: 0, trios: 1, repeats: 0, closeness: 204 });
    assert.equal(optimal, true);
  });
});
