import assert from 'node:assert/strict';
import { ContainerClient } from '@azure/storage-blob';
import { blobStorage } from '../../adapters/blobs/storage.ts';
import type { PersonId } from '../../core/records/person.ts';
import type { Plan } from '../../core/records/plan.ts';
import type { Repair } from '../../core/records/repair.ts';
import type { FreeBusy } from '../../core/time/free-busy.ts';
import { storageSpace, useAzurite } from '../support/azurite.ts';

const december = { scheme: 'unmentoring', round: '2026-12-14' } as const;
const january = { scheme: 'unmentoring', round: '2027-01-11' } as const;
const nothing = { unplaced: 0, trios: 0, repeats: 0, closeness: 0 };

function planned(seed: number): Plan {
  return {
    ...december,
    number: 1,
    seed,
    pairings: [
      {
        id: 'p00001',
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
        minutes: 30,
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

function repairOf(number: number, person: string): Repair {
  const left = { name: 'Ann', language: 'en', zone: 'Europe/London', pairing: null };
  return {
    ...december,
    number,
    changed: [],
    made: [],
    placements: [{ ...december, ...left, person, reason: 'partner-left', repair: number }],
  };
}

const week = new Map<PersonId, FreeBusy>([
  [
    'ann',
    {
      kind: 'read',
      view: '0'.repeat(600) + '2'.repeat(72),
      hours: { zone: 'Europe/London', days: ['Mon', 'Tue'], start: '09:00', end: '17:00' },
    },
  ],
  [
    'ben',
    {
      kind: 'read',
      view: '4'.repeat(672),
      hours: {
        zone: {
          bias: -60,
          standardOffset: { time: '03:00:00', dayOccurrence: 5, dayOfWeek: 'sunday', month: 10 },
          daylightOffset: {
            time: '02:00:00',
            dayOccurrence: 5,
            dayOfWeek: 'sunday',
            month: 3,
            daylightBias: -60,
          },
        },
        days: ['Sat'],
        start: '22:00',
        end: '06:00',
      },
    },
  ],
  ['cem', { kind: 'read', view: '', hours: null }],
  ['dora', { kind: 'unreadable', reason: 'ErrorMailRecipientNotFound' }],
]);

describe('what is kept of a round in Blob storage (Azurite)', () => {
  const azurite = useAzurite();

  it('writes a plan once: whoever is first wins, and everybody gets the plan that stands', async () => {
    const { plans } = blobStorage((await storageSpace(azurite())).blobs);
    assert.equal(await plans.get(december), null);
    const given = await Promise.all([1, 2, 3, 4].map((seed) => plans.putFirst(planned(seed))));
    const standing = await plans.get(december);
    assert.ok(standing);
    assert.deepEqual(given, [standing, standing, standing, standing]);
    assert.deepEqual(await plans.putFirst(planned(5)), standing);
    assert.equal(await plans.get(january), null);
  });

  it('writes a repair of each number once', async () => {
    const { repairs } = blobStorage((await storageSpace(azurite())).blobs);
    assert.equal(await repairs.get({ ...december, number: 1 }), null);
    assert.deepEqual(await repairs.putFirst(repairOf(1, 'ann')), repairOf(1, 'ann'));
    assert.deepEqual(await repairs.putFirst(repairOf(1, 'ben')), repairOf(1, 'ann'));
    assert.deepEqual(await repairs.putFirst(repairOf(2, 'ben')), repairOf(2, 'ben'));
    assert.deepEqual(await repairs.get({ ...december, number: 1 }), repairOf(1, 'ann'));
    assert.equal(await repairs.get({ ...january, number: 1 }), null);
  });

  it('keeps a week as it was read, once, until it is removed', async () => {
    const { availability } = blobStorage((await storageSpace(azurite())).blobs);
    assert.equal(await availability.get(december), null);
    assert.deepEqual(await availability.putFirst(december, week), week);
    assert.deepEqual(await availability.putFirst(december, new Map()), week);
    assert.deepEqual(await availability.get(december), week);
    assert.equal(await availability.get(january), null);
    await availability.remove(december);
    assert.equal(await availability.get(december), null);
    await availability.remove(december);
  });

  it('keeps the week of 2,000 people in less than 100 kB', async () => {
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

  it('takes a blob that is not what it should be for a failure', async () => {
    const { blobs } = await storageSpace(azurite());
    const { plans, repairs, availability } = blobStorage(blobs);
    for (const name of ['plan.json', 'repair-1.json', 'availability.json.gz'])
      await blobs.getBlockBlobClient(`unmentoring/2026-12-14/${name}`).upload('{"seed":1}', 10);
    await assert.rejects(plans.get(december));
    await assert.rejects(repairs.get({ ...december, number: 1 }));
    await assert.rejects(availability.get(december));
  });

  it('takes a container that is missing for a failure, not for something that was never made', async () => {
    const { plans, availability } = blobStorage(new ContainerClient(azurite().connectionString, 'missing'));
    await assert.rejects(plans.get(december));
    await assert.rejects(plans.putFirst(planned(1)));
    await assert.rejects(availability.remove(december));
  });
});
