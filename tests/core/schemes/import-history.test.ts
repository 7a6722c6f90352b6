import assert from 'node:assert/strict';
import { importHistory, type EarlierMeeting } from '../../../core/schemes/import-history.ts';
import { readMyHistory } from '../../../core/views/me.ts';
import { idOf } from '../../support/emulated-graph.ts';
import { ann, ben, cem } from '../../support/people.ts';
import { december, useProduct, type TestProduct } from '../../support/test-product.ts';

const [a, b, c] = [idOf(ann), idOf(ben), idOf(cem)];

describe('importHistory', () => {
  const start = useProduct();
  const met = (round: number, one: string, other: string, did = true): EarlierMeeting => ({
    round,
    a: one,
    b: other,
    met: did,
  });

  async function meetingsOf({ ports }: TestProduct, person: string) {
    const stored = await ports.storage.participants.get({ scheme: december.scheme, person });
    return stored?.value.meetings.map(({ number, with: others, met: did }) => [number, others, did]);
  }

  it('imports each meeting once for both members, even when repeated', async () => {
    const product = await start({ employees: [ann, ben, cem] });
    const history = [met(3, a, b), met(5, a, c, false), met(3, b, a)];
    await importHistory(product.ports, 'unmentoring', history);
    await importHistory(product.ports, 'unmentoring', history);
    assert.deepEqual(await meetingsOf(product, a), [
      [3, [b], true],
      [5, [c], false],
    ]);
    assert.deepEqual(await meetingsOf(product, b), [[3, [a], true]]);
    const scheme = await product.ports.storage.schemes.get('unmentoring');
    assert.equal(scheme?.value.roundsBefore, 5);
  });

  it('enrols nobody, gives people their history when they join, and numbers the next round after it', async () => {
    const product = await start({ employees: [ann, ben, cem] });
    await importHistory(product.ports, 'unmentoring', [met(7, a, b)]);
    await product.signUp(ann, cem);
    await product.signUp(ben);
    assert.deepEqual(
      (await readMyHistory(product.ports, a)).map(({ number, week, partners }) => [number, week, partners]),
      [[7, null, [{ id: b, name: 'Ben' }]]],
    );
    await product.tickAt('2026-12-10T10:00:00Z');
    const { number, receipt } = await product.detail();
    assert.equal(number, 8);
    assert.equal(receipt.length, 3);
  });

  it('imports 150,000 meetings', async () => {
    const product = await start({ employees: [ann, ben] });
    await importHistory(product.ports, 'unmentoring', Array(150_000).fill(met(2, a, b)));
    assert.deepEqual(await meetingsOf(product, a), [[2, [b], true]]);
  });

  it('fails for an unknown scheme', async () => {
    const product = await start({ employees: [ann] });
    await assert.rejects(importHistory(product.ports, 'lunch', []), /scheme "lunch" is not there/);
  });
});
