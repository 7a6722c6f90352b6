import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { outlivesPage } from '../../tab/client/outlives-page.ts';
import { frameOf } from '../support/tab/open-tab.ts';
import { nows } from './nows.ts';
import { useTabServer } from './tab-server.ts';
import { read, waitForAnnouncement, withTab } from './with-tab.ts';

describe('tab: what was done, when the page is closed', () => {
  const server = useTabServer();

  it('is sent to its end; what only reads is not', async () => {
    server.api.set('/me/now', nows.asked);
    const prepare = async (page: Page) => {
      await page.addInitScript(recordFetch);
    };
    await withTab(server, { prepare }, async (tab, page) => {
      await tab.getByRole('button', { name: 'Not this time' }).click();
      await tab.getByRole('alert').waitFor();
      const sent = await frameOf(page).evaluate<string[]>('sent');
      assert.ok(sent.includes('POST /api/me/acts true'), sent.join());
      assert.ok(sent.includes('GET /api/me/now false'), sent.join());
    });
  });

  it('is sent to its end unless it is too long for that', () => {
    assert.equal(outlivesPage(null), true);
    assert.equal(outlivesPage('é'.repeat(29_999)), true);
    assert.equal(outlivesPage('é'.repeat(30_000)), false);
  });
});

/** A script: keeps in `sent` what is fetched, and whether it outlives the page. */
const recordFetch = `(() => {
  const real = window.fetch;
  window.sent = [];
  window.fetch = (path, init = {}) => {
    window.sent.push([init.method, path, init.keepalive].join(' '));
    return real(path, init);
  };
})()`;

describe('tab: an act', () => {
  const server = useTabServer();

  it('is shown at once, and said to be done when the product has taken it', async () => {
    server.api.set('/me/now', nows.asked);
    server.api.set('POST /me/acts', ({ body, key }: { body: unknown; key: string }) => ({
      ...{ id: key, act: body, dueAt: '2026-12-10T10:00:10Z', state: 'waiting', reason: null },
    }));
    await withTab(server, {}, async (tab, page) => {
      const gate = Promise.withResolvers<undefined>();
      await page.route('**/api/me/acts', async (route) => {
        await gate.promise;
        await route.continue();
      });
      const asked = page.waitForRequest('**/api/me/acts');
      await tab.getByRole('button', { name: 'Not this time' }).click();
      await asked;
      await read(tab, 'You are skipping this one');
      await waitForAnnouncement(tab, 'You are skipping this one');
      assert.equal(await tab.getByRole('button', { name: 'Undo' }).count(), 0);
      assert.equal(await tab.getByRole('status').filter({ hasText: 'You can undo it' }).count(), 0);
      gate.resolve(undefined);
      await tab.getByRole('button', { name: 'Undo' }).waitFor();
      await waitForAnnouncement(tab, 'You can undo it for 10 seconds');
    });
  });

  it('can be taken back when only the answer got lost', async () => {
    server.api.set('/me/now', nows.asked);
    server.api.set('POST /me/acts', ({ body, key }: { body: unknown; key: string }) => {
      const act = { id: key, act: body, dueAt: '2026-12-10T10:00:10Z', state: 'waiting', reason: null };
      server.api.set('/me/now', { ...nows.asked, acts: [act] });
      return 503;
    });
    await withTab(server, {}, async (tab) => {
      await tab.getByRole('button', { name: 'Not this time' }).click();
      await tab.getByRole('alert').filter({ hasText: "I don't know yet whether it was done." }).waitFor();
      await tab.getByRole('button', { name: 'Undo' }).waitFor();
    });
  });

  it('says what helps when the product does not take it', async () => {
    server.api.set('/me/now', nows.asked);
    server.api.set('POST /me/acts', Response.json({ code: 'refused', reason: 'too-many' }, { status: 409 }));
    await withTab(server, {}, async (tab) => {
      await tab.getByRole('button', { name: 'Not this time' }).click();
      await tab.getByRole('alert').filter({ hasText: 'Try again in a minute.' }).waitFor();
    });
  });

  it('stays shown when an answer comes that was asked for before', async () => {
    const { meeting } = nows.meeting;
    server.api.set('PATCH /me/meetings/unmentoring/2026-12-14', { ...meeting, coming: true, version: 'm2' });
    await withTab(server, {}, async (tab, page) => {
      const [answer, write] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
      await read(tab, 'You are meeting Miguel Ángel Fernández');
      await page.route('**/api/me/acts', () => write.promise);
      await page.route('**/api/me/now', async (route) => {
        await answer.promise;
        await route.continue();
      });
      const asked = page.waitForRequest('**/api/me/now');
      await tab.getByRole('button', { name: "I'll be there" }).click();
      await asked;
      await tab.getByRole('button', { name: "Can't make it" }).click();
      await tab.getByRole('button', { name: 'Not this time' }).click();
      const heading = tab.getByRole('heading', { level: 1, name: 'You are skipping this one' });
      await heading.waitFor();
      const answered = page.waitForResponse('**/api/me/now');
      answer.resolve(undefined);
      await (await answered).finished();
      await frameOf(page).evaluate('new Promise((done) => setTimeout(done, 100))');
      assert.ok(await heading.isVisible());
      write.resolve(undefined);
    });
  });
});
