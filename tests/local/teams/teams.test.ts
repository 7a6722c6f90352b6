import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { stub } from 'sinon';
import { InputError } from '../../../local/input/input-error.ts';
import { openChatLog } from '../../../local/teams/chat-log.ts';
import { ann, bernd, startWorld, useWorld } from '../../bot/world.ts';
import { useFolder } from '../../support/folder.ts';
import type { Shown } from '../../bot/world.ts';

const user = `user=${ann.mail}`;

describe('the local Teams', () => {
  const world = useWorld();

  describe('refuses in a sentence', () => {
    const cases: readonly (readonly [string, string, unknown, number, RegExp])[] = [
      ['somebody unknown', '/local/say?user=nobody@example.com', { text: 'hi' }, 404, /"nobody@example.com"/],
      ['somebody unknown to install', '/local/install?user=nobody@example.com', undefined, 404, /"nobody@/],
      ['an inbox of nobody', '/local/inbox', undefined, 400, /\?user=MAIL/],
      ['a body that is no JSON', `/local/say?${user}`, 'hello', 400, /\{"text": "…"\}/],
      ['no body', `/local/say?${user}`, undefined, 400, /\{"text": "…"\}/],
      ['an empty text', `/local/say?${user}`, { text: ' ' }, 400, /\{"text": "…"\}/],
      ['a body with neither', `/local/say?${user}`, { words: 'hi' }, 400, /\{"action": \{…\}\}/],
      [
        'words before the app was added',
        `/local/say?${user}`,
        { text: 'join' },
        409,
        /add the app first: POST \/local\/install/,
      ],
      ['a removal before it was added', `/local/uninstall?${user}`, undefined, 409, /add the app first/],
    ];
    for (const [what, path, body, status, message] of cases) {
      it(what, async () => {
        const answer = await world.local(path, body);
        assert.equal(answer.status, status);
        assert.match(answer.body.error?.message ?? '', message);
        assert.deepEqual(world.operations.calls, []);
      });
    }
  });

  it('finds people by their mail in upper or lower case', async () => {
    assert.equal((await world.local('/local/install?user=ANN@Example.com')).status, 200);
  });

  it("keeps each person's chat apart, oldest message first", async () => {
    await world.local(`/local/install?${user}`);
    await world.local(`/local/say?${user}`, { text: 'join' });
    const shown = (await world.local(`/local/inbox?${user}`)).body as unknown as Shown[];
    assert.deepEqual(
      shown.map(({ activity }) => activity.summary?.slice(0, 11)),
      ['Welcome to ', 'You are in.'],
    );
    assert.deepEqual((await world.local(`/local/inbox?user=${bernd.mail}`)).body, []);
    assert.deepEqual(
      world.teams.chats.messages(ann.oid).map(({ from, text }) => [from.kind, text]),
      [
        ['bot', ''],
        ['user', 'join'],
        ['bot', ''],
      ],
    );
  });

  it('says when the bot fails', async () => {
    await world.local(`/local/install?${user}`);
    world.operations.join = () => Promise.reject(new Error('storage is down'));
    const { status, body } = await world.local(`/local/say?${user}`, { text: 'join' });
    assert.equal(status, 502);
    assert.match(body.error?.message ?? '', /storage is down/);
  });

  describe('as the Bot Connector', () => {
    const message = { type: 'message', text: 'hello' };
    async function call(method: string, path: string, body?: unknown, token?: string): Promise<Response> {
      const mine = await world.identity.appToken('https://api.botframework.com');
      return fetch(`${world.serviceUrl}/v3/conversations${path}`, {
        method,
        headers: { authorization: `Bearer ${token ?? mine ?? ''}` },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
    }
    async function code(response: Response): Promise<[number, string]> {
      const { error } = (await response.json()) as { error: { code: string } };
      return [response.status, error.code];
    }
    const chat = `/a:${ann.oid}`;

    it('refuses a request without the bot’s token', async () => {
      const graph = (await world.identity.appToken('https://graph.microsoft.com')) ?? '';
      const person = await world.identity.userToken({ ...ann, coordinator: false });
      for (const token of ['x', graph, person, await world.identity.channelToken(world.serviceUrl)]) {
        assert.deepEqual(await code(await call('POST', `${chat}/activities`, message, token)), [
          401,
          'Unauthorized',
        ]);
      }
    });

    it('refuses a message to somebody who has not added the app, or does not exist', async () => {
      assert.deepEqual(await code(await call('POST', `${chat}/activities`, message)), [
        403,
        'MessageWritesBlocked',
      ]);
      assert.deepEqual(await code(await call('POST', '/a:x/activities', message)), [
        404,
        'ConversationNotFound',
      ]);
      const create = { members: [{ id: `29:${ann.oid}` }] };
      assert.deepEqual(await code(await call('POST', '', create)), [403, 'ForbiddenOperationException']);
    });

    it('keeps, changes and removes a message', async () => {
      await world.local(`/local/install?${user}`);
      const created = await call('POST', '', { members: [{ id: `29:${ann.oid}` }] });
      assert.deepEqual(await created.json(), { id: `a:${ann.oid}` });
      const { id } = (await (await call('POST', `${chat}/activities`, message)).json()) as { id: string };
      assert.equal(
        (await call('PUT', `${chat}/activities/${id}`, { ...message, text: 'changed' })).status,
        200,
      );
      assert.equal(world.teams.chats.messages(ann.oid).at(-1)?.text, 'changed');
      assert.equal((await call('DELETE', `${chat}/activities/${id}`)).status, 200);
      assert.ok(world.teams.chats.messages(ann.oid).every((kept) => kept.id !== id));
      assert.equal((await call('PUT', `${chat}/activities/${id}`, message)).status, 404);
      assert.equal((await call('DELETE', `${chat}/activities/${id}`)).status, 404);
    });

    it('keeps no typing indicator', async () => {
      await world.local(`/local/install?${user}`);
      const before = world.teams.chats.messages(ann.oid).length;
      assert.equal((await call('POST', `${chat}/activities`, { type: 'typing' })).status, 201);
      assert.equal(world.teams.chats.messages(ann.oid).length, before);
    });

    it('refuses an activity that is too large, and a body that is none', async () => {
      await world.local(`/local/install?${user}`);
      const large = { ...message, text: 'x'.repeat(28 * 1024) };
      assert.deepEqual(await code(await call('POST', `${chat}/activities`, large)), [
        413,
        'MessageSizeTooBig',
      ]);
      assert.deepEqual(await code(await call('POST', `${chat}/activities`, 'no JSON')), [400, 'BadSyntax']);
    });

    it('knows the member of a chat', async () => {
      await world.local(`/local/install?${user}`);
      const members = (await (await call('GET', `${chat}/members`)).json()) as { objectId: string }[];
      assert.deepEqual(
        members.map(({ objectId }) => objectId),
        [ann.oid],
      );
      assert.equal((await call('GET', `${chat}/members/29:${bernd.oid}`)).status, 404);
    });
  });
});

describe("the local Teams' memory", () => {
  const { at, write } = useFolder();

  it('has the same chats after a restart', async () => {
    const first = await startWorld({ dir: at() });
    await first.local(`/local/install?${user}`);
    await first.local(`/local/say?${user}`, { text: 'join' });
    const before = first.teams.chats.messages(ann.oid);
    await first.stop();

    const second = await startWorld({ dir: at() });
    assert.deepEqual(second.teams.chats.messages(ann.oid), before);
    assert.equal((await second.local(`/local/say?${user}`, { text: 'hello' })).status, 200);
    await second.local(`/local/uninstall?${user}`);
    await second.stop();

    const third = await startWorld({ dir: at() });
    assert.equal(third.teams.isInstalled(ann.oid), false);
    await third.stop();
  });

  const broken: readonly (readonly [string, string, number])[] = [
    ['a line that is no JSON', 'what?\n', 2],
    ['a line that is none of ours', '{"event":"exploded"}\n', 2],
    ['a line that was cut off in the middle', '{"event":"installed"\n{}\n', 2],
  ];
  for (const [what, text, line] of broken) {
    it(`refuses ${what}, and leaves the file as it is`, async () => {
      const before = `${JSON.stringify({ event: 'installed', oid: ann.oid, at: 0 })}\n${text}`;
      const file = write('teams.jsonl', before);
      assert.throws(
        () => openChatLog(file),
        (error) => error instanceof InputError && error.file === file && error.line === line,
      );
      assert.equal(await readFile(file, 'utf8'), before);
    });
  }

  it('removes a last line that a full disk cut off, says so, and goes on with the others', async () => {
    const whole = `${JSON.stringify({ event: 'installed', oid: ann.oid, at: 0 })}\n`;
    const file = write('teams.jsonl', Buffer.from(`${whole}{"event":"installed","oid":"é`).subarray(0, -1));
    const warn = stub(console, 'warn');
    try {
      const log = openChatLog(file);
      assert.equal(log.isInstalled(ann.oid), true);
      assert.match(String(warn.args), /teams\.jsonl, line 2: the line was cut off while it was written/);
      assert.equal(await readFile(file, 'utf8'), whole);
      log.setInstalled(ann.oid, false, 1);
      assert.equal(openChatLog(file).isInstalled(ann.oid), false);
    } finally {
      warn.restore();
    }
  });
});
