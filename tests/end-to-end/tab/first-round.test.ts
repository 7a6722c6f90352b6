// The first round of a coordinator who has nothing but the tab: from an empty product to a meeting that she moves.
import assert from 'node:assert/strict';
import type { FrameLocator, Page } from 'playwright-core';
import { mailOf, useProductTab, written } from '../../support/tab/product-tab.ts';
import { eventsOf } from '../client.ts';

const ada = 'Ada Lovelace';
const others = [
  'Ben Okafor',
  'Cleo Marsh',
  'Dev Patel',
  'Eva Lind',
  'Finn Roe',
  'Gia Rossi',
  'Hal Stone',
  'Ida Berg',
];
const hash = '#/rounds/unmentoring/2026-12-14';

describe('the first round of a coordinator, in the running product', function () {
  this.timeout(180_000);
  const product = useProductTab([ada, ...others], '2026-12-07T08:00:00Z', true);

  const onDesk = (at: string, use: (tab: FrameLocator, page: Page) => Promise<void>) =>
    product().tab(mailOf(ada), { hash: at, height: 1600 }, use);
  const press = (tab: FrameLocator, name: string | RegExp) =>
    tab.getByRole('button', { name }).first().click();
  const asked = (page: Page, act: () => Promise<void>) =>
    written(page, 'POST', 'schemes/unmentoring/acts', act);
  const read = async (tab: FrameLocator) => (await tab.locator('main').innerText()).replace(/\s+/g, ' ');
  const settle = async () => {
    await product().settle();
    await product().settle();
  };

  it('begins with a scheme in her own zone, which colleagues join', async () => {
    await onDesk('#/desk', async (tab, page) => {
      const zone = tab.getByRole('combobox', { name: 'Time zone' });
      await zone.press('ControlOrMeta+a');
      await zone.pressSequentially('berlin');
      await tab.getByRole('option', { name: 'Europe/Berlin' }).click();
      await tab.getByText(/^Central European/).waitFor();
      await tab.getByText(/They go out on Thu 10 Dec, 10:00/).waitFor();
      await written(page, 'POST', 'schemes', () => press(tab, 'Set it up'));
      await tab.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    });
    for (const name of others)
      await product().client.post(`/local/say?user=${mailOf(name)}`, { text: 'join' });
    await onDesk('#/desk', async (tab) => {
      assert.match(await read(tab), /8 /);
    });
  });

  it('tells her the evening before that it is ready, and shows her what a swap costs', async () => {
    const { client } = product();
    await client.moveClock('2026-12-09T15:00:00Z');
    await settle();
    await client.moveClock('2026-12-09T15:30:00Z');
    const messages = await client.inbox(mailOf(ada));
    assert.match(JSON.stringify(messages), /is ready to look at|is ready/);

    await onDesk(`${hash}/preview`, async (tab, page) => {
      assert.match(await read(tab), /4 pairs/);
      const [name] = await tab
        .getByRole('table', { name: 'Pairs' })
        .locator('[id^=person-] > :first-child')
        .allInnerTexts();
      await press(tab, new RegExp(`^Change .*${name}`));
      await tab.getByRole('menuitem', { name: `Swap ${name} with somebody` }).click();
      await written(page, 'PATCH', 'schemes/', () => press(tab, 'Swap with'));
      await tab.getByText(/^Changed by Ada Lovelace on .* have swapped places\.$/).waitFor();
      await asked(page, () => press(tab, 'Release it now'));
    });
    await settle();
    for (const name of others) assert.equal((await eventsOf(client, mailOf(name))).length, 1, name);
  });

  it('is followed in the tab, where she reminds two and moves two', async () => {
    const { client } = product();
    const before = new Map<string, string>();
    for (const name of others)
      before.set(name, (await eventsOf(client, mailOf(name)))[0]?.start.dateTime ?? '');
    await onDesk('#/desk', async (tab) => {
      assert.match(await read(tab), /8 .*invited|invited.*8/i);
    });
    await onDesk(hash, async (tab, page) => {
      const rows = tab.getByRole('table', { name: 'Meetings' }).locator('tbody tr[aria-rowindex]');
      await asked(page, () =>
        rows
          .nth(0)
          .getByRole('button', { name: /^Remind/ })
          .click(),
      );
      await rows.nth(1).getByRole('button', { name: /^Move/ }).click();
      const time = tab.getByRole('dialog').getByRole('listitem').getByRole('button').last();
      await asked(page, () => time.click());
    });
    await settle();
    const moved: string[] = [];
    for (const name of others) {
      const [event] = (await eventsOf(client, mailOf(name))).filter(({ isCancelled }) => !isCancelled);
      if (event?.start.dateTime !== before.get(name)) moved.push(name);
    }
    assert.equal(moved.length, 2);
  });
});
