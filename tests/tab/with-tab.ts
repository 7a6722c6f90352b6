import assert from 'node:assert/strict';
import type { FrameLocator, Page } from 'playwright-core';
import { frameOf, openTab, type View } from '../support/tab/open-tab.ts';
import type { TabServer } from './tab-server.ts';

/** Opens the tab in the stand-in for Teams. `tab` is the frame with the tab, `page` is the page around it. */
export async function withTab(
  server: TabServer,
  view: View,
  use: (tab: FrameLocator, page: Page) => Promise<void>,
): Promise<void> {
  await openTab(server.browser(), server.origin, { locale: 'en-GB', ...view }, use);
}

/** The sentence that the tab last announced to screen readers. */
export async function waitForAnnouncement(tab: FrameLocator, sentence: string): Promise<void> {
  await tab.getByRole('status').filter({ hasText: sentence }).waitFor({ state: 'attached' });
}

/** The text of a view after its heading appeared and nothing is loading, as a person reads it: with spaces instead of line ends. */
export async function read(tab: FrameLocator, heading: string): Promise<string> {
  await tab.getByRole('heading', { level: 1, name: heading }).waitFor();
  await tab.locator('body:not(:has([aria-busy=true]))').waitFor();
  return (await tab.locator('body').innerText()).replace(/\s+/g, ' ');
}

/** Waits until what has this label or text has the focus. */
export async function waitForFocus(page: Page, text: string): Promise<void> {
  const frame = frameOf(page);
  const name = `(({ labels, innerText }) => labels?.[0]?.textContent || innerText)(document.activeElement)`;
  await frame.waitForFunction(`${name} === ${JSON.stringify(text)}`).catch(async () => {
    assert.equal(await frame.evaluate(name), text, 'what has the focus');
  });
}

/** Prepares a page in which what can be undone for ten seconds can be undone for ever. */
export async function undoForEver(page: Page): Promise<void> {
  await page.addInitScript(`(() => {
    const start = window.setTimeout;
    window.setTimeout = (call, wait, ...more) => (wait === 10_000 ? 0 : start(call, wait, ...more));
  })()`);
}
