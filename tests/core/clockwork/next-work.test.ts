import assert from 'node:assert/strict';
import { nextWork } from '../../../core/clockwork/next-work.ts';
import { tick } from '../../../core/clockwork/tick.ts';
import { newMailbox } from '../../../core/mailbox/change-mailbox.ts';
import { ann, ben, cem } from '../../support/people.ts';
import { useProduct } from '../../support/test-product.ts';

const quarter = 15 * 60_000;
const [from, to] = [Date.parse('2026-12-09T00:00:00Z'), Date.parse('2026-12-24T00:00:00Z')];

describe('nextWork', () => {
  const start = useProduct();

  it('is each tick that puts work on the queue or changes a record, and no other, from pairing to close', async () => {
    const product = await start({ employees: [ann, ben, cem] });
    await product.signUp(ann, ben, cem);
    await product.work();
    let worked = 0;
    for (let at = from; at <= to; at += quarter) {
      product.setClock(at);
      const foreseen = (await nextWork(product.ports, [at])) === at;
      const before = product.texts();
      await tick(product.ports);
      const after = product.texts();
      assert.equal(foreseen, after.join('\n') !== before.join('\n'), new Date(at).toISOString());
      if (foreseen) worked += 1;
      await product.work();
    }
    assert.ok(worked > 50);
    assert.equal((await product.detail()).stage, 'closed');
  });

  it('is the first of several ticks, and null when none does anything', async () => {
    const product = await start({ employees: [ann] });
    await product.tickAt('2026-12-07T09:00:00Z');
    const ticks = ['2026-12-10T09:45:00Z', '2026-12-10T10:00:00Z', '2026-12-10T10:15:00Z'].map(Date.parse);
    assert.equal(await nextWork(product.ports, ticks), ticks[1]);
    assert.equal(await nextWork(product.ports, ticks.slice(0, 1)), null);
  });

  it('is every tick while somebody is to be erased, or a mailbox is to send', async () => {
    const product = await start({ employees: [ann] });
    await product.tickAt('2026-12-07T09:00:00Z');
    const at = Date.parse('2026-12-08T08:00:00Z');
    const { erasures, mailboxes } = product.ports.storage;
    await erasures.insert({ person: 'p', state: 'confirmed', at });
    assert.equal(await nextWork(product.ports, [at]), at);
    await erasures.remove('p');
    assert.equal(await nextWork(product.ports, [at]), null);
    await mailboxes.insert({ ...newMailbox('organiser@x.example'), next: at });
    assert.equal(await nextWork(product.ports, [at]), at);
  });
});
