import assert from 'node:assert/strict';
import * as answers from '../answers.ts';
import { useTabServer } from '../tab-server.ts';
import { read, waitForAnnouncement, withTab } from '../with-tab.ts';
import { booked, failed, people, roundPath, roundView } from './desk-answers.ts';
import { actsOf, rows, rowsOf, takeActs } from './rows.ts';

const inRound = { scheme: 'unmentoring', round: '2026-12-14', pairing: 'p1' };
const names = 'Ada Okafor and Miguel Ángel Fernández';

describe('tab: a round, for coordinators', () => {
  const server = useTabServer();
  beforeEach(() => {
    server.api.set('/me', answers.coordinator);
    takeActs(server);
  });

  it('says how it stands, how good its plan was, every meeting and every person', async () => {
    await withTab(server, { hash: roundView }, async (tab) => {
      const text = await read(tab, 'Round 9');
      for (const sentence of [
        'Under way UnMentoring · Meeting week of 14 December 2026',
        '1 of 1 meeting is booked',
        '0 meetings are being booked',
        '4 people without a meeting',
        '6 people take part. One meeting, none of three people. 3 people have been told.',
        'No better plan was possible. 2 people were without a meeting, there was no group of three, and some people met somebody again.',
        'Not every pairing could cross teams, departments and offices.',
      ])
        assert.ok(text.includes(sentence), `expected "${sentence}" in: ${text}`);
      assert.deepEqual(await rows(tab, 'Meetings'), [
        [
          'Tue 15 Dec, 14:00',
          'Ada Okafor Accepted Miguel Ángel Fernández Not answered yet',
          'Booked Moved 2 times',
          'Remind Move Call off',
        ],
        [
          'No time yet',
          'Priya Raman Tom Bright',
          'Not booked Every time that suited them has passed. Last met 2 rounds ago',
          '',
        ],
      ]);
      assert.deepEqual(await rows(tab, 'Everyone in this round'), [
        [
          'Ada Okafor Digital',
          'Meets Miguel Ángel Fernández',
          'Tue 15 Dec, 14:00',
          'Accepted',
          'Sent',
          'Write',
        ],
        [
          'Kwame Mensah Digital',
          'No meeting. No hour suits them and anybody they may meet.',
          ...['', '', 'Failed', 'Tell again'],
        ],
        [
          'Miguel Ángel Fernández Highways',
          'Meets Ada Okafor',
          ...['Tue 15 Dec, 14:00', 'None yet', 'Sent', 'Write'],
        ],
        ['Priya Raman Digital', 'No meeting. The meeting could not be booked.', '', '', 'Not yet', 'Write'],
        [
          'Tom Bright Digital',
          'No meeting. The meeting could not be booked.',
          ...['', '', 'Blocked or removed the app', 'Tell again Write'],
        ],
        ['Zoë Lindqvist Digital', 'No meeting. Away the whole meeting week.', '', '', 'Sent', 'Write'],
      ]);
    });
  });

  it('says how many invitations could not be read', async () => {
    server.api.set(roundPath, { ...answers.round, unreadableEvents: 2 });
    await withTab(server, { hash: roundView }, async (tab) => {
      const text = await read(tab, 'Round 9');
      assert.ok(
        text.includes('2 invitations could not be read, or not whole. The log names each event.'),
        text,
      );
    });
  });

  it('says that a plan may not be the best, and how many take part before there is one', async () => {
    const { plan } = answers.round;
    server.api.set(roundPath, { ...answers.round, plan: { ...plan, optimal: false } });
    await withTab(server, { hash: roundView }, async (tab) => {
      assert.match(await read(tab, 'Round 9'), /kept every rule, but a better one may exist/);
    });
    server.api.set(roundPath, { ...answers.round, stage: 'calling', plan: null });
    server.api.set(`${roundPath}/pairings`, []);
    server.api.set(
      `${roundPath}/people`,
      people.slice(4).map((row) => ({ ...row, reason: null })),
    );
    await withTab(server, { hash: roundView }, async (tab) => {
      assert.match(await read(tab, 'Round 9'), /6 people take part so far/);
      await tab.getByText('Nobody is paired yet.').waitFor();
      assert.deepEqual(
        (await rows(tab, 'Everyone in this round')).map(([, outcome]) => outcome),
        ['In this round', 'In this round'],
      );
      assert.equal(await tab.getByRole('link', { name: 'Without a meeting' }).count(), 0);
    });
  });

  it('says which meetings fell apart, and whose calendar could not be read', async () => {
    const open = { ...booked, state: 'suggested', slot: null, acts: [] };
    server.api.set(`${roundPath}/pairings`, [
      { ...open, pairing: 'p1', moves: 1 },
      { ...open, pairing: 'p3', moves: 0, allPress: true },
      { ...open, pairing: 'p2', state: 'cancelled', moves: 0 },
    ]);
    const [ada] = people;
    const nobody = { ...ada, step: 'in', with: [], slot: null, answer: null };
    server.api.set(`${roundPath}/people`, [
      { ...nobody, id: '1', name: 'Ada', reason: 'partner-left' },
      { ...nobody, id: '2', name: 'Ben', step: 'enrolled', reason: 'withdrew' },
      { ...nobody, id: '3', name: 'Cem', reason: 'calendar-unreadable', detail: 'ErrorAccessDenied' },
      { ...nobody, id: '4', name: 'Dee', reason: 'newer-than-this-page' },
      { ...nobody, id: '5', name: 'Eve' },
      { ...nobody, id: '6', name: '', step: 'enrolled' },
    ]);
    await withTab(server, { hash: roundView }, async (tab) => {
      assert.deepEqual(
        (await rows(tab, 'Meetings')).map(([when, , state]) => [when, state]),
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
        (await rows(tab, 'Everyone in this round')).map(([name, outcome]) => [name, outcome]),
        [
          [
            'Ada Digital',
            'No meeting. Their partner could not take part after all, and nobody else was free.',
          ],
          ['Ben Digital', 'No meeting. Left or paused after the round was paired.'],
          [
            'Cem Digital',
            'No meeting. Their calendar could not be read. Microsoft 365 says ErrorAccessDenied.',
          ],
          ['Dee Digital', 'No meeting. The reason is not known to this page.'],
          ['Eve Digital', 'We are looking for somebody'],
          ['a colleague Digital', 'Signed up, not in this round'],
        ],
      );
    });
  });

  it('shows who met, and how many chose each face', async () => {
    const pairings = (['met', 'not-met', 'not-known', null] as const).map((outcome, i) => ({
      ...{ ...booked, pairing: `p${i}`, moves: 0, outcome, acts: [] },
    }));
    const shown = async (more: Partial<typeof answers.round>) => {
      const seen = { text: '', states: [] as (string | undefined)[] };
      server.api.set(roundPath, { ...answers.round, ...more });
      await withTab(server, { hash: roundView }, async (tab) => {
        seen.text = await read(tab, 'Round 9');
        seen.states = (await rows(tab, 'Meetings')).map(([, , state]) => state);
      });
      return seen;
    };
    server.api.set(`${roundPath}/pairings`, pairings);
    const figures = { tookPart: 6, paired: 4, met: 0, notMet: 0, notKnown: 0 };
    const before = await shown({ figures });
    assert.ok(before.text.includes('1 of 1 meeting is booked'), before.text);
    assert.ok(!before.text.includes('did not meet') && !before.text.includes('How it was'), before.text);

    const during = await shown({ figures: { ...figures, met: 3, notMet: 1, notKnown: 2 } });
    for (const figure of [
      '3 of 6 people in this round have met',
      '1 person did not meet',
      'Of 2 people it is not known',
    ])
      assert.ok(during.text.includes(figure), `${figure}: ${during.text}`);
    assert.deepEqual(during.states, ['Booked Met', 'Booked Did not meet', 'Booked Not known yet', 'Booked']);

    server.api.set(`${roundPath}/pairings`, pairings.slice(2, 3));
    const closed = await shown({ stage: 'closed', faces: [0, 1, 2, 7] });
    assert.deepEqual(closed.states, ['Booked Not known']);
    assert.match(closed.text, /How it was Lovely 7 Good 2 So-so 1 Not for me 0/);
  });

  it('asks those who have not answered, once until that is done', async () => {
    await withTab(server, { hash: roundView }, async (tab) => {
      const remind = tab.getByRole('button', { name: `Remind ${names}` });
      await remind.click();
      await waitForAnnouncement(tab, `Those who have not answered are asked: ${names}.`);
      await rowsOf(tab, 'Meetings').first().getByText('About to be done').waitFor();
      await remind.press('Enter');
      assert.deepEqual(actsOf(server), [{ kind: 'remind', ...inRound }]);
      server.api.set(`${roundPath}/pairings`, [{ ...booked, acts: ['move'] }]);
      await tab.getByRole('button', { name: 'Undo' }).press('Enter');
      await remind.waitFor({ state: 'detached' });
      await rowsOf(tab, 'Meetings').first().and(tab.locator(':focus')).waitFor();
    });
  });

  it('moves a meeting to a time that suits everybody now; the focus goes on from its row', async () => {
    const start = '2026-12-16T10:00:00Z';
    server.api.set(`${roundPath}/pairings/p1/times`, {
      revision: 4,
      times: [{ start, end: '2026-12-16T10:30:00Z' }],
    });
    await withTab(server, { hash: roundView }, async (tab, page) => {
      const move = tab.getByRole('button', { name: `Move the meeting of ${names}` });
      await move.click();
      const dialog = tab.getByRole('dialog', { name: `Move the meeting of ${names}` });
      await dialog.getByText('These times are free in everybody’s calendar.').waitFor();
      await page.keyboard.press('Escape');
      await move.and(tab.locator(':focus')).waitFor();
      await move.press('Enter');
      await dialog.getByRole('button', { name: 'Wed 16 Dec, 10:00' }).click();
      await dialog.waitFor({ state: 'detached' });
      await waitForAnnouncement(tab, `${names}: moved to Wed 16 Dec, 10:00.`);
      await rowsOf(tab, 'Meetings').first().and(tab.locator(':focus')).waitFor();
      assert.deepEqual(actsOf(server), [{ kind: 'move', ...inRound, revision: 4, start }]);
    });
  });

  it('says that no other time suits everybody, and that calendars cannot be read', async () => {
    server.api.set(`${roundPath}/pairings/p1/times`, { revision: 4, times: [] });
    await withTab(server, { hash: roundView }, async (tab) => {
      const move = tab.getByRole('button', { name: `Move the meeting of ${names}` });
      await move.click();
      await tab.getByText('There is no other time that suits everybody.').waitFor();
      await tab.getByRole('button', { name: 'Keep it as it is' }).click();
      server.api.set(`${roundPath}/pairings/p1/times`, 503);
      await move.click();
      await tab.getByRole('dialog').getByRole('button', { name: 'Try again' }).waitFor();
    });
  });

  it('calls a meeting off with a word', async () => {
    await withTab(server, { hash: roundView }, async (tab) => {
      await tab.getByRole('button', { name: `Call off the meeting of ${names}` }).click();
      await tab.getByLabel('A word to them').fill('  Sorry, the building is closed. ');
      await tab.getByRole('button', { name: 'Call it off' }).click();
      await waitForAnnouncement(tab, `${names}: the meeting is called off.`);
      await rowsOf(tab, 'Meetings').first().and(tab.locator(':focus')).waitFor();
      assert.deepEqual(actsOf(server), [
        { kind: 'call-off', ...inRound, revision: 3, word: 'Sorry, the building is closed.' },
      ]);
    });
  });

  it('sends an invitation again that Outlook refused, and says why it cannot', async () => {
    server.api.set(`${roundPath}/pairings`, [
      { ...failed, endedBecause: 'refused-by-outlook', acts: ['try-again'] },
    ]);
    await withTab(server, { hash: roundView }, async (tab) => {
      const name = 'Try again: the meeting of Priya Raman and Tom Bright';
      await tab.getByRole('button', { name }).click();
      await waitForAnnouncement(tab, 'Priya Raman and Tom Bright: the invitation is sent again.');
      assert.deepEqual(actsOf(server), [{ kind: 'try-again', ...inRound, pairing: 'p2' }]);
    });
    const reason = { code: 'refused', reason: 'passed', status: 409, type: '', title: '', detail: '' };
    server.api.set('POST /schemes/unmentoring/acts', () => Response.json(reason, { status: 409 }));
    await withTab(server, { hash: roundView }, async (tab) => {
      await tab.getByRole('button', { name: 'Try again' }).click();
      await tab.getByText('It was not done: it is too late for that.').waitFor();
    });
  });
});
