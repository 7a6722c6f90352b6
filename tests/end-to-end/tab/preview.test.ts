// A coordinator looks at a round before it goes out, changes it and releases it: followed to calendars and chats.
import assert from 'node:assert/strict';
import type { FrameLocator, Page } from 'playwright-core';
import type { RoundDetail } from '../../../core/api/rounds.ts';
import type { StoredSettings } from '../../../core/schemes/settings-schemas.ts';
import { mailOf, useProductTab, written } from '../../support/tab/product-tab.ts';
import { eventsOf } from '../client.ts';

const ada = 'Ada Lovelace';
const others = [
  ...['Ben Okafor', 'Cleo Marsh', 'Dev Patel', 'Eva Lind', 'Finn Roe', 'Gia Rossi'],
  ...['Hal Stone', 'Ida Berg', 'Jon Park', 'Kim Vale', 'Lea Wolf'],
];
const atDraft = '2026-12-09T16:00:00Z';
const round = '/api/schemes/unmentoring/rounds/2026-12-14';
const hash = '#/rounds/unmentoring/2026-12-14/preview';

describe('a round before it goes out, in the running product', function () {
  this.timeout(180_000);
  const product = useProductTab([ada, ...others], '2026-12-08T09:00:00Z');
  const coordinator = mailOf(ada);

  before(async () => {
    const { client, url, settle } = product();
    for (const name of others) await client.post(`/local/say?user=${mailOf(name)}`, { text: 'join' });
    const settings = '/api/schemes/unmentoring/settings';
    const { version } = await client.get<StoredSettings>(settings, coordinator);
    const token = await fetch(`${url}/local/token?user=${coordinator}`).then((answer) => answer.text());
    const headers = { authorization: `Bearer ${token}`, 'if-match': `"${version}"` };
    const body = JSON.stringify({ settings: { preview: 'timed' } });
    const changed = await fetch(url + settings, {
      method: 'PUT',
      headers: { ...headers, 'content-type': 'application/json' },
      body,
    });
    assert.equal(changed.status, 200, await changed.text());
    await settle();
    await client.moveClock(atDraft);
    await settle();
  });

  /** The names in each row of the pairs, in the order of the alphabet. */
  async function pairsIn(tab: FrameLocator): Promise<string[][]> {
    const found = await tab.getByRole('table', { name: 'Pairs' }).locator('tbody tr').all();
    const named = await Promise.all(
      found.map((row) => row.locator('[id^=person-] > :first-child').allInnerTexts()),
    );
    return inOrder(named);
  }

  const press = (tab: FrameLocator, name: string | RegExp) => tab.getByRole('button', { name }).click();

  it('goes out as she left it', async () => {
    const { client, settle, tab: open } = product();
    const left: string[][] = [];
    await open(coordinator, { hash }, async (tab, page: Page) => {
      const before = await pairsIn(tab);
      assert.equal(before.flat().length, others.length);
      const [[one] = []] = before;
      assert.ok(one !== undefined);
      await press(tab, new RegExp(`^Change .*${one}`));
      await tab.getByRole('menuitem', { name: `Swap ${one} with somebody` }).click();
      await written(page, 'PATCH', 'schemes/', () =>
        tab.getByRole('button', { name: 'Swap with' }).first().click(),
      );
      await tab.getByText(/^Changed by Ada Lovelace on .* have swapped places\.$/).waitFor();
      const swapped = await pairsIn(tab);
      assert.notDeepEqual(swapped, before);
      assert.equal(await tab.locator('main button[aria-pressed=true]').count(), 2);
      left.push(...swapped);
      await written(page, 'POST', 'schemes/', () => press(tab, 'Release it now'));
    });
    await settle();
    await settle();
    const { pairings } = await client.get<RoundDetail>(round, coordinator);
    assert.deepEqual(inOrder(pairings.map(({ members }) => members.map(({ name }) => name))), left);
    for (const name of left.flat()) {
      assert.equal((await eventsOf(client, mailOf(name))).length, 1, name);
    }
    await open(coordinator, { hash }, async (tab) => {
      await tab.getByText('It is released. Nothing can be changed here any more.').waitFor();
    });
  });
});

function inOrder(pairs: readonly string[][]): string[][] {
  return pairs.map((names) => names.toSorted()).sort((a, b) => a.join().localeCompare(b.join()));
}
