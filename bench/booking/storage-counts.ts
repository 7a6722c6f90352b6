import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { TableClient } from '@azure/data-tables';

/**
 * Counts of requests to Azure Storage by kind, such as `table people: get`. A repeated request counts again. A table
 * transaction counts as one.
 */
export type StorageCounts = Readonly<Record<string, number>>;

const counts: Record<string, number> = {};

function count(kind: string): void {
  counts[kind] = (counts[kind] ?? 0) + 1;
}

/** Sets all counts to zero. */
export function forgetCounts(): void {
  for (const kind of Object.keys(counts)) Reflect.deleteProperty(counts, kind);
}

/** Starts counting. Azure's clients send by Node's own HTTP client, and nothing else in this process does. */
export function countStorage(): StorageCounts {
  subscribe('http.client.request.start', (message) => {
    const { method, path } = (message as { request: ClientRequest }).request;
    const kind = kindOf(method, decodeURIComponent(path));
    if (kind !== null) count(kind);
  });
  return counts;
}

/** A client whose transactions are counted: their address does not say which table they are for. */
export function countedTable(connectionString: string, name: string): TableClient {
  const client = TableClient.fromConnectionString(connectionString, name, { allowInsecureConnection: true });
  const submit = client.submitTransaction.bind(client);
  client.submitTransaction = (...args) => {
    count(`table ${name}: transaction`);
    return submit(...args);
  };
  return client;
}

const tableVerbs: Readonly<Record<string, string>> = {
  GET: 'get',
  POST: 'insert',
  PUT: 'replace',
  PATCH: 'merge',
  DELETE: 'delete',
};
const messageVerbs: Readonly<Record<string, string>> = {
  GET: 'receive',
  POST: 'put',
  PUT: 'give back',
  DELETE: 'delete',
};
const blobVerbs: Readonly<Record<string, string>> = { GET: 'read', PUT: 'write', DELETE: 'delete' };

/** @param path with the query, as Azurite gets it: the account comes first */
function kindOf(method: string, path: string): string | null {
  const [, , ...parts] = path.replace(/\?.*$/s, '').split('/');
  const target = parts.join('/');
  if (target === '$batch') return null;
  const query = /^(\w+)\(\)$/.exec(target)?.[1];
  if (query !== undefined) return `table ${query}: query`;
  const queue = /^([\w-]+)\/messages\b/.exec(target)?.[1];
  if (queue !== undefined) return `queue ${queue}: ${messageVerbs[method] ?? method}`;
  const table = /^(\w+)(\(|$)/.exec(target)?.[1];
  if (table !== undefined) return `table ${table}: ${tableVerbs[method] ?? method}`;
  const blob = /([\w-]+?)(-\d+)?(\.\w+)*$/.exec(target)?.[1] ?? target;
  return `blob ${blob}: ${blobVerbs[method] ?? method}`;
}
