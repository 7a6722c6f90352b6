import type { TableClient, TransactionAction } from '@azure/data-tables';
import type { z } from 'zod';
import { concurrently } from '../../core/shared/concurrently.ts';
import type { ListedStore, Versioned } from '../../core/ports/storage.ts';
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
  /** Properties of a record's row for filters, beside its keys. */
  readonly columns?: (value: T) => Readonly<Record<string, string>>;
}

export interface TableStore<Group, Key, T> extends ListedStore<Group, Key, T> {
  /** The records whose rows match a filter, in the order of their keys. They are read a hundred at a time. */
  where(filter: string): AsyncIterable<Versioned<T>>;
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
 * @returns for each the new version of its first row; null when a row has another version, or exists already
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
    const done = await unless([409, 412], () => client.submitTransaction(some.flat()));
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
 * Records of one kind in one table, one row each. Rows are checked by schema when read; a row that does not fit is an error
 * that names it. When a connection closes after a write was carried out, the client repeats the write and finds the record
 * changed. Such a write gives null although it succeeded, so callers that get null must read again.
 */
export function tableStore<Group, Key, T extends object>(
  client: TableClient,
  layout: TableLayout<Group, Key, T>,
): TableStore<Group, Key, T> {
  const toEntity = (value: T) => ({
    ...layout.rowOf(value),
    ...layout.columns?.(value),
    [property]: JSON.stringify(value),
  });
  const fromEntity = (row: Row): Versioned<T> => ({ value: parse(layout.schema, row), version: row.etag });

  const insert = (value: T) => unless(409, async () => version(await client.createEntity(toEntity(value))));

  const replace = (value: T, etag: string) =>
    unless(412, async () => version(await client.updateEntity(toEntity(value), 'Replace', { etag })));

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
    write,
    action,
    get: ((key) => {
      const { partitionKey, rowKey } = layout.rowOf(key);
      return unless(404, async () => fromEntity(await client.getEntity(partitionKey, rowKey)));
    }) satisfies ListedStore<Group, Key, T>['get'],

    async *list(group) {
      const filter = layout.within(group);
      for await (const row of client.listEntities({ queryOptions: { filter } })) yield fromEntity(row);
    },

    async *where(filter) {
      const pages = client
        .listEntities({ queryOptions: { filter } })
        .byPage({ maxPageSize: transactionSize });
      for await (const page of pages) for (const row of page) yield fromEntity(row);
    },

    async getMany(keys) {
      const parts = byPartition(keys, (key) => key);
      const rowKeys = (part: readonly Key[]) => part.map((key) => layout.rowOf(key).rowKey);
      const rows = await concurrently(parts, ([partition, part]) =>
        readRows(client, partition, rowKeys(part)),
      );
      return rows.flat().map(fromEntity);
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

/** @throws an error that names the row and says what does not fit */
function parse<T>(schema: z.ZodType<T>, row: Row): T {
  const { partitionKey = '', rowKey = '', [property]: stored } = row;
  const named = `row ${partitionKey} / ${rowKey} of Table storage`;
  const parsed = schema.safeParse(typeof stored === 'string' ? fromJson(stored, named) : undefined);
  if (parsed.success) return parsed.data;
  throw new Error(`${named} does not fit its schema: ${parsed.error.message}`, { cause: parsed.error });
}

/** @throws an error without the text itself, which may hold names */
function fromJson(text: string, named: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${named} is not JSON`);
  }
}
