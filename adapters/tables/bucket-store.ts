import { createHash } from 'node:crypto';
import { odata, type TableClient } from '@azure/data-tables';
import { z } from 'zod';
import { oneByOne } from '../../core/booking/one-by-one.ts';
import { concurrently } from '../../core/operations/concurrently.ts';
import type { ListedStore, Versioned } from '../../core/ports/storage.ts';
import { unless } from './expected.ts';
import { fitting } from './fitting.ts';
import { inPartsOf, readRows, type Row } from './read-rows.ts';

/** Where a record stands: in a cell (a property) of a bucket (a row). */
export interface Place {
  /** Neither partition nor bucket may hold `/ \ # ?` or control characters. */
  readonly partition: string;
  readonly bucket: string;
  /** A name as C# has them: letters, digits, `_`, and no digit first. */
  readonly cell: string;
}

export interface BucketLayout<Group, Key, T> {
  readonly schema: z.ZodType<T>;
  readonly partitionOf: (group: Group) => string;
  readonly placeOf: (key: Key | T) => Place;
  /** What tells a record from the others of its cell. */
  readonly idOf: (key: Key | T) => string;
}

/** Buckets that one transaction makes, and one page holds: a transaction takes 4 MiB, as does a page. */
const bucketsAtOnce = 20;

/** Whoever writes into a bucket at the same time as others reads it again: each time one of them is done. */
const attempts = 32;

/** Rows that are kept in mind: those of the handfuls that are worked on. */
const rowsInMind = 64;

const listed = z.array(z.unknown());

/**
 * Records of one kind, many to a row: in storage and in its client a row costs far more than what it holds. A record's
 * version is a digest of what is stored of it, so that others in the same bucket may change meanwhile; one that was
 * changed and changed back is what it was. As in `tableStore`, whoever gets null for a write reads again. A bucket takes
 * 252 cells of 32,000 characters, 1 MiB in all:
 * https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model
 */
