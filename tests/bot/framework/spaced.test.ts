import assert from 'node:assert/strict';
import sinon from 'sinon';
import { spaced } from '../../../bot/framework/spaced.ts';

describe('messages on the product’s own initiative', () => {
  it('begin one after another, in the order in which they came', async () => {
    const clock = sinon.useFakeTimers({ toFake: ['performance', 'setTimeout'] });
    try {
      const began: [number, number][] = [];
      const turn = spaced(21, (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)));
      const all = [0, 1, 2].map(async (i) => {
        await turn();
        began.push([i, performance.now()]);
      });
      await clock.tickAsync(100);
      await Promise.all(all);
      assert.deepEqual(began, [
        [0, 0],
        [1, 21],
        [2, 42],
      ]);
      await turn();
      assert.equal(performance.now(), 100, 'after a pause nobody waits');
    } finally {
      clock.restore();
    }
  });
});
