import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { useTabServer } from './tab-server.ts';
import { read, withTab } from './with-tab.ts';

const title = 'Coffee with a colleague you would not meet otherwise';

describe('tab: in a channel or a group chat', () => {
  const server = useTabServer();

  it('says what it will show before it is added, and asks for nothing', async () => {
    await withTab(server, { configure: true }, async (tab) => {
      const said = await read(tab, 'Tell everybody here about UnMentoring');
      assert.match(said, /explains what UnMentoring is and how to take part/);
      assert.match(said, /nobody sees who meets whom/);
      assert.equal(await tab.locator('input, select, textarea').count(), 0);
    });
  });

  it('is added by Teams’ own button, and then shows how to take part', async () => {
    await withTab(server, { configure: true }, async (tab, page) => {
      await read(tab, 'Tell everybody here about UnMentoring');
      await page.getByRole('button', { name: 'Save' }).click();
      const said = await read(tab, title);
      assert.match(said, /write “join” in the chat/);
      assert.equal(page.frames()[1]?.url(), `${server.origin}/tab#/channel`);
      assert.equal(await page.getByRole('button', { name: 'Save' }).count(), 0);
    });
  });

  it('shows everybody the same figures of the scheme, and nothing of the reader', async () => {
    server.api.set('/schemes/unmentoring/figures', { people: 1213, rounds: 9, met: 0.957 });
    await withTab(server, { hash: '#/channel' }, async (tab) => {
      await tab.getByRole('heading', { name: 'UnMentoring in figures' }).waitFor();
      const said = await read(tab, title);
      assert.match(
        said,
        /1,213 people take part 9 rounds so far 96% of those who were paired met, as far as is known/,
      );
      assert.doesNotMatch(said, /\bmy\b|History|Ada/i);
    });
    // The stand-in for Teams asks for the language of the person.
    const asked = server.calls.map((call) => call.split(' ')[1]);
    assert.deepEqual(asked.filter((path) => path !== '/me').sort(), [
      '/schemes',
      '/schemes/unmentoring/figures',
    ]);
    assert.equal(asked.filter((path) => path === '/me').length, 1);
  });

  it('says numbers under five as fewer than five', async () => {
    server.api.set('/schemes/unmentoring/figures', { people: null, rounds: null, met: null });
    await withTab(server, { hash: '#/channel' }, async (tab) => {
      await tab.getByRole('heading', { name: 'UnMentoring in figures' }).waitFor();
      const said = await read(tab, title);
      assert.match(said, /Fewer than five people take part Fewer than five rounds so far/);
      assert.doesNotMatch(said, /as far as is known/);
    });
  });

  it('explains as much to somebody whom Teams does not sign in', async () => {
    server.token = null;
    await withTab(server, { hash: '#/channel' }, async (tab) => {
      assert.match(await read(tab, title), /write “join” in the chat/);
      assert.equal(await tab.getByRole('heading', { level: 2 }).count(), 0);
    });
  });

  it('is in the language of Teams', async () => {
    await withTab(server, { hash: '#/channel', locale: 'de-DE' }, async (tab) => {
      assert.match(await read(tab, 'Ein Kaffee mit jemandem, den Sie sonst nicht treffen'), /„mitmachen“/);
    });
  });

  it('opens the app, where one joins', async () => {
    await withTab(server, { hash: '#/channel' }, async (tab, page) => {
      await read(tab, title);
      const opened = page
        .context()
        .waitForEvent('request', (request) =>
          request.url().startsWith('https://teams.microsoft.com/l/app/11111111-'),
        );
      await tab.getByRole('button', { name: 'Open UnMentoring' }).click();
      await opened;
    });
  });

  it('opens the app in a window of its own when Teams does not', async () => {
    const refuseLinks = `addEventListener('message', (event) => {
      const { id, uuidAsString, func } = event.data;
      if (func !== 'executeDeepLink') return;
      event.stopImmediatePropagation();
      event.source.postMessage({ id, uuidAsString, args: [false, 'refused'] }, event.origin);
    })`;
    const prepare = async (page: Page): Promise<void> => {
      await page.addInitScript(refuseLinks);
    };
    await withTab(server, { hash: '#/channel', prepare }, async (tab, page) => {
      await read(tab, title);
      const opened = page.context().waitForEvent('page');
      await tab.getByRole('button', { name: 'Open UnMentoring' }).click();
      await opened;
    });
  });
});
