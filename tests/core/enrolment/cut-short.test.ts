import assert from 'node:assert/strict';
import { join } from '../../../core/enrolment/join.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import { idOf } from '../../support/emulated-graph.ts';
import { ann, ben, cem } from '../../support/people.ts';
import { callerOf, december, useProduct } from '../../support/test-product.ts';

describe('somebody who joins after the pairing', () => {
  const start = useProduct();

  it('is found company when storage was lost in the middle, and they say it once more', async () => {
    const product = await start({ employees: [ann, ben, cem] });
    await product.signUp(ann, ben);
    await product.tickAt('2026-12-10T10:00:00Z');
    const { ports } = product;
    const { placements } = ports.storage;
    const lost: Ports = {
      ...ports,
      storage: {
        ...ports.storage,
        placements: {
          ...placements,
          insert: async () => {
            throw new Error('lost');
          },
        },
      },
    };
    const placement = async () => (await placements.get({ ...december, person: idOf(cem) }))?.value;

    await assert.rejects(join(lost, { ...callerOf(cem), activity: '1' }, null), /lost/);
    assert.equal(await placement(), undefined);
    const { kind } = await join(ports, { ...callerOf(cem), activity: '2' }, null);
    assert.equal(kind, 'already-in');
    assert.equal((await placement())?.pairing, null);
  });
});
