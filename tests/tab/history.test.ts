import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { withWish } from '../../tab/history/wishes.ts';
import * as answers from './answers.ts';
import { useTabServer, type Write } from './tab-server.ts';
import { read, waitForAnnouncement, withTab } from './with-tab.ts';

describe('tab: my history', () => {
  const server = useTabServer();
  const open = { hash: '#/history' };

  it('lists everyone I was paired with, when, in which round, and whether we met', async () => {
    await withTab(server, open, async (tab) => {
      says(
        await read(tab, 'History'),
        'Week of 14 December 2026 · Round 9 Not known MF Miguel Ángel Fernández Meet again',
        'Week of 9 November 2026 · Round 8 You met PR Priya Raman Digital Meet again TB Tom Bright Meet again',
        'Before this app · Round 2 You did not meet TB Tom Bright Meet again a colleague',
        'It comes true only when you both have it. Until then nobody learns of it.',
      );
      await waitForAnnouncement(tab, '3 meetings are listed.');
      // Nobody can wish to meet somebody who is no longer here.
      assert.equal(await tab.getByRole('button', { name: 'Meet again' }).count(), 4);
    });
  });

  it('shows what I took away, and what they share', async () => {
    const [newest, ...older] = answers.history;
    const shared = [{ id: 'miguel', name: 'Miguel Ángel Fernández', takeaway: 'Bridges hum.' }];
    server.api.set('/me/history', [{ ...newest, takeaway: 'Salsa is maths.', shared }, ...older]);
    await withTab(server, open, async (tab) => {
      says(
        await read(tab, 'History'),
        'What you took away Salsa is maths. What Miguel Ángel Fernández took away Bridges hum.',
      );
    });
  });

  it('keeps a wish to meet somebody again, and takes it back with undo', async () => {
    const people = [{ id: 'other', name: 'Somebody Else' }];
    server.api.set('/me/again', { version: 'a1', people });
    server.api.set('PUT /me/again', ({ body }: Write) => {
      const wishes = (body as { people: string[] }).people;
      server.api.set('/me/again', {
        version: `a${wishes.length}`,
        people: wishes.map((id) => ({ id, name: '' })),
      });
      const isWished = wishes.includes(miguel?.id ?? '');
      server.api.set('/me/history', withWish(answers.history, miguel?.id ?? '', isWished));
      return server.api.get('/me/again');
    });
    const miguel = answers.history[0]?.partners[0];
    await withTab(server, open, async (tab) => {
      const wish = (isWished: boolean) =>
        tab.getByRole('button', { name: 'Meet again: Miguel Ángel Fernández', pressed: isWished });
      await wish(false).click();
      await tab.getByText('Nobody learns of it unless you both wish it.', { exact: false }).last().waitFor();
      await wish(true).waitFor();
      await tab.getByRole('button', { name: 'Undo' }).click();
      await waitForAnnouncement(tab, 'It is undone.');
      await wish(false).waitFor();
    });
    assert.deepEqual(
      server.writes.map(({ body, ifMatch }) => [ifMatch, body]),
      [
        ['"a1"', { people: ['other', miguel?.id] }],
        ['"a2"', { people: ['other'] }],
      ],
    );
  });

  it('shows that a wish could not be kept', async () => {
    server.api.set('/me/again', { version: 'a1', people: [] });
    server.api.set('PUT /me/again', 500);
    await withTab(server, open, async (tab) => {
      const wish = tab.getByRole('button', { name: 'Meet again: Miguel Ángel Fernández' });
      await wish.click();
      await tab.getByText('UnMentoring cannot be reached just now', { exact: false }).waitFor();
      await tab.getByRole('button', { name: 'Meet again: Miguel', pressed: false }).waitFor();
    });
  });

  const address = '/me/meetings/unmentoring/2026-12-14';
  const kept = answers.now.meeting;

  it('keeps a private note, and takes it back with undo', async () => {
    server.api.set(address, kept);
    server.api.set(`PATCH ${address}`, ({ body }: Write) => {
      const { note } = body as { note: { before: string; after: string } };
      server.api.set(address, { ...kept, version: note.after === '' ? 'm3' : 'm2', note });
      const [newest, ...older] = answers.history;
      server.api.set('/me/history', [{ ...newest, note }, ...older]);
      return server.api.get(address);
    });
    await withTab(server, open, async (tab) => {
      await tab.getByRole('button', { name: 'Add a note: Miguel Ángel Fernández' }).click();
      await tab.getByLabel('Your note').fill(' Ask about the bridge in Bogotá. ');
      says(await read(tab, 'History'), 'Only you can read it.');
      await tab.getByRole('button', { name: 'Save note' }).click();
      await tab.getByText('Ask about the bridge in Bogotá.').waitFor();
      const edit = tab.getByRole('button', { name: 'Edit note: Miguel Ángel Fernández' });
      await edit.and(tab.locator(':focus')).waitFor();
      await tab.getByRole('button', { name: 'Undo' }).click();
      await waitForAnnouncement(tab, 'It is undone.');
      await tab.getByText('Ask about the bridge in Bogotá.').waitFor({ state: 'detached' });
    });
    assert.deepEqual(
      server.writes.map(({ body, ifMatch }) => [ifMatch, body]),
      [
        ['"m1"', { note: { before: '', after: 'Ask about the bridge in Bogotá.' } }],
        ['"m2"', { note: { before: '', after: '' } }],
      ],
    );
  });

  it('shows a note as it was saved and taken back, also where the history cannot be read again', async () => {
    let note = { before: '', after: '' };
    server.api.set(address, () => ({ ...kept, note }));
    server.api.set(`PATCH ${address}`, ({ body }: Write) => {
      ({ note } = body as { note: typeof note });
      server.api.set('/me/history', 503);
      return { ...kept, note };
    });
    await withTab(server, open, async (tab) => {
      await tab.getByRole('button', { name: 'Add a note: Miguel Ángel Fernández' }).click();
      await tab.getByLabel('Your note').fill('Ask about the bridge.');
      await tab.getByRole('button', { name: 'Save note' }).click();
      await tab.getByRole('button', { name: 'Edit note: Miguel Ángel Fernández' }).click();
      assert.equal(await tab.getByLabel('Your note').inputValue(), 'Ask about the bridge.');
      await tab.getByRole('button', { name: 'Cancel' }).click();
      await tab.getByRole('button', { name: 'Undo' }).click();
      await tab.getByRole('button', { name: 'Add a note: Miguel Ángel Fernández' }).click();
      assert.equal(await tab.getByLabel('Your note').inputValue(), '');
    });
  });

  it('loses nothing when the note was changed in another window', async () => {
    server.api.set(address, kept);
    server.api.set(`PATCH ${address}`, ({ ifMatch, body }: Write) => {
      const version = ifMatch === '"m1"' ? 'm2' : 'm3';
      const note =
        version === 'm2' ? { before: '', after: 'From elsewhere' } : (body as { note: object }).note;
      server.api.set(address, { ...kept, version, note });
      return version === 'm2' ? 412 : server.api.get(address);
    });
    await withTab(server, open, async (tab) => {
      await tab.getByRole('button', { name: 'Add a note: Miguel Ángel Fernández' }).click();
      const note = tab.getByLabel('Your note');
      await note.fill('From here');
      await tab.getByRole('button', { name: 'Save note' }).click();
      await tab.getByText('this note was changed in another window', { exact: false }).waitFor();
      assert.equal(await note.inputValue(), 'From here');
      await tab.getByRole('button', { name: 'Save note' }).click();
      await note.waitFor({ state: 'detached' });
    });
    assert.deepEqual(
      server.writes.map(({ ifMatch }) => ifMatch),
      ['"m1"', '"m2"'],
    );
  });

  it('draws whom I met with a sentence that says how many, and shows the same as a table', async () => {
    await withTab(server, open, async (tab) => {
      const title = 'You have met 2 colleagues from one department';
      const picture = tab.getByRole('figure', { name: title });
      await picture
        .getByRole('img', { name: 'Digital: Priya Raman. Department not known: Tom Bright.' })
        .waitFor();
      await picture.getByRole('button', { name: 'Show as table' }).click();
      const table = picture.getByRole('table', { name: title });
      assert.deepEqual(await table.getByRole('columnheader').allInnerTexts(), [
        'Who',
        'Times met',
        'Last met',
      ]);
      assert.deepEqual(await table.getByRole('rowheader').allInnerTexts(), [
        ...['Digital', 'Priya Raman'],
        ...['Department not known', 'Tom Bright'],
      ]);
      await picture.getByRole('button', { name: 'Show as picture' }).click();
      await picture.getByRole('img').waitFor();
    });
  });

  it('shows earlier meetings when asked, goes on reading there, and says when they do not come', async () => {
    const [newest, middle, oldest] = answers.history;
    let isBroken = true;
    const next = '</api/me/history?cursor=older>; rel="next"';
    const prepare = async (page: Page): Promise<void> => {
      await page.route('**/api/me/history*', (route) => {
        if (!route.request().url().includes('cursor=older'))
          return route.fulfill({ json: [newest, middle], headers: { link: next } });
        return isBroken ? route.fulfill({ status: 503 }) : route.fulfill({ json: [oldest] });
      });
    };
    await withTab(server, { ...open, prepare }, async (tab) => {
      await tab.getByText('Earlier meetings are not counted here yet.', { exact: false }).waitFor();
      const more = tab.getByRole('button', { name: 'Show more' });
      await more.click();
      await tab.getByText('Earlier meetings could not be loaded.', { exact: false }).waitFor();
      isBroken = false;
      await more.click();
      await waitForAnnouncement(tab, '3 meetings are listed.');
      await tab.getByRole('heading', { name: 'Before this app' }).and(tab.locator(':focus')).waitFor();
      assert.equal(await more.count(), 0);
      assert.equal(await tab.getByText('Earlier meetings are not counted').count(), 0);
    });
  });

  it('says what will be here, and when, to whom nothing is listed yet', async () => {
    server.api.set('/me/history', []);
    const { now } = answers;
    const cases = [
      [now, 'Your first meeting appears here once its round is over.'],
      [{ ...now, state: 'waiting', pairing: null }, 'The next round is paired on Thursday 7 January.'],
      [{ ...now, state: 'never-joined', pairing: null }, 'because you do not take part'],
      [500, 'A meeting appears once its round is over.'],
    ] as const;
    for (const [answer, sentence] of cases) {
      server.api.set('/me/now', answer);
      await withTab(server, open, async (tab) => {
        await tab.getByText(sentence, { exact: false }).waitFor();
        await read(tab, 'Everyone you meet will be listed here');
        assert.equal(await tab.getByRole('link', { name: 'Go to Now' }).getAttribute('href'), '#/now');
      });
    }
  });
});

function says(text: string, ...sentences: string[]): void {
  for (const sentence of sentences) assert.ok(text.includes(sentence), `expected "${sentence}" in: ${text}`);
}
