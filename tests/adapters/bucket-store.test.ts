import assert from 'node:assert/strict';
import { TableClient } from '@azure/data-tables';
import fc from 'fast-check';
import { z } from 'zod';
import { bucketStore } from '../../adapters/tables/bucket-store.ts';
import { tableStorage } from '../../adapters/tables/storage.ts';
import type { ListedStore } from '../../core/ports/storage.ts';
import type { Placement } from '../../core/records/placement.ts';
import { storageSpace, type StorageSpace, useAzurite } from '../support/azurite.ts';
import { counting } from '../support/counting.ts';

const thing = z.object({ group: z.string(), id: z.number().int(), text: z.string().nullable() });
type Thing = z.infer<typeof thing>;
type Key = Pick<Thing, 'group' | 'id'>;

/** A hundred ids a bucket, ten a cell. */
function things(client: TableClient): ListedStore<string, Key, Thing> {
  return bucketStore<string, Key, Thing>(client, {
    schema: thing,
    partitionOf: (group) => group,
    placeOf: ({ group, id }) => ({
      partition: group,
      bucket: String(Math.floor(id / 100)).padStart(3, '0'),
      cell: `c${Math.floor((id % 100) / 10)}`,
    }),
    idOf: ({ id }) => String(id).padStart(5, '0'),
  });
}

const one = (id: number, text: string | null = 'first'): Thing => ({ group: 'a', id, text });

