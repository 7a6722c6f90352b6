import assert from 'node:assert/strict';
import { TableClient } from '@azure/data-tables';
import { tableStorage } from '../../adapters/tables/storage.ts';
import type { Placement, Participant } from '../../core/rounds/records.ts';
import { storageSpace, useAzurite, type StorageSpace } from '../support/azurite.ts';

const inRound = { scheme: 'unmentoring', round: '2026-12-14' };

function placement(n: number, more: Partial<Placement> = {}): Placement {
  const person = `tenant.${String(n).padStart(4, '0')}`;
  return {
    ...inRound,
    person,
    name: 'Ann',
    language: 'en',
    zone: 'UTC',
    pairing: null,
    reason: null,
    ...more,
  };
}

const ann: Participant = {
  scheme: 'unmentoring',
  person: 'tenant.ann',
  status: 'active',
  pausedUntil: null,
  joinedAt: '2026-12-07T08:00:00.000Z',
  meetings: [{ number: 3, round: null, with: ['tenant.ben', 'tenant.cem'], met: null }],
};

describe('Table storage (Azurite)', () => {
  const azurite = useAzurite();
  let space: StorageSpace;
  let storage: ReturnType<typeof tableStorage>;
  beforeEach(async () => {
    space = await storageSpace(azurite());
    storage = tableStorage(space.table);
  });

  it('gives back what was stored: lists, nulls and quotes', async () => {
    const { participants } = storage;
    const odd = { ...ann, person: "tenant.o'hara", pausedUntil: '2027-01-04' };
    await participants.insert(ann);
    await participants.insert(odd);
    assert.deepEqual((await participants.get(ann))?.value, ann);
    assert.deepEqual((await participants.get(odd))?.value, odd);
  });

  it('keeps the first of two inserts', async () => {
    const { participants } = storage;
    const both = await Promise.all([participants.insert(ann), participants.insert({ ...ann, meetings: [] })]);
    assert.equal(both.filter((version) => version === null).length, 1);
  });

  it('replaces only what nobody changed since, and forgets fields that became null', async () => {
    const { participants } = storage;
    const first = await participants.insert({ ...ann, pausedUntil: '2027-01-04' });
    const second = await participants.replace(ann, first ?? '');
    assert.ok(second !== null && second !== first);
    assert.equal(await participants.replace({ ...ann, status: 'left' }, first ?? ''), null);
    assert.deepEqual(await participants.get(ann), { value: ann, version: second });
  });

  it('lists a group, all pages of it, and no other group', async () => {
    const { placements } = storage;
    const many = Array.from({ length: 1_205 }, (_, n) => placement(n));
    await placements.insertMissing(many);
    await placements.insert(placement(1, { round: '2027-01-11' }));
    const seen: string[] = [];
    for await (const { value } of placements.list(inRound)) seen.push(value.person);
    assert.deepEqual(
      seen,
      many.map(({ person }) => person),
    );
  });

  it('inserts what is missing, and leaves what is there as it is', async () => {
    const { placements } = storage;
    await placements.insert(placement(7, { name: 'was there' }));
    const all = Array.from({ length: 130 }, (_, n) => placement(n));
    await placements.insertMissing(all);
    await placements.insertMissing(all);
    const names = new Map<string, string>();
    for await (const { value } of placements.list(inRound)) names.set(value.person, value.name);
    assert.equal(names.size, 130);
    assert.deepEqual(
      [...names].filter(([, name]) => name !== 'Ann'),
      [['tenant.0007', 'was there']],
    );
    await placements.insertMissing([]);
  });

  it('names the row that does not fit its schema', async () => {
    await space.table('participants').createEntity({
      partitionKey: 'unmentoring',
      rowKey: 'tenant.ann',
      scheme: 'unmentoring',
      status: 'asleep',
    });
    await assert.rejects(
      storage.participants.get(ann),
      /row unmentoring \/ tenant\.ann of Table storage does not fit its schema[^]*status/,
    );
  });

  it('takes a table that is missing for a failure, not for an empty one', async () => {
    const nowhere = tableStorage((name) =>
      TableClient.fromConnectionString(azurite().connectionString, `missing${name}`, {
        allowInsecureConnection: true,
      }),
    ).participants;
    await assert.rejects(nowhere.get(ann));
    await assert.rejects(nowhere.insert(ann));
    await assert.rejects(async () => {
      for await (const { version } of nowhere.list(ann)) assert.fail(`there is nothing, and no ${version}`);
    });
  });

  it('takes storage that cannot be reached for a failure', async () => {
    const away = tableStorage((name) =>
      TableClient.fromConnectionString(
        azurite().connectionString.replace(/TableEndpoint=[^;]+/, 'TableEndpoint=http://127.0.0.1:1/x'),
        name,
        { allowInsecureConnection: true, retryOptions: { maxRetries: 0 } },
      ),
    ).participants;
    await assert.rejects(away.get(ann));
    await assert.rejects(away.insert(ann));
    await assert.rejects(away.replace(ann, '*'));
  });
});
