// One person's part in three months: with the tab alone, and with the chat alone.
import assert from 'node:assert/strict';
import type { FrameLocator, Page } from 'playwright-core';
import * as z from 'zod';
import { mailOf, type ProductTab, written } from './product-tab.ts';

/** What somebody does. Each is done in the product when it is answered. */
export interface Hands {
  readonly joins: (drink: string) => Promise<void>;
  /** Says that they will be at their next meeting. */
  readonly comes: () => Promise<void>;
  /** Says that they met, that it was lovely, and what they take away from it. */
  readonly met: (takeaway: string) => Promise<void>;
  readonly skipsNext: () => Promise<void>;
  /** Moves the meeting to the first of the other times. */
  readonly moves: () => Promise<void>;
  /** @param until ISO date of the first day back */
  readonly pauses: (until: string) => Promise<void>;
  readonly comesBack: () => Promise<void>;
  readonly leaves: () => Promise<void>;
}

/** What the chat has no words for: private notes, and the wish to meet somebody again. */
export interface TabHands extends Hands {
  readonly notes: (text: string) => Promise<void>;
  readonly wishesAgain: () => Promise<void>;
}

/** Everything by clicks in the tab. Nothing is ever said in the chat. */
export function tabHands({ tab: open, settle }: ProductTab, name: string): TabHands {
  const on = async (hash: string, use: (tab: FrameLocator, page: Page) => Promise<void>) => {
    await open(mailOf(name), { hash }, use);
    await settle();
  };
  const press = (tab: FrameLocator, button: string | RegExp) =>
    tab.getByRole('button', { name: button, exact: true }).click();
  const ask = (tab: FrameLocator, page: Page, button: string | RegExp) =>
    written(page, 'POST', 'me/acts', () => press(tab, button));
  const change = (page: Page, act: () => Promise<void>) => written(page, 'PATCH', 'me/meetings/', act);

  return {
    joins: async (drink) => {
      await on('', async (tab, page) => {
        await press(tab, 'Join');
        for (const rule of await tab.getByRole('checkbox').all()) await rule.check();
        await ask(tab, page, 'Sign me up');
      });
      await on('#/me', async (tab, page) => {
        await tab.getByLabel('Favourite drink').fill(drink);
        await written(page, 'PUT', 'me/settings/', () => press(tab, 'Save'));
      });
    },
    comes: () => on('', (tab, page) => change(page, () => press(tab, "I'll be there"))),
    met: (takeaway) =>
      on('', async (tab, page) => {
        await change(page, () => press(tab, 'Yes'));
        await change(page, () => tab.getByLabel(/Lovely/).click());
        await tab.getByLabel('One thing to take away').fill(takeaway);
        await change(page, () => tab.getByLabel('One thing to take away').blur());
      }),
    skipsNext: () => on('#/me', (tab, page) => ask(tab, page, /^Skip /)),
    moves: () =>
      on('', async (tab, page) => {
        await press(tab, 'Another time');
        const times = tab.getByRole('region', { name: 'Another time' }).getByRole('listitem');
        await written(page, 'POST', 'me/acts', () => times.getByRole('button').first().click());
      }),
    pauses: (until) =>
      on('#/me', async (tab, page) => {
        await tab.getByLabel('First day back').fill(until);
        await ask(tab, page, 'Take a break');
      }),
    comesBack: () => on('#/me', (tab, page) => ask(tab, page, 'Come back')),
    leaves: () => on('#/me', (tab, page) => ask(tab, page, 'Leave')),
    notes: (text) =>
      on('', async (tab, page) => {
        await tab.getByText('Your private notes').click();
        await tab.getByLabel('Before you meet').fill(text);
        await change(page, () => tab.getByLabel('Before you meet').blur());
      }),
    wishesAgain: () =>
      on('#/history', (tab, page) =>
        written(page, 'PUT', 'me/again', () =>
          tab
            .getByRole('button', { name: /^Meet again: / })
            .first()
            .click(),
        ),
      ),
  };
}

const button = z.looseObject({
  type: z.literal('Action.Execute'),
  title: z.string(),
  verb: z.string(),
  data: z.record(z.string(), z.unknown()),
});
type Button = z.infer<typeof button>;

/** Everything by words and buttons in the chat. The tab is never opened. */
export function chatHands({ client, settle }: ProductTab, name: string): Hands {
  const mail = mailOf(name);
  const say = async (said: object) => {
    await client.post(`/local/say?user=${mail}`, said);
    await settle();
  };
  const write = (text: string) => say({ text });
  /** Presses the latest button of the chat that fits, as the card has it, with what was filled in. */
  const press = async (fits: (one: Button) => boolean, filled: Readonly<Record<string, string>> = {}) => {
    const found = buttonsIn(await client.inbox(mail)).findLast(fits);
    assert.ok(found, `expected such a button in the chat: ${fits.toString()}`);
    await say({ action: { ...found, data: { ...found.data, ...filled } } });
  };
  const pressTitle = (title: string, filled?: Readonly<Record<string, string>>) =>
    press((one) => one.title === title, filled);

  return {
    joins: async (drink) => {
      await pressTitle('Join');
      const ticks = { 'rule-between': 'true', 'rule-selling': 'true', 'rule-turn-up': 'true' };
      await pressTitle('Sign me up', { ...ticks, drink });
    },
    comes: () => pressTitle("I'll be there"),
    met: async (takeaway) => {
      await pressTitle('Yes');
      await pressTitle('Save', { face: '4', takeaway, shared: 'false' });
    },
    skipsNext: async () => {
      await write('skip this month please');
      await pressTitle('Yes, skip it');
    },
    moves: async () => {
      await write('another time');
      const [first] = buttonsIn((await client.inbox(mail)).slice(-1)).filter(({ verb }) => verb === 'choose');
      assert.ok(first, 'expected times to choose from');
      await press(({ title, verb }) => verb === 'choose' && title === first.title);
    },
    pauses: async (until) => {
      await write('pause');
      await pressTitle('Take a break', { until });
    },
    comesBack: () => write('come back'),
    leaves: async () => {
      await write('leave');
      await press(({ verb }) => verb === 'leave');
    },
  };
}

/** The buttons of cards, in the order in which they came. */
function buttonsIn(inbox: readonly unknown[]): Button[] {
  const found: Button[] = [];
  const look = (value: unknown): void => {
    const { data } = button.safeParse(value);
    if (data !== undefined) found.push(data);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look);
  };
  inbox.forEach(look);
  return found;
}
