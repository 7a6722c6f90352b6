// The emulated Microsoft 365 of the benchmark, in a process of its own: Graph with its limits, and a Bot Connector
// that accepts every message.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import { z } from 'zod';
import { createGraph, type Graph } from '../../local/graph/graph.ts';
import type { FaultShares } from '../../local/graph/control/faults.ts';
import { calendarsOf, organisersOf, staffOf, tenant } from './organisation.ts';
import type { Counts } from './request-counts.ts';
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

/** A booked meeting, in the calendar of the mailbox that booked it. */
export interface BookedMeeting {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly start: number;
  /** Mail addresses. */
  readonly attendees: readonly string[];
}

export interface GraphReport {
  /** HTTP requests by method and route. */
  readonly roundTrips: Counts;
  /** The requests inside batches and those outside; batches themselves do not count. */
  readonly requests: Counts;
  /** Requests that were answered 429, and those answered 5xx. */
  readonly throttled: number;
  readonly failed: number;
  /** Every event in the organisers' calendars. */
  readonly events: readonly BookedMeeting[];
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
    const asked = running()
      .requests()
      .filter(({ caller }) => caller === 'app');
    return {
      roundTrips: countBy(asked.filter(({ batch }) => batch === null)),
      requests: countBy(asked.filter(({ template }) => template !== '/$batch')),
      throttled: asked.filter(({ status }) => status === 429).length,
      failed: asked.filter(({ status }) => status >= 500).length,
      events: await meetings(),
    };
  },

  meetings,

  /** Somebody answers an invitation in their own calendar. False when no meeting of theirs starts at this time. */
  async respond({ mail, start, how }: Response): Promise<boolean> {
    const found = (await eventsOf(mail)).find((event) => event.start === start);
    if (found === undefined) return false;
    const answer = await running().app.request(`/users/${mail}/events/${found.id}/${how}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    });
    if (!answer.ok) throw new Error(`${how}: ${answer.status} ${await answer.text()}`);
    return true;
  },
};
export type GraphHandlers = typeof handlers;

interface Response {
  readonly mail: string;
  /** Epoch milliseconds. */
  readonly start: number;
  readonly how: 'accept' | 'decline';
}

const eventPage = z.object({
  value: z.array(
    z.object({
      id: z.string(),
      start: z.object({ dateTime: z.string() }),
      attendees: z.array(z.object({ emailAddress: z.object({ address: z.string() }) })),
    }),
  ),
});

/** Every event in the organisers' calendars. */
async function meetings(): Promise<readonly BookedMeeting[]> {
  return (await Promise.all(organisers.map(({ mail }) => eventsOf(mail)))).flat();
}

/** The meetings booked in a mailbox's calendar, not counted among the product's requests. */
async function eventsOf(mail: string): Promise<BookedMeeting[]> {
  const events: BookedMeeting[] = [];
  for (let skip = 0; ; skip += 1000) {
    const query = `$select=id,start,attendees&$top=1000&$skip=${skip}`;
    const page = await running().app.request(`/users/${mail}/events?${query}`);
    const { value } = eventPage.parse(await page.json());
    for (const { id, start, attendees } of value) {
      events.push({
        id,
        start: Date.parse(`${start.dateTime.slice(0, 19)}Z`),
        attendees: attendees.map(({ emailAddress }) => emailAddress.address),
      });
    }
    if (value.length < 1000) return events;
  }
}

function running(): Graph {
  if (graph === null) throw new Error('Graph was not started');
  return graph;
}

function countBy(asked: readonly { readonly method: string; readonly template: string }[]): Counts {
  const counts: Record<string, number> = {};
  for (const { method, template } of asked) {
    const kind = `${method} ${template}`;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

answer(handlers);
