import assert from 'node:assert/strict';
import { handfulOf } from '../../../core/records/keys.ts';

describe('handfulOf', () => {
  for (const [pairing, handful] of [
    ['p00001', 'p0000'],
    ['p00020', 'p0000'],
    ['p00021', 'p0001'],
    ['p50000', 'p2499'],
    ['r003-01', 'r003-0000'],
    ['r003-21', 'r003-0001'],
  ] as const) {
    it(`of ${pairing} is ${handful}`, () => {
      assert.equal(handfulOf(pairing), handful);
    });
  }

  it('refuses an id without a number', () => {
    assert.throws(() => handfulOf('nobody'), /"nobody" is no pairing: a number is expected at its end/);
  });
});
