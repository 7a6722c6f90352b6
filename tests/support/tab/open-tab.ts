import assert from 'node:assert/strict';
import type { Browser, BrowserContextOptions, Frame, FrameLocator, Page } from 'playwright-core';
import { withPage } from '../../browser.ts';

/** Milliseconds for one step of a test. Starting a page takes a busy machine more than ten seconds. */
const longestWait = 30_000;

export const themes = ['default', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

/** How the tab is opened. Everything has a default. `local/teams-host/README.md` says what the words of its address mean. */
export interface View {
  /** Mail of the person; `ada` with the fake answers of `tests/tab`. */
  readonly user?: string;
  /** @example '#/history' */
  readonly hash?: string;
  /** Shows the page where a tab is added to a channel. */
  readonly configure?: boolean;
  readonly theme?: Theme;
  readonly locale?: string;
  readonly host?: 'Teams' | 'Outlook' | 'Office';
  readonly frame?: 'channel';
  readonly clock?: 12 | 24;
  /** The deep link to follow. */
  readonly link?: string;
  readonly token?: 'refused';
  /** Pixels. */
  readonly width?: number;
  /** Pixels. The bar of the stand-in for Teams takes some of them, unless `bare`. */
  readonly height?: number;
  /** Without the bar of the stand-in for Teams. */
  readonly bare?: boolean;
  /** The time of the browser, which then stands still: ISO 8601 instant. */
  readonly now?: string;
  readonly browser?: BrowserContextOptions;
  /** Done to the page before it opens. */
  readonly prepare?: (page: Page) => void | Promise<void>;
}

/** Opens the tab in the stand-in for Teams. `tab` is the frame with the tab, `page` is the page around it. */
export async function openTab(
  browser: Browser,
  origin: string,
  view: View,
  use: (tab: FrameLocator, page: Page) => Promise<void>,
): Promise<void> {
  const viewport = { width: view.width ?? 1000, height: view.height ?? 800 };
  await withPage(browser, { viewport, ...view.browser }, async (page) => {
    page.setDefaultTimeout(longestWait);
    if (view.now !== undefined) await page.clock.setFixedTime(view.now);
    await view.prepare?.(page);
    await page.goto(addressOf(origin, view));
    await use(page.frameLocator('iframe'), page);
  });
}

function addressOf(origin: string, view: View): string {
  const { user = 'ada', theme = 'default', locale, host, frame, clock, link, token, hash = '' } = view;
  const asked = { user, theme, locale, host, frame, clock, link, token };
  const query = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  );
  if (view.configure === true) query.set('configure', '');
  if (view.bare === true) query.set('bare', '');
  return `${origin}/local/teams?${query.toString()}${hash}`;
}

/** The frame with the tab, for scripts that run in it. */
export function frameOf(page: Page): Frame {
  const frame = page.frames()[1];
  assert.ok(frame, 'the stand-in for Teams has not framed the tab yet');
  return frame;
}

const schemes = { default: 'light', dark: 'dark', contrast: 'dark' };

/** Changes the theme of the stand-in for Teams, and waits until the tab has followed and its colours have come to rest. */
export async function changeTheme(page: Page, theme: Theme): Promise<void> {
  const ground = () =>
    frameOf(page).evaluate<string>(
      `getComputedStyle(document.querySelector('.fui-FluentProvider')).backgroundColor`,
    );
  const before = await ground();
  const button = page.locator(`#themes [value=${theme}]`);
  if ((await button.getAttribute('aria-pressed')) === 'true') return;
  await button.dispatchEvent('click');
  await frameOf(page).waitForFunction(
    `(({ backgroundColor, colorScheme }) => backgroundColor !== '${before}' && colorScheme === '${schemes[theme]}')(
      getComputedStyle(document.querySelector('.fui-FluentProvider')))`,
  );
  // Also a change of 0.01 milliseconds has the old colour until the next frame.
  await frameOf(page).evaluate(`Promise.allSettled(
    document.getAnimations().filter((one) => one instanceof CSSTransition).map(({ finished }) => finished))`);
}
