import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { withPage } from '../../browser.ts';

export async function settled(page: Page): Promise<void> {
  await page.locator('body:not([aria-busy])').waitFor({ state: 'attached', timeout: 120_000 });
}

export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await settled(page);
}

/** The text as a person reads it, with spaces instead of line ends. */
export async function read(page: Page, selector: string): Promise<string> {
  return (await page.locator(selector).innerText()).replace(/\s+/g, ' ');
}

/** Opens the start page, and waits until it is complete. Afterwards no page may have broken its policy. */
export function startPageIn(browser: () => Browser) {
  return async (url: string, use: (page: Page) => Promise<void>): Promise<void> => {
    await withPage(browser(), { viewport: { width: 1280, height: 900 } }, async (page) => {
      page.setDefaultTimeout(20_000);
      const blocked: string[] = [];
      page.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) blocked.push(message.text());
      });
      await page.goto(`${url}/`);
      await page.getByRole('heading', { name: 'Signed in as' }).waitFor();
      await settled(page);
      await use(page);
      assert.deepEqual(blocked, [], 'the pages keep to their policies');
    });
  };
}
