import { Hono } from 'hono';
import { parseCalendar } from '../../local/calendars/parse.ts';
import type { CalendarFile } from '../../local/calendars/calendar.ts';
import type { Chats } from '../../local/graph/chats/chats.ts';
import type { Apps } from '../../local/graph/apps/apps.ts';
import type { Organiser } from '../../local/graph/directory/users.ts';
import { createGraph, type Graph, type GraphOptions } from '../../local/graph/graph.ts';
import { objectIdOf } from '../../local/organisation/object-id.ts';
import type { Employee } from '../../local/organisation/employee.ts';
import { serving } from './serving.ts';

export const tenant = '11111111-1111-4111-8111-111111111111';
export const organiser = {
  oid: '00000000-0000-4000-8000-000000000090',
  mail: 'coffee@contoso.example',
  name: 'UnMentoring',
};

/** An employee of Contoso; by default they work from 09:00 to 17:00 in London, Monday to Friday. */
export function employee(name: string, more: Partial<Employee> = {}): Employee {
  const mail = `${name.toLowerCase().replaceAll(' ', '.')}@contoso.example`;
  return {
    oid: objectIdOf(mail),
    mail,
    name,
    timeZone: 'Europe/London',
    workStart: '09:00',
    workEnd: '17:00',
    workDays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'],
    ...more,
  };
}

/** The person id of an employee. */
export function idOf({ oid }: Employee): string {
  return `${tenant}.${oid}`;
}

/** The first is `organiser`. */
function organiserPool(size: number): Organiser[] {
  const others = Array.from({ length: size - 1 }, (_, i): Organiser => {
    const mail = `coffee-${i + 2}@contoso.example`;
    return { oid: objectIdOf(mail), mail, name: organiser.name };
  });
  return [organiser, ...others];
}

export interface GivenGraph {
  readonly employees: readonly Employee[];
  /** Busy times by mail: pairs of instants such as `20261214T000000Z`. */
  readonly busy?: Readonly<Record<string, readonly (readonly [string, string])[]>>;
  readonly now: () => number;
  readonly chats?: Chats;
  readonly apps?: Apps;
  /** The number of service mailboxes; 1 by default. */
  readonly organisers?: number;
  /** Reads the tokens of requests; every token counts as the app's when absent. */
  readonly verify?: GraphOptions['verify'];
}

export interface ServedGraph {
  readonly graph: Graph;
  /** The `baseUrl` of `createGraph`, such as `http://127.0.0.1:4711/graph`. */
  readonly url: string;
  /** The mails of the service mailboxes. */
  readonly organisers: readonly string[];
  /** What the tenant has consented to: a test may take a permission away, and give it back. */
  readonly permissions: Set<string>;
  /** Events in the organisers' mailboxes. */
  events(): Promise<readonly GraphEvent[]>;
  close(): Promise<void>;
}

export interface GraphEvent {
  readonly id: string;
  readonly subject: string;
  readonly start: { readonly dateTime: string };
  readonly end: { readonly dateTime: string };
  readonly attendees: readonly { readonly emailAddress: { readonly address: string } }[];
}

/**
 * The calendar file of somebody in London.
 * @param events each from `BEGIN:VEVENT` to `END:VEVENT`
 */
export function calendarOf(mail: string, events: readonly string[]): CalendarFile {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...events, 'END:VCALENDAR', ''];
  const text = lines.join('\r\n');
  return { text, calendar: parseCalendar(text, `${mail}.ics`, { zone: 'Europe/London' }) };
}

/** Serves the emulated Graph over HTTP on a free port. */
export async function serveGraph({
  employees,
  busy = {},
  now,
  chats,
  apps,
  organisers: size = 1,
  verify,
}: GivenGraph): Promise<ServedGraph> {
  const organisers = organiserPool(size);
  const calendars = Object.entries(busy).map(([mail, times]) => {
    const events = times.map(
      ([start, end], i) =>
        `BEGIN:VEVENT\r\nUID:busy-${i}\r\nDTSTART:${start}\r\nDTEND:${end}\r\nSUMMARY:Busy\r\nEND:VEVENT`,
    );
    return [mail, calendarOf(mail, events)] as const;
  });
  const permissions = new Set([
    'User.Read.All',
    'Calendars.ReadBasic',
    'Calendars.ReadWrite',
    'Chat.Read.WhereInstalled',
    'TeamsAppInstallation.ReadWriteSelfForUser.All',
  ]);
  const graph = createGraph({
    organisation: { tenant, employees, organisers },
    calendars: new Map(calendars),
    dir: null,
    now,
    verify: verify ?? (async () => ({ kind: 'app', permissions: [...permissions] })),
    chats: chats ?? { messages: () => [] },
    ...(apps && { apps }),
  });
  const app = new Hono().route('/graph/v1.0', graph.app);
  const served = await serving(app);
  return {
    graph,
    url: `${served.url}/graph`,
    organisers: organisers.map(({ mail }) => mail),
    permissions,
    async events() {
      const there = organisers.filter(({ mail }) => graph.calendarText(mail) !== null);
      const calendars = await Promise.all(
        there.map(async ({ mail }) => {
          const answer = await graph.app.request(`/users/${mail}/events?$top=1000`);
          return ((await answer.json()) as { value: GraphEvent[] }).value;
        }),
      );
      return calendars.flat();
    },
    async close() {
      await served.close();
      await graph.close();
    },
  };
}
