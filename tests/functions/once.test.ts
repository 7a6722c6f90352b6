import assert from 'node:assert/strict';
import sinon from 'sinon';
import { once } from '../../functions/once.ts';

describe('once', () => {
  it('makes one thing for calls at the same time and for later ones', async () => {
    const make = sinon.fake(async () => ({}));
    const made = once(make);
    const [first, second] = await Promise.all([made(), made()]);
    assert.equal(first, second);
    assert.equal(await made(), first);
    assert.equal(make.callCount, 1);
  });

  it('tries again after a failure', async () => {
    let failures = 1;
    const made = once(async () => {
      if (failures-- > 0) throw new Error('no such file');
      return 'made';
    });
    await assert.rejects(made(), /no such file/);
    assert.equal(await made(), 'made');
  });
});
