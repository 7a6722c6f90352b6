import assert from 'node:assert/strict';
import sinon from 'sinon';
import { activitySchema } from '../../bot/framework/activity.ts';
import { putFile } from '../../bot/framework/files.ts';
import { Unavailable } from '../../core/shared/unavailable.ts';
import { wordsFor } from '../../core/words/languages.ts';
import { startChatWorld } from '../support/conversations/chat-world.ts';
import { employee } from '../support/emulated-graph.ts';
import { useProduct } from '../support/test-product.ts';
import { ann, cardOf, useWorld, type World, wordsOf } from './world.ts';

const me = `user=${ann.mail}`;
const { myData: words, away } = wordsFor('en');
const accept = { type: 'fileUpload', action: 'accept', name: words.fileName };
const decline = { ...accept, action: 'decline' };

describe('a file with what is kept about somebody', () => {
  const world = useWorld();
  beforeEach(async () => {
    await world.local(`/local/install?${me}`);
  });
  afterEach(() => {
    sinon.restore();
  });

  const reading = (myData: World['operations']['rights']['myData']) => {
    const { rights } = world.operations;
    sinon.stub(world.operations, 'rights').get(() => ({ ...rights, myData }));
  };
  const say = async (said: object) => (await world.local(`/local/say?${me}`, said)).body;
  const press = (action: object) => say({ action });
  const kindsIn = async () => {
    const messages = world.teams.chats.messages(ann.oid).slice(1);
    return messages.flatMap(({ from, text, attachments }) => [
      ...(from.kind === 'bot' && text !== '' ? [text] : []),
      ...attachments.map(({ contentType }) => contentType.split('.').slice(-2).join('.')),
    ]);
  };
  /** What the bot gets when somebody allows a file that is to be put there. */
  const allowing = (uploadUrl: string) => {
    const uploadInfo = { uploadUrl, contentUrl: uploadUrl, name: 'a.txt', uniqueId: '1', fileType: 'txt' };
    const value = { type: 'fileUpload', action: 'accept', uploadInfo };
    const member = world.teams.roster.byOid(ann.oid);
    assert.ok(member);
    return world.teams.client.relay(member, { type: 'invoke', name: 'fileConsent/invoke', value });
  };

  it('is offered with its size, beside a way to read it in the chat', async () => {
    const { replies } = await say({ text: 'my data' });
    assert.deepEqual(replies[0]?.activity.attachments, [
      {
        contentType: 'application/vnd.microsoft.teams.card.file.consent',
        name: words.fileName,
        content: {
          description: words.fileAbout,
          sizeInBytes: 'Your data, and {}'.length,
          acceptContext: {},
          declineContext: {},
        },
      },
    ]);
    const card = cardOf(replies[1]);
    assert.equal(wordsOf(card), words.offered);
    const read = card.actions.find(({ title }) => title === wordsFor('en').buttons['read-my-data']);
    const { response } = await press(read ?? {});
    assert.equal(response && wordsOf(response.value), 'Your data\nname: Ann Archer');
  });

  it('is offered by the button, too', async () => {
    const { response } = await press({ type: 'Action.Execute', verb: 'my-data', data: {} });
    assert.equal(response && wordsOf(response.value), words.offered);
    assert.ok((await kindsIn()).includes('file.consent'));
  });

  it('is made when it is allowed, and its offer goes', async () => {
    await say({ text: 'my data' });
    reading(async () => ({ text: '', file: 'Änderung' }));
    await press(accept);
    assert.deepEqual(await kindsIn(), ['card.adaptive', 'file.info']);
    const [file] = world.teams.chats.messages(ann.oid).at(-1)?.attachments ?? [];
    assert.equal(file?.name, words.fileName);
    assert.equal(await (await fetch(file.contentUrl ?? '')).text(), 'Änderung');
  });

  it('is not made when it is declined', async () => {
    await say({ text: 'my data' });
    reading(() => assert.fail('data are read'));
    const { replies } = await press(decline);
    assert.equal(wordsOf(cardOf(replies[0])), words.declined);
    assert.deepEqual(await kindsIn(), ['card.adaptive', 'card.adaptive']);
  });

  it('is shown as a card when the place for it is used up', async () => {
    await say({ text: 'my data' });
    await press(accept);
    const { contentUrl } = world.teams.chats.messages(ann.oid).at(-1)?.attachments[0] ?? {};
    const { replies } = await allowing(`${contentUrl ?? ''}/upload`);
    assert.match(JSON.stringify(replies), new RegExp(`${words.noFile}.*Ann Archer`));
  });

  it('is shown as a card where Teams takes no offer', async () => {
    world.refused.add('card.file.consent');
    const { replies } = await say({ text: 'my data' });
    assert.equal(wordsOf(cardOf(replies[0])), `${words.noFile}\nYour data\nname: Ann Archer`);
  });

  it('is not sent to an address that anybody may have made up', async () => {
    const fetched = sinon.spy(globalThis, 'fetch');
    const { replies } = await allowing(`${world.url.replace('127.0.0.1', 'localhost')}/mine`);
    assert.match(JSON.stringify(replies), new RegExp(words.noFile));
    assert.ok(!fetched.args.some(([to]) => JSON.stringify(to).includes('localhost')));
  });

  it('waits while storage does not answer, and says so in the chat', async () => {
    await say({ text: 'my data' });
    reading(() => Promise.reject(new Unavailable('storage', 'no answer')));
    await press(accept);
    assert.deepEqual(await kindsIn(), ['file.consent', 'card.adaptive', away.nothingChanged]);
  });
});

