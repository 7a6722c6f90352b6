import assert from 'node:assert/strict';
import { ContainerClient } from '@azure/storage-blob';
import { blobPlans } from '../../adapters/blobs/plans.ts';
import type { Plan } from '../../core/rounds/plan.ts';
import { storageSpace, useAzurite } from '../support/azurite.ts';

const nothing = { unplaced: 0, trios: 0, repeats: 0, closeness: 0 };

function planned(seed: number): Plan {
  return {
    scheme: 'unmentoring',
    round: '2026-12-14',
    number: 1,
    seed,
    pairings: [
      {
        id: 'p1',
        members: [
          { id: 'a', name: 'Ann', mail: 'ann@contoso.example', zone: 'Europe/London', language: 'en' },
          {
            id: 'b',
            name: 'Bjørn',
            mail: 'b@contoso.example',
            zone: 'Europe/Oslo',
            language: 'nb',
            office: 'Oslo',
          },
        ],
        slots: [{ start: '2026-12-15T10:00:00.000Z', end: '2026-12-15T10:30:00.000Z' }],
        lastMet: null,
        closeness: 0,
      },
    ],
    unplaced: [],
    cost: nothing,
    bound: nothing,
    optimal: true,
  };
}

describe('round plans in Blob storage (Azurite)', () => {
  const azurite = useAzurite();

  it('writes a plan once: whoever is first wins, and everybody gets the plan that stands', async () => {
    const { blobs: container } = await storageSpace(azurite());
    const plans = blobPlans(container);
    assert.equal(await plans.get(planned(1)), null);
    const given = await Promise.all([1, 2, 3, 4].map((seed) => plans.putFirst(planned(seed))));
    const standing = await plans.get(planned(1));
    assert.ok(standing);
    assert.deepEqual(given, [standing, standing, standing, standing]);
    assert.deepEqual(await plans.putFirst(planned(5)), standing);
    assert.equal(await plans.get({ scheme: 'unmentoring', round: '2027-01-11' }), null);
  });

  it('takes a blob that is no plan for a failure', async () => {
    const { blobs: container } = await storageSpace(azurite());
    await container.getBlockBlobClient('unmentoring/2026-12-14/plan.json').upload('{"seed":1}', 10);
    await assert.rejects(blobPlans(container).get(planned(1)));
  });

  it('takes a container that is missing for a failure, not for a plan that was never made', async () => {
    const plans = blobPlans(new ContainerClient(azurite().connectionString, 'missing'));
    await assert.rejects(plans.get(planned(1)));
    await assert.rejects(plans.putFirst(planned(1)));
  });
});
