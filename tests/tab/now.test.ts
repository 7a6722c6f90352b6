import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { MySettings, Now } from '../../core/api/me.ts';
import type { Answers } from '../../core/records/profile.ts';
import { frameOf } from '../support/tab/open-tab.ts';
import { coordinator } from './answers.ts';
import { nows } from './nows.ts';
import { useTabServer } from './tab-server.ts';
import { read, waitForAnnouncement, waitForFocus, withTab } from './with-tab.ts';

function says(text: string, ...sentences: string[]): void {
  for (const sentence of sentences) assert.ok(text.includes(sentence), `expected "${sentence}" in: ${text}`);
}

/** The buttons, and the links that look like buttons, in order; the one that stands out has a star. */
function buttons(page: Page): Promise<string[]> {
  return frameOf(page).evaluate(`[...document.querySelectorAll('main .fui-Button')].map(
    (button) => (getComputedStyle(button).color === 'rgb(255, 255, 255)' ? '*' : '') + button.innerText,
  )`);
}

describe('tab: Now without a meeting', () => {
  const server = useTabServer();
  const next = 'paired on Thursday 7 January, for conversations in the week of 11 January 2027';
  const cases = [
    {
      state: 'no-scheme',
      title: 'UnMentoring begins here soon',
      sentences: ['Your coordinator is still setting it up, so there is nothing to join yet.'],
      offers: ['Look again'],
    },
    {
      state: 'waiting',
      title: 'Here you will see whom you meet next',
      sentences: [`Everyone in UnMentoring is ${next}.`, 'You need not do anything until then.'],
      offers: ['Skip this one'],
    },
    {
      state: 'asked',
      title: 'Are you in this time?',
      sentences: [`Everyone in UnMentoring is ${next}.`],
      offers: ['*Count me in', 'Not this time'],
    },
    {
      state: 'skipped',
      title: 'You are skipping this one',
      sentences: [
        'You are not part of the conversations in the week of 14 December 2026.',
        `is ${next}, and you are in it.`,
      ],
      offers: ['Whom I met'],
    },
    {
      state: 'paused',
      title: 'You are on a break',
      sentences: ['until you come back', 'The next round is paired on Thursday 7 January.'],
      offers: ['*Come back'],
    },
    {
      state: 'left',
      title: 'You have left UnMentoring',
      sentences: ['I remember whom you met, and you are welcome back whenever you like.'],
      offers: ['*Come back'],
    },
    {
      state: 'unplaced',
      title: 'No UnMentoring meeting for you this time',
      sentences: [
        'No time was free both for you and for anybody you could meet.',
        'in the week of 11 January 2027',
      ],
      offers: ['Settings'],
    },
    {
      state: 'called-off',
      title: 'Your meeting with Miguel Ángel Fernández is off',
      sentences: ["it is nobody's fault", 'I am looking for somebody else for you', next],
      offers: ['Skip this one'],
    },
  ] as const;

  for (const { state, title, sentences, offers } of cases) {
    it(`says why and until when, with a picture and one thing to do: ${state}`, async () => {
      server.api.set('/me/now', nows[state]);
      await withTab(server, {}, async (tab, page) => {
        says(await read(tab, title), ...sentences);
        assert.deepEqual(await buttons(page), offers);
        assert.equal(await tab.locator(`svg[data-picture="${state}"]`).count(), 1);
        await waitForAnnouncement(tab, title);
      });
    });
  }

  it('says the first day back, that company is still looked for, and that a round was left', async () => {
    const { scheme } = nows.paused;
    const more: readonly (readonly [Now, string])[] = [
      [
        { ...nows.paused, scheme: scheme && { ...scheme, pausedUntil: '2027-02-01' } },
        'before 1 February 2027, your first day back',
      ],
      [
        { ...nows.waiting, round: '2026-12-14' },
        'still looking for somebody for you in the week of 14 December',
      ],
      [{ ...nows.unplaced, reason: 'withdrew' }, 'You left or took a break after this round was paired'],
      [{ ...nows.unplaced, reason: 'alone' }, 'Tell a colleague about it: two are enough.'],
    ];
    for (const [now, sentence] of more) {
      server.api.set('/me/now', now);
      await withTab(server, {}, async (tab) => {
        await tab.getByText(sentence).waitFor();
      });
    }
  });

  it('tells those who never had the app how to add it, and those who blocked it that they did', async () => {
    const blocked = 'You have blocked or removed the app in Teams';
    for (const app of ['missing', 'blocked', 'installed'] as const) {
      server.api.set('/me/now', { ...nows.waiting, app });
      await withTab(server, {}, async (tab) => {
        const text = await read(tab, 'Here you will see whom you meet next');
        assert.equal(text.includes(blocked), app === 'blocked');
        assert.equal(text.includes('Add the app, so that I can write to you'), app === 'missing');
        assert.equal(
          await tab.getByRole('link', { name: 'Open it in Teams' }).count(),
          app === 'installed' ? 0 : 1,
        );
      });
    }
  });

  it('shows at once what the reader did, keeps the focus, and takes it back with Undo', async () => {
    server.api.set('/me/now', nows.asked);
    server.api.set('POST /me/acts', ({ body, key }: { body: unknown; key: string }) => ({
      ...{ id: key, act: body, dueAt: '2026-12-10T10:00:10Z', state: 'waiting', reason: null },
    }));
    await withTab(server, {}, async (tab, page) => {
      await tab.getByRole('button', { name: 'Not this time' }).click();
      says(
        await read(tab, 'You are skipping this one'),
        'You are not part of the conversations in the week of 11 January 2027',
      );
      await tab.getByRole('button', { name: 'Undo' }).waitFor();
      await waitForFocus(page, 'You are skipping this one');
      assert.deepEqual(
        server.writes.map(({ call, body }) => [call, body]),
        [['POST /me/acts', { kind: 'skip', scheme: 'unmentoring', round: '2027-01-11' }]],
      );
      server.api.set(`DELETE /me/acts/${server.writes[0]?.key ?? ''}`, {});
      await tab.getByRole('button', { name: 'Undo' }).click();
      await read(tab, 'Are you in this time?');
    });
  });
});

