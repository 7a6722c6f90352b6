// The local product as scripts see it: over HTTP, at its documented addresses.
import { strict as assert } from 'node:assert';
import { weekEnd, weekStart, staff } from './organisation.ts';

interface InboxEntry {
  readonly at: string;
  readonly key: string | null;
  readonly activity: { readonly attachments?: readonly { readonly content: unknown }[] };
}

export interface GraphEvent {
  readonly id: string;
  readonly iCalUId: string;
  readonly subject: string;
  readonly start: { readonly dateTime: string };
  readonly end: { readonly dateTime: string };
  readonly isCancelled: boolean;
  readonly attendees: readonly {
    readonly emailAddress: { readonly address: string };
    readonly status: { readonly response: string };
  }[];
  readonly onlineMeeting: { readonly joinUrl: string } | null;
}

export interface MyPairing {
  readonly pairing: string;
  readonly slot: { readonly start: string; readonly end: string };
  readonly joinUrl: string;
  readonly partners: readonly { readonly id: string; readonly name: string }[];
}

interface RoundDetail {
  readonly stage: string;
  readonly pairings: readonly {
    readonly state: string;
    readonly members: readonly { readonly id: string }[];
  }[];
  readonly receipt: readonly { readonly id: string; readonly outcome: string; readonly told: string }[];
  readonly counts: Readonly<Record<string, number>>;
}

export interface Client {
  post(path: string, body?: unknown): Promise<unknown>;
  get<T>(path: string, user?: string): Promise<T>;
  status(path: string, user?: string): Promise<number>;
  enrol(mail: string): Promise<void>;
  moveClock(now: string): Promise<void>;
  inbox(mail: string): Promise<InboxEntry[]>;
  round(id: string): Promise<RoundDetail>;
}

/** @param coordinator mail of somebody with the coordinator role */
export function clientOf(url: string, coordinator = staff[0]?.mail ?? ''): Client {
  const tokens = new Map<string, Promise<string>>();
  const token = (user: string) => {
    const known = tokens.get(user) ?? fetch(`${url}/local/token?user=${user}`).then((r) => r.text());
    tokens.set(user, known);
    return known;
  };
  const ask = async (path: string, user?: string) =>
    fetch(
      url + path,
      user === undefined ? {} : { headers: { Authorization: `Bearer ${await token(user)}` } },
    );

  const client: Client = {
    async post(path, body = {}) {
      const response = await fetch(url + path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
      const text = await response.text();
      assert.ok(response.ok, `POST ${path} answered ${response.status}: ${text}`);
      return text === '' ? null : (JSON.parse(text) as unknown);
    },
    async get<T>(path: string, user?: string) {
      const response = await ask(path, user);
      const text = await response.text();
      assert.equal(response.status, 200, `GET ${path} answered ${response.status}: ${text}`);
      return JSON.parse(text) as T;
    },
    status: async (path, user) => (await ask(path, user)).status,
    async enrol(mail) {
      await client.post(`/local/install?user=${mail}`);
      await client.post(`/local/say?user=${mail}`, { text: 'join' });
    },
    async moveClock(now) {
      await client.post('/local/clock', { now });
    },
    inbox: (mail) => client.get(`/local/inbox?user=${mail}`),
    round: (id) => client.get(`/api/schemes/unmentoring/rounds/${id}`, coordinator),
  };
  return client;
}

/** The product's events in somebody's calendar in the meeting week. */
export async function eventsOf(client: Client, mail: string): Promise<GraphEvent[]> {
  const from = new Date(weekStart).toISOString();
  const to = new Date(weekEnd).toISOString();
  const { value } = await client.get<{ value: GraphEvent[] }>(
    `/graph/v1.0/users/${mail}/calendarView?startDateTime=${from}&endDateTime=${to}&$top=100`,
  );
  return value.filter(({ attendees }) => attendees.length > 0);
}
