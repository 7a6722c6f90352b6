// The emulated Microsoft 365 of the benchmark, in a process of its own: Graph with its limits, and a Bot Connector
// that accepts every message.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import { createGraph, type Graph } from '../../local/graph/graph.ts';
import type { FaultShares } from '../../local/graph/control/faults.ts';
import { calendarsOf, organisersOf, staffOf, tenant } from './organisation.ts';
import { answer } from './rpc.ts';

/** A recorded request. */
export interface Recorded {
  /** The simulated clock, epoch milliseconds. */
  readonly at: number;
  readonly method: string;
  /** From the root on, with the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Counts by method and route. */
export type Counts = Readonly<Record<string, number>>;

export interface GraphReport {
  /** HTTP requests by method and route. */
  readonly roundTrips: Counts;
  /** The requests inside batches and those outside; batches themselves do not count. */
  readonly requests: Counts;
  /** Requests that were answered 429, and those answered 5xx. */
  readonly throttled: number;
  readonly failed: number;
  /** Members' mails of every event in the organisers' calendars. */
  readonly events: readonly (readonly string[])[];
}

let clock = 0;
let graph: Graph | null = null;
let organisers: readonly { readonly mail: string }[] = [];
let server: ServerType | null = null;
const recorded: Recorded[] = [];
const kept = ['authorization', 'content-type', 'prefer', 'consistencylevel'];

const handlers = {
  /** Starts anew, without any earlier data. */
  async start(given: { people: number; mailboxes: number; now: number; record: boolean }): Promise<number> {
    server?.close();
    recorded.length = 0;
    clock = given.now;
    const employees = staffOf(given.people);
    const pool = organisersOf(given.mailboxes);
    organisers = pool;
    graph = createGraph({
      organisation: { tenant, employees, organisers: pool },
      calendars: calendarsOf(employees),
      dir: null,
      now: () => clock,
      verify: async () => ({
        kind: 'app',
        permissions: [
          'User.Read.All',
          'Calendars.ReadBasic',
          'Calendars.ReadWrite',
          'Chat.Read.WhereInstalled',
        ],
      }),
      chats: { messages: () => [] },
    });
    const app = new Hono();
    if (given.record) {
      app.use('/graph/*', async (context, next) => {
        const { method, url, headers } = context.req.raw;
        const { pathname, search } = new URL(url);
        recorded.push({
          at: clock,
          method,
          path: pathname + search,
          headers: Object.fromEntries([...headers].filter(([name]) => kept.includes(name))),
          body: method === 'GET' ? '' : await context.req.raw.clone().text(),
        });
        await next();
      });
    }
    app.route('/graph/v1.0', graph.app);
    let messages = 0;
    app.post('/connector/v3/conversations/:id/activities', (context) =>
      context.json({ id: `m${++messages}` }, 201),
    );
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  },

  async clock(now: number): Promise<void> {
    clock = now;
  },

  async faults(shares: FaultShares): Promise<void> {
    graph?.faults.set(shares);
  },

  async recorded(): Promise<readonly Recorded[]> {
    return recorded;
  },

  async report(): Promise<GraphReport> {
    if (graph === null) throw new Error('Graph was not started');
    const asked = graph.requests().filter(({ caller }) => caller === 'app');
    const events: string[][] = [];
    for (const { mail } of organisers) {
      for (let skip = 0; ; skip += 1000) {
        const page = await graph.app.request(
          `/users/${mail}/events?$select=attendees&$top=1000&$skip=${skip}`,
        );
        const { value } = (await page.json()) as {
          value: { attendees: { emailAddress: { address: string } }[] }[];
        };
        for (const { attendees } of value) events.push(attendees.map((one) => one.emailAddress.address));
        if (value.length < 1000) break;
      }
    }
    return {
      roundTrips: countBy(asked.filter(({ batch }) => batch === null)),
      requests: countBy(asked.filter(({ template }) => template !== '/$batch')),
      throttled: asked.filter(({ status }) => status === 429).length,
      failed: asked.filter(({ status }) => status >= 500).length,
      events,
    };
  },
};
export type GraphHandlers = typeof handlers;

function countBy(asked: readonly { readonly method: string; readonly template: string }[]): Counts {
  const counts: Record<string, number> = {};
  for (const { method, template } of asked) {
    const kind = `${method} ${template}`;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

answer(handlers);
