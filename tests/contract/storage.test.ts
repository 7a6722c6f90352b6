import assert from 'node:assert/strict';
import { blobStorage } from '../../adapters/blobs/storage.ts';
import { tableStorage } from '../../adapters/tables/storage.ts';
import type { ListedStore, Storage, Store } from '../../core/ports/storage.ts';
import type { Plan } from '../../core/records/plan.ts';
import { defaultScheme } from '../../core/records/scheme.ts';
import type { FreeBusy } from '../../core/time/free-busy.ts';
import { storageSpace, useAzurite } from '../support/azurite.ts';
import { memoryStorage } from '../support/memory-storage.ts';
import {
  december,
  member,
  message,
  pairing,
  participant,
  personRecord,
  placement,
  plan,
  repair,
  round,
  tenOn,
} from '../support/records.ts';

const january = { scheme: 'unmentoring', round: '2027-01-11' } as const;

/** `7` → `'007'`: sorts like the number. */
const digits = (n: number) => String(n).padStart(3, '0');
/** A person's key. Table storage orders some records by its second part. */
const personOf = (n: number) => `tenant.${digits(n)}e5f1c`;

describe('storage on Azure (Azurite)', () => {
  const azurite = useAzurite();
  keepsItsPromises(async () => {
    const space = await storageSpace(azurite());
    return { ...tableStorage(space.table), ...blobStorage(space.blobs) };
  });
});

describe('storage in memory', () => {
  keepsItsPromises(async () => memoryStorage());
});

function keepsItsPromises(empty: () => Promise<Storage>): void {
  keepsRecords('schemes', async () => (await empty()).schemes, {
    group: null,
    keyOf: ({ id }) => id,
    first: (n) => ({ ...defaultScheme(Date.parse('2026-12-01T08:00:00.000Z')), id: `scheme-${digits(n)}` }),
    later: { lunch: { start: '11:30', end: '12:15' } },
  });
  keepsRecords('participants', async () => (await empty()).participants, {
    group: december,
    keyOf: (value) => value,
    first: (n) => participant(personOf(n), { pausedUntil: '2027-01-04' }),
    later: {
      pausedUntil: null,
      preferences: { hours: 'morning', minutes: 45 },
      meetings: [{ number: 3, round: null, with: ["tenant.o'hara", 'tenant.cem'], met: null }],
    },
    elsewhere: (value) => ({ ...value, scheme: 'lunch' }),
  });
  keepsRecords('rounds', async () => (await empty()).rounds, {
    group: december,
    keyOf: (value) => value,
    first: (n) => round({ round: new Date(Date.UTC(2026, 0, n)).toISOString().slice(0, 10) }),
    later: { stage: 'closed', answersCheckedAt: Date.parse('2026-12-11T10:00:00.000Z') },
    elsewhere: (value) => ({ ...value, scheme: 'lunch' }),
  });
  keepsRecords('pairings', async () => (await empty()).pairings, {
    group: december,
    keyOf: (value) => value,
    first: (n) =>
      pairing(`p00${digits(n)}`, ['It is "Ann’s" \\ turn\n', 'Bjørn'], { endedBecause: 'nobody-found' }),
    later: { endedBecause: null, answers: { ann: 'declined' } },
    elsewhere: (value) => ({ ...value, ...january }),
  });
  keepsRecords('placements', async () => (await empty()).placements, {
    group: december,
    keyOf: (value) => value,
    first: (n) => placement(personOf(n), { reason: 'alone' }),
    later: { reason: null, pairing: 'r001-01' },
    elsewhere: (value) => ({ ...value, ...january }),
  });
  keepsRecords('outbox', async () => (await empty()).outbox, {
    group: december,
    keyOf: (value) => value,
    first: (n) => message(`unmentoring:2026-12-14:p${digits(n)}`, 'tenant.ann', { activity: 'm1' }),
    later: { state: 'doubtful', activity: null },
    elsewhere: (value) => ({ ...value, ...january }),
  });
  keepsOneRecord('people', async () => (await empty()).people, {
    keyOf: ({ id }) => id,
    first: (n) => personRecord(personOf(n)),
    later: { zone: null, welcome: { activity: 'installed', said: false } },
  });
  keepsOneRecord('budgets', async () => (await empty()).budgets, {
    keyOf: ({ mailbox }) => mailbox,
    first: (n) => ({
      mailbox: `o'coffee${n}@contoso.example`,
      turn: { holder: 'a@1', key: 'a', until: 2 },
      sendings: [],
      recipients: [],
    }),
    later: {
      turn: null,
      sendings: [{ key: null, at: 1, invitations: 20 }],
      recipients: [{ hour: 0, count: 40 }],
    },
  });

  it('people: reads many at once by person, and leaves out unknown ones', async () => {
    const { people } = await empty();
    const [one, two, three] = [1, 2, 3].map((n) => personRecord(personOf(n)));
    assert.ok(one && two && three);
    for (const person of [one, two, three]) await people.insert(person);
    const found = await people.getMany([three.id, personOf(4), one.id, one.id]);
    assert.deepEqual(
      new Map([...found].sort()),
      new Map([
        [one.id, one],
        [three.id, three],
      ]),
    );
    assert.deepEqual(await people.getMany([]), new Map());
  });

  it('plans: keeps the first one written, and gives everybody that one', async () => {
    const { plans } = await empty();
    assert.equal(await plans.get(december), null);
    const given = await Promise.all([1, 2, 3, 4].map((seed) => plans.putFirst(planned(seed))));
    const first = given[0];
    assert.ok(first);
    assert.deepEqual(given, [first, first, first, first]);
    assert.deepEqual(await plans.putFirst(planned(5)), first);
    assert.deepEqual(await plans.get(december), first);
    assert.equal(await plans.get(january), null);
    assert.deepEqual(await plans.putFirst(plan({ ...january, seed: 6 })), plan({ ...january, seed: 6 }));
  });

  it('repairs: keeps the first one written of each number', async () => {
    const { repairs } = await empty();
    const [ann, ben] = [[placement('tenant.ann')], [placement('tenant.ben')]];
    assert.equal(await repairs.get({ ...december, number: 1 }), null);
    assert.deepEqual(await repairs.putFirst(repair(1, { placements: ann })), repair(1, { placements: ann }));
    assert.deepEqual(await repairs.putFirst(repair(1, { placements: ben })), repair(1, { placements: ann }));
    assert.deepEqual(await repairs.putFirst(repair(2, { placements: ben })), repair(2, { placements: ben }));
    assert.deepEqual(await repairs.get({ ...december, number: 1 }), repair(1, { placements: ann }));
    assert.equal(await repairs.get({ ...december, number: 3 }), null);
    assert.equal(await repairs.get({ ...january, number: 1 }), null);
  });

  it('availability: keeps the first week written, until it is removed', async () => {
    const { availability } = await empty();
    assert.equal(await availability.get(december), null);
    assert.deepEqual(await availability.putFirst(december, week), week);
    assert.deepEqual(await availability.putFirst(december, new Map()), week);
    assert.deepEqual(await availability.get(december), week);
    assert.equal(await availability.get(january), null);
    await availability.remove(december);
    assert.equal(await availability.get(december), null);
    await availability.remove(december);
  });

  it('availability: keeps only views and working hours, not the number of entries', async () => {
    const { availability } = await empty();
    const read = { kind: 'read', view: '0220', hours: null } as const;
    await availability.putFirst(december, new Map([['ann', { ...read, entries: '0120' }]]));
    assert.deepEqual(await availability.get(december), new Map([['ann', read]]));
  });
}