describe('Records many to a row (Azurite)', () => {
  const azurite = useAzurite();
  let space: StorageSpace;
  let store: ListedStore<string, Key, Thing>;
  beforeEach(async () => {
    space = await storageSpace(azurite());
    store = things(space.table('pairings'));
  });

  /** Another process has a client of its own. */
  const elsewhere = () => {
    const { tableName } = space.table('pairings');
    const options = { allowInsecureConnection: true };
    return things(TableClient.fromConnectionString(azurite().connectionString, tableName, options));
  };

  const all = async (group = 'a') => {
    const found: Thing[] = [];
    for await (const { value } of store.list(group)) found.push(value);
    return found;
  };

  it('gives back what was stored, quotes and nulls too, and null for what is not there', async () => {
    const odd = one(11, `"it's" \\ a 'line'\n`);
    assert.equal(await store.get(odd), null);
    await store.insert(odd);
    await store.insert(one(12, null));
    assert.deepEqual((await store.get(odd))?.value, odd);
    assert.deepEqual((await store.get(one(12)))?.value, one(12, null));
    assert.equal(await store.get(one(13)), null, 'the same cell');
    assert.equal(await store.get(one(23)), null, 'another cell');
    assert.equal(await store.get({ group: 'b', id: 11 }), null, 'another partition');
  });

  it('keeps the first of two inserts, and both of two others in one cell', async () => {
    const both = await Promise.all([
      store.insert(one(1, 'mine')),
      store.insert(one(1, 'yours')),
      store.insert(one(2)),
    ]);
    assert.deepEqual(
      both.map((version) => version !== null),
      [true, false, true],
    );
    assert.deepEqual(await all(), [one(1, 'mine'), one(2)]);
  });

  it('replaces only what nobody changed since; what others in the row did is no matter', async () => {
    const first = await store.insert(one(1));
    await store.insert(one(2, 'beside it'));
    await store.insert(one(31, 'in another cell'));
    const second = await store.replace(one(1, 'second'), first ?? '');
    assert.ok(second !== null && second !== first);
    assert.equal(await store.replace(one(1, 'third'), first ?? ''), null);
    assert.equal(await store.replace(one(3, 'was never there'), first ?? ''), null);
    assert.deepEqual(await store.get(one(1)), { value: one(1, 'second'), version: second });
    assert.deepEqual(await all(), [one(1, 'second'), one(2, 'beside it'), one(31, 'in another cell')]);
  });

  it('gives the same version for a record however it is read, and after its neighbours were written', async () => {
    const version = await store.insert(one(1));
    const readings = async () => {
      const [many] = await store.getMany([one(1)]);
      const listed: string[] = [];
      for await (const { value, version } of store.list('a')) if (value.id === 1) listed.push(version);
      return [(await store.get(one(1)))?.version, many?.version, ...listed];
    };
    assert.deepEqual(await readings(), [version, version, version]);
    await store.insert(one(2));
    assert.deepEqual(await readings(), [version, version, version]);
  });

  it('leaves a neighbour as it stands in storage, with what its schema does not know', async () => {
    const cell = JSON.stringify([{ text: 'of a later release', id: 1, group: 'a', more: [1] }]);
    await space.table('pairings').createEntity({ partitionKey: 'a', rowKey: '000', c0: cell });
    const before = await store.get(one(1));
    await store.insert(one(2));
    const row = await space.table('pairings').getEntity<{ c0: string }>('a', '000');
    assert.ok(row.c0.startsWith(cell.slice(0, -1)), row.c0);
    assert.equal((await store.get(one(1)))?.version, before?.version);
  });

  it('writes many of a bucket at once, and says which of them were changed by others', async () => {
    const old = await store.insert(one(1));
    await store.replace(one(1, 'theirs'), old ?? '');
    const stale = await store.insert(one(2));
    const used = { count: 0 };
    const versions = await things(counting(space.table('pairings'), used)).write([
      { value: one(1, 'mine'), version: old },
      { value: one(2, 'mine'), version: stale },
      { value: one(3, 'mine'), version: null },
      { value: one(2, 'mine as well'), version: null },
    ]);
    assert.deepEqual(
      versions.map((version) => version !== null),
      [false, true, true, false],
    );
    assert.equal(used.count, 2, 'one reading, one writing');
    assert.deepEqual(await all(), [one(1, 'theirs'), one(2, 'mine'), one(3, 'mine')]);
    assert.equal((await store.get(one(3)))?.version, versions[2]);
    assert.deepEqual(await store.write([]), []);
  });

  it('is done by one of two at once, in two processes', async () => {
    const [here, there] = [store, elsewhere()];
    const ids = Array.from({ length: 12 }, (_, i) => i);
    const insert = (store: ListedStore<string, Key, Thing>, text: string) =>
      Promise.all(ids.map((id) => store.insert(one(id, text))));
    const [mine, theirs] = await Promise.all([insert(here, 'here'), insert(there, 'there')]);
    const standing = await all();
    for (const id of ids) {
      const winner = mine[id] === null ? 'there' : 'here';
      assert.ok((mine[id] === null) !== (theirs[id] === null), `${id} was inserted once`);
      assert.equal(standing[id]?.text, winner);
    }
  });

  it('loses nothing when two processes change different records of one row', async () => {
    const ids = Array.from({ length: 8 }, (_, i) => i);
    await store.insertMissing(ids.map((id) => one(id)));
    const before = new Map(
      (await store.getMany(ids.map((id) => one(id)))).map((r) => [r.value.id, r.version]),
    );
    const there = elsewhere();
    const done = await Promise.all(
      ids.map((id) => (id % 2 ? store : there).replace(one(id, `changed ${id}`), before.get(id) ?? '')),
    );
    assert.ok(done.every((version) => version !== null));
    assert.deepEqual(
      await all(),
      ids.map((id) => one(id, `changed ${id}`)),
    );
  });

  it('inserts what is missing, twenty rows a transaction, and leaves what is there as it is', async () => {
    await store.insert(one(107, 'was there'));
    const wanted = Array.from({ length: 3_000 }, (_, id) => one(id));
    const used = { count: 0 };
    const counted = things(counting(space.table('pairings'), used));
    await counted.insertMissing(wanted);
    assert.equal(
      used.count,
      2 + 2 * 20,
      'two transactions; each row of the one that failed is read and written',
    );
    await counted.insertMissing(wanted);
    const found = await all();
    assert.deepEqual(
      found.map(({ id }) => id),
      wanted.map(({ id }) => id),
      'in the order of their keys',
    );
    assert.deepEqual(
      found.filter(({ text }) => text !== 'first'),
      [one(107, 'was there')],
    );
    await store.insertMissing([]);
  });

  it('reads any keys of any rows', async () => {
    const there = Array.from({ length: 60 }, (_, i) => i * 7);
    await store.insertMissing(there.map((id) => one(id)));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 30 }), async (ids) => {
        const found = (await store.getMany(ids.map((id) => one(id)))).map(({ value }) => value.id);
        const wanted = [...new Set(ids)].filter((id) => there.includes(id));
        assert.deepEqual(
          found.toSorted((a, b) => a - b),
          wanted.toSorted((a, b) => a - b),
        );
      }),
      { numRuns: 25 },
    );
  });

  it('reads one row by its key: no query', async () => {
    await store.insertMissing([one(1), one(2), one(150)]);
    const used = { count: 0 };
    const found = await things(counting(space.table('pairings'), used)).getMany([one(1), one(2), one(3)]);
    assert.deepEqual(
      found.map(({ value }) => value.id),
      [1, 2],
    );
    assert.equal(used.count, 1);
  });

  it('reads no other group', async () => {
    await store.insert(one(1));
    await store.insert({ ...one(1), group: 'a2' });
    assert.deepEqual(await all('a'), [one(1)]);
    assert.deepEqual(await store.getMany([{ group: 'b', id: 1 }]), []);
  });

  it('names the row whose record does not fit its schema', async () => {
    const misfit = JSON.stringify([{ group: 'a', id: 'one', text: null }]);
    await space.table('pairings').createEntity({ partitionKey: 'a', rowKey: '000', c0: misfit });
    await assert.rejects(store.get(one(1)), /row a \/ 000 of Table storage does not fit its schema[^]*id/);
    await assert.rejects(all(), /row a \/ 000/);
  });

  it('takes a table that is missing for a failure', async () => {
    const nowhere = things(space.table('pairings'));
    await space.table('pairings').deleteTable();
    await assert.rejects(nowhere.get(one(1)));
    await assert.rejects(nowhere.insert(one(1)));
    await assert.rejects(nowhere.insertMissing([one(1)]));
  });

  it('puts a round’s placements into 256 rows at most, in the order of their object ids', async () => {
    const placement = (n: number): Placement => ({
      scheme: 'unmentoring',
      round: '2026-12-14',
      person: `11111111-1111-4111-8111-111111111111.${n.toString(16).padStart(4, '0')}0000-0000-4000-8000-000000000000`,
      name: `Ann ${n}`,
      language: 'en',
      zone: 'UTC',
      pairing: null,
      reason: null,
      repair: 0,
    });
    const everybody = Array.from({ length: 4_096 }, (_, i) => placement(i * 16));
    const { placements } = tableStorage(space.table);
    await placements.insertMissing(everybody);
    const rows: string[] = [];
    for await (const { rowKey } of space.table('placements').listEntities()) rows.push(rowKey ?? '');
    assert.equal(rows.length, 256);
    const listed: Placement[] = [];
    for await (const { value } of placements.list(everybody[0] ?? placement(0))) listed.push(value);
    assert.deepEqual(listed, everybody);
  });
});
