import assert from 'node:assert/strict';
import { setImmediate as soon } from 'node:timers/promises';
import type { QueueClient } from '@azure/storage-queue';
import { Hono } from 'hono';
import sinon from 'sinon';
import { readWork } from '../../adapters/queues/work-queue.ts';
import { defaultScheme } from '../../core/records/scheme.ts';
import { answerWork } from '../../core/records/work.ts';
import { compose, type Product } from '../../functions/compose.ts';
import { readConfig } from '../../functions/config.ts';
import { startAzurite, type StorageEmulator } from '../../local/host/azurite.ts';
import { createIdentity, type Identity } from '../../local/identity/identity.ts';
import { createTeams, type Teams } from '../../local/teams/teams.ts';
import { type StorageSpace, storageIn, storageSpace } from '../support/azurite.ts';
import { employee, idOf, type ServedGraph, serveGraph, tenant } from '../support/emulated-graph.ts';
import { type Served, serving } from '../support/serving.ts';
import { postponed, withSimulatedDelay } from '../support/simulated-delay.ts';
import { startTap, type Tap } from '../support/tap.ts';

const appId = '22222222-2222-4222-8222-222222222222';
const ann = employee('Ann', { language: 'en-GB' });
const bernd = employee('Bernd', { language: 'de-DE' });
const noted = /^Microsoft 365 is not answering me at the moment\. I have written down what you asked for/;
const nothingChanged = /^I can't reach my notebook at the moment\. Nothing was changed; please say it again/;

