import assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import * as answers from '../answers.ts';
import { useTabServer } from '../tab-server.ts';
import { read, waitForAnnouncement, withTab } from '../with-tab.ts';
import { hands, people, roundView, today } from './desk-answers.ts';
import { actsOf, takeActs } from './rows.ts';

/** What is said of one thing that needs a hand. */
function cardOf(tab: FrameLocator, heading: string): Locator {
  const title = tab.getByRole('heading', { level: 3, name: heading });
  return tab.getByRole('listitem').filter({ has: title });
}

async function hrefsOf(links: Locator): Promise<(string | null)[]> {
  return Promise.all((await links.all()).map((link) => link.getAttribute('href')));
}

describe('tab: today, for coordinators', () => {
  const server = useTabServer();
  const path = '/schemes/unmentoring/today';
  beforeEach(() => {
    server.api.set('/me', answers.coordinator);
    takeActs(server);
  });

  it('says what needs a hand, with whom, and what can be done about it', async () => {
    server.api.set(path, { ...today, hands });
    await withTab(server, { hash: '#/desk' }, async (tab) => {
      await read(tab, 'Today');
      await waitForAnnouncement(tab, 'Today. 8 things need a hand.');
      const acts = async (heading: string) =>
        cardOf(tab, heading).getByRole('link').or(cardOf(tab, heading).getByRole('button')).allInnerTexts();
      for (const [heading, expected] of [
        ['The round of 14 December 2026 waits for you', ['Look at it and release it']],
        ['2 people were not reached', ['Write to Tom Bright', 'Tell them again', 'Open the round']],
        [
          'Outlook refuses one invitation',
          ['Try again: the meeting of Priya Raman and Tom Bright', 'Open the round'],
        ],
        ['One calendar cannot be read', ['Write to Zoë Lindqvist', 'Open the round']],
        ['2 people have nobody to meet', ['Write to Zoë Lindqvist', 'Pair by hand']],
        ['A mailbox that sends invitations does not work any more', []],
        ['3 tasks were given up', ['Try them again']],
        ['The round of 14 December 2026 is late', ['Open the round']],
      ] as const)
        assert.deepEqual(await acts(heading), expected, heading);
      const said = async (heading: string) => cardOf(tab, heading).innerText();
      assert.match(await said('2 people were not reached'), /Kwame Mensah/);
      assert.match(await said('One calendar'), /Microsoft 365 says ErrorAccessDenied\./);
      assert.match(await said('A mailbox'), /Mailbox: coffee@example\.com/);
      assert.match(await said('The round of 14 December 2026 is late'), /Answers are still to be read\./);
      const hrefs = await hrefsOf(tab.getByRole('link', { name: /Pair by hand|release it/ }));
      assert.deepEqual(hrefs, [`${roundView}/preview`, `${roundView}?show=unplaced`]);
    });
  });

  it('tells people again, and books again', async () => {
    server.api.set(path, { ...today, hands });
    await withTab(server, { hash: '#/desk' }, async (tab) => {
      const tell = tab.getByRole('button', { name: 'Tell them again: Tom Bright and Kwame Mensah' });
      await tell.click();
      await waitForAnnouncement(tab, 'Tom Bright and Kwame Mensah will be told again.');
      await cardOf(tab, '2 people were not reached').getByText('About to be done').waitFor();
      await tell.press('Enter');
      await tab.getByRole('button', { name: 'Try again: the meeting of Priya Raman and Tom Bright' }).click();
      await waitForAnnouncement(tab, 'Priya Raman and Tom Bright: the invitation is sent again.');
      const about = { scheme: 'unmentoring', round: '2026-12-14' };
      assert.deepEqual(actsOf(server), [
        { kind: 'tell-again', ...about, people: [people[3]?.id, people[5]?.id] },
        { kind: 'try-again', ...about, pairing: 'p2' },
      ]);
    });
  });

  it('tries tasks again that were given up, of every queue that has some', async () => {
    server.api.set(path, { ...today, hands: hands.filter(({ kind }) => kind === 'poison') });
    const counts = [
      { queue: 'sends', messages: 2 },
      { queue: 'steps', messages: 0 },
      { queue: 'acts', messages: 1 },
    ];
    server.api.set('/poison', { counts, messages: [] });
    server.api.set('POST /poison/sends/all', { moved: 2 });
    server.api.set('POST /poison/acts/all', { moved: 1 });
    await withTab(server, { hash: '#/desk' }, async (tab) => {
      await read(tab, 'Today');
      server.api.set(path, today);
      await tab.getByRole('button', { name: 'Try them again' }).click();
      await waitForAnnouncement(tab, 'Today. Nothing needs a hand.');
      const heading = tab.getByRole('heading', { name: 'Nothing needs a hand' });
      await heading.and(tab.locator(':focus')).waitFor();
      assert.deepEqual(server.writes.map(({ call, body }) => [call, body]).sort(), [
        ['POST /poison/acts/all', { act: 'retry' }],
        ['POST /poison/sends/all', { act: 'retry' }],
      ]);
    });
  });

  it('shows the round as a line, in which each number opens the people behind it', async () => {
    await withTab(server, { hash: '#/desk' }, async (tab) => {
      await read(tab, 'Today');
      const line = tab.getByRole('region', {
        name: '1 of 2 people who are invited in round 9 have accepted.',
      });
      const links = line.getByRole('link');
      assert.deepEqual(await links.allTextContents(), [
        ...['8Signed up', '6In this round', '2Paired', '2Invited', '1Accepted', '0Met'],
      ]);
      assert.deepEqual(await hrefsOf(links), [
        roundView,
        ...['in', 'paired', 'invited', 'accepted', 'met'].map((show) => `${roundView}?show=${show}`),
      ]);
      await line.getByRole('link', { name: 'Accepted' }).click();
      await tab.getByRole('heading', { name: 'Everyone in this round' }).and(tab.locator(':focus')).waitFor();
    });
  });

  it('says that nothing needs a hand, what is ready, and when the next round comes', async () => {
    server.api.set(path, {
      ...today,
      round: null,
      draft: { round: '2027-01-11', pairs: 18, trios: 1, without: 2, releasesAt: '2027-01-07T10:00:00Z' },
      next: { ...today.next, draftAt: '2027-01-06T16:00:00Z' },
    });
    await withTab(server, { hash: '#/desk' }, async (tab) => {
      const text = await read(tab, 'Today');
      for (const sentence of [
        'Nothing needs a hand No round is on. Until the next one there is nothing to do.',
        'The round of 11 January 2027 is ready 18 pairs, one trio, 2 people without a meeting. It goes out by itself on Thu 7 Jan, 10:00.',
        '8 people have signed up so far.',
        'People are asked or reminded Mon 4 Jan, 09:00 You can look at it Wed 6 Jan, 16:00 It goes out Thu 7 Jan, 10:00 Meeting week from 11 January 2027',
        'All times are those of London.',
      ])
        assert.ok(text.includes(sentence), `expected "${sentence}" in: ${text}`);
      assert.equal(
        await tab.getByRole('link', { name: 'Look at it' }).getAttribute('href'),
        '#/rounds/unmentoring/2027-01-11/preview',
      );
    });
  });

  it('says that it cannot be read, and reads it again', async () => {
    server.api.set(path, [503, today]);
    await withTab(server, { hash: '#/desk' }, async (tab) => {
      await read(tab, 'UnMentoring cannot be reached just now');
      await tab.getByRole('button', { name: 'Try again' }).click();
      await read(tab, 'Today');
    });
  });
});
