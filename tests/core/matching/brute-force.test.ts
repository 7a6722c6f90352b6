import assert from 'node:assert/strict';
import { match } from '../../../core/matching/index.ts';
import { randomInput } from './instances.ts';
import { Judge } from './judge.ts';

describe('matching against every possible plan', () => {
  for (let count = 1; count <= 9; count++) {
    it(`is best for ${count} people, in 1,000 random instances`, () => {
      for (let seed = 0; seed < 1000; seed++) {
        const input = randomInput(seed * 10 + count, count);
        const judge = new Judge(input);
        const result = match(input);
        const note = `seed ${seed}, ${count} people`;
        const best = judge.best();
        assert.deepEqual(judge.result(result), best, note);
        assert.deepEqual(result.cost, best.cost, note);
        assert.deepEqual(result.bound, best.cost, note);
        assert.equal(result.optimal, true, note);
      }
    });
  }
});
