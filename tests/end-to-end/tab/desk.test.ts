// What a coordinator does to a round at the desk, followed to calendars and chats.
import assert from 'node:assert/strict';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { mailOf, useProductTab, written } from '../../support/tab/product-tab.ts';
import { eventsOf } from '../client.ts';

const ada = 'Ada Lovelace';
const names = [
  ...[ada, 'Mia Frost', 'Ben Okafor', 'Cleo Marsh', 'Dev Patel'],
  ...['Eva Lind', 'Finn Roe', 'Gia Rossi'],
];
const round = '#/rounds/unmentoring/2026-12-14';
const word = 'The building is closed that day.';

/** What somebody has: when the product's events are, and what the bot wrote. */
interface Seen {
  readonly starts: readonly string[];
  readonly messages: readonly string[];
}

describe('a round at the desk, in the running product', function () {
  this.timeout(180_000);
  const product = useProductTab(names, '2026-12-10T09:00:00Z');
  /** The members of the meetings, in the order of their times. */
  const pairs: string[][] = [];
  const [moved, calledOff, reminded, undone] = [0, 1, 2, 3];
  const seen = new Map<string, { readonly before: Seen; readonly after: Seen }>();
  const chosen = { time: '' };
  const texts = { before: '', after: '' };

  const seenBy = async (name: string): Promise<Seen> => {
    const { client } = product();
    const events = (await eventsOf(client, mailOf(name))).filter(({ isCancelled }) => !isCancelled);
    const messages = await client.inbox(mailOf(name));
    return {
      starts: events.map(({ start }) => start.dateTime.slice(0, 16)),
      messages: messages.map(({ activity }) => JSON.stringify(activity)),
    };
  };
  const onDesk = (hash: string, use: (tab: FrameLocator, page: Page) => Promise<void>) =>
    product().tab(mailOf(ada), { hash, height: 1600 }, use);
  const meeting = (tab: FrameLocator, nth: number | undefined): Locator =>
    tab
      .getByRole('table', { name: 'Meetings' })
      .locator('tbody tr[aria-rowindex]')
      .nth(nth ?? 0);
  const press = (tab: FrameLocator, nth: number | undefined, name: RegExp) =>
    meeting(tab, nth).getByRole('button', { name }).click();
  const asked = (page: Page, act: () => Promise<void>) =>
    written(page, 'POST', 'schemes/unmentoring/acts', act);
  const of = (nth: number | undefined) =>
    (pairs[nth ?? 0] ?? []).map((name) => {
      const found = seen.get(name);
      assert.ok(found, name);
      return found;
    });

  before(async function () {
    this.timeout(180_000);
    const { client, settle } = product();
    for (const name of names) await client.enrol(mailOf(name));
    await client.moveClock('2026-12-10T10:00:00Z');
    await settle();
    const before = new Map(await Promise.all(names.map(async (name) => [name, await seenBy(name)] as const)));
    await onDesk(round, async (tab, page) => {
      await meeting(tab, 3).waitFor();
      texts.before = await tab.locator('main').innerText();
      for (let nth = 0; nth < 4; nth += 1)
        pairs.push(await meeting(tab, nth).locator('td').nth(1).locator('.fui-Text').allInnerTexts());
      await press(tab, moved, /^Move/);
      const time = tab.getByRole('dialog').getByRole('listitem').getByRole('button').last();
      chosen.time = await time.innerText();
      await asked(page, () => time.click());
      await press(tab, calledOff, /^Call off/);
      await tab.getByLabel('A word to them').fill(word);
      await asked(page, () => tab.getByRole('button', { name: 'Call it off' }).click());
      await asked(page, () => press(tab, reminded, /^Remind/));
      await asked(page, () => press(tab, undone, /^Remind/));
      // It comes a little later than the answer; those before it can be undone too.
      const offer = tab.locator('section > div').filter({ hasText: (pairs[3] ?? []).join(' and ') });
      await written(page, 'DELETE', 'me/acts/', () => offer.getByRole('button', { name: 'Undo' }).click());
    });
    await settle();
    await settle();
    for (const [name, earlier] of before) seen.set(name, { before: earlier, after: await seenBy(name) });
    await onDesk(`${round}?show=unplaced`, async (tab, page) => {
      await tab.getByRole('checkbox').nth(1).waitFor();
      for (const box of await tab.getByRole('checkbox').all()) await box.check();
      await asked(page, () => tab.getByRole('button', { name: 'Pair them' }).click());
    });
    await settle();
    await settle();
    await onDesk(round, async (tab) => {
      await meeting(tab, 3).waitFor();
      texts.after = await tab.locator('main').innerText();
    });
  });

  it('shows meetings by time, with what can be done', () => {
    assert.match(texts.before, /4\s+of 4 meetings are booked/);
    assert.equal(new Set(pairs.flat()).size, 8);
  });

  it('moves a meeting in the calendars of its members, and tells them', () => {
    for (const { before, after } of of(moved)) {
      assert.equal(after.starts.length, 1);
      assert.ok(
        chosen.time.endsWith(after.starts[0]?.slice(11) ?? '-'),
        `${chosen.time} ${after.starts.join()}`,
      );
      assert.notDeepEqual(after.starts, before.starts);
      assert.notDeepEqual(after.messages, before.messages);
    }
  });

  it('calls a meeting off with a word', () => {
    for (const { before, after } of of(calledOff)) {
      assert.equal(before.starts.length, 1);
      assert.deepEqual(after.starts, []);
      assert.ok(after.messages.join().includes(word));
    }
  });

  it('reminds those who have not answered, and nobody when it is undone', () => {
    for (const { before, after } of of(reminded))
      assert.equal(after.messages.length, before.messages.length + 1);
    for (const { before, after } of of(undone)) assert.deepEqual(after, before);
  });

  it('pairs by hand those who have no meeting', async () => {
    for (const name of pairs[1] ?? []) assert.equal((await seenBy(name)).starts.length, 1, name);
    assert.match(texts.after, /4\s+of 4 meetings are booked/);
  });
});
