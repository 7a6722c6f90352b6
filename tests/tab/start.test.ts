import type { Page } from 'playwright-core';
import { useTabServer } from './tab-server.ts';
import { read, withTab } from './with-tab.ts';

describe('tab: a start on which what draws does not load', () => {
  const server = useTabServer();

  it('offers to load the page again', async () => {
    const parts = '**/tab/assets/draw-*.js';
    const prepare = async (page: Page): Promise<void> => {
      await page.route(parts, (route) => route.abort());
    };
    await withTab(server, { prepare }, async (tab, page) => {
      const again = tab.getByRole('button', { name: '↻' });
      await again.waitFor();
      await page.unroute(parts);
      await again.click();
      await read(tab, 'You are meeting Miguel Ángel Fernández');
    });
  });
});
