import assert from 'node:assert/strict';
import type { FrameLocator, Page } from 'playwright-core';
import * as answers from './answers.ts';
import { useTabServer } from './tab-server.ts';
import { read, waitForAnnouncement, withTab } from './with-tab.ts';

const roundView = '#/rounds/unmentoring/2026-12-14';

/** The texts of a table's cells, row by row. */
async function rows(tab: FrameLocator, table: string): Promise<string[][]> {
  const found = await tab.getByRole('table', { name: table }).locator('tbody tr').all();
  return Promise.all(
    found.map(async (row) =>
      (await row.locator('td').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim()),
    ),
  );
}

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

  it('says how many invitations could not be read', async () => {
    await withTab(server, { hash: roundView }, async (tab) => {
      assert.ok(!(await read(tab, 'Round 9')).includes('could not be read'));
    });
    server.api.set('/schemes/unmentoring/rounds/2026-12-14', { ...answers.round, unreadableEvents: 2 });
    await withTab(server, { hash: roundView }, async (tab) => {
      const text = await read(tab, 'Round 9');
      assert.ok(
        text.includes('2 invitations could not be read, or not whole. The log names each event.'),
        text,
      );
    });
  });

  it('shows the stage, the counts, the cost of the plan, every pairing and every participant', async () => {
    await withTab(server, { hash: roundView }, async (tab) => {
      const text = await read(tab, 'Round 9');
      for (const sentence of [
        'Meeting week UnMentoring · Meeting week of 14 December 2026',
        'Participants 6',
        'Being booked 0',
        'Without a meeting 2',
        'No better plan is possible.',
        '2 people without a meeting, no group of three, one pairing meets again.',
        'Not every pairing could cross teams, departments and offices.',
        '6 of 6 people',
      ]) {
        assert.ok(text.includes(sentence), `expected "${sentence}" in: ${text}`);
      }
      assert.deepEqual(await rows(tab, 'Pairings'), [
        [
          'Ada Okafor Accepted Miguel Ángel Fernández Not answered yet',
          'Tue 15 Dec, 14:00',
          'Booked Moved 2 times',
        ],
        [
          'Priya Raman Tom Bright',
          'No time yet',
          'Not booked Every time that suited them has passed. Last met 2 rounds ago',
        ],
      ]);
      assert.deepEqual(await rows(tab, 'Everyone in this round'), [
        ['Ada Okafor', 'Meets Miguel Ángel Fernández', 'Sent'],
        ['Miguel Ángel Fernández', 'Meets Ada Okafor', 'Sent'],
        ['Priya Raman', 'Meets Tom Bright', 'Not sent yet'],
        ['Tom Bright', 'Meets Priya Raman', 'Cannot be reached: blocked or removed the bot'],
        ['Zoë Lindqvist', 'No meeting. Away the whole meeting week.', 'Sent'],
        ['Kwame Mensah', 'No meeting. No hour suits them and anybody they may meet.', 'Message failed'],
      ]);
    });
  });

  it('says that a plan may not be the best, and that there is no plan yet', async () => {
    const { plan } = answers.round;
    server.api.set('/schemes/unmentoring/rounds/2026-12-14', {
      ...answers.round,
      plan: { ...plan, optimal: false },
    });
    await withTab(server, { hash: roundView }, async (tab) => {
      assert.match(await read(tab, 'Round 9'), /keeps every rule, but a better one may exist/);
    });
    server.api.set('/schemes/unmentoring/rounds/2026-12-14', {
      ...answers.round,
      stage: 'pairing',
      plan: null,
      pairings: [],
      receipt: [],
    });
    await withTab(server, { hash: roundView }, async (tab) => {
      assert.match(await read(tab, 'Round 9'), /The plan is not made yet\..*Nobody is paired yet\./);
    });
  });

  it('says which pairings fell apart, and whose calendar could not be read', async () => {
    const [booked] = answers.round.pairings;
    const nobody = { outcome: 'unplaced', pairing: null, detail: null, told: 'sent' };
    server.api.set('/schemes/unmentoring/rounds/2026-12-14', {
      ...answers.round,
      pairings: [
        { ...booked, pairing: 'p1', state: 'suggested', slot: null, moves: 1 },
        { ...booked, pairing: 'p3', state: 'suggested', slot: null, moves: 0, allPress: true },
        { ...booked, pairing: 'p2', state: 'cancelled', slot: null, moves: 0 },
      ],
      receipt: [
        { ...nobody, id: '1', name: 'Ada', reason: 'partner-left' },
        { ...nobody, id: '2', name: 'Ben', reason: 'withdrew' },
        { ...nobody, id: '3', name: 'Cem', reason: 'calendar-unreadable', detail: 'ErrorAccessDenied' },
        { ...nobody, id: '4', name: 'Dee', reason: 'newer-than-this-page' },
      ],
    });
    await withTab(server, { hash: roundView }, async (tab) => {
      await read(tab, 'Round 9');
      assert.deepEqual(
        (await rows(tab, 'Pairings')).map(([, ...told]) => told),
        [
          ['No time yet', 'Time to be chosen Moved once'],
          [
            'No time yet',
            'Time to be chosen A calendar cannot be read: they all have to choose the same time',
          ],
          ['No time yet', 'Called off'],
        ],
      );
      assert.deepEqual(
        (await rows(tab, 'Everyone in this round')).map(([, outcome]) => outcome),
        [
          'No meeting. Their partner could not take part after all, and nobody else was free.',
          'No meeting. Left or paused after the round was paired.',
          'No meeting. Their calendar could not be read. Microsoft 365 says ErrorAccessDenied.',
          'No meeting. The reason is not known to this page.',
        ],
      );
    });
  });

  it('shows who met, and how many chose each face', async () => {
    const [booked, failed] = answers.round.pairings;
    assert.ok(booked && failed);
    const shown = async (more: Partial<typeof answers.round>) => {
      const seen = { text: '', states: [] as (string | undefined)[] };
      server.api.set('/schemes/unmentoring/rounds/2026-12-14', { ...answers.round, ...more });
      await withTab(server, { hash: roundView }, async (tab) => {
        seen.text = await read(tab, 'Round 9');
        seen.states = (await rows(tab, 'Pairings')).map(([, , state]) => state);
      });
      return seen;
    };
    const figures = { tookPart: 6, paired: 4, met: 0, notMet: 0, notKnown: 0 };
    const before = await shown({ figures });
    assert.ok(!before.text.includes('Did not meet') && !before.text.includes('How it was'), before.text);

    const pairings = (['met', 'not-met', 'not-known', null] as const).map((outcome, i) => ({
      ...booked,
      pairing: `p${i}`,
      moves: 0,
      outcome,
    }));
    const during = await shown({ pairings, figures: { ...figures, met: 12, notMet: 3, notKnown: 2 } });
    for (const tile of ['Met 12', 'Did not meet 3', 'Not known 2'])
      assert.ok(during.text.includes(tile), tile);
    assert.deepEqual(during.states, ['Booked Met', 'Booked Did not meet', 'Booked Not known yet', 'Booked']);

    const closed = await shown({ pairings: pairings.slice(2, 3), stage: 'closed', faces: [0, 1, 2, 7] });
    assert.deepEqual(closed.states, ['Booked Not known']);
    assert.match(closed.text, /How it was .*Lovely 7 .*Good 2 .*So-so 1 .*Not for me 0/);
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

  it('shows a long receipt 100 rows at a time', async () => {
    const receipt = Array.from({ length: 230 }, (_, i) => ({
      ...answers.round.receipt[4],
      id: `t.${i}`,
      name: `Person ${i}`,
    }));
    server.api.set('/schemes/unmentoring/rounds/2026-12-14', { ...answers.round, receipt });
    await withTab(server, { hash: roundView }, async (tab) => {
      await read(tab, 'Round 9');
      assert.equal((await rows(tab, 'Everyone in this round')).length, 100);
      await tab.getByRole('button', { name: 'Show 100 more' }).click();
      await tab.getByRole('button', { name: 'Show 30 more' }).click();
      assert.equal((await rows(tab, 'Everyone in this round')).length, 230);
    });
  });

  it('can be used with the keyboard alone: navigation, a round, its filter, and back', async () => {
    await withTab(server, {}, async (tab, page) => {
      await read(tab, 'You are meeting Miguel Ángel Fernández');
      await page.getByLabel('Refuse the sign-in').focus();
      for (const name of ['Now', 'History', 'Settings', 'Desk']) await press(page, tab, 'Tab', 'link', name);
      await page.keyboard.press('Enter');
      await read(tab, 'Today');
      for (const name of ['Settings', 'Rounds']) await press(page, tab, 'Shift+Tab', 'link', name);
      await page.keyboard.press('Enter');
      await read(tab, 'Rounds');
      await press(page, tab, 'Tab', 'link', 'Settings of UnMentoring');
      await press(page, tab, 'Tab', 'link', 'Round 9');
      await page.keyboard.press('Enter');
      await read(tab, 'Round 9');
      await waitForAnnouncement(tab, 'Round 9, Meeting week');
      await focused(tab, 'heading', 'Round 9');
      await press(page, tab, 'Tab', 'searchbox', 'Find a person');
      await page.keyboard.type('zoe');
      await waitForAnnouncement(tab, '1 of 6 people');
      assert.deepEqual(await rows(tab, 'Everyone in this round'), [
        ['Zoë Lindqvist', 'No meeting. Away the whole meeting week.', 'Sent'],
      ]);
      await page.keyboard.press('Control+A');
      await page.keyboard.press('Delete');
      await press(page, tab, 'Tab', 'combobox', 'Show');
      await page.keyboard.type('Without a message');
      await waitForAnnouncement(tab, '3 of 6 people');
      assert.deepEqual(
        (await rows(tab, 'Everyone in this round')).map(([name]) => name),
        ['Priya Raman', 'Tom Bright', 'Kwame Mensah'],
      );
      await tab.getByRole('link', { name: 'All rounds' }).press('Enter');
      await read(tab, 'Rounds');
    });
  });
});

type Role = 'link' | 'heading' | 'searchbox' | 'combobox';

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
