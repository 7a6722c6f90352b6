import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
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
