// A round before it goes out.
import type { FrameLocator } from 'playwright-core';
import * as answers from '../answers.ts';
import { draft, swapped, todayWith } from '../desk/preview/drafts.ts';
import { heading, screen, type Screen } from './screen.ts';

const path = '/schemes/unmentoring/rounds/2026-12-14/draft';
const hash = '#/rounds/unmentoring/2026-12-14/preview';
const me = { ...answers.coordinator, coordinates: ['unmentoring'] };

/** The preview, with what the API answers. */
function showing(name: string, answer: unknown, more: Partial<Screen> = {}): Screen {
  const { api, ...rest } = more;
  return screen(name, hash, {
    api: { '/me': me, [path]: answer, ...api },
    now: '2026-12-09T16:30:00Z',
    ...rest,
  });
}

/** Opens what can be changed of the first pair. */
async function openMenu(tab: FrameLocator): Promise<void> {
  await heading(tab);
  await tab.locator('main td [aria-haspopup=menu]').first().click();
  await tab.locator('[role=menuitem]').first().waitFor();
}

const changed = { ...swapped, news: { joined: 2, left: 1 }, waits: true };

export const previewScreens: readonly Screen[] = [
  showing('preview', draft, { kept: ['default 320'] }),
  showing(
    'preview-changed',
    { ...changed, forbidden: [[draft.unplaced[0], draft.unplaced[1]]] },
    { kept: ['default 1280'] },
  ),
  showing('preview-swapping', draft, {
    reach: async (tab) => {
      await openMenu(tab);
      await tab.locator('[role=menuitem]').first().click();
      await tab.locator('main input:focus').waitFor();
    },
  }),
  showing('preview-released', { ...changed, state: 'released' }),
  showing('preview-missing', 404, {
    api: { '/schemes/unmentoring/today': todayWith({ draftAt: '2026-12-09T16:00:00Z' }) },
  }),
  showing('preview-none', 404, { api: { '/schemes/unmentoring/today': todayWith({ draftAt: null }) } }),
];