describe('the bot, while a neighbour is down', () => {
  let azurite: StorageEmulator;
  let identity: Identity;
  let server: Served;
  let teams: Teams;
  let graph: ServedGraph;
  let graphTap: Tap;
  let tables: Tap;
  let space: StorageSpace;
  let later: QueueClient;
  let product: Product;
  let now: number;

  before(async () => {
    azurite = await startAzurite(null);
  });
  after(() => azurite.stop());

  beforeEach(async () => {
    now = Date.parse('2026-12-01T09:00:00Z');
    const app = new Hono();
    server = await serving(app);
    identity = await createIdentity({ tenant, appId, baseUrl: server.url });
    teams = createTeams({
      dir: null,
      employees: [ann, bernd],
      tenant,
      appId,
      serviceUrl: `${server.url}/connector`,
      deliver: async (activity, token) => {
        const body: unknown = JSON.parse(JSON.stringify(activity));
        const answer = await product.converse({ headers: { authorization: `Bearer ${token}` }, body });
        return { status: answer.status, body: answer.body === '' ? undefined : JSON.parse(answer.body) };
      },
      channelToken: (service) => identity.channelToken(service),
      verifyConnectorToken: (token) => identity.verifyConnector(token),
      now: () => now,
    });
    app.route('/', identity.app).route('/connector', teams.connector);
    graph = await serveGraph({ employees: [ann, bernd], now: () => now, chats: teams.chats });
    graphTap = await startTap(Number(new URL(graph.url).port));
    space = await storageSpace(azurite);
    later = space.queue('later');
    await Promise.all([later.create(), space.queue('answers').create()]);
    tables = await startTap(
      Number(/TableEndpoint=http:\/\/127.0.0.1:(\d+)/.exec(azurite.connectionString)?.[1]),
    );
    product = productOn(
      azurite.connectionString.replace(/(TableEndpoint=http:\/\/127.0.0.1):\d+/, `$1:${tables.port}`),
    );
    await storageIn(space).schemes.insert(defaultScheme(now));
    await teams.client.install(member(ann));
    await teams.client.install(member(bernd));
  });
  afterEach(async () => {
    sinon.restore();
    for (const closing of [tables, graphTap, graph, server]) await closing.close();
  });

  /** The product, whose tables are at another port. */
  function productOn(connectionString: string): Product {
    return compose(
      readConfig({
        TENANT_ID: tenant,
        APP_ID: appId,
        MANAGED_IDENTITY_CLIENT_ID: appId,
        SUPPORT_CONTACT: 'help@contoso.example',
        ORGANISER_MAILBOXES: graph.organisers.join(','),
        STORAGE_ACCOUNT: 'devstoreaccount1',
        GRAPH_URL: graph.url.replace(/:\d+/, `:${graphTap.port}`),
        BOT_TOKEN_ISSUER: identity.botFramework.issuer,
        BOT_OPENID_METADATA_URL: identity.botFramework.openIdMetadata,
        BOT_RESOURCE: identity.botFramework.scope,
      }),
      {
        table: (name) => space.tableAt(connectionString, name),
        queue: (name) => withSimulatedDelay(space.queue(name), later, () => now),
        blobs: () => space.blobs,
        token: async (resource) => (await identity.appToken(resource)) ?? 'app',
        log: () => undefined,
        now: () => now,
        wait: () => soon(),
      },
    );
  }

  function member(person: typeof ann) {
    const found = teams.roster.byMail(person.mail);
    if (found === null) throw new Error('not in the directory');
    return found;
  }

  const participant = async (person: typeof ann) =>
    storageIn(space).participants.get({ scheme: 'unmentoring', person: idOf(person) });

  /** What somebody's chat with the bot says, the bot's part alone. */
  const inbox = (person: typeof ann) =>
    teams.chats.messages(person.oid).flatMap(({ from, text, attachments }) => {
      if (from.kind !== 'bot') return [];
      const content = attachments[0]?.content as { body: { text?: string }[] } | undefined;
      return [content?.body[0]?.text ?? text];
    });

  /** Lets simulated time pass once a request was sent that nobody will answer. */
  async function untilGivenUp(tap: Tap, asking: Promise<{ status: number }>): Promise<number> {
    await tap.swallowed();
    await clock.tickAsync(1_500);
    return (await asking).status;
  }
  let clock: sinon.SinonFakeTimers;
  const simulateTime = () => {
    clock = sinon.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  };

  /** Does the postponed work. Gives the number of pieces. */
  async function work(): Promise<number> {
    const { receivedMessageItems: found } = await later.receiveMessages({ numberOfMessages: 32 });
    for (const { messageId, popReceipt, messageText } of found) {
      await later.deleteMessage(messageId, popReceipt);
      const { text, from } = postponed.parse(JSON.parse(messageText));
      now = Math.max(now, from);
      const message: unknown = JSON.parse(Buffer.from(text, 'base64').toString('utf8'));
      await product.answerLater(readWork('answers', answerWork, message));
    }
    return found.length;
  }

  it('notes a join while Graph answers 503, and says once that it is done when Graph is back', async () => {
    graph.graph.faults.set({ fail: 1 });
    assert.equal((await teams.client.say(member(ann), 'join')).status, 200);
    assert.match(inbox(ann).at(-1) ?? '', noted);
    assert.equal(await work(), 1);
    assert.equal(await participant(ann), null);
    assert.equal(inbox(ann).length, 2, 'welcome and answer');

    graph.graph.faults.clear();
    assert.equal(await work(), 1);
    assert.equal((await participant(ann))?.value.status, 'active');
    assert.match(inbox(ann).at(-1) ?? '', /^You are in\./);
    assert.equal(inbox(ann).length, 3);
    assert.equal(await work(), 0);
  });

  it('gives up on a Graph that never answers after 1.5 seconds, in the language of whoever asks', async () => {
    simulateTime();
    graphTap.shut();
    assert.equal(await untilGivenUp(graphTap, teams.client.say(member(bernd), 'mitmachen')), 200);
    assert.match(
      inbox(bernd).at(-1) ?? '',
      /^Microsoft 365 antwortet mir gerade nicht\. Ich habe mir Ihren Wunsch notiert/,
    );
    graphTap.open();
    assert.equal(await work(), 1);
    assert.match(inbox(bernd).at(-1) ?? '', /^Sie sind dabei\./);
  });

  it('says after 1.5 seconds that it cannot reach its notebook, and changes nothing', async () => {
    simulateTime();
    tables.shut();
    assert.equal(await untilGivenUp(tables, teams.client.say(member(ann), 'join')), 200);
    assert.match(inbox(ann).at(-1) ?? '', nothingChanged);
    tables.open();
    assert.deepEqual([await participant(ann), await work()], [null, 0]);
    await teams.client.say(member(ann), 'join');
    assert.match(inbox(ann).at(-1) ?? '', /^You are in\./);
  });

  it('leaves a card in its place whose button was pressed without a notebook', async () => {
    simulateTime();
    tables.shut();
    const pressing = teams.client.press(member(ann), { type: 'Action.Execute', verb: 'join', data: {} });
    assert.equal(await untilGivenUp(tables, pressing), 200);
    const { response } = await pressing;
    const { type, value } = response as { type: string; value: string };
    assert.equal(type, 'application/vnd.microsoft.activity.message');
    assert.match(value, nothingChanged);
  });

  it('says so too while nothing listens where storage was', async () => {
    simulateTime();
    await tables.close();
    const saying = teams.client.say(member(ann), 'join');
    const done = saying.then(() => 'answered' as const);
    // Every request fails at once, and the client's own repeats wait for seconds.
    for (let looks = 0; looks < 500; looks++) {
      await clock.tickAsync(250);
      if ((await Promise.race([done, soon()])) === 'answered') break;
    }
    assert.equal((await saying).status, 200);
    assert.match(inbox(ann).at(-1) ?? '', nothingChanged);
    tables = await startTap(1);
  });
});
