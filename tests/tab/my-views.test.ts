import assert from 'node:assert/strict';
import { useTabServer } from './tab-server.ts';
import { read, waitForAnnouncement, withTab } from './with-tab.ts';

function says(text: string, ...sentences: string[]): void {
  for (const sentence of sentences) assert.ok(text.includes(sentence), `expected "${sentence}" in: ${text}`);
}

describe('tab: my history and my language', () => {
  const server = useTabServer();

  it('lists everyone I was paired with, and whether we met', async () => {
    await withTab(server, { hash: '#/history' }, async (tab) => {
      says(
        await read(tab, 'History'),
        'Miguel Ángel Fernández Round 9 · week of 14 December 2026 Not known yet',
        'Priya Raman and Tom Bright Round 8 · week of 9 November 2026 You met',
        'Tom Bright and a colleague Round 2 · before this app You did not meet',
      );
      await waitForAnnouncement(tab, '3 meetings are listed.');
    });

    server.api.set('/me/history', []);
    await withTab(server, { hash: '#/history' }, async (tab) => {
      await read(tab, 'Your story starts with the first coffee');
    });
  });

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
