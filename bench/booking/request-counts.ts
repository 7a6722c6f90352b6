import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { TableClient } from '@azure/data-tables';
import { z } from 'zod';

/** Counts of requests by kind, such as `table people: get` or `POST /users/{id}/events`. A repeated request counts again. */
export type Counts = Readonly<Record<string, number>>;
/** Counts by the work that made the requests, such as `tick` or `look-after`. */
export type CountsByWork = Readonly<Record<string, Counts>>;

/** What this process asked of others. */
export interface Requests {
  /** A table transaction counts as one. */
  readonly storage: CountsByWork;
  /** The requests inside batches and those outside; batches themselves do not count. */
  readonly graph: CountsByWork;
  /** Messages handed to the Bot Connector. */
  readonly connector: CountsByWork;
}
type Neighbour = keyof Requests;

const counts: Record<Neighbour, Record<string, Record<string, number>>> = {
  storage: {},
  graph: {},
  connector: {},
};
const work = new AsyncLocalStorage<string>();

/** Does some work, whose requests count under its name. */
export function during<R>(name: string, run: () => Promise<R>): Promise<R> {
  return work.run(name, run);
}

/** Sets all counts to zero. */
export function forgetCounts(): void {
  for (const neighbour of ['storage', 'graph', 'connector'] as const) counts[neighbour] = {};
}

/** A copy of the counts so far. */
export function countsSoFar(): Requests {
  return structuredClone(counts);
}

/** Starts counting. Azure's clients send by Node's own HTTP client, everything else by `fetch`. */
export function countRequests(): void {
  subscribe('http.client.request.start', (message) => {
    const { method, path } = (message as { request: ClientRequest }).request;
    const kind = storageKind(method, decodeURIComponent(path));
    if (kind !== null) count('storage', kind);
  });
  const send = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    const method = init?.method ?? 'GET';
    const [, graphPath] = /\/graph\/v1\.0(\/.*)/.exec(pathname) ?? [];
    if (graphPath === undefined) count('connector', 'message');
    else if (graphPath !== '/$batch') count('graph', graphKind(method, graphPath));
    else for (const one of inBatch(init?.body)) count('graph', graphKind(one.method, one.url));
    return send(input, init);
  };
}

/** A client whose transactions are counted: their address does not say which table they are for. */
export function countedTable(connectionString: string, name: string): TableClient {
  const client = TableClient.fromConnectionString(connectionString, name, { allowInsecureConnection: true });
  const submit = client.submitTransaction.bind(client);
  client.submitTransaction = (...args) => {
    count('storage', `table ${name}: transaction`);
    return submit(...args);
  };
  return client;
}

/** The sum of counts. */
export function added(...all: readonly Counts[]): Counts {
  const sum: Record<string, number> = {};
  for (const [kind, count] of all.flatMap(Object.entries<number>)) sum[kind] = (sum[kind] ?? 0) + count;
  return sum;
}

/** What `all` has more of than `some`. */
export function without(all: Counts, some: Counts): Counts {
  return Object.fromEntries(
    Object.entries(all)
      .map(([kind, count]) => [kind, count - (some[kind] ?? 0)] as const)
      .filter(([, count]) => count > 0),
  );
}

/** How many requests there are of all kinds. */
export function total(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function count(neighbour: Neighbour, kind: string): void {
  const theirs = (counts[neighbour][work.getStore() ?? 'other'] ??= {});
  theirs[kind] = (theirs[kind] ?? 0) + 1;
}

const batch = z.object({ requests: z.array(z.object({ method: z.string(), url: z.string() })) });

function inBatch(body: unknown): z.infer<typeof batch>['requests'] {
  return batch.parse(JSON.parse(z.string().parse(body))).requests;
}

/** @param path with or without the query */
function graphKind(method: string, path: string): string {
  const [, collection, id, ...rest] = path.replace(/\?.*$/s, '').split('/');
  const below = rest.map((part, i) => (rest[i - 1] === 'events' ? '{id}' : part));
  return `${method} /${[collection, ...(id === undefined ? [] : ['{id}']), ...below].join('/')}`;
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
function storageKind(method: string, path: string): string | null {
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
