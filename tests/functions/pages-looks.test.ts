import type { AxeResults } from 'axe-core';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Hono } from 'hono';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { pageNames } from '../../core/words/page-words.ts';
import { pagesIn } from '../../core/words/pages.ts';
import { answerPage } from '../../functions/http/pages/answer-page.ts';
import { useBrowser, withPage } from '../browser.ts';
import { serving, type Served } from '../support/serving.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const cup = readFileSync(join(import.meta.dirname, '../../tab/public/cup.svg'), 'utf8');

/** As the tab's test has them: the grounds and the ink of the themes of Teams. */
const themes = {
  light: { set: { colorScheme: 'light' }, ground: 'rgb(250, 250, 250)', ink: 'rgb(36, 36, 36)' },
  dark: { set: { colorScheme: 'dark' }, ground: 'rgb(36, 36, 36)', ink: 'rgb(255, 255, 255)' },
  'high contrast': { set: { contrast: 'more' }, ground: 'rgb(0, 0, 0)', ink: 'rgb(255, 255, 255)' },
} as const satisfies Record<string, { set: BrowserContextOptions; ground: string; ink: string }>;

/** Pixels. */
const [phone, desk] = [320, 1000];

describe('the public pages: looks', () => {
  const browser = useBrowser();
  let served: Served;

  before(async () => {
    const app = new Hono();
    const operator = { ORGANISATION_NAME: 'Contoso Council', SUPPORT_CONTACT: 'coffee@contoso.example' };
    for (const name of pageNames) {
      app.get(name === 'home' ? '/' : `/${name}`, async ({ req }) => {
        const query = new URL(req.url).searchParams;
        const request = { method: req.method, query, headers: req.raw.headers };
        const { status, body, headers } = await answerPage(name, request, operator);
        return new Response(body, { status, headers });
      });
    }
    app.get('/tab/cup.svg', ({ body }) => body(cup, 200, { 'Content-Type': 'image/svg+xml' }));
    served = await serving(app);
  });
  after(() => served.close());

  /** Opens a page, and finds that its policy blocked nothing of it. */
  async function open(
    path: string,
    options: BrowserContextOptions,
    use: (page: Page) => Promise<void>,
  ): Promise<void> {
    const viewport = { width: desk, height: 800 };
    await withPage(browser(), { viewport, ...options }, async (page) => {
      const blocked: string[] = [];
      page.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) blocked.push(message.text());
      });
      await page.goto(served.url + path);
      await use(page);
      assert.deepEqual(blocked, []);
    });
  }

  for (const name of pageNames) {
    for (const language of ['en', 'de', 'qps'] as const) {
      it(`show ${name} in "${language}" without a fault that axe-core finds, on a phone too, in every theme`, async () => {
        // Nobody speaks it, so axe-core does not know it.
        const known = language === 'qps' ? ['html-lang-valid: <html lang="qps" dir="rtl">'] : [];
        const { heading } = (await pagesIn(language)).pages[name];
        for (const [theme, { set, ground, ink }] of Object.entries(themes)) {
          await open(`/${name === 'home' ? '' : name}?lang=${language}`, set, async (page) => {
            await page.getByRole('heading', { level: 1, name: heading }).waitFor();
            const colours = `[document.body, document.querySelector('h1')].map((element) => getComputedStyle(element))`;
            assert.deepEqual(
              await page.evaluate(`(([body, title]) => [body.backgroundColor, title.color])(${colours})`),
              [ground, ink],
              theme,
            );
            for (const width of [desk, phone]) {
              await page.setViewportSize({ width, height: 800 });
              assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width, theme);
              assert.deepEqual(await faults(page), known, `${theme}, ${width} pixels`);
            }
          });
        }
      });
    }
  }

  it('lead the keyboard past the menu, and show where it is', async () => {
    await open('/terms', {}, async (page) => {
      await page.keyboard.press('Tab');
      const skip = page.getByRole('link', { name: 'Skip to the content' });
      const box = await skip.boundingBox();
      assert.ok(box !== null && box.x >= 0 && box.y >= 0);
      assert.notEqual(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle'), 'none');
      await page.keyboard.press('Enter');
      assert.equal(await page.evaluate('document.activeElement.id'), 'content');
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate('document.activeElement.textContent'), 'Deutsch');
    });
  });

  it('lead from one to the other, and into the other language', async () => {
    await open('/', { locale: 'en-GB' }, async (page) => {
      await page.getByRole('link', { name: 'Deutsch' }).click();
      await page
        .getByRole('navigation', { name: 'Seiten' })
        .getByRole('link', { name: 'Datenschutz' })
        .click();
      await page.getByRole('heading', { level: 1, name: 'Ihre Daten in UnMentoring' }).waitFor();
      assert.equal(
        await page.getByRole('link', { name: 'Datenschutz' }).getAttribute('aria-current'),
        'page',
      );
      assert.equal(
        await page.getByRole('link', { name: 'coffee@contoso.example' }).getAttribute('href'),
        'mailto:coffee@contoso.example',
      );
    });
  });
});

/** The faults that axe-core finds in a page: rule and element. */
async function faults(page: Page): Promise<string[]> {
  // As a program of the debugger, which no policy of the page keeps out.
  await page.evaluate(readFileSync(axe, 'utf8'));
  const { violations, passes }: AxeResults = await page.evaluate('axe.run()');
  assert.ok(passes.length > 10, 'expected axe-core to have looked at something');
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
