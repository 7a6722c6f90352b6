// The cloud's own wiring: the built app alone in a folder, in a fresh process that has settings and nothing else.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { objectId } from '../../core/records/person.ts';
import { readRound } from '../../core/views/rounds.ts';
import { call } from '../../local/gateway/functions-route.ts';
import { WorkerEnded } from '../../local/host/worker-process.ts';
import { startCloud, type Cloud } from '../support/cloud/cloud.ts';
import { employee } from '../support/emulated-graph.ts';
import { useFolder } from '../support/folder.ts';
import { wrongWith } from '../support/one-meeting-each.ts';
import { december } from '../support/test-product.ts';

const staff = Array.from({ length: 60 }, (_, n) => employee(`P${n}`));
const mailOf = (id: string) => staff.find(({ oid }) => oid === objectId(id))?.mail ?? '';

/** Each kind of token, asked for once: storage's, the app registration's, and what it trusts in place of a secret. */
const eachOnce = [
  'api://AzureADTokenExchange',
  'https://api.botframework.com',
  'https://graph.microsoft.com',
  'https://storage.azure.com',
];

describe('the function app as it is deployed', () => {
  let cloud: Cloud;
  // Before its folder is removed.
  after(() => cloud.close());
  const folder = useFolder('describe');
  before(async () => {
    cloud = await startCloud(folder, staff, '2026-12-07T08:00:00Z');
  });
  afterEach(async function () {
    const log = await appLog();
    if (this.currentTest?.isFailed()) console.error(log);
    // How every access token begins.
    assert.doesNotMatch(log, /\beyJ/);
  });
  const appLog = () => readFile(folder.at('app.log'), 'utf8');

  /** The keys of the messages that the product sent to somebody on its own initiative. */
  async function toldTo(mail: string): Promise<(string | null)[]> {
    const inbox = await cloud.teams.control.request(`/local/inbox?user=${mail}`);
    const messages = (await inbox.json()) as { key: string | null }[];
    return messages.map(({ key }) => key).filter((key) => key !== null);
  }

  it('carries a round of 60 people, with access tokens alone', async () => {
    const { clock, entra, graph, teams } = cloud;
    entra.asked.splice(0);
    const app = await cloud.startApp();
    for (const member of teams.roster.members) {
      assert.equal((await teams.client.install(member)).status, 200);
      assert.equal((await teams.client.say(member, 'join')).status, 200);
    }
    assert.deepEqual(entra.asked.splice(0).sort(), eachOnce);

    // On the pairing day, all tokens have expired.
    clock.moveTo(Date.parse('2026-12-10T10:00:00Z'));
    await cloud.startTriggers(app).tick();
    assert.deepEqual(entra.asked.splice(0).sort(), eachOnce);
    assert.deepEqual(new Set(graph.graph.requests().map(({ caller }) => caller)), new Set(['app']));

    const events = await graph.events();
    assert.equal(events.length, 30);
    const detail = await readRound(
      { storage: cloud.storage, now: clock.now },
      december.scheme,
      december.round,
    );
    assert.ok(detail);
    assert.deepEqual(wrongWith(detail, events, mailOf), []);
    assert.deepEqual([detail.counts.booked, detail.counts.told], [30, 60]);
    for (const { mail } of staff) assert.equal((await toldTo(mail)).length, 1, mail);

    const [ann] = staff;
    assert.ok(ann);
    const token = await entra.identity.userToken({ ...ann, coordinator: false });
    const headers = { Authorization: `Bearer ${token}` };
    const request = new Request('https://unmentoring.example/api/me/pairing', { headers });
    const pairing = await call(app, 'my-pairing', request, {}, false);
    assert.equal(pairing.status, 200);
    assert.match(await pairing.text(), /"joinUrl":"https:/);
  });

  it('is refused by storage with a token that is meant for another resource', async () => {
    const app = await cloud.startApp({ IDENTITY_ENDPOINT: cloud.entra.misleadingEndpoint });
    await assert.rejects(app.invoke('clock', { json: '{}' }), /Invalid token audience/);
  });

  it('stops at its start, and names the setting that is not usable', async () => {
    await assert.rejects(cloud.startApp({ APP_ID: '', TABLES_URL: 'http://127.0.0.1:10002' }), WorkerEnded);
    const log = await appLog();
    assert.match(log, /APP_ID: expected a GUID; TABLES_URL: expected a URL that begins with https:\/\/\./);
  });
});
