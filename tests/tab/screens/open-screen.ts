import type { FrameLocator, Page } from 'playwright-core';
import { openTab, type View } from '../../support/tab/open-tab.ts';
import { answerSettings } from '../settings/settings-answers.ts';
import type { fakeTab } from '../tab-server.ts';
import type { Screen } from './screen.ts';

/**
 * Opens a screen in its state.
 * @param view how it is opened, beside what its state asks for
 */
export async function openScreen(
  { server, reset }: Pick<ReturnType<typeof fakeTab>, 'server' | 'reset'>,
  screen: Screen,
  view: View,
  use: (tab: FrameLocator, page: Page) => Promise<void>,
): Promise<void> {
  reset();
  answerSettings(server);
  for (const [path, answer] of Object.entries(screen.api ?? {})) server.api.set(path, answer);
  const prepare = async (page: Page) => {
    await view.prepare?.(page);
    await screen.view.prepare?.(page);
  };
  const opened = { locale: 'en-GB', now: screen.now, bare: true, ...view, ...screen.view, prepare };
  await openTab(server.browser(), server.origin, opened, async (tab, page) => {
    await screen.reach(tab, page);
    await use(tab, page);
  });
}
