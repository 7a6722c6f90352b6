import type { FrameLocator, Page } from 'playwright-core';
import type { View } from '../../support/tab/open-tab.ts';

type Kept = `${'default' | 'dark' | 'contrast' | 'rtl'} ${320 | 768 | 1280}`;

/** A screen of the tab in one of its states, with the fake answers that lead to it. */
export interface Screen {
  /** @example 'history-empty' */
  readonly name: string;
  readonly view: View;
  /** Answers that differ from those of every test: `TabServer.api`. */
  readonly api?: Readonly<Record<string, unknown>>;
  /** The browser's time, which stands still: ISO 8601 instant. */
  readonly now: string;
  /** Waits for the screen, and does what leads to its state. It finds nothing by its words, so that it works in every language. */
  readonly reach: (tab: FrameLocator, page: Page) => Promise<void>;
  /** The pictures of it that `npm run screens -- --compare` compares. `scripts/screens.ts` says how many there may be. */
  readonly kept: readonly Kept[];
}

/** Most screens are there when their heading is, and nothing is loading any more. */
export async function heading(tab: FrameLocator): Promise<void> {
  await tab.locator('body:has(h1):not(:has([aria-busy=true]))').waitFor();
}

export function screen(name: string, hash: string, more: Partial<Screen> = {}): Screen {
  return { name, view: { hash }, now: '2026-12-10T10:00:00Z', reach: heading, kept: [], ...more };
}
