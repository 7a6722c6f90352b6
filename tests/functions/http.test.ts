import assert from 'node:assert/strict';
import { storedSettings } from '../../core/schemes/settings-schemas.ts';
import type { AskedToErase, MyData } from '../../core/api/data.ts';
import * as desk from '../../core/api/desk.ts';
import * as meetings from '../../core/api/meetings.ts';
import * as my from '../../core/api/me.ts';
import * as problems from '../../core/api/problem.ts';
import * as round from '../../core/api/rounds.ts';
import { employee } from '../support/emulated-graph.ts';
import { useRunningProduct } from '../support/running-product.ts';

const [dee, eve] = [employee('Dee'), employee('Eve')];
const staff = [...['Ann', 'Ben', 'Cem'].map((name) => employee(name)), dee, eve];
/** Eve never signs up. Ann is the coordinator. */
const participants = staff.slice(0, 4);

describe('the functions over HTTP', () => {
  const product = useRunningProduct(
    { employees: staff, coordinators: ['ann@contoso.example'], calendars: new Map() },
    '2026-12-10T09:46:00Z',
  );
  before(async () => {
    for (const { mail } of participants) {
      await post(`/local/install?user=${mail}`);
      await post(`/local/say?user=${mail}`, { text: 'join' });
    }
    await post('/local/clock', { now: '2026-12-10T10:00:00Z' });
  });

  async function post(path: string, body: unknown = {}): Promise<void> {
    const answer = await fetch(product().url + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    assert.ok(answer.ok, `${path}: ${answer.status} ${await answer.text()}`);
  }

  async function get(path: string, mail: string | null): Promise<Response> {
    if (mail === null) return fetch(product().url + path);
    const token = await (await fetch(`${product().url}/local/token?user=${mail}`)).text();
    return fetch(product().url + path, { headers: { Authorization: `Bearer ${token}` } });
  }

  const json = async (path: string, mail: string) => (await get(path, mail)).json() as unknown;

  const everyPath = [
    '/api/me',
    '/api/me/pairing',
    '/api/me/history',
    '/api/me/data',
    '/api/schemes',
    '/api/schemes/unmentoring/rounds',
    '/api/schemes/unmentoring/rounds/2026-12-14',
    '/api/schemes/unmentoring/rounds/2026-12-14/people',
    '/api/schemes/unmentoring/rounds/2026-12-14/people.csv',
    '/api/schemes/unmentoring/rounds/2026-12-14/pairings',
    '/api/schemes/unmentoring/today',
    '/api/schemes/unmentoring/settings',
  ];

  for (const path of everyPath) {
    it(`GET ${path} without a token: 401, not to be cached`, async () => {
      const answer = await get(path, null);
      assert.equal(answer.status, 401);
      assert.equal(answer.headers.get('Cache-Control'), 'no-store');
      assert.equal(answer.headers.get('X-Content-Type-Options'), 'nosniff');
      assert.equal(problems.problem.parse(await answer.json()).code, 'unauthorised');
    });
  }

  for (const [path, mail, status, code] of [
    ['/api/schemes/unmentoring/rounds', 'ben@contoso.example', 403, 'forbidden'],
    ['/api/schemes/unmentoring/rounds/2026-12-14', 'ben@contoso.example', 403, 'forbidden'],
    ['/api/schemes/unmentoring/settings', 'ben@contoso.example', 403, 'forbidden'],
    ['/api/schemes/lunch/settings', 'ann@contoso.example', 404, 'not-found'],
    ['/api/schemes/lunch/rounds', 'ben@contoso.example', 403, 'forbidden'],
    ['/api/schemes/lunch/rounds', 'ann@contoso.example', 404, 'not-found'],
    ['/api/schemes/unmentoring/rounds/2027-01-11', 'ann@contoso.example', 404, 'not-found'],
    ['/api/schemes/unmentoring/rounds/2026-12-14/people', 'ben@contoso.example', 403, 'forbidden'],
    ['/api/schemes/unmentoring/rounds/2026-12-14/people.csv', 'ben@contoso.example', 403, 'forbidden'],
    ['/api/schemes/unmentoring/rounds/2026-12-14/pairings', 'ben@contoso.example', 403, 'forbidden'],
    ['/api/schemes/unmentoring/today', 'ben@contoso.example', 403, 'forbidden'],
    ['/api/schemes/unmentoring/rounds/2027-01-11/people', 'ann@contoso.example', 404, 'not-found'],
    ['/api/schemes/unmentoring/rounds/2027-01-11/people.csv', 'ann@contoso.example', 404, 'not-found'],
    ['/api/schemes/unmentoring/rounds/2027-01-11/pairings', 'ann@contoso.example', 404, 'not-found'],
    ['/api/schemes/lunch/today', 'ann@contoso.example', 404, 'not-found'],
    ['/api/schemes/unmentoring/rounds/soon', 'ann@contoso.example', 404, 'not-found'],
    ['/api/schemes/unmentoring/rounds/2026%2F12', 'ann@contoso.example', 404, 'not-found'],
    ["/api/schemes/unmentoring/rounds/' or '1' eq '1", 'ann@contoso.example', 404, 'not-found'],
  ] as const) {
    it(`GET ${path} as ${mail}: ${status}`, async () => {
      const answer = await get(path, mail);
      assert.equal(answer.status, status);
      assert.equal(problems.problem.parse(await answer.json()).code, code);
    });
  }

  it('shows each person their own pairing, and nobody else’s', async () => {
    const partners = new Map<string, string[]>();
    for (const { mail, name } of participants) {
      const mine = meetings.myPairing.parse(await json('/api/me/pairing', mail));
      assert.ok(mine?.joinUrl && mine.slot);
      assert.equal(mine.state, 'booked');
      partners.set(
        name,
        mine.partners.map((partner) => partner.name),
      );
      const me = my.me.parse(await json('/api/me', mail));
      assert.deepEqual(
        [me.name, me.coordinator, me.enrolments.map(({ status }) => status)],
        [name, name === 'Ann', ['active']],
      );
      assert.deepEqual(
        JSON.stringify(mine).match(/[\w.-]+@contoso\.example/g),
        mine.partners.map((partner) => partner.mail),
        'the address of the partner, as in the invitation, and of nobody else',
      );
    }
    for (const [name, [partner, ...others]] of partners) {
      assert.deepEqual(others, []);
      assert.deepEqual(partners.get(partner ?? ''), [name]);
    }
  });

  it('gives a coordinator people and pairings in pages, each with a link to the next', async () => {
    const inRound = '/api/schemes/unmentoring/rounds/2026-12-14';
    const pages = async (path: string) => {
      const found: unknown[][] = [];
      let next: string | null = path;
      while (next !== null) {
        const answer = await get(next, 'ann@contoso.example');
        found.push((await answer.json()) as unknown[]);
        next = /^<([^>]+)>; rel="next"$/.exec(answer.headers.get('Link') ?? '')?.[1] ?? null;
      }
      return found;
    };
    const people = (await pages(`${inRound}/people?limit=3`)).flat();
    assert.deepEqual(
      people
        .map((row) => desk.personRow.parse(row))
        .map(({ name, step, told }) => `${name} ${step} ${told}`)
        .sort(),
      participants.map(({ name }) => `${name} invited sent`),
    );
    const pairings = await pages(`${inRound}/pairings?limit=1`);
    assert.deepEqual(
      pairings.map((page) => page.map((row) => desk.pairingRow.parse(row).members.length)),
      [[2], [2]],
    );
    const bad = await get(`${inRound}/people?limit=0`, 'ann@contoso.example');
    assert.equal(problems.problem.parse(await bad.json()).code, 'bad-request');
  });

  it('gives a coordinator everybody as a file, and today', async () => {
    const answer = await get('/api/schemes/unmentoring/rounds/2026-12-14/people.csv', 'ann@contoso.example');
    assert.equal(answer.headers.get('Content-Type'), 'text/csv; charset=utf-8');
    assert.equal(answer.headers.get('Content-Disposition'), 'attachment;filename="round-2026-12-14.csv"');
    assert.equal((await answer.text()).trim().split('\r\n').length, 1 + participants.length);
    const { round: on, hands } = desk.today.parse(
      await json('/api/schemes/unmentoring/today', 'ann@contoso.example'),
    );
    assert.deepEqual(on?.line, { enrolled: 4, in: 4, paired: 4, invited: 4, accepted: 0, met: 0 });
    assert.deepEqual(hands, []);
  });

  it('shows nothing to somebody who never signed up', async () => {
    const eve = 'eve@contoso.example';
    assert.equal(await json('/api/me/pairing', eve), null);
    assert.deepEqual(await json('/api/me/history', eve), []);
    assert.deepEqual(my.me.parse(await json('/api/me', eve)).enrolments, []);
    assert.deepEqual(
      my.schemes.parse(await json('/api/schemes', eve)).map(({ id, status }) => [id, status]),
      [['unmentoring', 'not-in']],
    );
  });

  it('shows a coordinator every participant of the round, once', async () => {
    const rounds = round.rounds.parse(await json('/api/schemes/unmentoring/rounds', 'ann@contoso.example'));
    assert.deepEqual(
      rounds.map(({ round }) => round),
      ['2026-12-14'],
    );
    for (const scheme of ['unmentoring', 'UnMentoring']) {
      const detail = round.roundDetail.parse(
        await json(`/api/schemes/${scheme}/rounds/2026-12-14`, 'ann@contoso.example'),
      );
      assert.deepEqual(
        detail.receipt.map(({ name, outcome, told }) => [name, outcome, told]),
        participants.map(({ name }) => [name, 'paired', 'sent']),
      );
    }
  });

  describe('PUT /api/schemes/{scheme}/settings', () => {
    const [ann, ben] = ['ann@contoso.example', 'ben@contoso.example'];
    const unmentoring = '/api/schemes/unmentoring/settings';
    const settings = {
      minutes: 45,
      booking: 'suggestions',
      asking: 'standing',
      booksForSilent: true,
      coverage: false,
      lunch: { start: '11:00', end: '12:00' },
    };

    async function put(
      path: string,
      mail: string | null,
      body: string,
      version: string | null = 'first',
    ): Promise<Response> {
      const token = mail && (await (await fetch(`${product().url}/local/token?user=${mail}`)).text());
      return fetch(product().url + path, {
        method: 'PUT',
        headers: {
          'Content-Type': 'application/json',
          ...(version !== null && { 'If-Match': `"${version}"` }),
          ...(token && { Authorization: `Bearer ${token}` }),
        },
        body,
      });
    }

    const standing = async () => storedSettings.parse(await json(unmentoring, ann));
    const asJson = (more: object) => JSON.stringify({ settings: { ...settings, ...more } });

    const bad = (what: string, body: string, message: RegExp) =>
      [what, unmentoring, ann, body, 400, 'bad-request', message] as const;
    for (const [what, path, mail, body, status, code, message] of [
      ['nobody', unmentoring, null, asJson({}), 401, 'unauthorised', /Sign in/],
      ['no coordinator', unmentoring, ben, asJson({}), 403, 'forbidden', /coordinator/],
      ['no coordinator, nonsense', unmentoring, ben, '{', 403, 'forbidden', /coordinator/],
      ['no such scheme', '/api/schemes/lunch/settings', ann, asJson({}), 404, 'not-found', /no such scheme/],
      ['a version that does not stand', unmentoring, ann, asJson({}), 412, 'stale', /changed meanwhile/],
      bad('no JSON', '{', /^body: .*expected object/),
      bad('no settings', '{}', /^body\.settings: .*expected object/),
      bad('50 minutes', asJson({ minutes: 50 }), /^body\.settings\.minutes: .*expected one of 30\|45\|60$/),
      bad(
        'no way of booking',
        asJson({ booking: 'never' }),
        /^body\.settings\.booking: .*expected one of "automatic"\|"suggestions"$/,
      ),
      bad(
        'no time',
        asJson({ lunch: { start: 'noon', end: '13:00' } }),
        /^body\.settings\.lunch\.start: expected a time as HH:MM$/,
      ),
      bad(
        'no lunch',
        asJson({ lunch: { start: '12:00', end: '12:00' } }),
        /^body\.settings\.lunch\.end: expected a time after the start of lunch$/,
      ),
    ] as const) {
      it(`refuses ${what}: ${status}`, async () => {
        const before = await standing();
        const answer = await put(path, mail, body);
        assert.equal(answer.status, status);
        assert.equal(answer.headers.get('Cache-Control'), 'no-store');
        assert.equal(answer.headers.get('Content-Type'), 'application/problem+json');
        const problem = problems.problem.parse(await answer.json());
        assert.deepEqual([problem.status, problem.type, problem.code], [status, `/problems/${code}`, code]);
        assert.match(problem.detail, message);
        assert.deepEqual(await standing(), before);
      });
    }

    it('refuses a change without the version of what was read: 428', async () => {
      for (const version of [null, '', 'a", "b']) {
        const answer = await put(unmentoring, ann, asJson({}), version);
        assert.equal(answer.status, 428);
        assert.equal(problems.problem.parse(await answer.json()).code, 'unversioned');
      }
    });

    it('names each fault of a body by its JSON pointer', async () => {
      const answer = await put(
        unmentoring,
        ann,
        asJson({ minutes: 50, lunch: { start: 'noon', end: '13:00' } }),
      );
      const { errors = [] } = problems.problem.parse(await answer.json());
      assert.deepEqual(
        errors.map(({ pointer }) => pointer),
        ['/settings/minutes', '/settings/lunch/start'],
      );
    });

    it('changes them, accepts a repeat, and names the new version to somebody whose copy is outdated', async () => {
      const first = await standing();
      const wanted = JSON.stringify({ settings });
      const changed = await put(unmentoring, ann, wanted, first.version);
      assert.equal(changed.status, 200);
      const second = storedSettings.parse(await changed.json());
      assert.deepEqual(second.settings, { ...first.settings, ...settings });
      assert.notEqual(second.version, first.version);
      assert.equal(changed.headers.get('ETag'), `"${second.version}"`);
      assert.deepEqual(await standing(), second);

      const repeated = await put(unmentoring, ann, wanted, first.version);
      assert.deepEqual([repeated.status, await repeated.json()], [200, second]);
      const late = JSON.stringify({ settings: { ...settings, minutes: 60 } });
      const refused = await put(unmentoring, ann, late, first.version);
      assert.equal(refused.status, 412);
      assert.equal(refused.headers.get('ETag'), `"${second.version}"`);
      assert.deepEqual(await standing(), second);
    });
  });

  it('gives each person all that is kept about them', async () => {
    const [dees, eves] = [await json('/api/me/data', dee.mail), await json('/api/me/data', eve.mail)];
    const recordsIn = (data: unknown) =>
      (data as MyData).parts.flatMap(({ part, records }) => records.map(() => part));
    assert.deepEqual(recordsIn(dees), ['you', 'enrolments', 'rounds']);
    assert.match(JSON.stringify(dees), /"mail":"dee@contoso.example"/);
    assert.deepEqual(recordsIn(eves), []);
  });

  it('erases somebody who asks and confirms', async () => {
    const { mail } = dee;
    const erase = async (body: string, authorization?: string) =>
      fetch(`${product().url}/api/me/erase`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...(authorization && { authorization }) },
        body,
      });
    const token = `Bearer ${await (await fetch(`${product().url}/local/token?user=${mail}`)).text()}`;
    assert.equal((await erase('{}')).status, 401);
    assert.equal((await erase('{', token)).status, 400);
    assert.equal((await erase('{"confirm":"yes"}', token)).status, 409);
    const asked = (await (await erase('{}', token)).json()) as AskedToErase;
    assert.ok(asked.kind === 'asked');
    assert.deepEqual([asked.schemes, asked.meetings.length], [['UnMentoring'], 1]);
    const confirmed = await erase(JSON.stringify({ confirm: asked.token }), token);
    assert.deepEqual(await confirmed.json(), { kind: 'confirmed', staysUntil: '2026-12-21T00:00:00.000Z' });
    assert.equal(my.me.parse(await json('/api/me', mail)).enrolments[0]?.status, 'left');
  });

  it('refuses a message to the bot that is not signed by the Bot Framework, or is not JSON', async () => {
    const activity = {
      type: 'message',
      id: '1',
      channelId: 'msteams',
      from: { id: 'x' },
      recipient: { id: 'bot' },
      conversation: { id: 'chat' },
      text: 'join',
      serviceUrl: `${product().url}/local/connector`,
    };
    const unsigned = await fetch(`${product().url}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(activity),
    });
    assert.equal(unsigned.status, 401);
    assert.equal(unsigned.headers.get('Cache-Control'), 'no-store');
    const broken = await fetch(`${product().url}/api/messages`, { method: 'POST', body: '{' });
    assert.equal(broken.status, 401);
  });

  for (const [method, path] of [
    ['POST', '/api/messages'],
    ['PUT', '/api/schemes/unmentoring/settings'],
    ['POST', '/local/clock'],
  ] as const) {
    it(`refuses a body over 256 kB at ${path}, with and without its length: 413`, async () => {
      const body = JSON.stringify('x'.repeat(256 * 1024));
      const whole = await fetch(product().url + path, { method, body });
      assert.equal(whole.status, 413);
      // The server closes the connection instead of reading the rest. The client must not use it again.
      assert.equal(whole.headers.get('Connection'), 'close');
      const streamed = await fetch(product().url + path, {
        method,
        body: new Blob([body]).stream(),
        duplex: 'half',
      });
      assert.equal(streamed.status, 413);
    });
  }

  it('refuses an address that cannot be read', async () => {
    assert.equal((await get('/tab/%E0%A4%A.js', null)).status, 400);
  });

  it('serves the tab, which only Teams may show in a frame', async () => {
    const page = await get('/tab', null);
    assert.equal(page.status, 200);
    assert.match(page.headers.get('Content-Type') ?? '', /^text\/html/);
    const policy = page.headers.get('Content-Security-Policy') ?? '';
    assert.match(policy, /(^|; )script-src 'self'(;|$)/);
    assert.match(
      policy,
      /; frame-ancestors 'self'( https:\/\/(\*\.)?(teams\.microsoft|microsoft365|outlook|office|outlook\.office365)\.com| https:\/\/\*\.cloud\.microsoft)+;/,
    );
    assert.equal(page.headers.get('X-Content-Type-Options'), 'nosniff');
    assert.equal(page.headers.get('Cache-Control'), 'no-cache');
    const [, script] = /src="\.?\/?(?:tab\/)?(assets\/[^"]+\.js)"/.exec(await page.text()) ?? [];
    assert.ok(script);
    const asset = await get(`/tab/${script}`, null);
    assert.equal(asset.status, 200);
    assert.match(asset.headers.get('Content-Type') ?? '', /^text\/javascript/);
    assert.match(asset.headers.get('Cache-Control') ?? '', /immutable/);

    const plain = await asset.text();
    for (const [accepted, encoding] of [
      ['gzip, deflate, br', 'br'],
      ['gzip', 'gzip'],
      ['br;q=0, gzip;q=0.5', 'gzip'],
      ['identity', null],
    ] as const) {
      const init = { headers: { 'Accept-Encoding': accepted } };
      const sent = await fetch(`${product().url}/tab/${script}`, init);
      assert.equal(sent.headers.get('Content-Encoding'), encoding, accepted);
      assert.equal(sent.headers.get('Vary'), 'Accept-Encoding');
      assert.ok((await sent.text()) === plain, accepted);
      const head = await fetch(`${product().url}/tab/${script}`, { ...init, method: 'HEAD' });
      assert.equal(head.status, 200);
      assert.equal(head.headers.get('Content-Length'), sent.headers.get('Content-Length'));
      assert.ok(encoding === null || Number(sent.headers.get('Content-Length')) < plain.length / 1.5);
      assert.equal(await head.text(), '');
    }
  });

  it('serves the public pages to anybody, and the local start page, which links to them, at /', async () => {
    const start = await (await get('/', null)).text();
    assert.match(start, /<title>UnMentoring on this machine</);
    for (const path of ['/privacy', '/terms', '/support']) {
      assert.ok(start.includes(`href="${path}"`), path);
      const page = await fetch(product().url + path, { headers: { 'Accept-Language': 'de' } });
      assert.equal(page.status, 200);
      assert.equal(page.headers.get('Content-Language'), 'de');
      assert.match(
        page.headers.get('Content-Security-Policy') ?? '',
        /^default-src 'none'; style-src 'sha256-/,
      );
      assert.match(await page.text(), /^<!doctype html>\n<html lang="de" dir="ltr">/);
      const tag = page.headers.get('ETag') ?? '';
      const again = await fetch(product().url + path, {
        headers: { 'Accept-Language': 'de', 'If-None-Match': tag },
      });
      assert.equal(again.status, 304);
      const head = await fetch(product().url + path, { method: 'HEAD' });
      assert.deepEqual([head.status, await head.text()], [200, '']);
      assert.equal((await fetch(product().url + path, { method: 'POST' })).status, 404);
    }
  });

  for (const path of [
    '/privacy/more',
    '/imprint',
    '/tab/nothing.html',
    '/tab/index.html/x.js',
    '/tab/..%2f..%2fpackage.json',
    '/tab/assets%2f..%2f..%2f..%2fpackage.json',
    '/tab/%2fetc%2fpasswd',
    '/tab/..%5c..%5cpackage.json',
    '/tab/index.html%00.js',
    `/tab/${'x'.repeat(300)}.js`,
    '/tab/assets',
    '/tab/index.html.br',
    '/tab/..%2ffunctions%2fmain.js',
  ]) {
    it(`GET ${path.slice(0, 40)}: 404`, async () => {
      const answer = await get(path, null);
      assert.equal(answer.status, 404);
      assert.equal(await answer.text(), 'There is no such page.');
    });
  }
});
