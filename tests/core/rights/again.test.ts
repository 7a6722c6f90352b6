import assert from 'node:assert/strict';
import { listAgain, setAgain } from '../../../core/rights/again.ts';
import { listNeverWith, setNeverWith } from '../../../core/rights/never-with.ts';
import { readMyData } from '../../../core/rights/my-data.ts';
import { importHistory } from '../../../core/schemes/import-history.ts';
import { employee, idOf } from '../../support/emulated-graph.ts';
import { ann, ben, cem } from '../../support/people.ts';
import { december, useProduct } from '../../support/test-product.ts';

const [anns, bens, cems] = [idOf(ann), idOf(ben), idOf(cem)];
const stranger = idOf(employee('Zora Quill'));

describe("somebody's lists of colleagues", () => {
  const start = useProduct();
  const metBen = async () => {
    const product = await start({ employees: [ann, ben, cem] });
    await product.signUp(ann);
    await importHistory(product.ports, december.scheme, [{ round: 1, a: anns, b: bens, met: true }]);
    return product.ports;
  };

  it('have those whom they would like to meet again, of those whom they were paired with', async () => {
    const ports = await metBen();
    const { version, people } = await listAgain(ports, anns);
    assert.deepEqual(people, []);
    for (const nobody of [cems, anns]) {
      const refused = await setAgain(ports, anns, version, [nobody]);
      assert.deepEqual(refused, { kind: 'refused', reason: 'not-met' });
    }
    const kept = await setAgain(ports, anns, version, [bens, bens]);
    assert.ok(kept.kind === 'changed');
    assert.deepEqual(kept.people.people, [{ id: bens, name: 'Ben' }]);
    assert.deepEqual(await listAgain(ports, anns), kept.people);
    assert.match(JSON.stringify(await readMyData(ports, anns)), /"again":\["/);
    assert.equal((await ports.storage.people.get(bens))?.value.again, undefined);
    assert.equal((await ports.storage.people.get(anns))?.value.heardAt, ports.now(), 'a sign of life');
    assert.equal((await setAgain(ports, anns, kept.people.version, [])).kind, 'changed');
    assert.equal((await ports.storage.people.get(anns))?.value.again, undefined);
  });

  it('have those whom they will never meet, of those whom the directory has', async () => {
    const ports = await metBen();
    const { version } = await listNeverWith(ports, anns);
    const set = (...ids: string[]) => setNeverWith(ports, anns, version, ids);
    assert.deepEqual(await set(anns), { kind: 'refused', reason: 'yourself' });
    assert.deepEqual(await set(cems, stranger), { kind: 'refused', reason: 'not-in-directory' });
    const kept = await set(cems, bens);
    assert.deepEqual(kept.kind === 'changed' && kept.people.people.map(({ name }) => name), ['Cem', 'Ben']);
  });

  it('are not changed by somebody who saw older ones, unless they wish what is there', async () => {
    const ports = await metBen();
    const { version } = await listNeverWith(ports, anns);
    const kept = await setNeverWith(ports, anns, version, [bens]);
    assert.deepEqual(await setNeverWith(ports, anns, version, [bens]), kept);
    const stale = await setNeverWith(ports, anns, version, [cems]);
    assert.ok(kept.kind === 'changed' && stale.kind === 'stale');
    assert.deepEqual(stale.people, kept.people);
    assert.deepEqual(await listNeverWith(ports, anns), kept.people);
  });

  it('are nobody’s of whom nothing is kept', async () => {
    const ports = await metBen();
    assert.deepEqual(await setNeverWith(ports, cems, '', [bens]), { kind: 'unknown' });
    assert.deepEqual(await setAgain(ports, cems, '', []), { kind: 'unknown' });
  });
});
