// The API's answers about somebody's own settings, as a server that keeps what is written to it.
import type { AskedToErase, MyData } from '../../../core/api/data.ts';
import type { MySettings } from '../../../core/api/me.ts';
import type { Colleagues, People } from '../../../core/api/people.ts';
import type { Answers } from '../../../core/records/profile.ts';

import type { TabServer, Write } from '../tab-server.ts';

export const stored: Answers = {
  rules: 1,
  preferences: { hours: 'morning', minutes: null, third: false },
  profile: { drink: 'mint tea', about: 'I count newts.', call: 'video', language: null },
};

const colleagues: Colleagues = [
  { id: 't.bo', name: 'Bo Larsen', department: 'Parks' },
  { id: 't.bob', name: 'Bob Stone', department: null },
];

export const data: MyData = {
  title: 'Your data in UnMentoring',
  about: 'This is everything that UnMentoring keeps about you, as of 2026-12-10T10:00:00Z. Times are in UTC.',
  parts: [
    {
      part: 'you',
      title: 'You',
      about: 'Your name, mail address and so on.',
      records: [
        {
          name: 'Ada Okafor',
          mail: 'ada@example.org',
          heardAt: '2026-12-09T08:30:00Z',
          profile: { drink: 'mint tea' },
        },
      ],
    },
    {
      part: 'enrolments',
      title: 'Taking part',
      about: 'Whether and since when you take part.',
      records: [
        {
          scheme: 'unmentoring',
          status: 'active',
          joinedAt: '2026-11-02T09:00:00Z',
          meetings: [{ number: 8, with: ['t.bo'], met: true }],
        },
      ],
    },
    { part: 'invitations', title: 'Invitations', about: 'Colleagues whom you suggested.', records: [] },
  ],
  names: { 't.bo': 'Bo Larsen' },
  elsewhere: ['Teams holds your chat with the bot.', 'Outlook holds the invitations.'],
};

export const asked: Extract<AskedToErase, { kind: 'asked' }> = {
  kind: 'asked',
  token: '2026-12-10T10:00:00Z',
  schemes: ['UnMentoring'],
  meetings: [
    { scheme: 'unmentoring', partners: ['Bo Larsen'], start: '2026-12-15T14:00:00Z', day: '2026-12-15' },
  ],
  staysUntil: '2026-12-19T00:00:00Z',
};

const stale = (detail: string) =>
  Response.json(
    { type: '/problems/stale', title: 'Stale', status: 412, detail, code: 'stale' },
    { status: 412 },
  );

/** Answers a write with If-Match as the product does: the new version, or that the one that it names is not the stored one. */
function versioned<T extends { readonly version: string }>(
  server: TabServer,
  path: string,
  first: T,
  change: (current: T, body: unknown, version: string) => T,
): void {
  let number = 1;
  server.api.set(path, first);
  server.api.set(`PUT ${path}`, ({ ifMatch, body }: Write) => {
    const current = server.api.get(path) as T;
    if (ifMatch !== `"${current.version}"`) return stale(current.version);
    const next = change(current, body, `v${++number}`);
    server.api.set(path, next);
    return next;
  });
}

/** Has the server answer as it does for somebody who takes part. */
export function answerSettings(server: TabServer): void {
  versioned<MySettings>(
    server,
    '/me/settings/unmentoring',
    { version: 'v1', answers: stored },
    (current, body, version) => ({
      version,
      answers: { rules: current.answers.rules ?? null, ...(body as Answers) },
    }),
  );
  versioned<People>(
    server,
    '/me/never-with',
    { version: 'v1', people: [{ id: 't.cy', name: 'Cy Young' }] },
    (current, body, version) => ({
      version,
      people: (body as { people: string[] }).people.map((id) => ({
        id,
        name: [...current.people, ...colleagues].find((one) => one.id === id)?.name ?? '',
      })),
    }),
  );
  server.api.set('/colleagues', colleagues);
  server.api.set('/me/data', data);
  server.api.set('/me/data/page', new Response('<!doctype html><title>Ada</title>'));
  server.api.set('POST /me/acts', ({ key, body }: Write) => ({
    id: key,
    act: body,
    dueAt: '2026-12-10T10:00:10Z',
    state: 'waiting',
    reason: null,
  }));
  server.api.set('POST /me/erase', ({ body }: Write): AskedToErase =>
    (body as { confirm?: string }).confirm === asked.token
      ? { kind: 'confirmed', staysUntil: asked.staysUntil }
      : asked,
  );
}

/** Somebody's settings are changed in another place: in the chat, or on another device. */
export function changeElsewhere(server: TabServer, change: Partial<Answers>): void {
  const path = '/me/settings/unmentoring';
  const current = server.api.get(path) as MySettings;
  server.api.set(path, { version: 'elsewhere', answers: { ...current.answers, ...change } });
}
