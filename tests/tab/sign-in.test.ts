import assert from 'node:assert/strict';
import { withPage } from '../browser.ts';
import * as answers from './answers.ts';
import { useTabServer } from './tab-server.ts';
import { read, withTab } from './with-tab.ts';

const twoFrames = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))`;

/**
 * A script for a page that frames the tab. It answers the first message as Teams does, and collects what it hears in
 * `said`.
 */
function frameAndInitialize(tab: string): string {
  return `new Promise((done) => {
    window.said = [];
    const frame = document.createElement('iframe');
    window.addEventListener('message', ({ source, data }) => {
      if (source !== frame.contentWindow) return;
      window.said.push(data.func);
      if (data.func !== 'initialize') return;
      const args = ['content', 'web', '{"apiVersion":4,"supports":{}}', '2.0.0'];
      source.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args }, '*');
      done();
    });
    frame.src = '${tab}';
    document.body.replaceChildren(frame);
  })`;
}

describe('tab: signing in, and what goes wrong', () => {
  const server = useTabServer();

  it('sends people to Teams when opened outside it, and asks the API nothing', async () => {
    await withPage(server.browser(), {}, async (page) => {
      await page.goto(`${server.origin}/tab`);
      await page.getByRole('heading', { name: 'Open UnMentoring in Teams' }).waitFor();
      assert.deepEqual(server.calls, []);
    });
  });

  it('trusts a frame of its own origin or of Teams, and no other', async () => {
    // Another name of the same machine is another origin.
    const foreign = server.origin.replace('localhost', '127.0.0.1');
    for (const [parent, said] of [
      [server.origin, ['initialize', 'getContext', 'authentication.getAuthToken']],
      [foreign, ['initialize']],
    ] as const) {
      await withPage(server.browser(), {}, async (page) => {
        const listFetched = page.waitForEvent('requestfailed', (request) =>
          request.url().includes('validDomains'),
        );
        await page.goto(`${parent}/local/teams/host.css`);
        await page.evaluate(frameAndInitialize(`${server.origin}/tab`));
        // teams-js holds messages back until it has tried to fetch Microsoft's list of origins. Two frames later they
        // are handled.
        await listFetched;
        await page.frames()[1]?.evaluate(twoFrames);
        await page.waitForFunction(`said.length >= ${said.length}`);
        assert.deepEqual(await page.evaluate('window.said'), said);
        assert.deepEqual(server.calls, []);
      });
    }
  });

  it('sends a fresh token of Teams with every call', async () => {
    await withTab(server, {}, async (tab) => {
      await read(tab, 'You are meeting Miguel Ángel Fernández');
      await tab.getByRole('link', { name: 'History' }).click();
      await read(tab, 'History');
      const bearers = server.calls.map((call) => call.split(' ')[3]);
      assert.ok(bearers.length >= 2);
      assert.ok(bearers.every((bearer) => bearer !== undefined && bearer.length > 10));
      assert.equal(new Set(bearers).size, bearers.length);
    });
  });

  it('goes on with a new token when the old one has expired on the way', async () => {
    server.api.set('/me/now', [401, answers.now]);
    await withTab(server, {}, async (tab) => {
      await read(tab, 'You are meeting Miguel Ángel Fernández');
      const bearers = server.calls.filter((call) => call.startsWith('GET /me/now'));
      assert.equal(bearers.length, 2);
      assert.notEqual(bearers[0], bearers[1]);
    });
  });

  it('says that Teams denied the token, and tries again when asked to', async () => {
    server.token = null;
    await withTab(server, {}, async (tab) => {
      assert.match(await read(tab, 'Teams did not sign you in'), /agree when Teams asks/);
      assert.deepEqual(server.calls, []);
      server.token = 'ada';
      await tab.getByRole('button', { name: 'Try again' }).click();
      await read(tab, 'You are meeting Miguel Ángel Fernández');
    });
  });

  const refusals = [
    { answer: 401, title: 'Your sign-in was not accepted' },
    { answer: 403, title: 'This is not open to you' },
    { answer: 404, title: 'There is nothing here' },
    { answer: 503, title: 'UnMentoring cannot be reached just now' },
    { answer: () => new Response('<html>'), title: 'This page is out of date' },
  ];
  for (const { answer, title } of refusals) {
    it(`says "${title}" for ${typeof answer === 'number' ? answer : 'what is no JSON'}, as an alert, and shows the answer after "Try again"`, async () => {
      server.api.set('/me/history', answer);
      await withTab(server, { hash: '#/history' }, async (tab) => {
        await tab.getByRole('alert').getByRole('heading', { name: title }).waitFor();
        server.api.set('/me/history', answers.history);
        await tab.getByRole('button', { name: 'Try again' }).click();
        await read(tab, 'History');
      });
    });
  }

  it('says that the product cannot be reached when nothing answers', async () => {
    await withTab(server, {}, async (tab, page) => {
      await read(tab, 'You are meeting Miguel Ángel Fernández');
      await page.route('**/api/**', (route) => route.abort());
      await tab.getByRole('link', { name: 'History' }).click();
      await read(tab, 'UnMentoring cannot be reached just now');
    });
  });

  it('offers to load the page again when a part of it does not arrive', async () => {
    server.api.set('/me', answers.coordinator);
    await withTab(server, {}, async (tab, page) => {
      await read(tab, 'You are meeting Miguel Ángel Fernández');
      await page.route('**/assets/desk*', (route) => route.abort());
      await tab.getByRole('link', { name: 'Desk' }).click();
      await read(tab, 'This page stopped working');
      await tab.getByRole('button', { name: 'Load it again' }).waitFor();
    });
  });
});
