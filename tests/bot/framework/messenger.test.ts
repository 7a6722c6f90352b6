import assert from 'node:assert/strict';
import { ConnectorFailure } from '../../../bot/framework/connector-client.ts';
import type { Message, Reader } from '../../../core/words/message.ts';
import { rateLimit } from '../../../local/teams/rate-limits.ts';
import { appId } from '../../support/identity.ts';
import { booked } from '../cards/samples.ts';
import { ann, cardOf, startWorld, tenant, wordsOf } from '../world.ts';
import type { Shown, World } from '../world.ts';

const reader: Reader = {
  id: `${tenant}.${ann.oid}`,
  name: ann.name,
  language: 'en-GB',
  zone: 'Europe/London',
};
const unplaced: Message = {
  kind: 'unplaced',
  scheme: { id: 'unmentoring', name: 'UnMentoring' },
  round: '2026-12-14',
  reason: 'no-common-slot',
  nextWeek: '2027-01-11',
};
const key = `unmentoring:2026-12-14:unplaced:${reader.id}`;

describe("a message on the product's own initiative", () => {
  let world: World;
  let answers: (() => Response)[];
  let asked: number;
  beforeEach(async () => {
    world = await startWorld();
    answers = [];
    asked = 0;
    world.app.post('/elsewhere/*', () => {
      asked += 1;
      return (answers.shift() ?? (() => Response.json({ id: 'late' }, { status: 201 })))();
    });
    await world.local(`/local/install?user=${ann.mail}`);
  });
  afterEach(() => world.stop());

  function conversation(): string {
    const [known] = world.operations.conversations.values();
    assert.ok(known);
    return known;
  }
  async function inbox(): Promise<readonly Shown[]> {
    return (await world.local(`/local/inbox?user=${ann.mail}`)).body as unknown as Shown[];
  }
  /** A conversation on a connector that gives these answers, one for each request. */
  function elsewhere(...given: (() => Response)[]): string {
    answers.push(...given);
    return conversation().replace('/connector', '/elsewhere');
  }
  const failing =
    (status: number, code: string, headers = {}) =>
    () =>
      Response.json({ error: { code, message: 'no' } }, { status, headers });

  it('arrives once, with its key, in the chat that was remembered', async () => {
    const delivery = await world.bot.messenger.send(conversation(), reader, unplaced, key);
    const kept = (await inbox()).filter((shown) => shown.key === key);
    assert.equal(kept.length, 1);
    assert.equal(kept[0]?.activity.replyToId, undefined);
    assert.equal(cardOf(kept[0]).body[0]?.id, key);
    const stored = world.teams.chats.messages(ann.oid).at(-1);
    assert.ok(stored);
    assert.deepEqual(delivery, { kind: 'sent', activityId: stored.id });
    assert.deepEqual(stored.from, { kind: 'bot', id: appId, name: 'UnMentoring' });
    assert.ok(JSON.stringify(stored.attachments).includes(key));
  });

  it('changes an earlier one in its place: what holds now, without buttons, under the same key', async () => {
    const { messenger } = world.bot;
    const sent = await messenger.send(conversation(), reader, unplaced, key);
    assert.ok(sent.kind === 'sent');
    await messenger.update(conversation(), sent.activityId, reader, { ...booked, news: 'moved' }, key);
    const kept = (await inbox()).filter((shown) => shown.key === key);
    assert.equal(kept.length, 1);
    const card = cardOf(kept[0]);
    assert.match(wordsOf(card), /^This has changed\..*\nTuesday,? 15 December 2026, 10:00/);
    assert.deepEqual(card.actions, []);
  });

  it('cannot change one that is not there', async () => {
    const change = world.bot.messenger.update(conversation(), 'gone', reader, unplaced, key);
    await assert.rejects(change, ConnectorFailure);
  });

  it('reports a person who removed the app as unreachable', async () => {
    const to = conversation();
    await world.local(`/local/uninstall?user=${ann.mail}`);
    assert.deepEqual(await world.bot.messenger.send(to, reader, unplaced, key), { kind: 'unreachable' });
  });

  it('reports a person whose conversation is gone as unreachable', async () => {
    const to = elsewhere(failing(404, 'ConversationNotFound'));
    assert.deepEqual(await world.bot.messenger.send(to, reader, unplaced, key), { kind: 'unreachable' });
  });

  it('fails on a 403 that is not about the person', async () => {
    const to = elsewhere(failing(403, 'Forbidden'));
    await assert.rejects(world.bot.messenger.send(to, reader, unplaced, key), {
      status: 403,
      code: 'Forbidden',
    });
    assert.equal(asked, 1);
  });

  it('is sent again after 429, when the connector says, and after 412', async () => {
    const to = elsewhere(
      failing(429, 'TooManyRequests', { 'retry-after': '3' }),
      failing(412, 'PreconditionFailed'),
    );
    const delivery = await world.bot.messenger.send(to, reader, unplaced, key);
    assert.deepEqual(delivery, { kind: 'sent', activityId: 'late' });
    assert.equal(asked, 3);
    assert.deepEqual(world.waits, [3000, 2000]);
  });

  it('fails, for the queue to repeat, when the connector keeps refusing or asks for a long wait', async () => {
    const refusal = failing(429, 'TooManyRequests', { 'retry-after': '1' });
    const often = elsewhere(refusal, refusal, refusal, refusal, refusal);
    await assert.rejects(world.bot.messenger.send(often, reader, unplaced, key), { status: 429 });
    assert.equal(asked, 4);
    answers = [failing(429, 'TooManyRequests', { 'retry-after': '600' })];
    await assert.rejects(world.bot.messenger.send(often, reader, unplaced, key), { status: 429 });
    assert.equal(asked, 5);
  });

  for (const status of [500, 502, 503, 504]) {
    it(`is not sent again after ${status}: it may have arrived`, async () => {
      const to = elsewhere(failing(status, 'ServiceError'));
      await assert.rejects(world.bot.messenger.send(to, reader, unplaced, key), { status });
      assert.equal(asked, 1);
    });
  }

  it('is not sent again when nobody answers', async () => {
    const to = conversation().replace(/http:\/\/127\.0\.0\.1:\d+/, 'http://127.0.0.1:9');
    await assert.rejects(
      world.bot.messenger.send(to, reader, unplaced, key),
      (error) => error instanceof ConnectorFailure && error.status === null,
    );
  });

  it('is sent again after a wait when Teams limits the rate', async () => {
    await world.stop();
    let clock = 0;
    world = await startWorld({ rateLimitClock: () => (clock += 100) });
    await world.local(`/local/install?user=${ann.mail}`);
    for (let count = 0; count < 6; count += 1)
      await world.bot.messenger.send(conversation(), reader, unplaced, key);
    assert.deepEqual(world.waits, []);
    await world.bot.messenger.send(conversation(), reader, unplaced, key).catch(() => undefined);
    assert.ok(world.waits.length > 0);
  });
});

describe('the rate limits of Teams', () => {
  it('let 7 messages a second and 8 in two pass, in one conversation', () => {
    let now = 0;
    const limit = rateLimit(() => now);
    for (let count = 0; count < 7; count += 1) assert.equal(limit('a'), null);
    assert.equal(limit('a'), 1);
    assert.equal(limit('b'), null);
    now = 1000;
    assert.equal(limit('a'), null);
    assert.equal(limit('a'), 1);
    now = 2000;
    assert.equal(limit('a'), null);
  });
  it('let 50 messages a second pass, in all', () => {
    const limit = rateLimit(() => 0);
    for (let count = 0; count < 50; count += 1) assert.equal(limit(`chat ${count}`), null);
    assert.equal(limit('one more'), 1);
  });
});
