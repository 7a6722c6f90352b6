import {
  RestError,
  type TableClient,
  type TableEntityResult,
  type TransactionAction,
} from '@azure/data-tables';
import { z } from 'zod';
import type { ListedStore, Versioned } from '../../core/ports/storage.ts';

/** Where a record stands: partition and row. Neither may hold `/ \ # ?` or control characters. */
export interface RowKey {
  readonly partitionKey: string;
  readonly rowKey: string;
}

export interface TableLayout<Group, Key, T> {
  readonly schema: z.ZodObject & z.ZodType<T>;
  /** Fields that are stored as JSON text: everything that is no string, number, boolean or null. */
  readonly json: readonly (keyof T & string)[];
  readonly partitionOf: (group: Group) => string;
  readonly rowOf: (key: Key | T) => RowKey;
}

type Row = TableEntityResult<Record<string, unknown>>;

/** A transaction of Table storage takes at most this many operations. */
const transactionSize = 100;

/**
 * Records of one kind in one table, one property a field. Rows are parsed by schema when read; a row that does not
 * fit is an error that names it.
 */
export function tableStore<Group, Key, T extends object>(
  client: TableClient,
  layout: TableLayout<Group, Key, T>,
): ListedStore<Group, Key, T> {
  const toEntity = (value: T) => ({ ...layout.rowOf(value), ...properties(value, layout.json) });
  const fromEntity = (row: Row): Versioned<T> => ({
    value: parse(layout.schema, row, layout.json),
    version: row.etag,
  });

  const insert = (value: T) => unless(409, async () => version(await client.createEntity(toEntity(value))));

  return {
    insert,
    get: ((key) => {
      const { partitionKey, rowKey } = layout.rowOf(key);
      return unless(404, async () => fromEntity(await client.getEntity(partitionKey, rowKey)));
    }) satisfies ListedStore<Group, Key, T>['get'],

    replace: (value, etag) =>
      unless(412, async () => version(await client.updateEntity(toEntity(value), 'Replace', { etag }))),

    async *list(group) {
      const filter = `PartitionKey eq '${layout.partitionOf(group).replaceAll("'", "''")}'`;
      for await (const row of client.listEntities({ queryOptions: { filter } })) {
        yield fromEntity(row);
      }
    },

    async insertMissing(values) {
      for (let i = 0; i < values.length; i += transactionSize) {
        const batch = values.slice(i, i + transactionSize);
        const actions = batch.map((value): TransactionAction => ['create', toEntity(value)]);
        // One that exists makes the whole transaction fail: then each is tried alone.
        const done = await unless(409, () => client.submitTransaction(actions));
        if (done === null) for (const value of batch) await insert(value);
      }
    },
  };
}

function version({ etag }: { readonly etag?: string | undefined }): string {
  if (etag === undefined) throw new Error('Table storage answered without an ETag');
  return etag;
}

/** Null when the neighbour answers with the one status that is expected; every other failure is thrown. */
async function unless<R>(status: number, call: () => Promise<R>): Promise<R | null> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof RestError && error.statusCode === status && !isTableMissing(error)) return null;
    throw error;
  }
}

const tableMissing = z.object({ odataError: z.object({ code: z.literal('TableNotFound') }) });

/** A missing table answers 404 as a missing row does, and is no empty table: the infrastructure makes them all. */
function isTableMissing({ details }: RestError): boolean {
  return tableMissing.safeParse(details).success;
}

/** Null and absent fields are not stored: Table storage knows no null. */
function properties<T extends object>(
  value: T,
  json: readonly (keyof T & string)[],
): Record<string, unknown> {
  const stored: [string, unknown][] = [];
  for (const [name, field] of Object.entries(value)) {
    if (field === null || field === undefined) continue;
    stored.push([name, json.includes(name as keyof T & string) ? JSON.stringify(field) : field]);
  }
  return Object.fromEntries(stored);
}

function parse<T>(schema: z.ZodObject & z.ZodType<T>, row: Row, json: readonly (keyof T & string)[]): T {
  const fields = Object.keys(schema.shape).map((name): [string, unknown] => {
    const stored = row[name] ?? null;
    const isJson = json.includes(name as keyof T & string) && typeof stored === 'string';
    return [name, isJson ? JSON.parse(stored) : stored];
  });
  const parsed = schema.safeParse(Object.fromEntries(fields));
  if (parsed.success) return parsed.data;
  const at = `row ${row.partitionKey ?? ''} / ${row.rowKey ?? ''}`;
  throw new Error(`${at} of Table storage does not fit its schema: ${parsed.error.message}`, {
    cause: parsed.error,
  });
}
