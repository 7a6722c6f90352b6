import assert from 'node:assert/strict';
import { join } from '../../../core/enrolment/join.ts';
import { leave } from '../../../core/enrolment/leave.ts';
import { pause } from '../../../core/enrolment/pause.ts';
import { idOf } from '../../support/emulated-graph.ts';
import { ann } from '../../support/people.ts';
import { type TestProduct, useProduct } from '../../support/test-product.ts';

describe('a command that Teams sends again', () => {
  const start = useProduct();
  let product: TestProduct;
  beforeEach(async () => {
    product = await start({ employees: [ann] });
  });

  const person = idOf(ann);
  const by = (activity: string) => ({ id: person, name: 'Ann', activity });
  const joins = (activity: string) => join(product.ports, by(activity), null);
  const leaves = (activity: string) => leave(product.ports, by(activity), null);
  const pauses = (activity: string) => pause(product.ports, by(activity), null, '2027-02-01');
  const status = async () =>
    (await product.ports.storage.participants.get({ scheme: 'unmentoring', person }))?.value.status;

  it('does not enrol somebody who has left since', async () => {
    await joins('1');
    await leaves('2');
    const again = await joins('1');
    assert.deepEqual([again.kind, await status()], ['unchanged', 'left']);
    assert.deepEqual([(await joins('3')).kind, await status()], ['rejoined', 'active']);
    await leaves('4');
    assert.deepEqual([(await joins('1')).kind, await status()], ['unchanged', 'left']);
  });

  it('does not enrol somebody who had joined before, and has left since', async () => {
    await joins('1');
    assert.equal((await joins('2')).kind, 'already-in');
    await leaves('3');
    assert.deepEqual([(await joins('2')).kind, await status()], ['unchanged', 'left']);
  });

  it('does not end a pause that began since, and does not begin one that has ended', async () => {
    await joins('1');
    await pauses('2');
    assert.deepEqual([(await joins('1')).kind, await status()], ['unchanged', 'paused']);
    assert.equal((await pauses('2')).kind, 'paused');
    await joins('3');
    assert.deepEqual([(await pauses('2')).kind, await status()], ['unchanged', 'active']);
  });

  it('does not take somebody out who has come back since', async () => {
    await joins('1');
    await leaves('2');
    assert.equal((await leaves('2')).kind, 'left');
    await joins('3');
    assert.deepEqual([(await leaves('2')).kind, await status()], ['unchanged', 'active']);
  });

  it('keeps few ids', async () => {
    for (let n = 0; n < 12; n += 1) await (n % 2 === 0 ? joins : leaves)(String(n));
    const stored = await product.ports.storage.participants.get({ scheme: 'unmentoring', person });
    assert.deepEqual(stored?.value.commands, ['leave 7', 'join 8', 'leave 9', 'join 10', 'leave 11']);
  });
});
