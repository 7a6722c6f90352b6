// Every screen of the tab in every state, with the fake answers that lead to it. Pictures are taken of them
// (scripts/screens.ts), and they are looked at with axe-core, the keyboard, on a small phone and with large text.
import type { FrameLocator, Page } from 'playwright-core';
import type { View } from '../support/tab/open-tab.ts';
import * as answers from './answers.ts';

type Kept = `${'default' | 'dark' | 'contrast' | 'rtl'} ${320 | 768 | 1280}`;

export interface Screen {
  /** @example 'history-empty' */
  readonly name: string;
  readonly view: View;
  /** Answers that differ from those of every test: `TabServer.api`. */
  readonly api?: Readonly<Record<string, unknown>>;
  /** The browser's time, which stands still: ISO 8601 instant. */
  readonly now: string;
  /** Waits for the screen, and does what leads to its state. `isRtl`: in the language that does not exist. */
  readonly reach: (tab: FrameLocator, page: Page, isRtl: boolean) => Promise<void>;
  /** The pictures of it that `npm run screens -- --compare` compares. At most forty of all screens. */
  readonly kept: readonly Kept[];
}

/** Most screens are there when their heading is. */
async function heading(tab: FrameLocator): Promise<void> {
  await tab.getByRole('heading', { level: 1 }).waitFor();
}

function screen(name: string, hash: string, more: Partial<Screen> = {}): Screen {
  return { name, view: { hash }, now: '2026-12-10T10:00:00Z', reach: heading, kept: [], ...more };
}

const asCoordinator = { '/me': answers.coordinator };

export const screens: readonly Screen[] = [
  screen('now-meeting', '#/now', { kept: ['default 320', 'dark 768', 'contrast 320', 'rtl 320'] }),
  screen('history', '#/history', { kept: ['default 320', 'default 1280', 'rtl 320'] }),
  screen('history-empty', '#/history', { api: { '/me/history': [] } }),
  screen('history-unavailable', '#/history', { api: { '/me/history': 503 } }),
  screen('rounds', '#/rounds', { api: asCoordinator }),
  screen('round', '#/rounds/unmentoring/2026-12-14', { api: asCoordinator, kept: ['default 1280'] }),
  screen('scheme-settings', '#/settings/unmentoring', { api: asCoordinator }),
  screen('channel', '#/channel', { kept: ['dark 320'] }),
  screen('channel-configure', '', { view: { configure: true } }),
];
