import assert from 'node:assert/strict';
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
      assert.match(said, /Write “join” in the chat/);
      assert.equal(page.frames()[1]?.url(), `${server.origin}/tab#/channel`);
      assert.equal(await page.getByRole('button', { name: 'Save' }).count(), 0);
    });
  });

  it('shows everybody the same, since it asks the API nothing', async () => {
    await withTab(server, { hash: '#/channel' }, async (tab) => {
      assert.doesNotMatch(await read(tab, title), /My pairing|History/);
    });
    // The stand-in for Teams asks for the language of the person.
    assert.deepEqual(
      server.calls.filter((call) => !call.startsWith('GET /me ')),
      [],
    );
    assert.equal(server.calls.length, 1);
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
});
