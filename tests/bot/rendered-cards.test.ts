// The cards of signing up and of the month, shown by Microsoft's renderer in the start page's colours.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import type { AdaptiveCard } from '../../bot/cards/card.ts';
import { messageCard } from '../../bot/cards/message-card.ts';
import { saidMetCard } from '../../bot/cards/month/met-card.ts';
import { readingOf } from '../../bot/cards/reading.ts';
import { joinCard, settingsCard, signUpCard } from '../../bot/cards/sign-up/sign-up-card.ts';
import { sampleCard, welcomeCard } from '../../bot/cards/sign-up/welcome-card.ts';
import type { Standing } from '../../core/enrolment/standing.ts';
import type { Message } from '../../core/words/message.ts';
import { useBrowser, withPage } from '../browser.ts';
import { booked, calledOff, choose, view } from './cards/samples.ts';
import { unmentoring } from './world.ts';

const startPage = new URL('../../local/start-page/page/', import.meta.url);
const axe = fileURLToPath(import.meta.resolve('axe-core'));

/** What the renderer is bundled as. */
async function rendererScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('card.ts', startPage))],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'renderer',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

/** One blue pixel. */
const photo =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const standing: Standing = {
  reader: { id: 'p', name: 'Ann', language: 'en', zone: 'Europe/London' },
  scheme: unmentoring,
  status: 'not-in',
  preferences: { hours: 'either', minutes: null },
};
const profile = {
  drink: 'W'.repeat(60),
  about: 'lang '.repeat(28).trim(),
  call: 'phone',
  language: 'de',
} as const;
const active: Standing = { ...standing, status: 'active', acceptedRules: true, profile };

const calledOffWith = (word: string): Message => ({ ...calledOff, by: { name: 'Eve Stone', word } });

function cardsIn(language: string): Record<string, AdaptiveCard> {
  const reading = readingOf({ language, zone: 'Europe/London' }, 'app');
  return {
    welcome: welcomeCard(standing, reading),
    sample: sampleCard(standing, reading),
    'sign-up': signUpCard(standing, { lead: null, filled: standing }, reading),
    joined: joinCard({ kind: 'joined', standing: active }, reading),
    settings: settingsCard(active, { lead: null, filled: null }, reading),
    before: messageCard({ kind: 'before', pairing: view }, 'key', reading),
    remind: messageCard({ kind: 'remind', pairing: view }, 'key', reading),
    'called off': messageCard(calledOffWith('W'.repeat(200)), 'key', reading),
    'how was it': saidMetCard({ kind: 'yes', pairing: view, feedback: null }, reading),
    choose: messageCard(choose, 'key', reading),
    pairing: messageCard({ ...booked, photos: new Map([['q', photo]]) }, 'key', reading),
  };
}

describe('the cards of signing up and of the month, rendered', () => {
  const browser = useBrowser();
  let script = '';
  before(async () => {
    script = await rendererScript();
  });

  const show = (page: Page, card: AdaptiveCard) =>
    page.evaluate(
      `document.querySelector('main').replaceChildren(renderer.renderCard(${JSON.stringify(JSON.stringify(card))}, (action) => window.pressed.push(action)))`,
    );

  /** An empty page with the renderer. */
  async function open(page: Page): Promise<void> {
    const css = readFileSync(new URL('page.css', startPage), 'utf8');
    await page.setContent(
      `<!doctype html><html lang="en"><title>Cards</title><style>${css}</style><main class="message"></main></html>`,
    );
    await page.evaluate(`${script}; window.renderer = renderer; window.pressed = [];`);
    await page.evaluate(readFileSync(axe, 'utf8'));
  }

  for (const language of ['en', 'de']) {
    for (const [theme, media] of [
      ['light', { colorScheme: 'light', forcedColors: 'none' }],
      ['dark', { colorScheme: 'dark', forcedColors: 'none' }],
      ['high contrast', { colorScheme: 'dark', forcedColors: 'active' }],
    ] as const) {
      it(`fit and can be used by everybody in ${language}, ${theme}, narrow and wide`, async () => {
        await withPage(browser(), { viewport: { width: 320, height: 640 }, ...media }, async (page) => {
          await open(page);
          for (const width of [320, 1024]) {
            await page.setViewportSize({ width, height: 640 });
            for (const [name, card] of Object.entries(cardsIn(language))) {
              await show(page, card);
              assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width, name);
              const { violations }: { violations: { id: string; nodes: { html: string }[] }[] } =
                await page.evaluate(`axe.run(document.querySelector('main'))`);
              assert.deepEqual(
                violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${name}: ${id}: ${html}`)),
                [],
              );
            }
          }
        });
      });
    }
  }

  it('send nothing until every ground rule is ticked, and look first all the same', async () => {
    await withPage(browser(), { viewport: { width: 320, height: 640 } }, async (page) => {
      await open(page);
      const { 'sign-up': card } = cardsIn('en');
      assert.ok(card);
      await show(page, card);
      const pressed = () => page.evaluate<string[]>('window.pressed.map(({ verb }) => verb)');
      const send = page.getByRole('button', { name: 'Sign me up' });
      const [first, ...others] = await page.getByRole('checkbox', { name: /I (don't|come)/ }).all();
      for (const rule of others) await rule.check();
      await send.click();
      assert.deepEqual(await pressed(), []);
      const complaints = page.getByText('Please tick this one: you need it to take part.');
      assert.equal(await complaints.filter({ visible: true }).count(), 1);
      await page.getByRole('button', { name: 'Look first' }).click();
      assert.deepEqual(await pressed(), ['look-first']);
      await first?.check();
      await send.click();
      assert.deepEqual(await pressed(), ['look-first', 'sign-up']);
    });
  });
});
