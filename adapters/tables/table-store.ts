import type { TableClient, TransactionAction } from '@azure/data-tables';
import type { z } from 'zod';
import { concurrently } from '../../core/shared/concurrently.ts';
import type { Log } from '../../core/ports/ports.ts';
import type { ListedStore, OnUnreadable, Versioned } from '../../core/ports/storage.ts';
import { fromJson, type Read, readStored, versionWritten } from '../version.ts';
import { unless } from './expected.ts';
import { readRows, type Row } from './read-rows.ts';

/** The place of a record in its table. Neither key may contain `/ \ # ?` or control characters. */
interface RowKey {
  readonly partitionKey: string;
  readonly rowKey: string;
}

export interface TableLayout<Group, Key, T> {
  readonly schema: z.ZodType<T>;
  /** The filter that finds the rows of a group. */
  readonly within: (group: Group) => string;
  readonly rowOf: (key: Key | T) => RowKey;
  /** The record's id within its group, from its row's key. By default the row's key. */
  readonly idOf?: (rowKey: string) => string;
  /** Whether `get` removes a row that cannot be read: nothing is lost with it. */
  readonly beginsAnew?: boolean;
  /** Properties of a record's row for filters, beside its keys. */
  readonly columns?: (value: T) => Readonly<Record<string, string>>;
}

export interface TableStore<Group, Key, T> extends ListedStore<Group, Key, T> {
  /**
   * The records whose rows match a filter, in the order of their keys.
   * @param atOnce how many are read at a time: a hundred by default, at most a thousand
   */
  where(filter: string, onUnreadable?: OnUnreadable, atOnce?: number): AsyncIterable<Versioned<T>>;
  /** The action that writes a record; a null version inserts. */
  action(change: Change<T>): TransactionAction;
}

interface Change<T> {
  readonly value: T;
  readonly version: string | null;
}

/** Storage's limit of operations in one transaction; all of them are on rows of one partition. */
const transactionSize = 100;

/**
 * Carries out actions on rows of one partition in as few transactions as possible.
 * @param wholes each is done together or not at all; at most a hundred actions each
 * @returns for each the new version of its first row; null when a row has another version, was removed, or exists already
 */
export async function submitWholes(
  client: TableClient,
  wholes: readonly (readonly [TransactionAction, ...TransactionAction[]])[],
): Promise<(string | null)[]> {
  const together: (typeof wholes)[number][][] = [];
  let room = 0;
  for (const whole of wholes) {
    if (whole.length > room) {
      together.push([]);
      room = transactionSize;
    }
    together.at(-1)?.push(whole);
    room -= whole.length;
  }
  const submit = async (some: typeof wholes): Promise<(string | null)[]> => {
    const done = await unless([404, 409, 412], () => client.submitTransaction(some.flat()));
    if (done !== null) {
      const firsts = some.map((_, i) => some.slice(0, i).flat().length);
      return firsts.map((first) => version(done.subResponses[first] ?? {}));
    }
    // One row that others changed makes the whole transaction fail. Then each is done alone.
    return some.length === 1 ? [null] : (await concurrently(some, (one) => submit([one]))).flat();
  };
  return (await concurrently(together, submit)).flat();
}

/** The property with a record's JSON text: storage takes 32,768 characters. */
const property = 'record';

/**
 * Records of one kind in one table, one row each, with their version. Rows are checked by schema when read. A row that
 * cannot be read is left out, and logged as `unreadable record`: nobody else's records wait for it. When a connection closes
 * after a write was carried out, the client repeats the write and finds the record changed. Such a write gives null although
 * it succeeded, so callers that get null must read again.
 */