export function bucketStore<Group, Key, T extends object>(
  client: TableClient,
  { schema, partitionOf, placeOf, idOf }: BucketLayout<Group, Key, T>,
): ListedStore<Group, Key, T> {
  interface Change {
    readonly value: T;
    /** Null: there is to be none yet. */
    readonly version: string | null;
  }

  const stored = (row: Row, cell: string): T[] => {
    const text = row[cell];
    // Whether they fit the schema is asked when they are read.
    return typeof text === 'string' ? (fitting(listed, row, JSON.parse(text)) as T[]) : [];
  };

  const inCell = (row: Row, cell: string): Versioned<T>[] =>
    stored(row, cell).map((one) => ({ value: fitting(schema, row, one), version: versionOf(one) }));

  const inBucket = (row: Row): Versioned<T>[] =>
    Object.keys(row)
      .filter((name) => !ofStorage.has(name))
      .sort()
      .flatMap((cell) => inCell(row, cell));

  const readCells = ({ partition, bucket }: Place, names: readonly string[]): Promise<Row | null> => {
    const select = ['PartitionKey', 'RowKey', ...names];
    return unless(404, () => client.getEntity(partition, bucket, { queryOptions: { select } }));
  };

  /** A row with those cells of a bucket in which records stand; `records` are all that are to stand in them. */
  const rowOf = (partition: string, bucket: string, records: readonly T[]) => ({
    partitionKey: partition,
    rowKey: bucket,
    ...Object.fromEntries(
      [...Map.groupBy(records, (record) => placeOf(record).cell)].map(([cell, mine]) => [
        cell,
        JSON.stringify(mine.toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1))),
      ]),
    ),
  });

  /** Whole rows as they were last seen here. A write begins from them; one that is out of date costs another attempt. */
  const seen = new Map<string, Row>();
  const keepInMind = (name: string, row: Row) => {
    seen.delete(name);
    seen.set(name, row);
    const [oldest] = seen.keys();
    if (seen.size > rowsInMind && oldest !== undefined) seen.delete(oldest);
  };

  /** Writes at once what still holds of some changes in one bucket; gives the versions in the order of the changes. */
  const writeBucket = async (place: Place, changes: readonly Change[]) => {
    const { partition, bucket } = place;
    const name = nameOf(place);
    const touched = [...new Set(changes.map(({ value }) => placeOf(value).cell))];
    for (let attempt = 0; attempt < attempts; attempt++) {
      const known = seen.get(name);
      const row = known ?? (await readCells(place, touched));
      seen.delete(name);
      const records = new Map(
        touched.flatMap((cell) => (row === null ? [] : stored(row, cell))).map((one) => [idOf(one), one]),
      );
      const versions = new Map([...records].map(([id, one]) => [id, versionOf(one)]));
      const holds = ({ value, version }: Change) => (versions.get(idOf(value)) ?? null) === version;
      const held = changes.filter(holds);
      if (held.length === 0 && known === undefined) return changes.map(() => null);
      if (held.length < changes.length && known !== undefined) continue;

      for (const { value } of held) records.set(idOf(value), value);
      const next = rowOf(partition, bucket, [...records.values()]);
      const done =
        row === null
          ? await unless(409, () => client.createEntity(next))
          : await unless(412, () => client.updateEntity(next, 'Merge', { etag: row.etag }));
      if (done === null) continue;
      if (known !== undefined && done.etag !== undefined)
        keepInMind(name, { ...known, ...next, etag: done.etag });
      return changes.map((change) => (holds(change) ? versionOf(change.value) : null));
    }
    throw new Error(`row ${partition} / ${bucket} was changed by others ${attempts} times in a row`);
  };

  const write: ListedStore<Group, Key, T>['write'] = async (changes) => {
    const versions = new Map<Change, string | null>();
    const buckets = [...Map.groupBy(changes, ({ value }) => nameOf(placeOf(value)))];
    await concurrently(buckets, async ([name, mine]) => {
      const [first] = mine;
      if (first === undefined) return;
      const written = await oneByOne(client, name, () => writeBucket(placeOf(first.value), mine));
      for (const [i, change] of mine.entries()) versions.set(change, written[i] ?? null);
    });
    return changes.map((change) => versions.get(change) ?? null);
  };

  const writeOne = async (value: T, version: string | null) => (await write([{ value, version }]))[0] ?? null;

  return {
    insert: (value) => writeOne(value, null),
    replace: writeOne,
    write,

    async get(key) {
      const place = placeOf(key);
      const row = await readCells(place, [place.cell]);
      const found = row === null ? [] : inCell(row, place.cell);
      return found.find(({ value }) => idOf(value) === idOf(key)) ?? null;
    },

    async *list(group) {
      const filter = odata`PartitionKey eq ${partitionOf(group)}`;
      const pages = client.listEntities({ queryOptions: { filter } }).byPage({ maxPageSize: bucketsAtOnce });
      for await (const page of pages) for (const row of page) yield* inBucket(row);
    },

    async getMany(keys) {
      const wanted = new Set(keys.map((key) => `${nameOf(placeOf(key))} ${idOf(key)}`));
      const partitions = Map.groupBy(keys, (key) => placeOf(key).partition);
      const rows = await concurrently([...partitions], ([partition, mine]) =>
        readRows(
          client,
          partition,
          mine.map((key) => placeOf(key).bucket),
        ),
      );
      for (const row of rows.flat()) keepInMind(`${row.partitionKey ?? ''} ${row.rowKey ?? ''}`, row);
      return rows
        .flat()
        .flatMap(inBucket)
        .filter(({ value }) => wanted.has(`${nameOf(placeOf(value))} ${idOf(value)}`));
    },

    async insertMissing(values) {
      const partitions = Map.groupBy(values, (value) => placeOf(value).partition);
      const parts = [...partitions].flatMap(([partition, mine]) => {
        const buckets = [...Map.groupBy(mine, (value) => placeOf(value).bucket)];
        return inPartsOf(bucketsAtOnce, buckets).map((part) => ({ partition, part }));
      });
      await concurrently(parts, async ({ partition, part }) => {
        const rows = part.map(([bucket, records]) => rowOf(partition, bucket, records));
        const made = await unless(409, () => client.submitTransaction(rows.map((row) => ['create', row])));
        // Where one is there already, each is filled up.
        if (made === null)
          await write(part.flatMap(([, records]) => records.map((value) => ({ value, version: null }))));
      });
    },
  };
}

function nameOf({ partition, bucket }: Place): string {
  return `${partition} ${bucket}`;
}

function versionOf(stored: unknown): string {
  return createHash('sha256').update(JSON.stringify(stored)).digest('base64url');
}

/** What the client gives beside the cells. */
const ofStorage = new Set(['partitionKey', 'rowKey', 'timestamp', 'etag', 'odata.etag', 'odata.metadata']);
