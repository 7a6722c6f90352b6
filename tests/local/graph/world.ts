import {
  Client,
  type Context,
  GraphError,
  type GraphRequest,
  HTTPMessageHandler,
  type Middleware,
} from '@microsoft/microsoft-graph-client';
import { Hono } from 'hono';
import type { ChatMessage } from '../../../local/graph/chats/chats.ts';
import { createGraph, type Graph, type GraphOptions } from '../../../local/graph/graph.ts';
import type { Employee } from '../../../local/organisation/employee.ts';
import { calendarOf, employee as anEmployee, organiser, tenant } from '../../support/emulated-graph.ts';
import { serving } from '../../support/serving.ts';

/** Before every event of these tests. */
export const now = Date.parse('2026-12-07T08:00:00Z');

const oid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export function employee(n: number, name: string, more: Partial<Employee> = {}): Employee {
  return anEmployee(name, { oid: oid(n), ...more });
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
export { organiser };

export interface World {
  readonly graph: Graph;
  /** The address of `/v1.0`. */
  readonly url: string;
  /** Graph through the real client, which repeats nothing. Its token is an app's unless the test gives another. */
  as(token?: string): Api;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

/** The parts of Graph's answers that these tests read. */
export interface Item {
  readonly id: string;
  readonly iCalUId: string;
  readonly showAs: string;
  readonly isOnlineMeeting: boolean;
  readonly onlineMeeting: { readonly joinUrl: string } | null;
  readonly start: { readonly dateTime: string; readonly timeZone: string };
  readonly responseStatus: { readonly response: string };
  readonly attendees: readonly { readonly status: { readonly response: string } }[];
  readonly [name: string]: unknown;
}

export interface Body extends Item {
  readonly value: readonly Item[];
  readonly '@odata.nextLink'?: string;
}

type Named = Readonly<Record<string, string>>;

interface Api {
  get(path: string, headers?: Named): Promise<Body>;
  post(path: string, body: unknown, headers?: Named): Promise<Body>;
  patch(path: string, body: unknown): Promise<Body>;
  delete(path: string): Promise<unknown>;
}

function api(client: Client): Api {
  const on = (path: string, headers: Named = {}): GraphRequest => client.api(path).headers(headers);
  return {
    get: (path, headers) => on(path, headers).get() as Promise<Body>,
    post: (path, body, headers) => on(path, headers).post(body) as Promise<Body>,
    patch: (path, body) => on(path).patch(body) as Promise<Body>,
    delete: (path) => on(path).delete() as Promise<unknown>,
  };
}

const appPermissions = [
  'User.Read.All',
  'Calendars.ReadBasic',
  'Calendars.ReadWrite',
  'Chat.Read.WhereInstalled',
];

/** The tokens of these tests: `app`, `app:Permission,…`, `user:oid`. All others are invalid. */
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
}

export function graphOf({ employees = [ada, grace, katherine], ...given }: Given): Graph {
  const calendars = Object.entries(given.calendars ?? {}).map(
    ([mail, events]) => [mail, calendarOf(mail, [events])] as const,
  );
  return createGraph({
    organisation: { tenant, employees, organisers: [organiser] },
    calendars: new Map(calendars),
    dir: given.dir ?? null,
    now: () => now,
    verify,
    chats: { messages: (person) => (person === ada.oid ? (given.messages ?? []) : []) },
  });
}

/** The client's own authentication handler sends tokens over https only. */
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
  const served = await serving(app);
  const host = served.url;
  return {
    graph,
    url: `${host}/graph/v1.0`,
    as: (token = 'app') =>
      api(
        Client.initWithMiddleware({
          baseUrl: `${host}/graph/`,
          defaultVersion: 'v1.0',
          middleware: bearer(token),
        }),
      ),
    fetch: (path, init) => fetch(`${host}${path}`, init),
    async close() {
      await served.close();
      await graph.close();
    },
  };
}

/** An emulated Graph for each test of a `describe`. */
export function useWorld(given: Given = {}): World {
  const made = {} as World;
  beforeEach(async () => {
    Object.assign(made, await world(given));
  });
  afterEach(() => made.close());
  return made;
}

/** The refusal of Graph. Fails when the call succeeds. */
export async function refusal(
  call: Promise<unknown>,
): Promise<{ status: number; code: string | null; headers: Headers }> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return { status: error.statusCode, code: error.code, headers: error.headers ?? new Headers() };
  }
  throw new Error('Graph should have refused.');
}

/** What a refused call is answered: its status and code. */
export async function refused(call: Promise<unknown>): Promise<[number, string | null]> {
  const { status, code } = await refusal(call);
  return [status, code];
}

export const utc = (dateTime: string) => ({ dateTime, timeZone: 'UTC' });

/** A meeting of Ada and Grace, as the product posts it. */
export function coffee(more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    subject: 'Coffee',
    body: { contentType: 'HTML', content: '<p>Think, Do, Share</p>' },
    start: utc('2026-12-15T10:00:00'),
    end: utc('2026-12-15T10:30:00'),
    attendees: [ada, grace].map(({ mail, name }) => ({
      emailAddress: { address: mail, name },
      type: 'required',
    })),
    isOnlineMeeting: true,
    onlineMeetingProvider: 'teamsForBusiness',
    allowNewTimeProposals: true,
    ...more,
  };
}

/**
 * The one meeting in somebody's calendar view of the meeting week, read with their own token; undefined without one.
 */
export async function inCalendar(world: World, person: Employee): Promise<Item | undefined> {
  const week = 'startDateTime=2026-12-14T00:00:00Z&endDateTime=2026-12-21T00:00:00Z&$top=100';
  const { value } = await world.as(`user:${person.oid}`).get(`/users/${person.mail}/calendarView?${week}`);
  const found = value.filter((event) => event.subject === 'Coffee');
  if (found.length > 1) throw new Error(`${found.length} coffees in the calendar of ${person.mail}`);
  return found[0];
}

/** Somebody answers, or tries to cancel, the one meeting in their calendar. */
export async function answer(
  world: World,
  { oid, mail }: Pick<Employee, 'oid' | 'mail'>,
  how: 'accept' | 'tentativelyAccept' | 'decline' | 'cancel',
  body: Record<string, unknown> = {},
): Promise<void> {
  const copy = await inCalendar(world, { oid, mail } as Employee);
  await world.as(`user:${oid}`).post(`/users/${mail}/events/${copy?.id ?? ''}/${how}`, body);
}
