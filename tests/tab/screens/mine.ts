// History, settings, and what goes wrong everywhere.
import type { FrameLocator, Page } from 'playwright-core';
import * as answers from '../answers.ts';
import { undoForEver } from '../with-tab.ts';
import { heading, screen, type Screen } from './screen.ts';

async function neverAnswered(page: Page): Promise<void> {
  await page.route('**/api/me/now', () => new Promise<never>(() => undefined));
}

const [newest, ...older] = answers.history;
const withTakeaway = newest && {
  ...newest,
  takeaway: 'Salsa is maths.',
  shared: newest.partners.map(({ id, name }) => ({ id, name, takeaway: 'Bridges have moods.' })),
  note: { before: '', after: 'Ask about the map of Atlantis.' },
};

/** Presses a button of the screen, counted from the first one; from the last one where negative. */
async function press(tab: FrameLocator, nth: number): Promise<void> {
  await heading(tab);
  await tab.locator('main button').nth(nth).click();
}

export const myScreens: readonly Screen[] = [
  screen('history', '#/history', {
    api: { '/me/history': [withTakeaway, ...older] },
    reach: async (tab) => {
      await heading(tab);
      await tab.locator('main [role=figure] svg').first().waitFor();
    },
    kept: ['default 320', 'default 1280', 'rtl 320'],
  }),
  screen('history-empty', '#/history', { api: { '/me/history': [] } }),
  screen('my-settings', '#/me', { kept: ['default 320', 'rtl 320', 'default 1280'] }),
  screen('undo', '#/me', {
    view: { hash: '#/me', prepare: undoForEver },
    reach: async (tab) => {
      await press(tab, 0);
      await tab.locator('section button[aria-keyshortcuts]').waitFor();
    },
    kept: ['default 320'],
  }),
  screen('erase', '#/me', {
    reach: async (tab) => {
      await press(tab, -1);
      await tab.locator('h4:focus').waitFor();
    },
  }),
  screen('loading', '#/now', {
    reach: async (tab) => tab.locator('[role=progressbar]').waitFor(),
    view: { hash: '#/now', prepare: neverAnswered },
  }),
  screen('signed-out', '#/now', { view: { hash: '#/now', token: 'refused' }, kept: ['default 320'] }),
  screen('refused', '#/now', { api: { '/me/now': 403 } }),
  screen('unavailable', '#/history', { api: { '/me/history': 503 } }),
  screen('offline', '#/now', {
    reach: async (tab, page) => {
      await heading(tab);
      await page.context().setOffline(true);
      await tab.locator('[role=status] > p').waitFor();
    },
  }),
  screen('channel', '#/channel', {
    view: { hash: '#/channel', frame: 'channel' },
    api: { '/schemes/unmentoring/figures': { people: 1213, rounds: 9, met: 0.957 } },
    kept: ['default 1280'],
  }),
  screen('channel-configure', '', { view: { configure: true } }),
];

/** The dates of the next rounds are there. */
async function dated(tab: FrameLocator): Promise<void> {
  await heading(tab);
  await tab.locator('main ol li').first().waitFor();
}

const asCoordinator = { '/me': answers.coordinator };

export const coordinatorScreens: readonly Screen[] = [
  screen('rounds', '#/rounds', { api: asCoordinator }),
  screen('scheme-settings', '#/settings/unmentoring', {
    api: asCoordinator,
    reach: dated,
    kept: ['default 1280'],
  }),
  screen('first-scheme', '#/first', {
    api: { '/me': { ...answers.coordinator, coordinates: [] }, '/schemes': [] },
    reach: dated,
    kept: ['default 320'],
  }),
];
