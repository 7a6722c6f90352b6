// What the tab reads and writes beside what it reads at first, over HTTP.
import assert from 'node:assert/strict';
import sinon from 'sinon';
import * as acts from '../../core/api/acts.ts';
import * as desk from '../../core/api/desk.ts';
import * as meetings from '../../core/api/meetings.ts';
import * as my from '../../core/api/me.ts';
import * as people from '../../core/api/people.ts';
import * as problems from '../../core/api/problem.ts';
import { employee } from '../support/emulated-graph.ts';
import { useRunningProduct } from '../support/running-product.ts';

const [ann, ben, cem, dee] = [
  employee('Ann'),
  employee('Ben', { hasPhoto: true }),
  employee('Cem', { hasPhoto: true }),
  employee('Dee', { hasPhoto: true }),
];

describe('the API of the tab', () => {
  const earlier = [
    { line: 2, round: 1, a: ben.mail, b: ann.mail, met: true },
    { line: 3, round: 2, a: ben.mail, b: dee.mail, met: true },
  ];
  const product = useRunningProduct(
    { employees: [ann, ben, cem, dee], coordinators: [ann.mail], calendars: new Map() },
    '2026-12-10T09:46:00Z',
    earlier,
  );
  before(async () => {
    for (const { mail } of [ben, cem]) {
      await local(`/local/install?user=${mail}`, {});
      await local(`/local/say?user=${mail}`, { text: 'join' });
    }
    await local('/local/clock', { now: '2026-12-10T10:00:00Z' });
  });

  async function local(path: string, body: object): Promise<void> {
    const answer = await fetch(product().url + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    assert.ok(answer.ok, `${path}: ${answer.status}`);
  }

  interface Asked {
    readonly method?: string;
    readonly headers?: Record<string, string>;
    readonly body?: unknown;
  }

  async function ask(
    { mail }: typeof ann,
    path: string,
    { body, headers, method }: Asked = {},
  ): Promise<Response> {
    const token = await (await fetch(`${product().url}/local/token?user=${mail}`)).text();
    return fetch(product().url + path, {
      method: method ?? 'GET',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  const json = async (person: typeof ann, path: string) => (await ask(person, path)).json() as unknown;
  const idOf = async (person: typeof ann) => my.me.parse(await json(person, '/api/me')).id;
  const problemIn = async (answer: Response) => problems.problem.parse(await answer.json());

  /** Reads something, and changes it by the version that was read. */
  async function change(person: typeof ann, path: string, body: unknown, method = 'PUT'): Promise<Response> {
    const etag = (await ask(person, path)).headers.get('ETag');
    assert.match(etag ?? '', /^"\w+"$/);
    return ask(person, path, { method, body, headers: { 'If-Match': etag ?? '' } });
  }

  it('shows everything that “Now” needs', async () => {
    const now = my.now.parse(await json(ben, '/api/me/now'));
    assert.deepEqual([now.state, now.pairing?.partners.map(({ name }) => name)], ['meeting', ['Cem']]);
  });

  describe('/api/schemes/{scheme}/acts', () => {
    const round = { scheme: 'unmentoring', round: '2026-12-14' };
    const remind = { kind: 'remind', ...round, pairing: 'p00001' };
    const send = (key: string, body: unknown, scheme = 'unmentoring', person = ann) =>
      ask(person, `/api/schemes/${scheme}/acts`, {
        method: 'POST',
        headers: { 'Idempotency-Key': key },
        body,
      });

    it('takes what a coordinator does about that scheme, and shows what became of it as other acts', async () => {
      const taken = await send('remind-0001', remind);
      assert.equal(taken.status, 202);
      assert.deepEqual(acts.actView.parse(await taken.json()).act, remind);
      await local('/local/clock', { advance: 'PT1M' });
      assert.equal(acts.actView.parse(await json(ann, '/api/me/acts/remind-0001')).state, 'done');
      assert.equal((await send('remind-0002', remind, 'unmentoring', ben)).status, 403);
    });

    it('refuses acts about another scheme, about none that there is, and those that are nobody’s at the desk', async () => {
      const other = { ...remind, scheme: 'other' };
      assert.equal((await send('remind-0003', other)).status, 404);
      assert.equal((await send('remind-0004', other, 'other')).status, 404);
      assert.equal((await send('leave-0009', { kind: 'leave', scheme: 'unmentoring' })).status, 400);
      const mine = await ask(ann, '/api/me/acts', {
        method: 'POST',
        headers: { 'Idempotency-Key': 'remind-0005' },
        body: remind,
      });
      assert.equal(mine.status, 400, 'coordinators have an address of their own');
    });

    it('reads up to twelve times for a meeting', async () => {
      const timesOf = (pairing: string) =>
        `/api/schemes/unmentoring/rounds/2026-12-14/pairings/${pairing}/times`;
      const { revision, times } = desk.pairingTimes.parse(await json(ann, timesOf('p00001')));
      assert.deepEqual([revision, times.length], [0, 12]);
      assert.equal((await ask(ann, timesOf('p09999'))).status, 404);
      assert.equal((await ask(ben, timesOf('p00001'))).status, 403);
    });
  });

  describe('/api/me/acts', () => {
    const leave = { kind: 'leave', scheme: 'unmentoring' };
    const send = (key: string, body: unknown = leave) =>
      ask(cem, '/api/me/acts', { method: 'POST', headers: { 'Idempotency-Key': key }, body });
    afterEach(() => {
      sinon.restore();
    });

    it('does a repeat with the same key once, takes it back while it waits, and does it after ten seconds', async () => {
      // The product's clock stands still meanwhile: the ten seconds are not over, however slow the machine is.
      const clock = sinon.useFakeTimers({ now: Date.now(), toFake: ['Date'] });
      const answers = [await send('leave-0001'), await send('leave-0001')];
      assert.deepEqual(
        answers.map(({ status }) => status),
        [202, 202],
      );
      const [first, second] = await Promise.all(
        answers.map(async (one) => acts.actView.parse(await one.json())),
      );
      assert.deepEqual(second, first);
      assert.equal(first?.state, 'waiting');
      assert.deepEqual(acts.actView.parse(await json(cem, '/api/me/acts/leave-0001')), first);
      assert.deepEqual(my.now.parse(await json(cem, '/api/me/now')).acts, [first]);
      assert.equal((await ask(ben, '/api/me/acts/leave-0001')).status, 404, 'it is Cem’s');
      assert.equal((await ask(ben, '/api/me/acts/leave-0001', { method: 'DELETE' })).status, 404);

      const withdrawn = await ask(cem, '/api/me/acts/leave-0001', { method: 'DELETE' });
      assert.equal(acts.actView.parse(await withdrawn.json()).state, 'withdrawn');
      clock.restore();

      const choose = { kind: 'choose', pairing: 'none', revision: 0, start: '2026-12-15T10:00:00Z' };
      assert.equal((await send('choose-0001', choose)).status, 202);
      await local('/local/clock', { advance: 'PT1M' });
      const { state, reason } = acts.actView.parse(await json(cem, '/api/me/acts/choose-0001'));
      assert.deepEqual([state, reason], ['refused', 'changed']);
      const { enrolments } = my.me.parse(await json(cem, '/api/me'));
      assert.deepEqual(
        enrolments.map(({ status }) => status),
        ['active'],
      );
      const late = await ask(cem, '/api/me/acts/choose-0001', { method: 'DELETE' });
      assert.equal(late.status, 409);
      assert.equal((await problemIn(late)).reason, 'too-late');
    });

    for (const key of ['', 'short', 'x'.repeat(65), 'with blank', 'über-den-wolken']) {
      it(`refuses the key "${key}"`, async () => {
        const answer = await ask(cem, '/api/me/acts', {
          method: 'POST',
          headers: { 'Idempotency-Key': encodeURI(key) },
          body: leave,
        });
        assert.equal(answer.status, 400);
        assert.match((await problemIn(answer)).detail, /^Idempotency-Key: /);
      });
    }
  });

  it('keeps what somebody says and writes of their meeting, by its version', async () => {
    const path = '/api/me/meetings/unmentoring/2026-12-14';
    const note = { before: 'Ask about the allotment', after: '' };
    const before = meetings.myMeeting.parse(await json(ben, path));
    const kept = await change(ben, path, { note }, 'PATCH');
    assert.equal(kept.status, 200);
    const { version, ...rest } = meetings.myMeeting.parse(await kept.json());
    assert.equal(kept.headers.get('ETag'), `"${version}"`);
    assert.deepEqual(rest.note, note);
    const stale = await ask(ben, path, {
      method: 'PATCH',
      body: { note: { ...note, after: 'Nice' } },
      headers: { 'If-Match': `"${before.version}"` },
    });
    assert.deepEqual([stale.status, stale.headers.get('ETag')], [412, `"${version}"`]);
    const early = await change(ben, path, { said: 'yes', start: rest.round + 'T00:00:00Z' }, 'PATCH');
    assert.deepEqual([early.status, (await problemIn(early)).reason], [409, 'changed']);
    assert.equal((await ask(ben, '/api/me/meetings/unmentoring/2026-01-12')).status, 404);
  });

  it('keeps settings and lists of colleagues by their versions', async () => {
    const path = '/api/me/settings/unmentoring';
    const { answers } = my.mySettings.parse(await json(ben, path));
    const wanted = { ...answers, profile: { ...answers.profile, drink: 'Tea' } };
    const kept = my.mySettings.parse(await (await change(ben, path, wanted)).json());
    assert.equal(kept.answers.profile.drink, 'Tea');
    assert.equal((await ask(ben, '/api/me/settings/lunch')).status, 404);

    for (const list of ['/api/me/never-with', '/api/me/again']) {
      const wish = { people: [await idOf(ann)] };
      const named = people.people.parse(await (await change(ben, list, wish)).json());
      assert.deepEqual(
        named.people.map(({ name }) => name),
        ['Ann'],
      );
      const repeat = await ask(ben, list, { method: 'PUT', body: wish, headers: { 'If-Match': '"old"' } });
      assert.equal(repeat.status, 200, 'the wish holds already');
      const other = await ask(ben, list, {
        method: 'PUT',
        body: { people: [] },
        headers: { 'If-Match': '"old"' },
      });
      assert.deepEqual([other.status, other.headers.get('ETag')], [412, `"${named.version}"`]);
      assert.equal((await change(ben, list, { people: [] })).status, 200);
    }
    const strange = await change(ben, '/api/me/never-with', { people: ['nobody'] });
    assert.deepEqual([strange.status, (await problemIn(strange)).reason], [409, 'not-in-directory']);
  });

  it('gives the history in pages that lead to one another', async () => {
    const numbers: number[] = [];
    let path: string | undefined = '/api/me/history?limit=1';
    while (path !== undefined) {
      const answer = await ask(ben, path);
      const page = meetings.myHistory.parse(await answer.json());
      assert.ok(page.length <= 1);
      numbers.push(...page.map(({ number }) => number));
      path = /^<(.*)>; rel="next"$/.exec(answer.headers.get('Link') ?? '')?.[1];
    }
    assert.deepEqual(numbers, [2, 1]);
    for (const query of ['limit=0', 'limit=many', 'limit=201', 'cursor=%00']) {
      const refused = await ask(ben, `/api/me/history?${query}`);
      assert.equal(refused.status, 400, query);
      assert.match((await problemIn(refused)).detail, /^(limit|cursor): /);
    }
  });

  it('offers times that suit both, and says why there are none', async () => {
    const { times, reason, pairing } = meetings.times.parse(await json(ben, '/api/me/times'));
    assert.deepEqual([times.length, reason, pairing?.partners.length], [3, null, 1]);
  });

  it('shows pictures of people whom somebody was paired with, to be kept for an hour', async () => {
    const [bens, cems, dees] = [await idOf(ben), await idOf(cem), await idOf(dee)];
    for (const [reader, person] of [
      [ben, cems],
      [ben, bens],
      [ben, dees],
      [ann, cems],
    ] as const) {
      const photo = await ask(reader, `/api/people/${person}/photo`);
      assert.equal(photo.status, 200, `${reader.name} ${person}`);
      assert.equal(photo.headers.get('Content-Type'), 'image/png');
      assert.equal(photo.headers.get('Cache-Control'), 'max-age=3600, private');
      assert.deepEqual([...new Uint8Array(await photo.arrayBuffer()).slice(1, 4)], [...Buffer.from('PNG')]);
    }
    assert.equal((await ask(cem, `/api/people/${dees}/photo`)).status, 404);
    assert.equal((await ask(cem, '/api/people/nobody/photo')).status, 404);
    const anns = await idOf(ann);
    assert.equal((await ask(ben, `/api/people/${anns}/photo`)).status, 404, 'Ann has none');
  });

  it('finds colleagues by name, without the reader', async () => {
    const found = async (name: string) =>
      people.colleagues.parse(await json(dee, `/api/colleagues?name=${name}`)).map((one) => one.name);
    assert.deepEqual(await found('cem'), ['Cem']);
    assert.deepEqual(await found('dee'), []);
    for (const path of ['/api/colleagues', '/api/colleagues?name=', '/api/colleagues?name=%20']) {
      assert.equal((await ask(dee, path)).status, 400, path);
    }
  });

  it('shows what is kept about somebody as a page in their language, escaped and without script', async () => {
    const path = '/api/me/settings/unmentoring';
    const { answers } = my.mySettings.parse(await json(ben, path));
    const about = '<script>alert(1)</script>';
    await change(ben, path, { ...answers, profile: { ...answers.profile, about, language: 'de' } });
    const page = await ask(ben, '/api/me/data/page');
    assert.equal(page.headers.get('Content-Type'), 'text/html; charset=utf-8');
    assert.equal(page.headers.get('Cache-Control'), 'no-store');
    assert.match(
      page.headers.get('Content-Security-Policy') ?? '',
      /^default-src 'none'; style-src 'sha256-/,
    );
    const html = await page.text();
    assert.match(html, /^<!doctype html>\n<html lang="de" dir="ltr">/);
    assert.match(html, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/);
    assert.doesNotMatch(html, /<script| (src|href|on\w+)=/);
    assert.match(html, />Cem \(/, 'ids come with names');
  });
});
