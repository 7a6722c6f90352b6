import assert from 'node:assert/strict';
import { useTabServer } from './tab-server.ts';
import { read, withTab } from './with-tab.ts';

function says(text: string, ...sentences: string[]): void {
  for (const sentence of sentences) assert.ok(text.includes(sentence), `expected "${sentence}" in: ${text}`);
}

describe('tab: my language', () => {
  const server = useTabServer();

  it('speaks the language that Teams is set to, dates included, and English where it does not know it', async () => {
    await withTab(server, { locale: 'de-DE' }, async (tab) => {
      says(
        await read(tab, 'Sie treffen Miguel Ángel Fernández'),
        'Dienstag, 15. Dezember',
        '14:00–14:30 Uhr, Ihre Zeit (London)',
      );
      assert.equal(await tab.locator('html').getAttribute('lang'), 'de');
      assert.equal(await tab.locator('html').getAttribute('dir'), 'ltr');
    });
    await withTab(server, { locale: 'fr-FR' }, async (tab) => {
      says(await read(tab, 'You are meeting Miguel Ángel Fernández'), 'Tuesday 15 December');
      assert.equal(await tab.locator('html').getAttribute('lang'), 'en');
    });
  });
});
