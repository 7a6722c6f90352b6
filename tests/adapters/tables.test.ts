import assert from 'node:assert/strict';
import { RestError, TableClient } from '@azure/data-tables';
import fc from 'fast-check';
import { tableStorage } from '../../adapters/tables/storage.ts';
import type { Participant } from '../../core/records/participant.ts';
import type { Placement } from '../../core/records/placement.ts';
import { noLog, storageSpace, type StorageSpace, useAzurite } from '../support/azurite.ts';
import { counting } from '../support/counting.ts';
import {
  december,
  message,
  pairing,
  participant,
  personRecord,
  placement as placementOf,
} from '../support/records.ts';

const joined = (n: number, more: Partial<Participant> = {}): Participant =>
  participant(`tenant.${String(n).padStart(4, '0')}`, more);
const ann = participant('tenant.ann');

describe('Table storage (Azurite)', () => {
  const azurite = useAzurite();
  let space: StorageSpace;
  let storage: ReturnType<typeof tableStorage>;
  beforeEach(async () => {
    space = await storageSpace(azurite());
    storage = tableStorage(space.table, noLog);
  });

  it('lists all pages of a group, and no other group', async () => {
    const { participants } = storage;
    const many = Array.from({ length: 1_205 }, (_, n) => joined(n));
    await participants.insertMissing(many);
    await participants.insert(joined(1, { scheme: 'lunch' }));
    const seen: string[] = [];
    for await (const { value } of participants.list(december)) seen.push(value.person);
    assert.deepEqual(
      seen,
      many.map(({ person }) => person),
    );
  });

  it('lists a round over many partitions in the order of its keys, and no other round', async () => {
    const { placements } = storage;
    const placement = (n: number, more: Partial<Placement> = {}) =>
      placementOf(`tenant.${n.toString(16).padStart(2, '0')}0e5f1c`, more);
    const many = Array.from({ length: 256 }, (_, n) => placement(n));
    const others = [{ round: '2026-12-07' }, { round: '2027-01-11' }, { scheme: 'unmentoring-2' }];
    await placements.insertMissing([...many.toReversed(), ...others.map((other) => placement(7, other))]);
    const seen: Placement[] = [];
    for await (const { value } of placements.list(december)) seen.push(value);
    assert.deepEqual(seen, many);
  });

  describe('reading many', () => {
    const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
    const read = async (of: readonly number[], queries?: { count: number }) => {
      const counted = tableStorage((name) => counting(space.table(name), queries), noLog).participants;
      const found = await counted.getMany(of.map((n) => joined(n)));
      return found.map(({ value }) => value.person).sort();
    };
    const keys = (of: readonly number[]) => of.map((n) => joined(n).person);
    beforeEach(() => storage.participants.insertMissing(numbers(0, 120).map((n) => joined(n))));

    for (const { name, wanted, queries } of [
      { name: 'nothing', wanted: [], queries: 0 },
      { name: 'one', wanted: [7], queries: 1 },
      { name: 'twenty in a row: one query', wanted: numbers(40, 60), queries: 1 },
      { name: 'a row with gaps: one query', wanted: [40, 42, 44, 47], queries: 1 },
      { name: 'a few far apart: those, by name', wanted: [0, 60, 119], queries: 1 },
      {
        name: 'more than one query can name',
        wanted: [...numbers(0, 10), ...numbers(110, 120)],
        queries: 3,
      },
    ]) {
      it(name, async () => {
        const used = { count: 0 };
        assert.deepEqual(await read(wanted, used), keys(wanted));
        assert.equal(used.count, queries);
      });
    }

    it('gives exactly the rows of the wanted keys', async () => {
      const key = fc.integer({ min: 0, max: 140 });
      await fc.assert(
        fc.asyncProperty(fc.array(key, { maxLength: 40 }), async (wanted) => {
          const distinct = [...new Set(wanted)].sort((a, b) => a - b);
          assert.deepEqual(await read(wanted), keys(distinct.filter((n) => n < 120)));
        }),
        { numRuns: 25 },
      );
    });
  });

  it('reads many people in one request for each part that they are divided into', async () => {
    const person = (n: number) => personRecord(`tenant.${n.toString(16).padStart(2, '0')}0e5f1c`);
    const all = Array.from({ length: 48 }, (_, n) => person(n));
    for (const one of all) await storage.people.insert(one);
    const used = { count: 0 };
    const { people } = tableStorage((name) => counting(space.table(name), used), noLog);
    const asked = [...all.slice(10, 40), person(255)];
    const found = await people.getMany(asked.map(({ id }) => id));
    assert.deepEqual(
      asked.flatMap(({ id }) => found.get(id) ?? []),
      all.slice(10, 40),
    );
    assert.equal(used.count, 2);
  });

  describe('writing many', () => {
    it('inserts and replaces in one transaction, and gives the versions', async () => {
      const { participants } = storage;
      const old = await participants.insert(joined(1));
      const used = { count: 0 };
      const counted = tableStorage((name) => counting(space.table(name), used), noLog).participants;
      const versions = await counted.write([
        { value: joined(1, { status: 'paused' }), version: old },
        ...Array.from({ length: 99 }, (_, i) => ({ value: joined(i + 2), version: null })),
      ]);
      assert.equal(used.count, 1);
      assert.equal(versions.length, 100);
      const [first, second] = await participants.getMany([joined(1), joined(2)]);
      assert.deepEqual([first?.value.status, first?.version], ['paused', versions[0]]);
      assert.equal(second?.version, versions[1]);
      assert.deepEqual(await participants.write([]), []);
    });

    for (const { size, requests } of [
      { size: 33, requests: 1 },
      { size: 34, requests: 2 },
    ]) {
      it(`${size} pairings with two messages each: ${requests} transaction(s) of at most 100 rows`, async () => {
        const used = { count: 0 };
        const { pairings } = tableStorage((name) => counting(space.table(name), used), noLog);
        const changes = Array.from({ length: size }, (_, i) => {
          const value = pairing(`p${String(i).padStart(5, '0')}`, ['Ann', 'Ben']);
          const { pairing: id, members } = value;
          const messages = members.map((person) => message(`${id} to ${person}`, person, { pairing: id }));
          return { value, version: null, messages };
        });
        const versions = await pairings.writeWith(changes);
        assert.ok(versions.every((version) => version !== null));
        assert.equal(used.count, requests);
      });
    }
  });

  for (const { row, problem } of [
    {
      row: { v: 1, record: JSON.stringify({ ...ann, status: 'asleep' }) },
      problem: 'does not fit its schema: status',
    },
    { row: { v: 1, record: '{"person":"tenant.ann' }, problem: 'is not JSON' },
    { row: { v: 2, record: JSON.stringify(ann) }, problem: 'has version 2' },
    { row: { record: JSON.stringify(ann) }, problem: 'has no version' },
    { row: { v: 1, record: JSON.stringify(joined(1)) }, problem: 'is of another record' },
  ]) {
    it(`names a row that ${problem}, and never says what is in it`, async () => {
      const logged: unknown[] = [];
      const { participants } = tableStorage(space.table, (...line) => logged.push(line));
      const client = space.table('participants');
      await client.createEntity({ partitionKey: 'unmentoring', rowKey: 'tenant.ann', ...row });
      await assert.rejects(participants.get(ann), {
        message: `row unmentoring / tenant.ann of Table storage ${problem}`,
      });
      assert.deepEqual(await participants.getMany([ann]), []);
      const version = row.v ?? null;
      const named = {
        table: client.tableName,
        partition: 'unmentoring',
        row: 'tenant.ann',
        version,
        problem,
      };
      assert.deepEqual(logged, [['unreadable record', named]]);
    });
  }

  it('fails on a missing table, rather than find it empty', async () => {
    const nowhere = tableStorage(
      (name) =>
        TableClient.fromConnectionString(azurite().connectionString, `missing${name}`, {
          allowInsecureConnection: true,
        }),
      noLog,
    ).participants;
    await assert.rejects(nowhere.get(ann));
    await assert.rejects(nowhere.insert(ann));
    await assert.rejects(async () => {
      for await (const { version } of nowhere.list(ann)) assert.fail(`there is nothing, and no ${version}`);
    });
  });

  for (const { times, comes } of [
    { times: 2, comes: 'through' },
    { times: 3, comes: 'to an end' },
  ]) {
    it(`comes ${comes} when ${times} connections turn out to be closed while it is sending`, async () => {
      let left = times;
      const client = space.table('participants');
      client.pipeline.addPolicy({
        name: 'closed',
        sendRequest: (request, next) =>
          left-- > 0
            ? Promise.reject(new RestError('write EPIPE', { code: 'EPIPE', request }))
            : next(request),
      });
      const { participants } = tableStorage(() => client, noLog);
      const inserted = participants.insert(ann);
      if (comes === 'through') {
        assert.ok(await inserted);
        assert.deepEqual((await storage.participants.get(ann))?.value, ann);
      } else await assert.rejects(inserted, /EPIPE/);
    });
  }

  it('fails when storage cannot be reached', async () => {
    const away = tableStorage(
      (name) =>
        TableClient.fromConnectionString(
          azurite().connectionString.replace(/TableEndpoint=[^;]+/, 'TableEndpoint=http://127.0.0.1:1/x'),
          name,
          { allowInsecureConnection: true, retryOptions: { maxRetries: 0 } },
        ),
      noLog,
    ).participants;
    await assert.rejects(away.get(ann));
    await assert.rejects(away.insert(ann));
    await assert.rejects(away.replace(ann, '*'));
  });
});
