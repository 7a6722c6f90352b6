import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { faults } from '../support/tab/looks.ts';
import { changeTheme, frameOf, themes } from '../support/tab/open-tab.ts';
import * as answers from './answers.ts';
import { useTabServer } from './tab-server.ts';
import { read, withTab } from './with-tab.ts';

const views = [
  {
    hash: '#/now',
    en: 'You are meeting Miguel Ángel Fernández and Priya Raman',
    de: 'Sie treffen Miguel Ángel Fernández und Priya Raman',
  },
  { hash: '#/history', en: 'History', de: 'Verlauf' },
  { hash: '#/rounds', en: 'Rounds', de: 'Runden' },
  { hash: '#/rounds/unmentoring/2026-12-14', en: 'Round 9', de: 'Runde 9' },
  { hash: '#/settings/unmentoring', en: 'Settings', de: 'Einstellungen' },
  {
    hash: '#/channel',
    en: 'Coffee with a colleague you would not meet otherwise',
    de: 'Ein Kaffee mit jemandem, den Sie sonst nicht treffen',
  },
];

/** The computed colours of the page's background and of its heading. */
async function colours(page: Page): Promise<{ ground: string; text: string }> {
  return frameOf(page).evaluate(`(() => {
    const heading = document.querySelector('h1');
    let ground = heading;
    while (getComputedStyle(ground).backgroundColor === 'rgba(0, 0, 0, 0)') ground = ground.parentElement;
    return { ground: getComputedStyle(ground).backgroundColor, text: getComputedStyle(heading).color };
  })()`);
}

const grounds = { default: 'rgb(250, 250, 250)', dark: 'rgb(36, 36, 36)', contrast: 'rgb(0, 0, 0)' };

describe('tab: looks', () => {
  const server = useTabServer();
  beforeEach(() => {
    server.api.set('/me', answers.coordinator);
    const offer = [{ start: '2026-12-16T14:00:00Z', end: '2026-12-16T14:30:00Z' }];
    server.api.set('/me/now', {
      ...answers.now,
      me: answers.coordinator,
      pairing: { ...answers.trio, offer },
    });
    const [pairing] = answers.round.pairings;
    const states = ['booked', 'planned', 'suggested', 'failed', 'cancelled'].map((state) => ({
      ...pairing,
      pairing: state,
      state,
    }));
    server.api.set('/schemes/unmentoring/rounds/2026-12-14', { ...answers.round, pairings: states });
  });

  it('follows the theme of Teams, from the start and when it changes', async () => {
    const expected = {
      default: { ground: grounds.default, text: 'rgb(36, 36, 36)' },
      dark: { ground: grounds.dark, text: 'rgb(255, 255, 255)' },
      contrast: { ground: grounds.contrast, text: 'rgb(255, 255, 255)' },
    };
    for (const theme of themes) {
      await withTab(server, { theme }, async (tab, page) => {
        await read(tab, views[0]?.en ?? '');
        assert.deepEqual(await colours(page), expected[theme]);
      });
    }
    await withTab(server, {}, async (tab, page) => {
      await read(tab, views[0]?.en ?? '');
      for (const theme of ['dark', 'contrast', 'default'] as const) {
        await changeTheme(page, theme);
        assert.deepEqual(await colours(page), expected[theme]);
      }
    });
  });

  for (const { hash, en, de } of views) {
    it(`${en}: fits a phone in both languages, and has no fault that axe-core finds in any theme`, async () => {
      for (const [locale, heading] of [
        ['de-DE', de],
        ['en-GB', en],
      ] as const) {
        await withTab(server, { hash, locale, width: 360 }, async (tab, page) => {
          await read(tab, heading);
          const width = await frameOf(page).evaluate(`document.documentElement.scrollWidth`);
          assert.equal(width, 360, `${locale}: scrolls sideways`);
          if (locale === 'de-DE') return;
          await page.setViewportSize({ width: 1000, height: 800 });
          for (const theme of themes) {
            await changeTheme(page, theme);
            assert.deepEqual(await faults(page), [], theme);
          }
        });
      }
    });
  }

  it('has no fault that axe-core finds in empty views and in error messages', async () => {
    server.api.set('/me/now', { ...answers.now, me: answers.coordinator, pairing: null });
    server.api.set('/me/history', 503);
    for (const [hash, heading] of [
      ['#/now', 'Here you will see whom you meet next'],
      ['#/history', 'UnMentoring cannot be reached just now'],
    ] as const) {
      await withTab(server, { hash }, async (tab, page) => {
        await read(tab, heading);
        assert.deepEqual(await faults(page), []);
      });
    }
  });
});
