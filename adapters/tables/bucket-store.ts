import { createHash } from 'node:crypto';
import { odata, type TableClient } from '@azure/data-tables';
import { z } from 'zod';
import { oneByOne } from '../../core/shared/one-by-one.ts';
import { concurrently } from '../../core/shared/concurrently.ts';
import { inPartsOf } from '../../core/shared/in-parts.ts';
import type { ListedStore, Versioned } from '../../core/ports/storage.ts';
import { unless } from './expected.ts';
import { fitting } from './fitting.ts';
import { pagesAhead, readRows, type Row } from './read-rows.ts';

/** Where a record stands: in a cell (a property) of a bucket (a row). */
interface Place {
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

/** They are large. */
const transactionsAtOnce = 4;

/** Whoever writes into a bucket at the same time as others reads it again: each time one of them is done. */
const attempts = 32;

/** Buckets that are kept in mind: those that are worked on. */
const bucketsInMind = 16;

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

  /** A record as it stands in its cell; whether it fits the schema is asked when it is given away. */
  interface Kept {
    readonly record: T;
    readonly text: string;
    readonly version: string;
  }

  const keptAs = (record: T): Kept => {
    const text = JSON.stringify(record);
    return { record, text, version: createHash('sha256').update(text).digest('base64url') };
  };

  /** The records of a row, in the order of its cells. */
  const inRow = (row: Row): Kept[] =>
    Object.keys(row)
      .filter((name) => !ofStorage.has(name))
      .sort()
      .flatMap((cell) => {
        const text = row[cell];
        return typeof text === 'string' ? fitting(listed, row, JSON.parse(text)) : [];
      })
      .map((record) => keptAs(record as T));

  const given = (row: Row, { record, version }: Kept): Versioned<T> => ({
    value: fitting(schema, row, record),
    version,
  });

  const readCells = ({ partition, bucket }: Place, cells: readonly string[]): Promise<Row | null> => {
    const select = ['PartitionKey', 'RowKey', ...cells];
    return unless(404, () => client.getEntity(partition, bucket, { queryOptions: { select } }));
  };

  /** A row with cells in which these records stand, and no others. */
  const rowOf = (partition: string, bucket: string, records: readonly Kept[]) => ({
    partitionKey: partition,
    rowKey: bucket,
    ...Object.fromEntries(
      [...Map.groupBy(records, ({ record }) => placeOf(record).cell)].map(([cell, mine]) => [
        cell,
        `[${mine
          .toSorted((a, b) => (idOf(a.record) < idOf(b.record) ? -1 : 1))
          .map(({ text }) => text)
          .join(',')}]`,
      ]),
    ),
  });

  interface Bucket {
    readonly etag: string;
    /** By what tells them apart. */
    readonly records: ReadonlyMap<string, Kept>;
  }

  const byId = (records: readonly Kept[]) => new Map(records.map((one) => [idOf(one.record), one]));

  /** Whole buckets as they were last seen here. A write begins from them; one that is out of date costs another attempt. */
  const seen = new Map<string, Bucket>();
  const keepInMind = (name: string, bucket: Bucket) => {
    seen.delete(name);
    seen.set(name, bucket);
    const [oldest] = seen.keys();
    if (seen.size > bucketsInMind && oldest !== undefined) seen.delete(oldest);
  };

  /** Writes at once what still holds of some changes in one bucket; gives the versions in the order of the changes. */
  const writeBucket = async (place: Place, changes: readonly Change[]) => {
    const { partition, bucket } = place;
    const name = nameOf(place);
    const touched = new Set(changes.map(({ value }) => placeOf(value).cell));
    const wanted = changes.map(({ value, version }) => ({ id: idOf(value), version, next: keptAs(value) }));
    for (let attempt = 0; attempt < attempts; attempt++) {
      const known = seen.get(name);
      seen.delete(name);
      const row = known === undefined ? await readCells(place, [...touched]) : null;
      const standing = known ?? (row && { etag: row.etag, records: byId(inRow(row)) });
      const held = wanted.filter(
        ({ id, version }) => (standing?.records.get(id)?.version ?? null) === version,
      );
      if (held.length < wanted.length && known !== undefined) continue;
      if (held.length === 0) return changes.map(() => null);

      const records = new Map([...(standing?.records ?? []), ...byId(held.map(({ next }) => next))]);
      const next = rowOf(
        partition,
        bucket,
        [...records.values()].filter(({ record }) => touched.has(placeOf(record).cell)),
      );
      const done =
        standing === null
          ? await unless(409, () => client.createEntity(next))
          : await unless(412, () => client.updateEntity(next, 'Merge', { etag: standing.etag }));
      if (done === null) continue;
      if (known !== undefined && done.etag !== undefined) keepInMind(name, { etag: done.etag, records });
      return wanted.map((one) => (held.includes(one) ? one.next.version : null));
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
      const found = row === null ? [] : inRow(row).map((one) => given(row, one));
      return found.find(({ value }) => idOf(value) === idOf(key)) ?? null;
    },

    async *list(group) {
      const filter = odata`PartitionKey eq ${partitionOf(group)}`;
      const pages = client.listEntities({ queryOptions: { filter } }).byPage({ maxPageSize: bucketsAtOnce });
      for await (const page of pagesAhead(pages)) {
        for (const row of page) yield* inRow(row).map((one) => given(row, one));
      }
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
      return rows.flat().flatMap((row) => {
        const name = nameOf({ partition: row.partitionKey ?? '', bucket: row.rowKey ?? '' });
        const records = inRow(row);
        keepInMind(name, { etag: row.etag, records: byId(records) });
        return records
          .filter(({ record }) => wanted.has(`${name} ${idOf(record)}`))
          .map((one) => given(row, one));
      });
    },

    async insertMissing(values) {
      const partitions = Map.groupBy(values, (value) => placeOf(value).partition);
      const parts = [...partitions].flatMap(([partition, mine]) => {
        const buckets = [...Map.groupBy(mine, (value) => placeOf(value).bucket)];
        return inPartsOf(bucketsAtOnce, buckets).map((part) => ({ partition, part }));
      });
      await concurrently(
        parts,
        async ({ partition, part }) => {
          const rows = part.map(([bucket, records]) => rowOf(partition, bucket, records.map(keptAs)));
          const made = await unless(409, () => client.submitTransaction(rows.map((row) => ['create', row])));
          // Where one is there already, each is filled up.
          if (made === null)
            await write(part.flatMap(([, records]) => records.map((value) => ({ value, version: null }))));
        },
        transactionsAtOnce,
      );
    },
  };
}

function nameOf({ partition, bucket }: Pick<Place, 'partition' | 'bucket'>): string {
  return `${partition} ${bucket}`;
}

/** What the client gives beside the cells. */
const ofStorage = new Set(['partitionKey', 'rowKey', 'timestamp', 'etag', 'odata.etag', 'odata.metadata']);
