import { odata, type TableClient, type TableEntityResult } from '@azure/data-tables';
import { inPartsOf } from '../../core/shared/in-parts.ts';
import { unless } from './expected.ts';

/** A row as Table storage gives it, with its ETag. */
export type Row = TableEntityResult<Record<string, unknown>>;

/**
 * Keys in one filter. Storage allows fifteen comparisons, and partition and range take three of them.
 * https://learn.microsoft.com/rest/api/storageservices/querying-tables-and-entities
 */
const keysAtOnce = 12;

/** The most rows that storage gives in one page. */
const mostInPage = 1000;

/**
 * Reads rows of one partition by key, and leaves out keys without a row. A query names up to twelve keys. Where there are
 * more, it reads the range from the first key to the last, unless too many other rows lie between them.
 */
export async function readRows(
  client: TableClient,
  partition: string,
  rowKeys: readonly string[],
): Promise<Row[]> {
  const keys = [...new Set(rowKeys)].sort();
  const [first] = keys;
  if (first === undefined) return [];
  if (keys.length === 1) {
    const row = await unless(404, () => client.getEntity(partition, first));
    return row === null ? [] : [row];
  }
  const wanted = new Set(keys);
  const isFew = keys.length <= keysAtOnce;
  const between = isFew
    ? null
    : await rowsBetween(client, `${inPartition(partition)} and ${range(keys)}`, 2 * keys.length);
  if (between !== null) return between.filter(({ rowKey }) => rowKey !== undefined && wanted.has(rowKey));

  const rows: Row[] = [];
  for (const part of inPartsOf(keysAtOnce, keys)) {
    const names = part.map((key) => odata`RowKey eq ${key}`).join(' or ');
    const filter = `${inPartition(partition)} and ${range(part)} and (${names})`;
    for await (const row of client.listEntities({ queryOptions: { filter } })) rows.push(row);
  }
  return rows;
}

/** The filter that finds the rows of one partition. */
export function inPartition(partition: string): string {
  return odata`PartitionKey eq ${partition}`;
}

/** The filter that finds the rows of all partitions whose names begin with `name` and a colon. */
export function inPartitionsOf(name: string): string {
  return odata`PartitionKey gt ${`${name}:`} and PartitionKey lt ${`${name};`}`;
}

/**
 * Properties of the rows that match a filter, in the order of their keys, without the rest of the rows.
 * @param atOnce how many are read at a time: at most a thousand
 */
export async function* columnsOf(
  client: TableClient,
  filter: string,
  select: string[],
  atOnce = mostInPage,
): AsyncIterable<Row> {
  const pages = client.listEntities({ queryOptions: { filter, select } }).byPage({ maxPageSize: atOnce });
  for await (const page of pages) yield* page;
}

/** @param keys ascending */
function range(keys: readonly string[]): string {
  return odata`RowKey ge ${keys[0] ?? ''} and RowKey le ${keys.at(-1) ?? ''}`;
}

/** The rows that match a filter; null when there are more than `most`. */
async function rowsBetween(client: TableClient, filter: string, most: number): Promise<Row[] | null> {
  const rows: Row[] = [];
  const pages = client
    .listEntities({ queryOptions: { filter } })
    .byPage({ maxPageSize: Math.min(most, mostInPage) });
  for await (const page of pages) {
    rows.push(...page);
    if (page.continuationToken !== undefined && rows.length >= most) return null;
  }
  return rows;
}
