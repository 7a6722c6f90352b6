// What a browser fetches before *Now* can be used, as it is sent: compressed. One file more than needed shows here.
import assert from 'node:assert/strict';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import type { Page } from 'playwright-core';
import { useTabServer } from './tab-server.ts';
import { withTab } from './with-tab.ts';

/** Bytes of JavaScript, words and questions included. */
const most = 170_000;

describe('tab: what the first load of Now fetches', () => {
  const server = useTabServer();
  let scripts: Map<string, string>;
  let requests: string[];
  beforeEach(async () => {
    ({ scripts, requests } = await fetchedFor('de-DE'));
  });

  /** The scripts by name with their text, and all requests to the API, until a meeting and its question are shown. */
  async function fetchedFor(locale: string) {
    const found = { scripts: new Map<string, string>(), requests: [] as string[] };
    const waiting: Promise<void>[] = [];
    const watch = (page: Page): void => {
      page.on('response', (response) => {
        const { pathname } = new URL(response.url());
        if (pathname.startsWith('/api/')) found.requests.push(pathname);
        if (!/^\/tab\/.*\.js$/.test(pathname)) return;
        waiting.push(
          response.text().then((text) => {
            found.scripts.set(pathname, text);
          }),
        );
      });
    };
    await withTab(server, { locale, prepare: watch }, async (tab, page) => {
      await tab.getByRole('heading', { level: 1 }).waitFor();
      await tab.getByText('Was könnten Sie jemandem in zehn Minuten zeigen?').waitFor();
      await page.waitForLoadState('networkidle');
      await Promise.all(waiting);
    });
    return found;
  }

  it(`weighs at most ${most / 1000} kB of compressed JavaScript`, async () => {
    const sizes = await Promise.all(
      [...scripts].map(
        async ([name, text]) => [name, (await promisify(brotliCompress)(Buffer.from(text))).length] as const,
      ),
    );
    const sum = sizes.reduce((total, [, size]) => total + size, 0);
    assert.ok(sum > 100_000, 'expected the scripts to have been seen');
    assert.ok(sum <= most, `${sum} bytes: ${sizes.map((entry) => entry.join(' ')).join(', ')}`);
  });

  it('leaves schemas, Fluent’s focus groups, the parser of texts and what other screens need for later', () => {
    const all = [...scripts.values()].join('\n');
    for (const [what, sign] of [
      ['zod', 'Invalid input: expected'],
      ['tabster', 'data-tabster'],
      ['the parser of texts', 'requiresOtherClause'],
    ] as const)
      assert.ok(!all.includes(sign), `${what} is in it`);
    assert.doesNotMatch([...scripts.keys()].join(' '), /history|settings|desk|channel|configure/);
  });

  it('asks the API once', () => {
    // The stand-in for Teams asks for the language of the person; pictures come afterwards.
    const asked = requests.filter((path) => path !== '/api/me' && !path.endsWith('/photo'));
    assert.deepEqual(asked, ['/api/me/now']);
  });
});
