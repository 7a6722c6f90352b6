import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { ContainerClient } from '@azure/storage-blob';
import { blobStorage } from '../../adapters/blobs/storage.ts';
import type { PersonId } from '../../core/records/person.ts';
import type { FreeBusy } from '../../core/time/free-busy.ts';
import { noLog, storageSpace, useAzurite } from '../support/azurite.ts';
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
    await blobStorage(() => blobs, noLog).availability.putFirst(december, new Map(people));
    const blob = blobs.getBlockBlobClient('unmentoring/2026-12-14/availability.json.gz');
    const { contentLength = 0 } = await blob.getProperties();
    assert.ok(contentLength > 0 && contentLength < 100_000, `${contentLength} bytes`);
  });

  it('leaves out the entries of a plan and a week that cannot be read, and logs them', async () => {
    const { blobs } = await storageSpace(azurite());
    const logged: unknown[] = [];
    const storage = blobStorage(
      () => blobs,
      (...line) => logged.push(line),
    );
    const upload = (name: string, text: string | Buffer) =>
      blobs.getBlockBlobClient(`unmentoring/2026-12-14/${name}`).upload(text, text.length);
    const alone = { id: 'ann', reason: 'alone' } as const;
    const odd = {
      ...plan(),
      pairings: [{ id: 'p00001' }],
      unplaced: [alone, { ...alone, reason: 'asleep' }],
    };
    await upload('plan.json', JSON.stringify({ v: 1, value: odd }));
    const week = [
      ['ann', { kind: 'read', view: '0220', hours: null }],
      ['ben', { kind: 'read' }],
      { colour: 'red' },
    ];
    await upload('availability.json.gz', gzipSync(JSON.stringify({ v: 1, value: week })));

    assert.deepEqual(await storage.plans.get(december), plan({ unplaced: [alone] }));
    assert.deepEqual([...((await storage.availability.get(december))?.keys() ?? [])], ['ann']);
    assert.deepEqual(
      logged,
      [
        ['plan.json', 'pairings.0', 'members, minutes, slots, lastMet, closeness, newLink'],
        ['plan.json', 'unplaced.1', 'reason'],
        ['availability.json.gz', 'people.1', '1.view, 1.hours'],
        ['availability.json.gz', 'people.2', ''],
      ].map(([blob = '', entry, paths = '']) => [
        'unreadable record',
        { blob: `unmentoring/2026-12-14/${blob}`, entry, problem: `does not fit its schema: ${paths}` },
      ]),
    );
  });

  it('fails on a missing container, rather than find no blob', async () => {
    const { plans, availability } = blobStorage(
      () => new ContainerClient(azurite().connectionString, 'missing'),
      noLog,
    );
    await assert.rejects(plans.get(december));
    await assert.rejects(plans.putFirst(plan()));
    await assert.rejects(availability.remove(december));
  });
});
