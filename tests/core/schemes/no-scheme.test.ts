import assert from 'node:assert/strict';
import { tick } from '../../../core/clockwork/tick.ts';
import { conversationOperations } from '../../../core/conversation/operations.ts';
import { allSchemes } from '../../../core/schemes/find-scheme.ts';
import { readNow } from '../../../core/views/now.ts';
import { readSchemes } from '../../../core/views/schemes.ts';
import { idOf } from '../../support/emulated-graph.ts';
import { oddities } from '../../support/oddities.ts';
import { ann } from '../../support/people.ts';
import { callerOf, useProduct } from '../../support/test-product.ts';

describe('before somebody makes the first scheme', () => {
  const start = useProduct();

  it('neither a tick nor a read makes one', async () => {
    const { ports } = await start({ employees: [ann], scheme: null });
    const operations = conversationOperations(ports);
    const user = { id: idOf(ann), name: ann.name, coordinator: true };
    await tick(ports);
    assert.equal(await operations.standing(callerOf(ann)), null);
    assert.deepEqual(await operations.join(callerOf(ann), null), {
      kind: 'refused',
      reason: 'unknown-scheme',
    });
    assert.equal((await readNow(ports, user)).state, 'no-scheme');
    assert.deepEqual(await readSchemes(ports, user.id), []);
    assert.deepEqual(await allSchemes(ports), []);
  });

  for (const oddity of oddities) {
    it(`a scheme that is ${oddity} is not taken for none`, async () => {
      const { ports, spoil } = await start({ employees: [ann] });
      await spoil('schemes', '', oddity);
      await assert.rejects(allSchemes(ports), /no scheme can be read/);
    });
  }
});
