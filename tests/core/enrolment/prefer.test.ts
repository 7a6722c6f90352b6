import assert from 'node:assert/strict';
import { join } from '../../../core/enrolment/join.ts';
import { leave } from '../../../core/enrolment/leave.ts';
import { pause } from '../../../core/enrolment/pause.ts';
import { prefer } from '../../../core/enrolment/prefer.ts';
import { standing } from '../../../core/enrolment/standing.ts';
import type { Preferences } from '../../../core/records/profile.ts';
import { importHistory } from '../../../core/schemes/import-history.ts';
import { idOf } from '../../support/emulated-graph.ts';
import { ann, ben } from '../../support/people.ts';
import { enrolment } from '../../support/stored.ts';
import { callerOf, type TestProduct, useProduct } from '../../support/test-product.ts';

const caller = callerOf(ann);
const mornings: Preferences = { hours: 'morning', minutes: 45 };
const either: Preferences = { hours: 'either', minutes: null };

describe('prefer', () => {
  const start = useProduct();
  let product: TestProduct;
  beforeEach(async () => {
    product = await start({ employees: [ann, ben] });
  });

  const kept = async () => (await enrolment(product, ann))?.preferences;

  it('stores how somebody likes to meet, and gives it with their standing', async () => {
    await join(product.ports, caller, null);
    assert.equal(await kept(), null, 'nothing is chosen for anybody');
    assert.deepEqual((await standing(product.ports, caller))?.preferences, either);
    const result = await prefer(product.ports, caller, null, mornings);
    assert.deepEqual(result.kind === 'kept' && [result.standing.preferences, result.standing.scheme.id], [
      mornings,
      'unmentoring',
    ]);
    assert.deepEqual(await kept(), mornings);
    assert.deepEqual((await standing(product.ports, caller))?.preferences, mornings);
  });

  it('leaves the length as it was when only the hours are chosen', async () => {
    await join(product.ports, caller, null);
    await prefer(product.ports, caller, null, { hours: 'afternoon' });
    assert.deepEqual(await kept(), { hours: 'afternoon', minutes: null });
    await prefer(product.ports, caller, null, mornings);
    await prefer(product.ports, caller, null, { hours: 'either' });
    assert.deepEqual(await kept(), { hours: 'either', minutes: 45 });
  });

  it('writes nothing when the same is chosen again', async () => {
    await join(product.ports, caller, null);
    await prefer(product.ports, caller, null, mornings);
    const key = { scheme: 'unmentoring', person: idOf(ann) };
    const first = await product.ports.storage.participants.get(key);
    assert.equal((await prefer(product.ports, caller, null, { ...mornings })).kind, 'kept');
    assert.deepEqual(await product.ports.storage.participants.get(key), first);
  });

  it('is possible during a pause, and lasts over pausing, leaving and coming back', async () => {
    await join(product.ports, caller, null);
    await pause(product.ports, caller, null, '2027-02-01');
    assert.equal((await prefer(product.ports, caller, null, mornings)).kind, 'kept');
    await leave(product.ports, caller, null);
    await join(product.ports, caller, null);
    assert.deepEqual(await kept(), mornings);
  });

  it('refuses people who are not enrolled, and an unknown scheme', async () => {
    const refused = { kind: 'refused', reason: 'not-in' };
    assert.deepEqual(await prefer(product.ports, caller, null, mornings), refused);
    await importHistory(product.ports, 'unmentoring', [{ round: 1, a: idOf(ann), b: idOf(ben), met: true }]);
    assert.deepEqual(await prefer(product.ports, caller, null, mornings), refused);
    await join(product.ports, caller, null);
    await leave(product.ports, caller, null);
    assert.deepEqual(await prefer(product.ports, caller, null, mornings), refused);
    assert.equal(await kept(), null);
    assert.deepEqual(await prefer(product.ports, caller, 'lunch', mornings), {
      kind: 'refused',
      reason: 'unknown-scheme',
    });
  });
});

describe('joining late', () => {
  const start = useProduct();

  // Pairing is on Thursday 10 December 2026 at 10:00; the meeting week begins on the Monday after.
  for (const [now, late] of [
    ['2026-12-10T09:59:59Z', undefined],
    ['2026-12-10T10:00:00Z', '2026-12-14'],
    ['2026-12-13T23:59:59Z', '2026-12-14'],
    ['2026-12-14T00:00:00Z', undefined],
  ] as const) {
    it(`${late === undefined ? 'is not said' : 'names the week that is ahead'} at ${now}, and the same when they join again`, async () => {
      const product = await start({ employees: [ann] });
      product.setClock(now);
      const joined = await join(product.ports, caller, null);
      assert.equal(joined.kind === 'joined' && joined.standing.late, late);
      const again = await join(product.ports, caller, null);
      assert.equal(again.kind === 'already-in' && again.standing.late, late);
    });
  }

  it('is not said of somebody who was in when the round was paired', async () => {
    const product = await start({ employees: [ann] });
    await join(product.ports, caller, null);
    product.setClock('2026-12-11T09:00:00Z');
    assert.equal((await standing(product.ports, caller))?.late, undefined);
    const again = await join(product.ports, caller, null);
    assert.ok(again.kind === 'already-in' && again.standing.late === undefined);
  });

  it('is said of somebody whose break ended after the round was paired', async () => {
    const product = await start({ employees: [ann] });
    await join(product.ports, caller, null);
    await pause(product.ports, caller, null, '2027-02-01');
    product.setClock('2026-12-11T09:00:00Z');
    const back = await join(product.ports, caller, null);
    assert.ok(back.kind === 'resumed' && back.standing.late === '2026-12-14');
  });
});
