import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { frameOf } from '../../support/tab/open-tab.ts';
import * as answers from '../answers.ts';
import { useTabServer } from '../tab-server.ts';
import { read, waitForAnnouncement, withTab } from '../with-tab.ts';
import { answerInPages, manyPeople, people, roundPath, roundView } from './desk-answers.ts';
import { actsOf, hashOf, rows, rowsOf, takeActs } from './rows.ts';

const table = 'Everyone in this round';

/** Scrolls the table. @param part 0: to its top, 1: to its end */
async function scroll(page: Page, part: number): Promise<void> {
  await frameOf(page).evaluate(`(() => {
    const box = document.querySelector('[role=group][aria-labelledby=people-title]');
    box.scrollTop = box.scrollHeight * ${part};
  })()`);
}

describe('tab: the people of a round, for coordinators', () => {
  const server = useTabServer();
  beforeEach(() => {
    server.api.set('/me', answers.coordinator);
    takeActs(server);
  });

  it('are filtered by links that say how many they show, and stand in the address', async () => {
    await withTab(server, { hash: roundView }, async (tab, page) => {
      const filters = tab.getByRole('list', { name: 'Show' }).getByRole('link');
      await filters.first().waitFor();
      assert.deepEqual(await filters.allInnerTexts(), [
        ...['Everyone 6', 'In this round 6', 'Paired 2', 'Invited 2', 'Accepted 1', 'Did not meet 2'],
        ...['No answer yet 1', 'Without a meeting 4', 'Not reached 2'],
      ]);
      await filters.filter({ hasText: 'Accepted' }).click();
      await waitForAnnouncement(tab, '1 of 6 people');
      assert.deepEqual(
        (await rows(tab, table)).map(([name]) => name),
        ['Ada Okafor Digital'],
      );
      assert.equal(await hashOf(page), `${roundView}?show=accepted`);
      await filters.and(tab.locator('[aria-current=true]')).and(tab.locator(':focus')).waitFor();
      await tab.getByRole('searchbox').fill('zoe');
      await tab.getByText('Nobody fits. Change the search or the filter.').waitFor();
      await frameOf(page).evaluate('history.back()');
      await waitForAnnouncement(tab, '1 of 6 people');
      assert.deepEqual(
        (await rows(tab, table)).map(([name]) => name),
        ['Zoë Lindqvist Digital'],
      );
    });
  });

  it('are opened by a figure, and read on from their heading', async () => {
    await withTab(server, { hash: roundView }, async (tab, page) => {
      await tab.getByRole('link', { name: '4 people without a meeting' }).press('Enter');
      await tab.getByRole('heading', { name: table }).and(tab.locator(':focus')).waitFor();
      assert.equal(await hashOf(page), `${roundView}?show=unplaced`);
    });
  });

  it('are sorted by the heads of their columns, which say so', async () => {
    await withTab(server, { hash: `${roundView}?sort=-told` }, async (tab, page) => {
      const first = async () => (await rows(tab, table))[0]?.[0];
      const message = tab.getByRole('columnheader', { name: 'Message' });
      await message.and(tab.locator('[aria-sort=descending]')).waitFor();
      assert.equal(await first(), 'Ada Okafor Digital');
      await message.getByRole('button').press('Enter');
      await message.and(tab.locator('[aria-sort=ascending]')).waitFor();
      assert.equal(await first(), 'Kwame Mensah Digital');
      assert.equal(await hashOf(page), `${roundView}?sort=told`);
      await message.getByRole('button').and(tab.locator(':focus')).waitFor();
      await tab.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
      await message.and(tab.locator('[aria-sort=none]')).waitFor();
      assert.equal(await hashOf(page), roundView);
    });
  });

  it('are paired by hand, two or three of those without a meeting', async () => {
    await withTab(server, { hash: `${roundView}?show=unplaced` }, async (tab) => {
      const pair = tab.getByRole('button', { name: 'Pair them' });
      await pair.press('Enter');
      for (const [name, said] of [
        ['Zoë Lindqvist', 'One person is chosen.'],
        ['Kwame Mensah', '2 people are chosen.'],
      ] as const) {
        await tab.getByRole('checkbox', { name: `Choose ${name}` }).check();
        await waitForAnnouncement(tab, said);
      }
      await pair.press('Enter');
      await waitForAnnouncement(tab, 'Kwame Mensah and Zoë Lindqvist are paired by hand.');
      const [kwame, zoe] = [people[5]?.id, people[4]?.id];
      assert.deepEqual(actsOf(server), [
        { kind: 'pair', scheme: 'unmentoring', round: '2026-12-14', people: [kwame, zoe] },
      ]);
      assert.ok(await tab.getByRole('checkbox', { name: 'Choose Zoë Lindqvist' }).isDisabled());
    });
  });

  it('are told again whom a message did not reach', async () => {
    await withTab(server, { hash: roundView }, async (tab) => {
      await tab.getByRole('button', { name: 'Tell again: Tom Bright' }).click();
      await waitForAnnouncement(tab, 'Tom Bright will be told again.');
      assert.deepEqual(actsOf(server), [
        { kind: 'tell-again', scheme: 'unmentoring', round: '2026-12-14', people: [people[3]?.id] },
      ]);
      assert.equal(
        await tab.getByRole('link', { name: 'Write to Tom Bright' }).getAttribute('href'),
        'https://teams.microsoft.com/l/chat/0/0?users=tom%40example.com',
      );
    });
  });

  it('are downloaded as CSV', async () => {
    server.api.set(`${roundPath}/people.csv`, new Response('Name\r\nAda\r\n'));
    await withTab(server, { hash: roundView }, async (tab, page) => {
      const file = page.waitForEvent('download');
      await tab.getByRole('button', { name: 'Download as CSV' }).click();
      assert.equal((await file).suggestedFilename(), 'round-2026-12-14.csv');
      server.api.set(`${roundPath}/people.csv`, 503);
      await tab.getByRole('button', { name: 'Download as CSV' }).click();
      await tab.getByText('It was not done. UnMentoring cannot be reached just now.').waitFor();
    });
  });

  it('are at most sixty rows in the page, of ten thousand that are counted', async () => {
    answerInPages(server, `${roundPath}/people`, manyPeople(10_000));
    await withTab(server, { hash: roundView }, async (tab, page) => {
      await tab.getByText('10,000 of 10,000 people').waitFor();
      assert.equal(server.calls.filter((call) => call.includes(`${roundPath}/people`)).length, 20);
      const found = rowsOf(tab, table);
      const grid = tab.getByRole('table', { name: table });
      assert.equal(await grid.getAttribute('aria-rowcount'), '10001');
      assert.ok((await found.count()) <= 60, `${await found.count()} rows`);
      assert.equal(await found.first().getAttribute('aria-rowindex'), '2');
      await scroll(page, 1);
      const last = grid.locator('tr[aria-rowindex="10001"]');
      await last.getByText('Person 09999').waitFor();
      assert.ok((await found.count()) <= 60, `${await found.count()} rows`);
      await tab.getByRole('searchbox').fill('09998');
      await waitForAnnouncement(tab, '1 of 10,000 people');
      assert.equal(await found.count(), 1);
    });
  });

  it('keep the focus in a row that is scrolled out of sight', async () => {
    answerInPages(server, `${roundPath}/people`, manyPeople(1000));
    await withTab(server, { hash: roundView }, async (tab, page) => {
      await tab.getByText('1,000 of 1,000 people').waitFor();
      const write = tab.getByRole('link', { name: 'Write to Person 00003' });
      await write.focus();
      await scroll(page, 0.5);
      await rowsOf(tab, table).filter({ hasText: 'Person 00500' }).waitFor();
      await write.and(tab.locator(':focus')).waitFor({ state: 'attached' });
    });
  });

  it('are shown as far as they could be read, and the rest is asked for again', async () => {
    const rest = people.slice(3);
    const page = (more: readonly unknown[], headers = {}) => Response.json(more, { headers });
    const link = `</api${roundPath}/people?cursor=3>; rel="next"`;
    const waiting: unknown[] = [page(people.slice(0, 3), { link }), 503, page(rest)];
    server.api.set(`${roundPath}/people`, () => waiting.shift());
    await withTab(server, { hash: roundView }, async (tab) => {
      await read(tab, 'Round 9');
      await tab.getByText('Not everybody could be read. UnMentoring cannot be reached just now.').waitFor();
      assert.equal((await rows(tab, table)).length, 3);
      await tab.getByRole('button', { name: 'Try again' }).click();
      await tab.getByText('6 of 6 people').waitFor();
    });
  });
});
