// The stand-in for Teams, spoken to by teams-js itself.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import type { Frame, Page } from 'playwright-core';
import { teamsHostApp } from '../../../local/teams-host/teams-host.ts';
import { useBrowser, withPage } from '../../browser.ts';
import { serving, type Served } from '../../support/serving.ts';

const teamsJs = createRequire(import.meta.url).resolve('@microsoft/teams-js/dist/umd/MicrosoftTeams.min.js');
const app = '11111111-2222-4333-8444-555555555555';
const token = `none.${Buffer.from(JSON.stringify({ oid: 'ada', tid: 'here' })).toString('base64url')}.none`;

interface Context {
  readonly app: {
    readonly locale: string;
    readonly theme: string;
    readonly host: { readonly name: string };
    readonly osLocaleInfo?: { readonly shortTime: string };
  };
  readonly page: { readonly id: string; readonly subPageId?: string };
  readonly user: { readonly id: string; readonly tenant: { readonly id: string } };
  readonly channel?: { readonly displayName: string };
}

describe('the stand-in for Teams', () => {
  const browser = useBrowser();
  let served: Served;
  before(async () => {
    const host = new Hono();
    host.route('/', teamsHostApp());
    host.get('/local/token', (c) => c.text(token));
    host.get('/api/me', (c) => c.json({ name: 'Ada', language: 'de-DE' }));
    host.get('/teams.js', async (c) =>
      c.body(await readFile(teamsJs), 200, { 'Content-Type': 'text/javascript' }),
    );
    host.get('/tab', (c) =>
      c.html('<script src="/teams.js"></script><script>ready = microsoftTeams.app.initialize();</script>'),
    );
    served = await serving(host);
  });
  after(() => served.close());

  async function inTeams(query: string, use: (frame: Frame, page: Page) => Promise<void>): Promise<void> {
    await withPage(browser(), {}, async (page) => {
      await page.goto(`http://localhost:${served.port}/local/teams?user=ada${query}`);
      await use(await initialised(page), page);
    });
  }

  it('tells the person’s language, theme, host, clock and channel as the address says', async () => {
    await inTeams('', async (frame) => {
      const { app, page, user, channel } = await contextOf(frame);
      assert.deepEqual(
        [app.locale, app.theme, app.host.name, app.osLocaleInfo],
        ['de-DE', 'default', 'Teams', undefined],
      );
      assert.deepEqual([page.id, page.subPageId, channel], ['home', undefined, undefined]);
      assert.deepEqual([user.id, user.tenant.id], ['ada', 'here']);
    });
    await inTeams('&theme=dark&locale=en-US&clock=12&host=Outlook&frame=channel', async (frame) => {
      const { app, page, channel } = await contextOf(frame);
      assert.deepEqual([app.locale, app.theme, app.host.name], ['en-US', 'dark', 'Outlook']);
      assert.equal(app.osLocaleInfo?.shortTime, 'h:mm tt');
      assert.deepEqual([page.id, channel?.displayName], ['channel', 'General']);
      assert.equal(new URL(frame.url()).hash, '#/channel');
    });
  });

  it('opens chats in Teams alone', async () => {
    for (const [host, opens] of [
      ['Teams', true],
      ['Outlook', false],
      ['Office', false],
    ] as const) {
      await inTeams(`&host=${host}`, async (frame) => {
        assert.equal(await frame.evaluate('microsoftTeams.chat.isSupported()'), opens, host);
      });
    }
  });

  it('says when the theme changes', async () => {
    await inTeams('', async (frame, page) => {
      await frame.evaluate(
        `microsoftTeams.app.registerOnThemeChangeHandler((theme) => { window.theme = theme; })`,
      );
      await page.getByRole('button', { name: 'Contrast' }).click();
      await frame.waitForFunction(`window.theme === 'contrast'`);
    });
  });

  it('grants a token or refuses it, from the start or later', async () => {
    const ask = `microsoftTeams.authentication.getAuthToken().catch(({ message }) => message)`;
    await inTeams('&token=refused', async (frame, page) => {
      assert.equal(await frame.evaluate(ask), 'CancelledByUser');
      await page.getByLabel('Refuse the sign-in').uncheck();
      assert.equal(await frame.evaluate(ask), token);
    });
  });

  it('lists the links and chats that were opened, and shows the part of this app that a link names', async () => {
    await inTeams('', async (frame, page) => {
      const part = (name: string) =>
        `https://teams.microsoft.com/l/entity/${app}/home?context=${encodeURIComponent(JSON.stringify({ subEntityId: name }))}`;
      await frame.evaluate(`microsoftTeams.chat.openChat({ user: 'ben@x.example' })`);
      await frame.evaluate(
        `microsoftTeams.app.openLink('https://teams.microsoft.com/l/chat/0/0?users=28:bot')`,
      );
      await frame.evaluate(`window.isOld = true; void microsoftTeams.app.openLink('${part('history')}')`);
      await page.waitForFunction(`document.querySelectorAll('#opened li').length === 3`);
      assert.deepEqual(await page.locator('#opened li').allTextContents(), [
        'https://teams.microsoft.com/l/chat/0/0?users=ben%40x.example',
        'https://teams.microsoft.com/l/chat/0/0?users=28:bot',
        part('history'),
      ]);
      assert.equal((await contextOf(await initialised(page))).page.subPageId, 'history');
      await page.goto(`${page.url()}&link=${encodeURIComponent(part('me'))}`);
      assert.equal((await contextOf(await initialised(page))).page.subPageId, 'me');
    });
  });
});

/** The frame of the tab, once teams-js in it has greeted its host. */
async function initialised(page: Page): Promise<Frame> {
  const frame = await (await page.waitForSelector('iframe', { state: 'attached' })).contentFrame();
  assert.ok(frame);
  await frame.waitForFunction(`location.pathname === '/tab' && window.ready && !window.isOld`);
  await frame.evaluate('window.ready');
  return frame;
}

function contextOf(frame: Frame): Promise<Context> {
  return frame.evaluate('microsoftTeams.app.getContext()');
}
