// History, settings, and what goes wrong everywhere.
import type { Page } from 'playwright-core';
import * as answers from '../answers.ts';
import { heading, screen, type Screen } from './screen.ts';

async function neverAnswered(page: Page): Promise<void> {
  await page.route('**/api/me/now', () => new Promise<never>(() => undefined));
}

export const myScreens: readonly Screen[] = [
  screen('history', '#/history', { kept: ['default 320', 'default 1280', 'rtl 320', 'dark 768'] }),
  screen('history-empty', '#/history', { api: { '/me/history': [] } }),
  screen('my-settings', '#/me', { kept: ['default 320', 'dark 320', 'rtl 320', 'default 1280'] }),
  screen('loading', '#/now', {
    reach: async (tab) => tab.locator('[role=progressbar], [aria-busy=true]').first().waitFor(),
    view: { hash: '#/now', prepare: neverAnswered },
  }),
  screen('signed-out', '#/now', { view: { hash: '#/now', token: 'refused' }, kept: ['default 320'] }),
  screen('refused', '#/now', { api: { '/me/now': 403 } }),
  screen('unavailable', '#/history', { api: { '/me/history': 503 }, kept: ['default 320'] }),
  screen('offline', '#/now', {
    reach: async (tab, page) => {
      await heading(tab);
      await page.context().setOffline(true);
      await tab.locator('body').evaluate(`dispatchEvent(new Event('offline'))`);
    },
  }),
  screen('channel', '#/channel', { view: { frame: 'channel' }, kept: ['dark 320', 'default 1280'] }),
  screen('channel-configure', '', { view: { configure: true } }),
];

const asCoordinator = { '/me': answers.coordinator };

export const coordinatorScreens: readonly Screen[] = [
  screen('rounds', '#/rounds', { api: asCoordinator }),
  screen('round', '#/rounds/unmentoring/2026-12-14', { api: asCoordinator, kept: ['default 1280'] }),
  screen('scheme-settings', '#/settings/unmentoring', { api: asCoordinator }),
];
