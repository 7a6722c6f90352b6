import assert from 'node:assert/strict';
import type { ChatMessage } from '../../../local/graph/chats/chats.ts';
import { ada, coffee, grace, inCalendar, organiser, refusal, utc, world, type World } from './world.ts';

const events = (mail: string): string => `/users/${mail}/events`;
const schedule = {
  schedules: [ada.mail],
  startTime: utc('2026-12-14T09:00:00'),
  endTime: utc('2026-12-14T10:00:00'),
};
const bot = 'b07b07b0-0000-4000-8000-000000000000';
const chat = (oid: string): string =>
  `/chats/${encodeURIComponent(`19:${oid}_${bot}@unq.gbl.spaces`)}/messages`;
const messages: ChatMessage[] = Array.from({ length: 60 }, (_, n) => ({
  id: `${1000 + n}`,
  at: Date.parse('2026-12-01T09:00:00Z') + n * 1000,
  from:
    n % 2 === 0
      ? { kind: 'user', id: ada.oid, name: ada.name }
      : { kind: 'bot', id: bot, name: 'UnMentoring' },
  text: n % 2 === 0 ? 'hello' : '',
  attachments:
    n % 2 === 0
      ? []
      : [{ contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard', n } }],
}));

describe('emulated Graph: who may do what', () => {
  let graph: World;
  before(async () => {
    graph = await world({ messages });
  });
  after(() => graph.close());

  it('refuses an invalid token, and any other kind of authorization', async () => {
    for (const authorization of ['Bearer nonsense', 'Bearer ', 'Basic YTpi', 'app']) {
      const response = await graph.fetch('/graph/v1.0/users', { headers: { authorization } });
      const { error } = (await response.json()) as { error: { code: string } };
      assert.deepEqual([response.status, error.code], [401, 'InvalidAuthenticationToken'], authorization);
    }
  });

  const app = (permissions: string): string => `app:${permissions}`;
  const user = (oid: string): string => `user:${oid}`;
  for (const [who, token, what, call, status] of [
    ['an app with User.Read.All', app('User.Read.All'), 'list people', ['GET', '/users'], 200],
    ['an app without User.Read.All', app('Calendars.ReadWrite'), 'list people', ['GET', '/users'], 403],
    [
      'an app with Calendars.ReadBasic',
      app('Calendars.ReadBasic'),
      'ask for free/busy',
      ['POST', `/users/${ada.mail}/calendar/getSchedule`],
      200,
    ],
    [
      'an app with User.Read.All alone',
      app('User.Read.All'),
      'ask for free/busy',
      ['POST', `/users/${ada.mail}/calendar/getSchedule`],
      403,
    ],
    [
      'an app with Calendars.ReadBasic alone',
      app('Calendars.ReadBasic'),
      'read events',
      ['GET', events(organiser.mail)],
      403,
    ],
    ['an app', 'app', 'read the service mailbox', ['GET', events(organiser.mail)], 200],
    ['an app', 'app', 'read a person’s events', ['GET', events(ada.mail)], 403],
    ['an app', 'app', 'write into a person’s calendar', ['POST', events(ada.mail)], 403],
    [
      'an app',
      'app',
      'view a person’s calendar',
      ['GET', `/users/${ada.oid}/calendarView?startDateTime=2026-12-14T00:00Z&endDateTime=2026-12-15T00:00Z`],
      403,
    ],
    ['an app', 'app', 'read the bot’s chat', ['GET', chat(ada.oid)], 200],
    [
      'an app without Chat.Read.WhereInstalled',
      app('User.Read.All'),
      'read the bot’s chat',
      ['GET', chat(ada.oid)],
      403,
    ],
    ['a person', user(ada.oid), 'read their own events', ['GET', events(ada.mail)], 200],
    ['a person', user(ada.oid), 'read another’s events', ['GET', events(grace.mail)], 403],
    ['a person', user(ada.oid), 'read the service mailbox', ['GET', events(organiser.mail)], 403],
    ['a person', user(ada.oid), 'read themselves', ['GET', `/users/${ada.mail}`], 200],
    ['a person', user(ada.oid), 'read another', ['GET', `/users/${grace.mail}`], 403],
    ['a person', user(ada.oid), 'list people', ['GET', '/users'], 403],
    ['a person', user(grace.oid), 'read another’s chat', ['GET', chat(ada.oid)], 403],
  ] as const) {
    it(`${status === 200 ? 'lets' : 'does not let'} ${who} ${what}`, async () => {
      const [method, path] = call;
      const body = path.endsWith('getSchedule') ? schedule : coffee();
      const done = method === 'GET' ? graph.as(token).get(path) : graph.as(token).post(path, body);
      const got = status === 200 ? await done.then(() => 200) : (await refusal(done)).status;
      assert.equal(got, status);
    });
  }

  it('changes nothing when it refuses', async () => {
    assert.equal(await inCalendar(graph, ada), undefined);
  });

  it('lets the person at this machine do everything without a token, and tells callers apart in its log', async () => {
    const fresh = await world();
    try {
      await fresh.fetch(`/graph/v1.0${events(ada.mail)}`);
      await fresh.as().get('/users');
      await fresh.as(user(ada.oid)).get(events(ada.mail));
      await fresh.fetch('/graph/v1.0/users', { headers: { authorization: 'Bearer nonsense' } });
      await fresh.as().post('/$batch', { requests: [{ id: '1', method: 'GET', url: '/users' }] });
      const log = [
        { method: 'GET', template: '/users/{id}/events', caller: 'local', batch: null, status: 200 },
        { method: 'GET', template: '/users', caller: 'app', batch: null, status: 200 },
        { method: 'GET', template: '/users/{id}/events', caller: 'user', batch: null, status: 200 },
        { method: 'GET', template: '/users', caller: 'refused', batch: null, status: 401 },
        { method: 'GET', template: '/users', caller: 'app', batch: 1, status: 200 },
        { method: 'POST', template: '/$batch', caller: 'app', batch: null, status: 200 },
      ];
      assert.deepEqual(fresh.graph.requests(), log);
      assert.deepEqual(await (await fresh.fetch('/local/graph/requests')).json(), log);
    } finally {
      await fresh.close();
    }
  });

  it('gives the bot’s chat with a person, newest first, cards as JSON text, in pages', async () => {
    const first = await graph.as().get(`${chat(ada.oid)}?$top=50`);
    assert.equal(first.value.length, 50);
    const [newest, before] = first.value as unknown as Record<string, unknown>[];
    assert.deepEqual(newest?.from, {
      application: { id: bot, displayName: 'UnMentoring', applicationIdentityType: 'bot' },
      device: null,
      user: null,
    });
    assert.equal(newest.createdDateTime, '2026-12-01T09:00:59Z');
    const [card] = newest.attachments as { id: string; contentType: string; content: string }[];
    assert.equal(card?.contentType, 'application/vnd.microsoft.card.adaptive');
    assert.deepEqual(JSON.parse(card.content), { type: 'AdaptiveCard', n: 59 });
    assert.deepEqual(before?.body, { contentType: 'text', content: 'hello' });
    const rest = await graph.as().get(first['@odata.nextLink']?.slice(graph.url.length) ?? '');
    assert.deepEqual(
      [rest.value.length, rest.value.at(-1)?.id, rest['@odata.nextLink']],
      [10, '1000', undefined],
    );
  });

  it('has an empty chat with a person who has not written, and none with a stranger', async () => {
    assert.deepEqual((await graph.as().get(chat(grace.oid))).value, []);
    assert.equal((await refusal(graph.as().get(chat('99999999-9999-4999-8999-999999999999')))).status, 404);
    assert.equal((await refusal(graph.as().get('/chats/19:meeting@thread.v2/messages'))).status, 404);
    assert.equal((await refusal(graph.as().get(`${chat(ada.oid)}?$top=51`))).status, 400);
  });
});
