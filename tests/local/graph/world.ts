import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Client, type Context, HTTPMessageHandler, type Middleware } from '@microsoft/microsoft-graph-client';
import { Hono } from 'hono';
import { parseCalendar } from '../../../local/calendars/parse.ts';
import type { ChatMessage } from '../../../local/graph/chats/chats.ts';
import { createGraph, type Graph, type GraphOptions } from '../../../local/graph/graph.ts';
import type { Employee } from '../../../local/organisation/employee.ts';

export const tenant = '11111111-1111-4111-8111-111111111111';
export const monday = '2026-12-14';
/** Before every event of these tests. */
export const now = Date.parse('2026-12-07T08:00:00Z');

const oid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export function employee(n: number, name: string, more: Partial<Employee> = {}): Employee {
  const mail = `${name.toLowerCase().replaceAll(' ', '.')}@contoso.example`;
  const hours = { timeZone: 'Europe/London', workStart: '09:00', workEnd: '17:00' };
  return { oid: oid(n), mail, name, ...hours, workDays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'], ...more };
}

export const ada = employee(1, 'Ada Byron', {
  department: 'Engines',
  office: 'London',
  manager: 'grace.hopper@contoso.example',
  language: 'en-GB',
});
export const grace = employee(2, 'Grace Hopper', {
  timeZone: 'Eastern Standard Time',
  department: 'Compilers',
});
export const katherine = employee(3, 'Katherine Johnson', {
  timeZone: 'Asia/Kolkata',
  workStart: '22:00',
  workEnd: '06:00',
  workDays: ['Mon', 'Sat'],
});
export const organiser = { oid: oid(90), mail: 'coffee@contoso.example', name: 'UnMentoring' };

export interface World {
  readonly graph: Graph;
  /** Where `/v1.0` is. */
  readonly url: string;
  /** The real client, as the product uses it: with an application token unless told otherwise. Retries are off. */
  client(token?: string): Client;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

const appPermissions = [
  'User.Read.All',
  'Calendars.ReadBasic',
  'Calendars.ReadWrite',
  'Chat.Read.WhereInstalled',
];

/** Tokens of these tests: `app`, `app:Permission,…`, `user:oid`; anything else is not valid. */
const verify: GraphOptions['verify'] = async (token) => {
  const [kind, rest] = token.split(/:(.*)/s);
  if (kind === 'app') return { kind, permissions: rest === undefined ? appPermissions : rest.split(',') };
  return kind === 'user' ? { kind, oid: rest ?? '' } : null;
};

export interface Given {
  readonly employees?: readonly Employee[];
  /** iCalendar events (`BEGIN:VEVENT` to `END:VEVENT`) by mail. */
  readonly calendars?: Readonly<Record<string, string>>;
  readonly dir?: string;
  readonly messages?: readonly ChatMessage[];
  readonly machineClock?: () => number;
}

export function graphOf({ employees = [ada, grace, katherine], ...given }: Given): Graph {
  const calendars = Object.entries(given.calendars ?? {}).map(([mail, events]) => {
    const text = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n${events}\r\nEND:VCALENDAR\r\n`;
    return [mail, { text, calendar: parseCalendar(text, `${mail}.ics`, { zone: 'Europe/London' }) }] as const;
  });
  return createGraph({
    organisation: { tenant, employees, organisers: [organiser] },
    calendars: new Map(calendars),
    dir: given.dir ?? null,
    now: () => now,
    verify,
    chats: { messages: (person) => (person === ada.oid ? (given.messages ?? []) : []) },
    ...(given.machineClock === undefined ? {} : { machineClock: given.machineClock }),
  });
}

/** The client's own authentication handler sends tokens over https alone. */
function bearer(token: string): Middleware {
  const send = new HTTPMessageHandler();
  return {
    async execute(context: Context) {
      const headers = new Headers(context.options?.headers);
      headers.set('Authorization', `Bearer ${token}`);
      context.options = { ...context.options, headers: Object.fromEntries(headers) };
      await send.execute(context);
    },
  };
}

/** An emulated Graph, listening on a free port as in the local product. */
export async function world(given: Given = {}): Promise<World> {
  const graph = graphOf(given);
  const app = new Hono().route('/graph/v1.0', graph.app).route('/local/graph', graph.control);
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const host = `http://127.0.0.1:${port}`;
  return {
    graph,
    url: `${host}/graph/v1.0`,
    client: (token = 'app') =>
      Client.initWithMiddleware({
        baseUrl: `${host}/graph/`,
        defaultVersion: 'v1.0',
        middleware: bearer(token),
      }),
    fetch: (path, init) => fetch(`${host}${path}`, init),
    async close() {
      if ('closeAllConnections' in server) server.closeAllConnections();
      server.close();
      await once(server, 'close');
      await graph.close();
    },
  };
}
