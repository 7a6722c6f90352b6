import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { employee } from '../../support/emulated-graph.ts';
import { useRunningProduct } from '../../support/running-product.ts';

const ann = employee('Ann');

describe('the one port of the local product', () => {
  const product = useRunningProduct(
    { employees: [ann], coordinators: [ann.mail], calendars: new Map() },
    '2026-12-07T08:00:00Z',
  );

  /** `fetch` cannot choose `Host`. */
  async function ask(
    path: string,
    headers: Record<string, string>,
    method = 'GET',
  ): Promise<IncomingMessage> {
    const asked = request(product().url + path, { headers, method }).end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    answer.resume();
    return answer;
  }
  const port = () => new URL(product().url).port;

  for (const path of [
    `/local/token?user=${ann.mail}`,
    '/local/people',
    '/local/clock',
    '/graph/v1.0/users',
    '/',
  ]) {
    it(`answers GET ${path} to this machine's names alone`, async () => {
      for (const name of ['localhost', '127.0.0.1', '[::1]', 'LOCALHOST']) {
        const host = `${name}:${port()}`;
        assert.equal((await ask(path, { host })).statusCode, 200, host);
        assert.equal((await ask(path, { host, origin: `http://${host}` })).statusCode, 200, host);
      }
      for (const host of [
        'evil.example',
        `evil.example:${port()}`,
        'localhost.evil.example',
        '127.0.0.1.nip.io',
      ]) {
        assert.equal((await ask(path, { host })).statusCode, 403, host);
      }
    });

    it(`refuses GET ${path} to the scripts of other pages`, async () => {
      const host = `localhost:${port()}`;
      for (const origin of ['https://evil.example', 'null', 'http://localhost:1', `https://${host}`]) {
        assert.equal((await ask(path, { host, origin })).statusCode, 403, origin);
      }
    });
  }

  it('moves no clock and speaks for nobody when another page asks', async () => {
    const headers = { host: `localhost:${port()}`, origin: 'https://evil.example' };
    for (const path of ['/local/clock', `/local/install?user=${ann.mail}`]) {
      assert.equal((await ask(path, headers, 'POST')).statusCode, 403);
    }
  });

  for (const path of [
    '/',
    '/local/start-page/page.css',
    '/local/start-page/page.js',
    '/local/people',
    '/local/teams',
    '/tab',
    '/api/me',
    '/none',
    '/graph/v1.0/users',
  ]) {
    it(`sends ${path} with a policy and without guessing of types`, async () => {
      const { headers } = await ask(path, {});
      assert.equal(headers['x-content-type-options'], 'nosniff');
      const policy = String(headers['content-security-policy']);
      assert.match(policy, /^default-src 'none';.* frame-ancestors /);
      assert.doesNotMatch(policy, /script-src [^;]*(unsafe|\*|http)/);
    });
  }
});