describe('the place of a file', () => {
  const activity = activitySchema.parse({
    ...{ type: 'invoke', channelId: 'msteams', serviceUrl: 'https://smba.trafficmanager.net/emea/' },
    ...{ from: { id: '29:ann' }, recipient: { id: '28:bot' }, conversation: { id: 'a:ann' } },
  });
  const to = (uploadUrl: string) =>
    putFile({ uploadUrl, contentUrl: '', name: '', uniqueId: '', fileType: '' }, 'Ä', activity);
  afterEach(() => {
    sinon.restore();
  });

  for (const host of ['contoso-my.sharepoint.com', 'contoso.sharepoint.us', 'contoso.sharepoint.cn'])
    it(`may be ${host}, which gets no token and sends nobody elsewhere`, async () => {
      const put = sinon.stub(globalThis, 'fetch').resolves(new Response('{}', { status: 201 }));
      assert.equal(await to(`https://${host}/upload?tempauth=1`), null);
      const [, init] = put.firstCall.args;
      assert.equal(init?.method, 'PUT');
      assert.equal(init.redirect, 'error');
      assert.deepEqual(init.headers, {
        'Content-Type': 'application/octet-stream',
        'Content-Range': 'bytes 0-1/2',
      });
    });

  for (const address of [
    'http://contoso.sharepoint.com/upload',
    'https://sharepoint.com/upload',
    'https://contosharepoint.com/upload',
    'https://contoso.sharepoint.com.example/upload',
    'https://contoso.sharepoint.com:8443/upload',
    'https://me@contoso.sharepoint.com/upload',
    'https://169.254.169.254/upload#.sharepoint.com',
    'file:///contoso.sharepoint.com',
  ])
    it(`is never ${address}`, async () => {
      const put = sinon.stub(globalThis, 'fetch');
      assert.equal(await to(address), 'address');
      assert.ok(put.notCalled);
    });

  it('may refuse, or not answer', async () => {
    const put = sinon.stub(globalThis, 'fetch').resolves(new Response('', { status: 404 }));
    assert.equal(await to('https://contoso.sharepoint.com/upload'), 404);
    put.rejects(new TypeError('fetch failed'));
    assert.equal(await to('https://contoso.sharepoint.com/upload'), 'no-answer');
  });
});

describe('the file that comes through /api/messages', () => {
  const start = useProduct();

  it('can be read, and ends with the same as JSON', async () => {
    const world = await startChatWorld(start, [employee('Ann Archer')]);
    try {
      const [member] = world.teams.roster.members;
      assert.ok(member);
      await world.product.signUp(member.employee);
      await world.teams.client.install(member);
      await world.teams.client.say(member, 'my data');
      await world.teams.client.press(member, accept);
      const [file] = world.teams.chats.messages(member.employee.oid).at(-1)?.attachments ?? [];
      const content = await (await fetch(file?.contentUrl ?? '')).text();
      const [text = '', json = ''] = content.split(/^(?=\{$)/m);
      assert.match(text, /^name: Ann Archer$/m);
      assert.match(text, /^The same for programs, as JSON$/m);
      const data = JSON.parse(json) as { parts: { part: string; records: { name?: string }[] }[] };
      assert.equal(data.parts.find(({ part }) => part === 'you')?.records[0]?.name, 'Ann Archer');
    } finally {
      await world.close();
    }
  });
});
