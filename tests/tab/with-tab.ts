import type { FrameLocator, Page } from 'playwright-core';
import { openTab, type View } from '../support/tab/open-tab.ts';
import type { TabServer } from './tab-server.ts';

export interface View {
  /** @example '#/history' */
  readonly hash?: string;
  /** Shows the page where a tab is added to a channel. */
  readonly configure?: boolean;
  /** The product that shows the tab: Teams by default. */
  readonly host?: 'Outlook' | 'Office';
  /** A link of Teams that names a screen of the tab. */
  readonly link?: string;
  readonly theme?: 'default' | 'dark' | 'contrast';
  readonly locale?: string;
  /** Pixels. */
  readonly width?: number;
  /** Done to the page before it opens. */
  readonly prepare?: (page: Page) => void | Promise<void>;
}

/** Opens the tab in the stand-in for Teams. `tab` is the frame with the tab, `page` is the page around it. */
export async function withTab(
  server: TabServer,
  view: View,
  use: (tab: FrameLocator, page: Page) => Promise<void>,
): Promise<void> {
  const {
    hash = '',
    host,
    link,
    configure = false,
    theme = 'default',
    locale = 'en-GB',
    width = 1000,
  } = view;
  await withPage(server.browser(), { viewport: { width, height: 800 } }, async (page) => {
    page.setDefaultTimeout(10_000);
    await view.prepare?.(page);
    const asked = new URLSearchParams({
      ...{ user: 'ada', theme, locale },
      ...(host !== undefined && { host }),
      ...(link !== undefined && { link }),
      ...(configure && { configure: '' }),
    });
    await page.goto(`${server.origin}/local/teams?${asked.toString()}${hash}`);
    await use(page.frameLocator('iframe'), page);
  });
}

/** The sentence that the tab last announced to screen readers. */
export async function waitForAnnouncement(tab: FrameLocator, sentence: string): Promise<void> {
  await tab.getByRole('status').filter({ hasText: sentence }).waitFor({ state: 'attached' });
}

/** The text of a view after its heading appeared, as a person reads it: with spaces instead of line ends. */
export async function read(tab: FrameLocator, heading: string): Promise<string> {
  await tab.getByRole('heading', { level: 1, name: heading }).waitFor();
  return (await tab.locator('body').innerText()).replace(/\s+/g, ' ');
}
