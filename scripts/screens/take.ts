// Takes pictures of the tab: the fake answers of `tests/tab`, a clock that stands still, a font of our own.
import type { Page } from 'playwright-core';
import { openScreen } from '../../tests/tab/screens/open-screen.ts';
import type { Screen } from '../../tests/tab/screens/screen.ts';
import type { fakeTab } from '../../tests/tab/tab-server.ts';
import { changeTheme, frameOf, themes, type Theme } from '../../tests/support/tab/open-tab.ts';
import { bringFont } from './font.ts';

const widths = [320, 768, 1280] as const;
/** Pixels. Longer screens get a longer picture. */
const leastHeight = 640;

/** How a screen is looked at. `rtl`: in the language that does not exist, which is read from right to left. */
export interface Look {
  readonly theme: Theme | 'rtl';
  readonly width: (typeof widths)[number];
}

/** Every look: three themes and right to left, each at three widths. */
export const looks: readonly Look[] = [...themes, 'rtl' as const].flatMap((theme) =>
  widths.map((width) => ({ theme, width })),
);

/** @example nameOf(screen, { theme: 'dark', width: 320 }) → 'history.dark.320' */
export function nameOf(screen: Screen, { theme, width }: Look): string {
  return `${screen.name}.${theme}.${width}`;
}

/**
 * Takes the pictures of one screen.
 * @param wanted the looks
 * @param keep called with each picture's look and PNG
 */
export async function takeScreen(
  fake: ReturnType<typeof fakeTab>,
  screen: Screen,
  wanted: readonly Look[],
  keep: (look: Look, png: Buffer) => void,
): Promise<void> {
  for (const isRtl of [false, true]) {
    const chosen = wanted.filter(({ theme }) => (theme === 'rtl') === isRtl);
    const [first] = chosen;
    if (first === undefined) continue;
    const view = {
      locale: isRtl ? 'qps-plocm' : 'en-GB',
      width: first.width,
      height: leastHeight,
      browser: { bypassCSP: true, reducedMotion: 'reduce' },
      prepare: (page: Page) => bringFont(page.context()),
    } as const;
    await openScreen(fake, screen, view, async (_, page) => {
      // Parts that are fetched when they are shown. One of the screens waits for ever.
      await page.waitForLoadState('networkidle', { timeout: 5000 }).catch(() => undefined);
      for (const look of chosen) {
        if (look.theme !== 'rtl') await changeTheme(page, look.theme);
        keep(look, await picture(page, look.width));
      }
    });
  }
}

/** The whole of the tab, once nothing changes in it any more. */
async function picture(page: Page, width: number): Promise<Buffer> {
  let last: Buffer | null = null;
  for (let times = 0; times < 20; times += 1) {
    // A page is never lower than its window.
    await page.setViewportSize({ width, height: leastHeight });
    await frameOf(page).evaluate(`document.fonts.ready`);
    const height = await frameOf(page).evaluate<number>(`document.documentElement.scrollHeight`);
    await page.setViewportSize({ width, height: Math.max(height, leastHeight) });
    const next = await page.screenshot({ animations: 'disabled', caret: 'hide', scale: 'css' });
    if (last !== null && next.equals(last)) return next;
    last = next;
  }
  throw new Error('the screen does not come to rest');
}