interface Samples<Key, T> {
  readonly keyOf: (value: T) => Key;
  /** The n-th record: the order of the numbers is the order of the keys. */
  readonly first: (n: number) => T;
  /** The changes that every record gets later, among them one from or to null. */
  readonly later: Partial<NoInfer<T>>;
}

interface ListedSamples<Group, Key, T> extends Samples<Key, T> {
  readonly group: Group;
  /** The record with the same key in another group; absent when there is only one group. */
  readonly elsewhere?: (value: T) => T;
}

function keepsOneRecord<Key, T extends object>(
  kind: string,
  start: () => Promise<Store<Key, T>>,
  { keyOf, first, later }: Samples<Key, T>,
): void {
  const next = (value: T): T => ({ ...value, ...later });

  it(`${kind}: gives what was inserted, then what replaced it, each with its version`, async () => {
    const store = await start();
    const key = keyOf(first(1));
    assert.equal(await store.get(key), null);
    const one = await store.insert(first(1));
    assert.deepEqual(await store.get(key), { value: first(1), version: one });
    assert.equal(await store.get(keyOf(first(2))), null);
    const two = await store.replace(next(first(1)), one ?? '');
    assert.ok(two !== null && two !== one);
    assert.deepEqual(await store.get(key), { value: next(first(1)), version: two });
  });

  it(`${kind}: keeps the first of two inserts`, async () => {
    const store = await start();
    const both = await Promise.all([store.insert(first(1)), store.insert(next(first(1)))]);
    assert.equal(both.filter((version) => version === null).length, 1);
    const kept = both[0] === null ? next(first(1)) : first(1);
    assert.equal(await store.insert(first(1)), null);
    assert.deepEqual((await store.get(keyOf(first(1))))?.value, kept);
  });

  it(`${kind}: replaces a record only if nobody changed it since it was read`, async () => {
    const store = await start();
    const old = (await store.insert(first(1))) ?? '';
    const change = () => store.replace(next(first(1)), old);
    const both = await Promise.all([change(), change()]);
    assert.equal(both.filter((version) => version === null).length, 1);
    assert.equal(await store.replace(first(1), old), null);
    const version = both[0] ?? both[1];
    assert.deepEqual(await store.get(keyOf(first(1))), { value: next(first(1)), version });
  });

  it(`${kind}: gives a new object each time`, async () => {
    const store = await start();
    const given = first(1);
    await store.insert(given);
    Object.assign(given, later);
    const found = await store.get(keyOf(first(1)));
    assert.deepEqual(found?.value, first(1));
    Object.assign(found.value, later);
    assert.deepEqual((await store.get(keyOf(first(1))))?.value, first(1));
  });
}

