import assert from 'node:assert/strict';
import type { FrameLocator, Page } from 'playwright-core';
import * as answers from './answers.ts';
import { rows } from './desk/rows.ts';
import { useTabServer } from './tab-server.ts';
import { read, waitForAnnouncement, withTab } from './with-tab.ts';

/** The screens that the navigation offers. */
async function links(tab: FrameLocator): Promise<string[]> {
  return tab.getByRole('navigation', { name: 'UnMentoring' }).getByRole('link').allInnerTexts();
}

describe('tab: the rounds, for coordinators', () => {
  const server = useTabServer();
  beforeEach(() => {
    server.api.set('/me', answers.coordinator);
  });

  it('is neither offered to others nor loaded by them', async () => {
    server.api.set('/me', answers.me);
    await withTab(server, {}, async (tab, page) => {
      await read(tab, 'You are meeting Miguel Ángel Fernández');
      assert.deepEqual(await links(tab), ['Now', 'History', 'Settings']);
      assert.equal(await loads(page, 'desk'), false);
    });
    server.api.set('/me', answers.coordinator);
    await withTab(server, { hash: '#/rounds' }, async (tab, page) => {
      await read(tab, 'Rounds');
      assert.equal(await loads(page, 'desk'), true);
    });
  });

  it('stays offered while Now is being read', async () => {
    const held = Promise.withResolvers<undefined>();
    const prepare = async (page: Page): Promise<void> => {
      await page.route('**/api/me/now', async (route) => {
        await held.promise;
        await route.continue();
      });
    };
    await withTab(server, { hash: '#/rounds', prepare }, async (tab) => {
      await read(tab, 'Rounds');
      await tab.getByRole('link', { name: 'Now', exact: true }).click();
      await tab.locator('[aria-busy=true]').waitFor();
      assert.deepEqual(await links(tab), ['Now', 'History', 'Settings', 'Desk']);
      held.resolve(undefined);
      await read(tab, 'You are meeting Miguel Ángel Fernández');
    });
  });

  it('says what became of the people of a closed round in the list of rounds', async () => {
    await withTab(server, { hash: '#/rounds' }, async (tab) => {
      const text = await read(tab, 'Rounds');
      assert.ok(text.includes('38 paired, 30 met, 6 did not, 2 not known'), text);
    });
  });

  it('says when the first round comes', async () => {
    server.api.set('/schemes/unmentoring/rounds', []);
    await withTab(server, { hash: '#/rounds' }, async (tab) => {
      assert.match(await read(tab, 'No round yet'), /The first one is paired on Thu 7 Jan, 10:00\./);
      await tab.getByRole('link', { name: 'Settings of UnMentoring' }).click();
      await read(tab, 'Settings');
    });
  });

  it('can be used with the keyboard alone: navigation, a round, its filter, and back', async () => {
    await withTab(server, {}, async (tab, page) => {
      await read(tab, 'You are meeting Miguel Ángel Fernández');
      await page.getByLabel('Refuse the sign-in').focus();
      for (const name of ['Now', 'History', 'Settings', 'Desk']) await press(page, tab, 'Tab', 'link', name);
      await page.keyboard.press('Enter');
      await focused(tab, 'heading', 'Today');
      for (const name of ['Settings', 'Rounds']) await press(page, tab, 'Shift+Tab', 'link', name);
      await page.keyboard.press('Enter');
      await focused(tab, 'heading', 'Rounds');
      await press(page, tab, 'Tab', 'link', 'Settings of UnMentoring');
      await press(page, tab, 'Tab', 'link', 'Round 9');
      await page.keyboard.press('Enter');
      await read(tab, 'Round 9');
      await waitForAnnouncement(tab, 'Round 9, Under way');
      await focused(tab, 'heading', 'Round 9');
      for (let presses = 0; presses < 20; presses += 1) {
        await page.keyboard.press('Tab');
        if ((await tab.getByRole('searchbox').and(tab.locator(':focus')).count()) === 1) break;
      }
      await page.keyboard.type('zoe');
      await waitForAnnouncement(tab, '1 of 6 people');
      assert.deepEqual(
        (await rows(tab, 'Everyone in this round')).map(([name]) => name),
        ['Zoë Lindqvist Digital'],
      );
      await page.keyboard.press('Control+A');
      await page.keyboard.press('Delete');
      await tab.getByRole('link', { name: 'Not reached 2' }).press('Enter');
      await waitForAnnouncement(tab, '2 of 6 people');
      assert.deepEqual(
        (await rows(tab, 'Everyone in this round')).map(([name]) => name),
        ['Kwame Mensah Digital', 'Tom Bright Digital'],
      );
      await tab.getByRole('link', { name: 'All rounds' }).press('Enter');
      await read(tab, 'Rounds');
    });
  });
});

type Role = 'link' | 'heading';

async function press(page: Page, tab: FrameLocator, key: string, role: Role, name: string): Promise<void> {
  await page.keyboard.press(key);
  await focused(tab, role, name);
}

async function focused(tab: FrameLocator, role: Role, name: string): Promise<void> {
  await tab.getByRole(role, { name, exact: true }).and(tab.locator(':focus')).waitFor();
}

/** Whether the tab has fetched a script whose name begins with this text. */
async function loads(page: Page, script: string): Promise<boolean> {
  const frame = page.frames()[1];
  assert.ok(frame);
  const urls = await frame.evaluate<string[]>(
    `performance.getEntriesByType('resource').map((entry) => entry.name)`,
  );
  assert.ok(urls.length > 0);
  return urls.some((url) => url.includes(`/tab/assets/${script}`));
}
