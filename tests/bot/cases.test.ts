import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import sinon from 'sinon';
import right from './cases-from-the-world/right.json' with { type: 'json' };
import { appId } from '../support/identity.ts';
import { ann, branch, cardOf, type Shown, useWorld, wordsOf } from './world.ts';

type Activity = Record<string, unknown> & {
  readonly from: Record<string, unknown>;
  readonly conversation: Record<string, unknown>;
};

/** The activity of a case, sent to the bot under test. */
function activityOf(name: string, serviceUrl: string): Activity {
  const file = new URL(`cases-from-the-world/${name}/activity.json`, import.meta.url);
  const activity = JSON.parse(readFileSync(file, 'utf8')) as Activity;
  return {
    ...activity,
    serviceUrl,
    recipient: { id: `28:${appId}`, name: 'UnMentoring' },
    conversation: { ...activity.conversation, id: `a:${ann.oid}` },
  };
}

describe('activities as the world sends them', () => {
  const world = useWorld();
  beforeEach(async () => {
    // botbuilder prints every bad signature.
    sinon.stub(console, 'error');
    await world.local(`/local/install?user=${ann.mail}`);
    world.operations.calls.length = 0;
  });
  afterEach(() => {
    sinon.restore();
  });

  /** Sends an activity. Returns the status, what the product was asked to do, and what was answered. */
  async function send(activity: Activity) {
    const inbox = async () =>
      (await world.local(`/local/inbox?user=${ann.mail}`)).body as unknown as readonly Shown[];
    const before = (await inbox()).length;
    const token = await world.identity.channelToken(world.serviceUrl);
    const { status } = await world.post(activity, `Bearer ${token}`);
    const said = (await inbox()).slice(before).map((shown) => shown.activity.text ?? wordsOf(cardOf(shown)));
    return { status, calls: world.operations.calls, said: said.length === 0 ? null : said.join('\n') };
  }

  const join = (changes: object = {}): Activity => ({
    ...activityOf('bot-locale-null', world.serviceUrl),
    locale: 'en-GB',
    ...changes,
  });
  const from = (changes: object) => ({ from: { ...join().from, ...changes } });
  const conversation = (changes: object) => ({ conversation: { ...join().conversation, ...changes } });

  for (const [name, answer] of Object.entries(right)) {
    it(`${name}: ${answer ?? 'no answer'}`, async () => {
      const { status, said, calls } = await send(activityOf(name, world.serviceUrl));
      assert.equal(status, 200);
      if (answer === null) assert.deepEqual([said, calls], [null, []]);
      else assert.ok(said?.startsWith(answer), said ?? 'nothing');
    });
  }

  const optional = [
    ...['id', 'timestamp', 'localTimestamp', 'localTimezone', 'locale', 'channelData', 'action'],
    ...['membersAdded', 'name', 'value', 'entities', 'attachments', 'replyToId'],
  ];
  for (const field of optional) {
    it(`takes null for ${field}`, async () => {
      assert.deepEqual((await send(join({ [field]: null }))).calls, ['join -']);
    });
  }

  for (const [what, changes] of [
    ['no name of the sender', () => from({ name: null })],
    ['null among the entities', () => ({ entities: [null, { type: null }] })],
    ['no tenant of the channel', () => ({ channelData: { tenant: null } })],
    ['an empty tenant of the channel', () => ({ channelData: { tenant: { id: '' } } })],
    ['no tenant of the conversation', () => conversation({ tenantId: null })],
    ['an empty locale', () => ({ locale: '' })],
    ['a tenant of the conversation in capitals', () => conversation({ tenantId: branch.toUpperCase() })],
    ['an object id in capitals', () => from({ aadObjectId: ann.oid.toUpperCase() })],
    ['a zone by its Windows name', () => ({ localTimezone: 'W. Europe Standard Time' })],
    ['a zone that does not exist', () => ({ localTimezone: 'Mars/Olympus' })],
    [
      'a mention by its entity',
      () => ({ text: '@Coffee join', entities: [{ type: 'mention', text: '@Coffee' }] }),
    ],
  ] as const) {
    it(`takes ${what}`, async () => {
      assert.deepEqual((await send(join(changes()))).calls, ['join -']);
    });
  }

  for (const aadObjectId of [null, '', '  ', '00000000-0000-0000-0000-000000000000']) {
    it(`takes a sender with the object id ${JSON.stringify(aadObjectId)} for nobody`, async () => {
      world.operations.conversations.clear();
      const { status, calls, said } = await send(join(from({ aadObjectId })));
      assert.deepEqual([status, calls, said, world.operations.conversations.size], [200, [], null, 0]);
    });
  }

  const lone = '\ud800';
  for (const [what, changes] of [
    ['an object id that is no GUID', () => from({ aadObjectId: 'ann' })],
    ['an object id that would be another row', () => from({ aadObjectId: `${ann.oid}/../x` })],
    ['a name longer than the directory takes', () => from({ name: 'x'.repeat(257) })],
    ['half a character in a name', () => from({ name: `Ann ${lone}` })],
    ['a NUL in a name', () => from({ name: 'Ann\0' })],
    ['an id of 501 characters', () => from({ id: 'x'.repeat(501) })],
    ['half a character in the id of a conversation', () => conversation({ id: `a:${lone}` })],
    ['an id of a conversation that leads elsewhere', () => conversation({ id: '..' })],
    ['an empty id of a conversation', () => conversation({ id: '' })],
    ['a control character in the id of an activity', () => ({ id: '1\u0001' })],
    ['a locale of 86 characters', () => ({ locale: 'e'.repeat(86) })],
    ['half a character in a locale', () => ({ locale: lone })],
    ['a number for a locale', () => ({ locale: 7 })],
    ['no sender', () => ({ from: null })],
    ['another channel', () => ({ channelId: 'webchat' })],
  ] as const) {
    it(`answers 400 to ${what}`, async () => {
      const { status, calls } = await send(join(changes()));
      assert.deepEqual([status, calls], [400, []]);
    });
  }

  for (const [what, body] of [
    ['nothing', undefined],
    ['null', null],
    ['a list', [1]],
    ['a text', 'join'],
    ['a service URL that is a number', { serviceUrl: 5 }],
  ] as const) {
    it(`answers 401 to ${what} without a token, and 400 with one`, async () => {
      assert.equal((await world.post(body)).status, 401);
      const token = await world.identity.channelToken(world.serviceUrl);
      assert.equal((await world.post(body, `Bearer ${token}`)).status, 400);
    });
  }

  const part = (text: string) => Buffer.from(text).toString('base64url');
  for (const token of [
    `${part('{"typ":"JWT","alg":"RS256"}')}.${part('no JSON')}.x`,
    `${part('{"typ":"JWT","alg":"RS256"}')}.${part('null')}.x`,
    `${part('[]')}.${part('{}')}.x`,
    `${part('{"alg":"none"}')}.${part('{}')}.`,
    'x.y',
    '\ud800.b.c',
  ]) {
    it(`answers 401 to the token ${JSON.stringify(token)}, even for a body that is no activity`, async () => {
      assert.equal((await world.post(join(), `Bearer ${token}`)).status, 401);
      assert.equal((await world.post({}, `Bearer ${token}`)).status, 401);
    });
  }
});