describe('tab: Now before there is anything to join', () => {
  const server = useTabServer();

  it('leads a coordinator to where it is set up', async () => {
    const me = { ...coordinator, enrolments: [], coordinates: [] };
    server.api.set('/me', me);
    server.api.set('/me/now', { ...nows['no-scheme'], me });
    server.api.set('/schemes', []);
    await withTab(server, {}, async (tab) => {
      says(await read(tab, 'UnMentoring begins here soon'), 'UnMentoring waits for you to set it up.');
      await tab.getByRole('link', { name: 'Set it up' }).click();
      await read(tab, 'Set up UnMentoring');
    });
  });
});

describe('tab: Now for somebody who never joined', () => {
  const server = useTabServer();
  const title = 'Meet a colleague you would not meet otherwise';
  beforeEach(() => {
    server.api.set('/me/now', nows['never-joined']);
    server.api.set('POST /me/acts', ({ body, key }: { body: unknown; key: string }) => ({
      ...{ id: key, act: body, dueAt: '2026-12-10T10:00:10Z', state: 'waiting', reason: null },
    }));
  });

  it('says what it is, what is asked and what is kept', async () => {
    await withTab(server, {}, async (tab, page) => {
      await tab.getByRole('button', { name: 'Join' }).waitFor();
      const text = await read(tab, title);
      says(
        text,
        'Every few weeks you meet a colleague picked at random',
        'What is asked of you One conversation a month, 30 minutes long, in the week that begins on the second Monday',
        'What I keep I keep what the directory says of your work, that you take part',
        'Who sees it The colleague you meet',
      );
      assert.ok(!text.includes('blocked'), text);
      assert.deepEqual(await buttons(page), ['*Join', 'Look first']);
    });
  });

  it('joins with the ground rules, each of them ticked', async () => {
    await withTab(server, { hash: '#/now?join' }, async (tab, page) => {
      await tab.getByRole('button', { name: 'Sign me up' }).click();
      assert.equal(await tab.getByText('Please tick this one: you need it to take part.').count(), 3);
      assert.equal(server.writes.length, 0);
      for (const rule of await tab.getByRole('checkbox').all()) await rule.check();
      await tab.getByRole('button', { name: 'Sign me up' }).click();
      await read(tab, 'Here you will see whom you meet next');
      // It is shown before it is sent.
      await tab.getByRole('button', { name: 'Undo' }).waitFor();
      assert.deepEqual(server.writes[0]?.body, {
        kind: 'join',
        scheme: 'unmentoring',
        answers: {
          rules: 1,
          preferences: { hours: 'either', minutes: null },
          profile: { call: 'video', language: null },
        },
      });
      await waitForFocus(page, 'Here you will see whom you meet next');
    });
  });

  it('says what the scheme is for and how often it is, and asks for its own rule too', async () => {
    const { scheme } = nows['never-joined'];
    server.api.set('/me/now', {
      ...nows['never-joined'],
      scheme: scheme && {
        ...scheme,
        purpose: 'So that new colleagues find their way.',
        cadence: { kind: 'weeks', every: 3, from: '2027-01-11' },
        rules: { version: 1, accepted: false, own: 'I put my phone away.' },
      },
    });
    await withTab(server, {}, async (tab) => {
      await tab.getByText('So that new colleagues find their way.').waitFor();
      says(
        await read(tab, title),
        'One conversation every 3 weeks, 30 minutes long; the next one is in the week of 11 January 2027.',
      );
      await tab.getByRole('button', { name: 'Join' }).click();
      for (const rule of (await tab.getByRole('checkbox').all()).slice(0, 3)) await rule.check();
      await tab.getByRole('button', { name: 'Sign me up' }).click();
      assert.equal(server.writes.length, 0);
      await tab.getByText('A rule of UnMentoring').waitFor();
      await tab.getByRole('checkbox', { name: 'I put my phone away.' }).check();
      await tab.getByRole('button', { name: 'Sign me up' }).click();
      await read(tab, 'Here you will see whom you meet next');
      await tab.getByRole('button', { name: 'Undo' }).waitFor();
      const { answers } = server.writes[0]?.body as { answers: Answers };
      assert.deepEqual([answers.rules, answers.ownRule], [1, 'I put my phone away.']);
    });
  });

  it('shows what a meeting looks like to those who look first, and stores nothing', async () => {
    await withTab(server, {}, async (tab) => {
      await tab.getByRole('button', { name: 'Look first' }).click();
      await tab.getByRole('heading', { level: 2, name: 'You are meeting Sam Sample' }).waitFor();
      says(await read(tab, title), 'The person is made up', 'ginger tea', 'Why you two');
      assert.deepEqual(server.writes, []);
      await tab.getByRole('button', { name: 'Back' }).click();
      await tab.getByText('What is asked of you').waitFor();
    });
  });

  it('asks those who come back for the rules alone, and keeps what they chose before', async () => {
    const kept: MySettings['answers'] = {
      // They accepted those of version 1.
      rules: null,
      preferences: { hours: 'morning', minutes: 45, third: true },
      profile: { drink: 'tea', call: 'phone', language: 'de', quiet: { from: '18:00', to: '08:00' } },
    };
    const { scheme } = nows.left;
    server.api.set('/me/now', {
      ...nows.left,
      scheme: scheme && { ...scheme, rules: { version: 2, accepted: false, own: null } },
    });
    server.api.set('/me/settings/unmentoring', { version: 's1', answers: kept });
    await withTab(server, {}, async (tab) => {
      await tab.getByRole('button', { name: 'Come back' }).click();
      await tab.getByRole('checkbox').first().waitFor();
      for (const rule of await tab.getByRole('checkbox').all()) await rule.check();
      await tab.getByRole('button', { name: 'Sign me up' }).click();
      await read(tab, 'Here you will see whom you meet next');
      await tab.getByRole('button', { name: 'Undo' }).waitFor();
      assert.deepEqual(server.writes[0]?.body, {
        kind: 'join',
        scheme: 'unmentoring',
        answers: { ...kept, rules: 2 },
      });
    });
  });

  it('says so when what they chose before cannot be read, and joins once however often they press', async () => {
    const { scheme } = nows.left;
    server.api.set('/me/now', {
      ...nows.left,
      scheme: scheme && { ...scheme, rules: { version: 2, accepted: false, own: null } },
    });
    server.api.set('/me/settings/unmentoring', 503);
    await withTab(server, {}, async (tab, page) => {
      await tab.getByRole('button', { name: 'Come back' }).click();
      await tab.getByRole('checkbox').first().waitFor();
      for (const rule of await tab.getByRole('checkbox').all()) await rule.check();
      const join = tab.getByRole('button', { name: 'Sign me up' });
      await join.click();
      await tab.getByRole('alert').filter({ hasText: 'It was not done. UnMentoring cannot be' }).waitFor();
      assert.equal(server.writes.length, 0);

      server.api.set('/me/settings/unmentoring', 404);
      const held = Promise.withResolvers<undefined>();
      await page.route('**/api/me/settings/*', async (route) => {
        await held.promise;
        await route.continue();
      });
      await join.press('Enter');
      await tab.getByRole('button', { name: 'Sign me up', disabled: true }).press('Enter');
      held.resolve(undefined);
      await read(tab, 'Here you will see whom you meet next');
      await tab.getByRole('button', { name: 'Undo' }).waitFor();
      assert.equal(server.writes.length, 1);
    });
  });
});