function keepsRecords<Group, Key, T extends object>(
  kind: string,
  start: () => Promise<ListedStore<Group, Key, T>>,
  samples: ListedSamples<Group, Key, T>,
): void {
  const { group, keyOf, first, later, elsewhere } = samples;
  const next = (value: T): T => ({ ...value, ...later });
  keepsOneRecord(kind, start, samples);

  const allOf = async (store: ListedStore<Group, Key, T>) => {
    const found: T[] = [];
    for await (const { value } of store.list(group)) found.push(value);
    return found;
  };
  const many = (size: number) => Array.from({ length: size }, (_, i) => first(i + 1));
  const inserts = (values: readonly T[]) => values.map((value) => ({ value, version: null }));

  it(`${kind}: lists a group in the order of the keys, and no other group`, async () => {
    const store = await start();
    assert.deepEqual(await allOf(store), []);
    for (const n of [23, 1, 110, 12, 2, 101]) await store.insert(first(n));
    if (elsewhere) await store.insert(elsewhere(first(3)));
    assert.deepEqual(await allOf(store), [1, 2, 12, 23, 101, 110].map(first));
    for await (const { value, version } of store.list(group))
      assert.ok(await store.replace(next(value), version), 'with its version');
  });

  it(`${kind}: inserts many missing records, and leaves existing ones as they are`, async () => {
    const store = await start();
    await store.insert(next(first(7)));
    if (elsewhere) await store.insert(elsewhere(first(8)));
    await store.insertMissing(many(130));
    await store.insertMissing(many(130));
    await store.insertMissing([]);
    assert.deepEqual(
      await allOf(store),
      many(130).map((value, i) => (i === 6 ? next(value) : value)),
    );
  });

  it(`${kind}: reads many records with their versions, and leaves out missing ones`, async () => {
    const store = await start();
    await store.insertMissing([1, 2, 3, 40, 41, 100].map(first));
    if (elsewhere) await store.insert(elsewhere(first(4)));
    const keys = [41, 4, 1, 99, 2, 1].map((n) => keyOf(first(n)));
    const found = await store.getMany(keys);
    assert.deepEqual(new Set(found.map(({ value }) => value)), new Set([1, 2, 41].map(first)));
    assert.equal(found.length, 3);
    for (const { value, version } of found) assert.ok(await store.replace(next(value), version));
    assert.deepEqual(await store.getMany([]), []);
  });

  it(`${kind}: writes a hundred at once, and says which ones others had changed`, async () => {
    const store = await start();
    const [one, two] = [await store.insert(first(1)), await store.insert(first(2))];
    await store.replace(next(first(2)), two ?? '');
    await store.insert(next(first(3)));
    const versions = await store.write([
      { value: next(first(1)), version: one },
      { value: first(2), version: two },
      ...inserts(many(100).slice(2)),
    ]);
    assert.deepEqual(
      versions.flatMap((version, i) => (version === null ? [i + 1] : [])),
      [2, 3],
    );
    assert.equal(versions.length, 100);
    assert.deepEqual(
      await allOf(store),
      many(100).map((value, i) => (i < 3 ? next(value) : value)),
    );
    assert.ok(await store.replace(first(1), versions[0] ?? ''), 'with its version');
    assert.deepEqual(await store.write([]), []);
  });

  it(`${kind}: accepts one of two simultaneous writes of each record`, async () => {
    const store = await start();
    const both = await Promise.all([store.write(inserts(many(3))), store.write(inserts(many(3)))]);
    for (const n of [0, 1, 2]) assert.equal(both.filter((versions) => versions[n] !== null).length, 1);
  });

  it(`${kind}: fails on a record that does not fit its schema`, async () => {
    const store = await start();
    const [field = ''] = Object.keys(later);
    await store.insert({ ...first(1), [field]: 4711 });
    await assert.rejects(store.get(keyOf(first(1))));
    await assert.rejects(store.getMany([keyOf(first(1))]));
    await assert.rejects(allOf(store));
  });
}

function planned(seed: number): Plan {
  const members = [member('Ann', { office: 'Leeds' }), member('Bjørn', { department: 'Housing' })];
  const pairings = [
    { id: 'p00001', members, minutes: 30, slots: [tenOn(15)], lastMet: null, closeness: 0, newLink: null },
  ];
  return plan({ seed, pairings });
}

/** Four people's calendars as Graph gives them, with a zone that has no name. */
const week = new Map<string, FreeBusy>([
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
