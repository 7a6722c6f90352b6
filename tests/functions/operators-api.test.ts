import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { QueueClient } from '@azure/storage-queue';
import { poisonList } from '../../core/api/poison.ts';
import { selfCheck } from '../../core/api/self-check.ts';
import { employee } from '../support/emulated-graph.ts';
import { useRunningProduct } from '../support/running-product.ts';

const [ann, ben] = [employee('Ann'), employee('Ben')];
const root = join(import.meta.dirname, '../..');

describe('the operators’ addresses and commands', () => {
  const product = useRunningProduct(
    { employees: [ann, ben], coordinators: [ann.mail], calendars: new Map() },
    '2026-12-07T08:00:00Z',
  );

  async function call(method: string, path: string, mail: string | null, body?: object): Promise<Response> {
    const token = mail && (await (await fetch(`${product().url}/local/token?user=${mail}`)).text());
    return fetch(product().url + path, {
      method,
      headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
      ...(body && { body: JSON.stringify(body) }),
    });
  }

  /** Runs a command as an operator does. */
  function run(
    script: string,
    ...args: string[]
  ): Promise<{ readonly status: number; readonly said: string }> {
    return new Promise((resolve) => {
      const env = { PATH: process.env.PATH ?? '' };
      execFile(process.execPath, [`scripts/${script}.ts`, ...args], { cwd: root, env }, (error, out, err) => {
        resolve({ status: error === null ? 0 : Number(error.code), said: out + err });
      });
    });
  }

  /** Gives up a message, as the trigger host does. */
  async function giveUp(queue: string, text: string): Promise<void> {
    const client = new QueueClient(product().storage, `${queue}-poison`);
    await client.createIfNotExists();
    await client.sendMessage(Buffer.from(text).toString('base64'));
  }
  const count = async (queue: string) =>
    poisonList
      .parse(await (await call('GET', '/api/poison', ann.mail)).json())
      .counts.find((one) => one.queue === queue)?.messages;

  for (const method of ['GET', 'HEAD']) {
    it(`answer ${method} /api/health without a token, not to be cached`, async () => {
      const answer = await call(method, '/api/health', null);
      assert.deepEqual(
        [answer.status, answer.headers.get('Cache-Control'), await answer.text()],
        [200, 'no-store', method === 'GET' ? 'alive' : ''],
      );
    });
  }

  for (const [method, path] of [
    ['GET', '/api/self-check'],
    ['GET', '/api/poison'],
    ['POST', '/api/poison/steps/all'],
  ] as const) {
    it(`are for coordinators alone: ${method} ${path}`, async () => {
      for (const [mail, status] of [
        [null, 401],
        [ben.mail, 403],
      ] as const) {
        const answer = await call(method, path, mail, method === 'POST' ? { act: 'aside' } : undefined);
        assert.deepEqual([answer.status, answer.headers.get('Cache-Control')], [status, 'no-store']);
      }
    });
  }

  it('refuse an act that they do not know', async () => {
    for (const body of [{ act: 'burn' }, {}, undefined]) {
      const answer = await call('POST', '/api/poison/steps/all', ann.mail, body);
      assert.equal(answer.status, 400);
    }
  });

  it('check the whole product, and find it well', async () => {
    const answer = await call('GET', '/api/self-check', ann.mail);
    const { findings } = selfCheck.parse(await answer.json());
    const ill = findings.filter(({ level }) => level !== 'ok').map(({ check, of }) => `${check} ${of ?? ''}`);
    assert.deepEqual(ill, []);
    assert.ok(findings.length > 30);
  });

  it('npm run check-tenant prints each finding, and ends with 0', async () => {
    const { status, said } = await run('check-tenant', '--host', product().url);
    assert.equal(status, 0, said);
    assert.match(said, /^ok {7}storage table people: can be read and written$/m);
    assert.match(said, / ok, 0 with a warning, 0 failed\n$/);
  });

  it('npm run check-tenant names what is broken and its cure, and ends with 1', async () => {
    const refuse = { 'unmentoring@organiser.example': 'off' };
    await call('POST', '/local/graph/faults', null, { refuse });
    const { status, said } = await run('check-tenant', '--host', product().url);
    await call('POST', '/local/graph/faults', null, {});
    assert.equal(status, 1, said);
    assert.match(said, /^failed {3}mailbox 1 of 1: cannot be read: 404 .*\n {9}→ Make the mailbox again/m);
  });

  it('npm run check-tenant names the permission that an administrator took away', async () => {
    const all = ['User.Read.All', 'Calendars.ReadBasic.All', 'Chat.Read.WhereInstalled'];
    await call('PUT', '/local/identity/permissions', null, all.slice(1));
    // The product's token has the permission still: a new process fetches a new token.
    await product().killProcess();
    const { status, said } = await run('check-tenant', '--host', product().url);
    await call('PUT', '/local/identity/permissions', null, all);
    await product().killProcess();
    assert.equal(status, 1, said);
    assert.match(said, /^failed {3}token User\.Read\.All: not in the token.*\n {9}→ Grant User\.Read\.All/m);
    assert.match(said, /^failed {3}permission User\.Read\.All: 403 .*\n {9}→ Grant User\.Read\.All/m);
  });

  it('npm run poison lists messages, tries one again and puts the others aside', async () => {
    const work = { v: 1, kind: 'look-at-changes', scheme: 'unmentoring', round: '2026-12-14' };
    await giveUp('steps', JSON.stringify(work));
    await giveUp('messages', 'not JSON');
    const { status, said } = await run('poison', '--host', product().url);
    assert.equal(status, 0, said);
    assert.match(said, /^messages: 1\n.*cannot be read$/m);
    const id = /^ {2}(\S+) .*look-at-changes, scheme unmentoring, round 2026-12-14$/m.exec(said)?.[1] ?? '';

    const aside = await run('poison', '--host', product().url, 'aside', 'messages', 'all');
    assert.equal(aside.said, '1 message put aside\n');
    const retried = await run('poison', '--host', product().url, 'retry', 'steps', id);
    assert.equal(retried.said, '1 message put on the queue again\n');
    const repeated = await run('poison', '--host', product().url, 'retry', 'steps', id);
    assert.equal(repeated.said, '0 messages put on the queue again\n');
    assert.equal(await count('messages'), 0);
  });

  for (const [what, args, expected] of [
    ['a host that does not answer', ['--host', 'http://localhost:1'], /does not answer/],
    ['a host without TLS', ['--host', 'http://coffee.contoso.example'], /over https alone/],
    ['no address', ['--host', 'coffee'], /is no address/],
    [
      'a deployed product without a token',
      ['--host', 'https://coffee.contoso.example'],
      /--token or UNMENTORING_TOKEN/,
    ],
    ['a file of settings that is not there', ['--settings', 'nowhere.env'], /There is no file nowhere\.env/],
    ['an option that it does not know', ['--hots', 'x'], /unknown option/],
  ] as const) {
    it(`npm run check-tenant ends with 2 for ${what}`, async () => {
      const { status, said } = await run('check-tenant', ...args);
      assert.equal(status, 2, said);
      assert.match(said, expected);
    });
  }

  it('npm run check-tenant ends with 2 for a token that the product does not take', async () => {
    const { status, said } = await run('check-tenant', '--host', product().url, '--token', 'x');
    assert.equal(status, 2, said);
    assert.match(said, /does not take this token/);
  });
});
