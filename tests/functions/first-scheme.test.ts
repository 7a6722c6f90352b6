import assert from 'node:assert/strict';
import * as my from '../../core/api/me.ts';
import { defaultScheme } from '../../core/records/scheme.ts';
import { schemeDates, schemeSettings, storedSettings } from '../../core/schemes/settings-schemas.ts';
import { employee } from '../support/emulated-graph.ts';
import { useRunningProduct } from '../support/running-product.ts';

const [ann, ben] = [employee('Ann'), employee('Ben', { language: 'en-GB' })];
const settings = schemeSettings.parse({ ...defaultScheme(0), zone: 'Europe/Berlin', name: 'Kaffeerunde' });

describe('a product without a scheme', () => {
  const product = useRunningProduct(
    { employees: [ann, ben], coordinators: [ann.mail], calendars: new Map() },
    '2026-12-07T08:00:00Z',
    [],
    true,
  );

  async function call(mail: string, method: string, path: string, body?: object): Promise<Response> {
    const token = await (await fetch(`${product().url}/local/token?user=${mail}`)).text();
    return fetch(product().url + path, {
      method,
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      ...(body && { body: JSON.stringify(body) }),
    });
  }
  const read = async (path: string, mail: string) => (await call(mail, 'GET', path)).json();
  const post = (path: string, body: object = {}) =>
    fetch(product().url + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  /** What the bot's last message to Ben says. */
  async function lastToBen(): Promise<string> {
    const inbox = (await (await fetch(`${product().url}/local/inbox?user=${ben.mail}`)).json()) as object[];
    return JSON.stringify(inbox.at(-1));
  }
  const page = async () => (await fetch(product().url)).text();

  it('says that it begins soon, in the chat, the tab and at the start page', async () => {
    await post(`/local/install?user=${ben.mail}`);
    assert.match(await lastToBen(), /UnMentoring begins here soon/);
    await post(`/local/say?user=${ben.mail}`, { text: 'join' });
    assert.match(await lastToBen(), /UnMentoring begins here soon/);
    await post('/local/clock', { advance: 'P1D' });
    assert.equal(my.now.parse(await read('/api/me/now', ben.mail)).state, 'no-scheme');
    assert.deepEqual(await read('/api/schemes', ben.mail), []);
    assert.match(await page(), /There is no scheme yet.*user=ann%40contoso\.example/s);
  });

  it('says when the rounds of a scheme would be', async () => {
    const answer = await call(ben.mail, 'POST', '/api/scheme-dates', { ...settings, preview: 'timed' });
    const [first, ...others] = schemeDates.parse(await answer.json());
    assert.deepEqual([first?.pairingAt, others.length], ['2026-12-10T09:00:00.000Z', 2]);
  });

  it('is given one by somebody with the role, once', async () => {
    assert.equal((await call(ben.mail, 'POST', '/api/schemes', { settings })).status, 403);
    const made = await call(ann.mail, 'POST', '/api/schemes', { settings });
    assert.equal(made.status, 201);
    const stored = storedSettings.parse(await made.json());
    assert.deepEqual(
      stored.people.map(({ name }) => name),
      ['Ann'],
    );
    assert.deepEqual(await read(`/api/schemes/${stored.scheme}/settings`, ann.mail), stored);
    assert.deepEqual(my.me.parse(await read('/api/me', ann.mail)).coordinates, [stored.scheme]);
    assert.deepEqual(my.me.parse(await read('/api/me', ben.mail)).coordinates, []);
    assert.equal((await call(ann.mail, 'POST', '/api/schemes', { settings })).status, 201);
    const other = await call(ann.mail, 'POST', '/api/schemes', { settings: { ...settings, minutes: 60 } });
    assert.equal(other.status, 409);
    assert.doesNotMatch(await page(), /There is no scheme yet/);
  });

  it('then signs up those who look again', async () => {
    await post(`/local/say?user=${ben.mail}`, {
      action: { verb: 'sign-up-ask', data: { verb: 'sign-up-ask' } },
    });
    assert.match(await lastToBen(), /Sign up for Kaffeerunde/);
    await post(`/local/say?user=${ben.mail}`, { text: 'join' });
    assert.equal(my.me.parse(await read('/api/me', ben.mail)).enrolments[0]?.status, 'active');
  });
});
