// The language that does not exist (core/words/qps): what looks like English in it comes from no catalogue.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import * as answers from './answers.ts';
import { heading } from './screens/screen.ts';
import { useTabServer } from './tab-server.ts';
import { withTab } from './with-tab.ts';

const views = [
  ...['#/now', '#/history', '#/rounds', '#/rounds/unmentoring/2026-12-14', '#/settings/unmentoring'],
  '#/channel',
];

/** What Miguel wrote about himself. */
const written = answers.trio.partners.flatMap(({ about }) => about ?? []);

/** What a person reads and what a screen reader is told, in the frame of the tab. */
const said = `(() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) {
    if (texts.currentNode.parentElement.closest('script, style') === null) found.push(texts.currentNode.data);
  }
  for (const element of document.querySelectorAll('[aria-label]')) found.push(element.getAttribute('aria-label'));
  return found;
})()`;

describe('tab: in a language that does not exist', () => {
  const server = useTabServer();

  for (const hash of views) {
    it(`${hash} has no plain English, is read from right to left, and fits a phone`, async () => {
      server.api.set('/me', answers.coordinator);
      server.api.set('/me/now', { ...answers.now, me: answers.coordinator, pairing: answers.trio });
      await withTab(server, { hash, locale: 'qps-plocm', width: 360 }, async (tab, page) => {
        await heading(tab);
        const frame = page.frames()[1];
        assert.ok(frame);
        await frame.waitForFunction(`${said}.filter((text) => text.includes('~~')).length > 4`);
        const texts: string[] = await frame.evaluate(said);
        assert.deepEqual(
          // Names, dates, figures and what people wrote stay as they are; two small words in a row are a sentence.
          texts.filter((text) => /(^|\s)[a-z]{2,} [a-z]{2,}/.test(text) && !written.includes(text)),
          [],
        );
        assert.equal(
          await frame.evaluate('getComputedStyle(document.querySelector("main")).direction'),
          'rtl',
        );
        assert.equal(await frame.evaluate('document.documentElement.scrollWidth'), 360);
      });
    });
  }

  it('fetches the words of the one language that is read', async () => {
    for (const [locale, question] of [
      ['de-AT', 'Was könnten Sie jemandem in zehn Minuten zeigen?'],
      ['en-US', 'What could you show somebody in ten minutes?'],
    ] as const) {
      const fetched: Promise<string | null>[] = [];
      const watch = (page: Page) => {
        page.on('response', (response) => {
          const words = /\/assets\/(tab|questions)-/.exec(response.url());
          // A script of a few characters only hands on another one.
          if (words?.[1] !== undefined)
            fetched.push(response.body().then(({ length }) => (length > 200 ? `${words[1]}` : null)));
        });
      };
      await withTab(server, { locale, prepare: watch }, async (tab) => {
        await tab.getByText(question).waitFor();
        const names = (await Promise.all(fetched)).filter((name) => name !== null);
        assert.deepEqual(names, ['tab', 'questions'], locale);
      });
    }
  });
});
