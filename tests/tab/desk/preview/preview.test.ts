import assert from 'node:assert/strict';
import type { FrameLocator, Page } from 'playwright-core';
import type { DraftView } from '../../../../core/api/draft.ts';
import { cutOff, faults } from '../../../support/tab/looks.ts';
import * as answers from '../../answers.ts';
import { useTabServer, type Write } from '../../tab-server.ts';
import { read, waitForAnnouncement, withTab } from '../../with-tab.ts';
import {
  ada,
  draft,
  ines,
  kwame,
  lin,
  miguel,
  omar,
  priya,
  priyaAndTom,
  sara,
  swapped,
  todayWith,
  tom,
  zoe,
} from './drafts.ts';

const path = '/schemes/unmentoring/rounds/2026-12-14/draft';
const hash = '#/rounds/unmentoring/2026-12-14/preview';
const heading = 'Round 9 before it goes out';
const view = { hash, now: '2026-12-09T16:30:00Z' };

/** A refusal with the reason that the product gives. */
const refused = (reason: string) =>
  Response.json(
    { code: 'refused', reason },
    { status: 409, headers: { 'content-type': 'application/json' } },
  );

describe('tab: a round before it goes out', () => {
  const server = useTabServer();
  beforeEach(() => {
    server.api.set('/me', { ...answers.coordinator, coordinates: ['unmentoring'] });
    server.api.set(path, draft);
  });

  /** The texts of a table's cells, row by row. */
  async function rows(tab: FrameLocator, table: string): Promise<string[][]> {
    const found = await tab.getByRole('table', { name: table }).locator('tbody tr').all();
    return Promise.all(
      found.map(async (row) =>
        (await row.locator('td').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim()),
      ),
    );
  }

  const button = (tab: FrameLocator, name: string) => tab.getByRole('button', { name, exact: true });

  async function choose(tab: FrameLocator, names: string, item: string): Promise<void> {
    await button(tab, `Change ${names}`).click();
    await tab.getByRole('menuitem', { name: item, exact: true }).click();
  }

  /** The product answers every change with the draft that is made of the one before. */
  function answer(...changed: DraftView[]): void {
    const left = [...changed];
    server.api.set(`PATCH ${path}`, () => {
      const next = left.shift() ?? 404;
      if (typeof next !== 'number') server.api.set(path, next);
      return next;
    });
  }
  const asked = (): Pick<Write, 'body' | 'ifMatch'>[] =>
    server.writes.map(({ body, ifMatch }) => ({ body, ifMatch }));

  it('says what goes out and when, how good it is, and why each pair meets', async () => {
    await withTab(server, view, async (tab) => {
      const text = await read(tab, heading);
      for (const sentence of [
        'UnMentoring · Meeting week of 14 December 2026',
        '2 pairs, one group of three, 2 people without a meeting',
        'It goes out by itself on Thu 10 Dec, 10:00 (London). You can release it earlier.',
        'Made on Wed 9 Dec, 16:00.',
        'No better plan exists.',
      ])
        assert.ok(text.includes(sentence), `expected "${sentence}" in: ${text}`);
      assert.deepEqual(await rows(tab, 'Pairs'), [
        [
          'Priya Raman Digital Tom Bright Planning',
          'Tue 15 Dec, 14:00',
          'They meet again after 5 months. Nobody else had time for them.',
          'Lock Change',
        ],
        [
          'Zoë Lindqvist Digital Kwame Mensah Bridges Lin Chen Planning',
          'Wed 16 Dec, 09:00 45 minutes, as they all wish.',
          'Three of them, so that nobody is left over. They have not met, and share no manager, department or office.',
          'Lock Change',
        ],
        [
          'Ada Okafor Design Miguel Ángel Fernández Bridges',
          'Tue 15 Dec, 14:00',
          'Nobody of Bridges and Design has met yet.',
          'Lock Change',
        ],
      ]);
      assert.deepEqual(await rows(tab, 'Without a meeting'), [
        ['Sara Holm Design', 'Away the whole meeting week.', 'Swap Leave out'],
        ['Omar Haddad Legal', 'No hour suits them and anybody they may meet.', 'Swap Leave out'],
      ]);
      assert.deepEqual(await rows(tab, 'Not in this round'), [
        ['Inês Duarte Legal', 'Said no to this round.', 'Put in'],
        ['Noor Visser Digital', 'Has not said yes.', 'Put in'],
      ]);
    });
  });

  it('swaps two with the keyboard alone, says the price, and takes it back', async () => {
    answer(swapped, { ...draft, version: '3', by: ada, change: { kind: 'back', to: 1 } });
    await withTab(server, view, async (tab, page) => {
      await read(tab, heading);
      await button(tab, 'Change Ada Okafor and Miguel Ángel Fernández').focus();
      await page.keyboard.press('Enter');
      await focused(tab, 'menuitem', 'Swap Ada Okafor with somebody');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await focused(tab, 'searchbox', 'Who takes the place of Miguel Ángel Fernández?');
      await waitForAnnouncement(tab, 'Who takes the place of Miguel Ángel Fernández?');
      await page.keyboard.type('zoe');
      await waitForAnnouncement(tab, 'One pair found.');
      await press(page, tab, 'Cancel');
      // The table, which scrolls.
      await page.keyboard.press('Tab');
      await press(page, tab, 'Swap with Zoë Lindqvist');
      await page.keyboard.press('Enter');
      const price =
        'Miguel Ángel Fernández and Zoë Lindqvist have swapped places. More people meet somebody of their own team, department or office. One pair fewer brings departments together that have not met yet.';
      await waitForAnnouncement(tab, price);
      await tab.getByText(price, { exact: true }).waitFor();
      assert.deepEqual(asked(), [{ body: { kind: 'swap', one: miguel.id, other: zoe.id }, ifMatch: '"1"' }]);
      const text = await read(tab, heading);
      for (const sentence of [
        'Changed by Ada Okafor on Wed 9 Dec, 16:20: Miguel Ángel Fernández and Zoë Lindqvist have swapped places.',
        'A better plan exists without these changes. Compared to it:',
      ])
        assert.ok(text.includes(sentence), `expected "${sentence}" in: ${text}`);
      // Where they were is gone: they go on from whom it was about.
      await tab.locator(`[id="person-${miguel.id}"]:focus`).waitFor();
      await page.keyboard.press('Control+z');
      await waitForAnnouncement(tab, 'It is undone. No better plan exists.');
      assert.deepEqual(asked().slice(1), [{ body: { kind: 'back', to: 1 }, ifMatch: '"2"' }]);
      assert.equal(await button(tab, 'Undo').count(), 1, 'the bar offers it no more');
    });
  });

  it('leaves it as it was when nobody is chosen to swap with', async () => {
    await withTab(server, view, async (tab, page) => {
      await read(tab, heading);
      await button(tab, 'Swap Omar Haddad with somebody').click();
      await focused(tab, 'searchbox', 'Who takes the place of Omar Haddad?');
      assert.deepEqual(
        await tab.getByRole('button', { name: 'Swap with' }).allInnerTexts(),
        [priya, tom, zoe, kwame, lin, ada, miguel].map(({ name }) => `Swap with ${name}`),
      );
      await page.keyboard.press('Escape');
      await tab.locator(`[id="person-${omar.id}"]:focus`).waitFor();
      assert.equal(await tab.getByRole('button', { name: 'Swap with' }).count(), 0);
      assert.deepEqual(server.writes, []);
    });
  });

  it('takes back several changes one by one, also when the bar is gone', async () => {
    const locked = { ...draft, pairings: [{ ...priyaAndTom, locked: true }, ...draft.pairings.slice(0, 2)] };
    answer(
      { ...locked, version: '2' },
      { ...locked, version: '3', news: { joined: 0, left: 0 } },
      { ...locked, version: '4' },
      { ...draft, version: '5' },
    );
    await withTab(server, view, async (tab) => {
      await read(tab, heading);
      const undo = tab.getByRole('main').getByRole('button', { name: 'Undo', exact: true });
      assert.equal(await undo.getAttribute('aria-disabled'), 'true');
      const lock = button(tab, 'Lock Priya Raman and Tom Bright');
      await lock.click();
      await waitForAnnouncement(tab, 'Priya Raman and Tom Bright stay together. No better plan exists.');
      assert.equal(await lock.getAttribute('aria-pressed'), 'true');
      assert.equal(await button(tab, 'Change Priya Raman and Tom Bright').count(), 0);
      await button(tab, 'Shuffle').click();
      await waitForAnnouncement(tab, 'It stays as it was: I found no other plan that is as good.');
      // Only the last change is offered: one before it cannot be taken back alone.
      assert.equal(await tab.locator('section button[aria-keyshortcuts]').count(), 1);
      await undo.click();
      await waitForAnnouncement(tab, 'It is undone.');
      await undo.click();
      await tab.locator('main button[aria-pressed=true]').waitFor({ state: 'detached' });
      assert.deepEqual(asked(), [
        { body: { kind: 'lock', members: [priya.id, tom.id] }, ifMatch: '"1"' },
        { body: { kind: 're-roll' }, ifMatch: '"2"' },
        { body: { kind: 'back', to: 2 }, ifMatch: '"3"' },
        { body: { kind: 'back', to: 1 }, ifMatch: '"4"' },
      ]);
      await tab.locator('main button[aria-disabled=true]').filter({ hasText: 'Undo' }).waitFor();
    });
  });

  it('forbids, allows, leaves out, puts in, and looks for the best again', async () => {
    const forbidden = {
      ...draft,
      version: '2',
      forbidden: [[priya, tom]] as DraftView['forbidden'],
      unplaced: [{ ...sara, reason: 'left-out' as const }],
    };
    answer(
      forbidden,
      ...['3', '4'].map((version) => ({ ...forbidden, version })),
      ...['5', '6', '7'].map((version) => ({ ...draft, version })),
    );
    await withTab(server, view, async (tab) => {
      await read(tab, heading);
      await choose(tab, 'Priya Raman and Tom Bright', 'Do not pair Priya Raman and Tom Bright this time');
      await waitForAnnouncement(tab, 'Priya Raman and Tom Bright are not paired this time.');
      await choose(tab, 'Ada Okafor and Miguel Ángel Fernández', 'Leave out Ada Okafor');
      await waitForAnnouncement(tab, 'Ada Okafor is left out of this round.');
      const [[who, , acts] = []] = await rows(tab, 'Without a meeting');
      assert.deepEqual([who, acts], ['Sara Holm Design', 'Put in']);
      await button(tab, 'Put in Sara Holm').click();
      await waitForAnnouncement(tab, 'Sara Holm is put into this round.');
      await button(tab, 'Allow again for Priya Raman and Tom Bright').click();
      await waitForAnnouncement(tab, 'Priya Raman and Tom Bright may be paired again.');
      await button(tab, 'Put in Inês Duarte').click();
      await waitForAnnouncement(tab, 'Inês Duarte is put into this round.');
      await button(tab, 'Best again').click();
      await waitForAnnouncement(tab, 'It stays as it was');
      assert.deepEqual(
        asked().map(({ body }) => body),
        [
          { kind: 'forbid', pair: [priya.id, tom.id] },
          { kind: 'leave-out', person: ada.id },
          { kind: 'put-in', person: sara.id },
          { kind: 'allow', pair: [priya.id, tom.id] },
          { kind: 'put-in', person: ines.id },
          { kind: 'best-again' },
        ],
      );
    });
  });

  it('shows all that can be changed of a pair on a small phone', async () => {
    await withTab(server, { ...view, width: 320, height: 640, bare: true }, async (tab, page) => {
      await read(tab, heading);
      await button(tab, 'Change Zoë Lindqvist, Kwame Mensah and Lin Chen').click();
      const items = tab.getByRole('menuitem');
      await items.first().waitFor();
      assert.deepEqual(await items.allInnerTexts(), [
        ...[zoe, kwame, lin].map(({ name }) => `Swap ${name} with somebody`),
        'Do not pair Zoë Lindqvist and Kwame Mensah this time',
        'Do not pair Zoë Lindqvist and Lin Chen this time',
        'Do not pair Kwame Mensah and Lin Chen this time',
        ...[zoe, kwame, lin].map(({ name }) => `Leave out ${name}`),
      ]);
      assert.deepEqual(await cutOff(page), []);
      assert.deepEqual(await faults(page), []);
      answer({ ...draft, version: '2' });
      await items.last().click();
      await waitForAnnouncement(tab, 'Lin Chen is left out of this round.');
      assert.deepEqual(
        asked().map(({ body }) => body),
        [{ kind: 'leave-out', person: lin.id }],
      );
    });
  });

  it('says why the product refuses a change', async () => {
    await withTab(server, view, async (tab) => {
      await read(tab, heading);
      for (const [reason, sentence] of [
        ['no-common-slot', 'It was not changed: they have no time in common.'],
        ['locked', 'It was not changed: a locked pair would have to change. Unlock it first.'],
        ['newer-than-this-page', 'It was not changed: it is not possible any more.'],
      ] as const) {
        server.api.set(`PATCH ${path}`, () => refused(reason));
        await choose(tab, 'Ada Okafor and Miguel Ángel Fernández', 'Leave out Ada Okafor');
        await tab.getByRole('alert').filter({ hasText: sentence }).waitFor();
      }
    });
  });

  it('shows what another coordinator changed meanwhile, and whose it is', async () => {
    server.api.set('/me', { ...answers.coordinator, id: 'me', coordinates: ['unmentoring'] });
    server.api.set(`PATCH ${path}`, () => {
      server.api.set(path, swapped);
      return 412;
    });
    await withTab(server, view, async (tab) => {
      await read(tab, heading);
      await button(tab, 'Lock Priya Raman and Tom Bright').click();
      await tab
        .getByRole('alert')
        .filter({
          hasText:
            'Ada Okafor changed this round meanwhile: Miguel Ángel Fernández and Zoë Lindqvist have swapped places. Your change was not made.',
        })
        .waitFor();
      await button(tab, 'Lock Ada Okafor and Zoë Lindqvist').waitFor();
      assert.equal(await tab.locator('main button[aria-pressed=true]').count(), 2);
    });
  });

  it('says what changed since it was made', async () => {
    server.api.set(path, { ...draft, news: { joined: 2, left: 1 }, waits: true });
    await withTab(server, view, async (tab) => {
      const text = await read(tab, heading);
      for (const sentence of [
        'Since it was made 2 people joined, and one person left. “Best again” works that in.',
        'It waits until you release it. At the latest it goes out when the meeting week begins: Thu 10 Dec, 10:00 (London).',
      ])
        assert.ok(text.includes(sentence), `expected "${sentence}" in: ${text}`);
    });
  });

  it('is released by an act that can be taken back, and changes no more meanwhile', async () => {
    const act = { kind: 'release', scheme: 'unmentoring', round: '2026-12-14', draft: 1 };
    server.api.set('POST /schemes/unmentoring/acts', (write?: Write) => ({
      ...{ id: write?.key, act, dueAt: '2026-12-09T16:30:10Z', state: 'waiting', reason: null },
    }));
    await withTab(server, { hash }, async (tab) => {
      await read(tab, heading);
      await button(tab, 'Release it now').click();
      await waitForAnnouncement(tab, 'The round goes out to everybody. You can undo it for 10 seconds');
      assert.deepEqual(
        server.writes.map(({ call, body }) => ({ call, body })),
        [{ call: 'POST /schemes/unmentoring/acts', body: act }],
      );
      assert.equal(await button(tab, 'Best again').count(), 0);
      assert.equal(await tab.getByRole('button', { name: 'Lock' }).count(), 0);
      const key = server.writes[0]?.key ?? '';
      server.api.set(`DELETE /me/acts/${key}`, {});
      await button(tab, 'Undo').click();
      await button(tab, 'Release it now').waitFor();
    });
  });

  it('says when it will be there, or why it is not, and leads on', async () => {
    server.api.set(path, 404);
    const today = (round: string, draftAt: string | null) => {
      server.api.set('/schemes/unmentoring/today', todayWith({ round, draftAt }));
    };
    const shows = async (title: string, text: string, link: string | null) => {
      await withTab(server, view, async (tab) => {
        const found = await read(tab, title);
        assert.ok(found.includes(text), found);
        const links = await tab.getByRole('main').locator('a:not(nav *)').allInnerTexts();
        assert.deepEqual(links, link === null ? [] : [link]);
      });
    };
    today('2026-12-14', '2026-12-09T16:00:00Z');
    await shows('No preview yet', 'It will be here on Wed 9 Dec, 16:00 (London)', null);
    today('2026-12-14', null);
    await shows('No preview', 'Rounds of UnMentoring go out without a preview.', 'Settings of UnMentoring');
    today('2027-01-11', null);
    await shows('No preview any more', 'This round is not the next one.', 'Follow the round');
  });

  it('says that it is released, and leads to the round', async () => {
    server.api.set(path, { ...draft, state: 'released' });
    await withTab(server, view, async (tab) => {
      assert.match(await read(tab, heading), /It is released\. Nothing can be changed here any more\./);
      const acts = /Release|Best|Shuffle|Undo|Lock|Change|Swap|Leave|Put/;
      assert.equal(await tab.getByRole('button', { name: acts }).count(), 0);
      await tab.getByRole('link', { name: 'Follow the round' }).click();
      await read(tab, 'Round 9');
    });
  });
});

async function press(page: Page, tab: FrameLocator, name: string): Promise<void> {
  await page.keyboard.press('Tab');
  await focused(tab, 'button', name);
}

async function focused(
  tab: FrameLocator,
  role: 'button' | 'menuitem' | 'searchbox',
  name: string,
): Promise<void> {
  await tab.getByRole(role, { name, exact: true }).and(tab.locator(':focus')).waitFor();
}