export function tableStore<Group, Key, T extends object>(
  client: TableClient,
  log: Log,
  layout: TableLayout<Group, Key, T>,
): TableStore<Group, Key, T> {
  const toEntity = (value: T) => ({
    ...layout.rowOf(value),
    ...layout.columns?.(value),
    v: versionWritten,
    [property]: JSON.stringify(value),
  });
  const readRow = (row: Row): Read<T> => {
    const read = readStored(layout.schema, row.v, fromJson(row[property]));
    if (read.kind === 'unreadable') return read;
    const { partitionKey, rowKey } = layout.rowOf(read.value);
    const isItsOwn = partitionKey === row.partitionKey && rowKey === row.rowKey;
    return isItsOwn ? read : { kind: 'unreadable', version: versionWritten, problem: 'is of another record' };
  };
  /** No record when the row cannot be read. */
  const fromRow = (row: Row, onUnreadable?: OnUnreadable): Versioned<T>[] => {
    const read = readRow(row);
    if (read.kind === 'read') return [{ value: read.value, version: row.etag }];
    const { partitionKey: partition = '', rowKey = '' } = row;
    const { version, problem } = read;
    log('unreadable record', { table: client.tableName, partition, row: rowKey, version, problem });
    onUnreadable?.(layout.idOf?.(rowKey) ?? rowKey);
    return [];
  };
  const get: TableStore<Group, Key, T>['get'] = async (key, onUnreadable) => {
    const { partitionKey, rowKey } = layout.rowOf(key);
    const row: Row | null = await unless(404, () => client.getEntity(partitionKey, rowKey));
    if (row === null) return null;
    const read = readRow(row);
    if (read.kind === 'unreadable' && layout.beginsAnew === true) {
      await unless([404, 412], () => client.deleteEntity(partitionKey, rowKey, { etag: row.etag }));
    } else if (read.kind === 'unreadable' && onUnreadable === undefined) {
      throw new Error(`row ${partitionKey} / ${rowKey} of Table storage ${read.problem}`);
    }
    return fromRow(row, onUnreadable)[0] ?? null;
  };

  const insert = (value: T) => unless(409, async () => version(await client.createEntity(toEntity(value))));

  const replace = (value: T, etag: string) =>
    unless([404, 412], async () => version(await client.updateEntity(toEntity(value), 'Replace', { etag })));

  const remove = async (key: Key): Promise<void> => {
    const { partitionKey, rowKey } = layout.rowOf(key);
    await unless(404, () => client.deleteEntity(partitionKey, rowKey));
  };

  /** Items by partition, in their order. */
  const byPartition = <I>(items: readonly I[], keyOf: (item: I) => Key | T) => [
    ...Map.groupBy(items, (item) => layout.rowOf(keyOf(item)).partitionKey),
  ];

  const action = ({ value, version: etag }: Change<T>): TransactionAction =>
    etag === null ? ['create', toEntity(value)] : ['update', toEntity(value), 'Replace', { etag }];

  const write: ListedStore<Group, Key, T>['write'] = async (changes) => {
    const parts = byPartition(changes, ({ value }) => value);
    const versions = new Map<(typeof changes)[number], string | null>();
    await concurrently(parts, async ([, part]) => {
      const written = await submitWholes(
        client,
        part.map((change) => [action(change)]),
      );
      for (const [i, change] of part.entries()) versions.set(change, written[i] ?? null);
    });
    return changes.map((change) => versions.get(change) ?? null);
  };

  return {
    insert,
    replace,
    remove,
    write,
    action,
    get,

    async *list(group, onUnreadable) {
      const filter = layout.within(group);
      for await (const row of client.listEntities({ queryOptions: { filter } }))
        yield* fromRow(row, onUnreadable);
    },

    async *where(filter, onUnreadable, atOnce = transactionSize) {
      const pages = client.listEntities({ queryOptions: { filter } }).byPage({ maxPageSize: atOnce });
      for await (const page of pages) for (const row of page) yield* fromRow(row, onUnreadable);
    },

    async getMany(keys, onUnreadable) {
      const parts = byPartition(keys, (key) => key);
      const rowKeys = (part: readonly Key[]) => part.map((key) => layout.rowOf(key).rowKey);
      const rows = await concurrently(parts, ([partition, part]) =>
        readRows(client, partition, rowKeys(part)),
      );
      return rows.flat().flatMap((row) => fromRow(row, onUnreadable));
    },

    async insertMissing(values) {
      await write(values.map((value) => ({ value, version: null })));
    },
  };
}

function version({ etag }: { readonly etag?: string | undefined }): string {
  if (etag === undefined) throw new Error('Table storage answered without an ETag');
  return etag;
}
