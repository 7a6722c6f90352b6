import assert from 'node:assert/strict';
import { ContainerClient } from '@azure/storage-blob';
import { blobStorage } from '../../adapters/blobs/storage.ts';
import type { PersonId } from '../../core/records/person.ts';
import type { FreeBusy } from '../../core/time/free-busy.ts';
import { storageSpace, useAzurite } from '../support/azurite.ts';
import { december, plan } from '../support/records.ts';

describe('Blob storage (Azurite)', () => {
  const azurite = useAzurite();

  it('stores the week of 2,000 people in less than 100 kB', async () => {
    const { blobs } = await storageSpace(azurite());
    const hours = {
      zone: 'Europe/London',
      days: ['Mon', 'Tue', 'Wed'],
      start: '09:00',
      end: '17:00',
    } as const;
    const people = Array.from({ length: 2000 }, (_, n): [PersonId, FreeBusy] => {
      const view = Array.from({ length: 672 }, (_q, q) => ((q * 7 + n) % (50 + (n % 31)) < 4 ? '2' : '0'));
      return [`person-${n}`, { kind: 'read', view: view.join(''), hours }];
    });
    await blobStorage(blobs).availability.putFirst(december, new Map(people));
    const blob = blobs.getBlockBlobClient('unmentoring/2026-12-14/availability.json.gz');
    const { contentLength = 0 } = await blob.getProperties();
    assert.ok(contentLength > 0 && contentLength < 100_000, `${contentLength} bytes`);
  });

  it('fails on a blob that does not fit its schema', async () => {
    const { blobs } = await storageSpace(azurite());
    const { plans, repairs, availability } = blobStorage(blobs);
    for (const name of ['plan.json', 'repair-1.json', 'availability.json.gz'])
      await blobs.getBlockBlobClient(`unmentoring/2026-12-14/${name}`).upload('{"seed":1}', 10);
    await assert.rejects(plans.get(december));
    await assert.rejects(repairs.get({ ...december, number: 1 }));
    await assert.rejects(availability.get(december));
  });

  it('fails on a missing container, rather than find no blob', async () => {
    const { plans, availability } = blobStorage(new ContainerClient(azurite().connectionString, 'missing'));
    await assert.rejects(plans.get(december));
    await assert.rejects(plans.putFirst(plan()));
    await assert.rejects(availability.remove(december));
  });
});
