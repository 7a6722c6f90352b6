import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { TableClient } from '@azure/data-tables';

/**
 * How often this process has sent each kind of request to Azure Storage, such as `table people: get`; a request that is
 * repeated counts again, a table transaction as one.
 */
export type StorageCounts = Readonly<Record<string, number>>;

const counts: Record<string, number> = {};

function count(kind: string): void {
  counts[kind] = (counts[kind] ?? 0) + 1;
}

/** Begins anew at nothing. */
export function forgetCounts(): void {
  for (const kind of Object.keys(counts)) Reflect.deleteProperty(counts, kind);
}

/** Begins to count; Azure's clients send by Node's own HTTP client, and what counts here uses nothing else by it. */
export function countStorage(): StorageCounts {
  subscribe('http.client.request.start', (message) => {
    const { method, path } = (message as { request: ClientRequest }).request;
    const kind = kindOf(method, decodeURIComponent(path));
    if (kind !== null) count(kind);
  });
  return counts;
}

/** A client whose transactions are counted: on the wire they do not say at their address which table they are for. */
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

/** @param path with the query, as Azurite has it: the account comes first */
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
