import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { tabButton } from '../../bot/cards/tab-link.ts';
import { english } from '../bot/cards/samples.ts';
import { useTabServer } from './tab-server.ts';
import { withTab } from './with-tab.ts';

describe('tab: opened by a link of Teams', () => {
  const server = useTabServer();

  it('which names the tab as the manifest does', () => {
    const manifest = readFileSync(new URL('../../appPackage/manifest.json', import.meta.url), 'utf8');
    const { staticTabs } = JSON.parse(manifest) as {
      staticTabs: { entityId: string; contentUrl?: string }[];
    };
    const own = staticTabs.filter(({ contentUrl }) => contentUrl !== undefined);
    const [button] = tabButton('now', english);
    assert.ok(button?.type === 'Action.OpenUrl');
    const named = new URL(button.url).pathname.split('/').at(-1);
    assert.deepEqual(
      own.map(({ entityId }) => entityId),
      [named],
    );
  });

  const screens = [
    ['now', 'Now'],
    ['now?met', 'Now'],
    ['now?join', 'Now'],
    ['history', 'History'],
    ['me', 'Settings'],
  ] as const;
  for (const [screen, current] of screens) {
    it(`shows the screen that the button of a card names: ${screen}`, async () => {
      const [button] = tabButton(screen, english);
      assert.ok(button?.type === 'Action.OpenUrl');
      await withTab(server, { link: button.url }, async (tab, page) => {
        await tab.locator('nav [aria-current]', { hasText: current }).waitFor();
        assert.equal(new URL(page.frames()[1]?.url() ?? '').hash, `#/${screen}`);
      });
    });
  }
});

describe('tab: in Teams, Outlook and Microsoft 365', () => {
  const server = useTabServer();

  const hosts = [
    { host: undefined, asks: 'chat.openChat' },
    { host: 'Outlook', asks: 'executeDeepLink' },
    { host: 'Office', asks: 'executeDeepLink' },
  ] as const;
  for (const { host, asks } of hosts) {
    it(`opens a chat by ${asks} in ${host ?? 'Teams'}`, async () => {
      const prepare = async (page: Page) => {
        await page.addInitScript(`
          window.heard = [];
          addEventListener('message', ({ data }) => window.heard.push(data.func));
        `);
      };
      await withTab(server, { ...(host && { host }), prepare }, async (tab, page) => {
        const opened = page.context().waitForEvent('page');
        await tab.getByRole('link', { name: 'Write to Miguel Ángel Fernández' }).click();
        await opened;
        const heard = await page.evaluate<string[]>('window.heard');
        assert.deepEqual(
          heard.filter((func) => ['chat.openChat', 'executeDeepLink'].includes(func)),
          [asks],
        );
      });
    });
  }
});
