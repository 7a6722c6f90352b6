import assert from 'node:assert/strict';
import * as answers from './answers.ts';
import { useTabServer } from './tab-server.ts';
import { read, waitForAnnouncement, withTab } from './with-tab.ts';

function says(text: string, ...sentences: string[]): void {
  for (const sentence of sentences) assert.ok(text.includes(sentence), `expected "${sentence}" in: ${text}`);
}

describe('tab: my pairing and my history', () => {
  const server = useTabServer();

  it('shows whom I meet, the time in both zones, both answers and the link to join', async () => {
    await withTab(server, {}, async (tab) => {
      says(
        await read(tab, 'My pairing'),
        'Booked It is in your calendars.',
        'Miguel Ángel Fernández Highways and Transport · Bogotá I draw maps of places that do not exist.',
        'Favourite drink: tinto Likes to be asked about: salsa, bridges',
        'Tuesday 15 December 14:00–14:30 your time (London)',
        'For Miguel Ángel Fernández: Tue 15 Dec, 09:00 (Bogota)',
        'You Accepted Miguel Ángel Fernández Not answered yet',
        'You have not met here before.',
      );
      await tab.getByText('What could you show somebody in ten minutes?').waitFor();
      await tab.getByRole('heading', { name: 'Do', exact: true }).waitFor();
      const join = tab.getByRole('link', { name: 'Join in Teams' });
      assert.equal(await join.getAttribute('href'), answers.pairing.joinUrl);
      await waitForAnnouncement(tab, 'Your pairing with Miguel Ángel Fernández is shown.');
    });
  });

  it('opens the meeting in Teams', async () => {
    await withTab(server, {}, async (tab, page) => {
      const opened = page.context().waitForEvent('page');
      await tab.getByRole('link', { name: 'Join in Teams' }).click();
      await opened;
      assert.equal(await tab.getByRole('heading', { level: 1 }).innerText(), 'My pairing');
    });
  });

  it('shows both partners of a trio, and a zone only where clocks differ', async () => {
    server.api.set('/me/now', { ...answers.now, pairing: answers.trio });
    await withTab(server, {}, async (tab) => {
      const text = await read(tab, 'My pairing');
      says(text, 'Priya Raman Digital · Leeds', 'Priya Raman Declined', 'You last met 3 rounds ago.');
      assert.ok(!text.includes('For Priya Raman'));
    });
  });

  it('says when there is no time yet, no booking, or no Teams link', async () => {
    const cases = [
      { change: { state: 'planned', slot: null, joinUrl: null }, sentence: 'The time is still being found.' },
      { change: { state: 'failed', slot: null, joinUrl: null }, sentence: 'We could not book a meeting.' },
      {
        change: { state: 'cancelled', slot: null, joinUrl: null },
        sentence: 'Called off It cannot take place after all.',
      },
      {
        change: { state: 'suggested', slot: null, joinUrl: null, offer: [] },
        sentence: 'No time suits everybody at the moment.',
      },
      { change: { joinUrl: null }, sentence: 'This meeting has no Teams link.' },
    ] as const;
    for (const { change, sentence } of cases) {
      server.api.set('/me/now', { ...answers.now, pairing: { ...answers.pairing, ...change } });
      await withTab(server, {}, async (tab) => {
        says(await read(tab, 'My pairing'), sentence);
        assert.equal(await tab.getByRole('link', { name: 'Join in Teams' }).count(), 0);
      });
    }
  });

  it('shows who would like which time where all choose the same one', async () => {
    const slot = { start: '2026-12-16T14:00:00Z', end: '2026-12-16T14:30:00Z' };
    const [partner] = answers.pairing.partners;
    server.api.set('/me/now', {
      ...answers.now,
      pairing: {
        ...answers.pairing,
        state: 'suggested',
        slot: null,
        joinUrl: null,
        offer: [slot],
        wishes: [{ person: partner?.id, slot }],
      },
    });
    await withTab(server, {}, async (tab) => {
      says(
        await read(tab, 'My pairing'),
        'There is no invitation yet: it follows once you have all chosen the same time.',
        'Miguel Ángel Fernández would like this time.',
      );
    });
  });

  it('shows the times that the bot offers, on every clock, and where to choose', async () => {
    const offer = [
      { start: '2026-12-16T14:00:00Z', end: '2026-12-16T14:30:00Z' },
      { start: '2026-12-17T09:30:00Z', end: '2026-12-17T10:00:00Z' },
    ];
    server.api.set('/me/now', {
      ...answers.now,
      pairing: {
        ...answers.pairing,
        state: 'suggested',
        slot: null,
        joinUrl: null,
        offer,
      },
    });
    await withTab(server, {}, async (tab) => {
      says(
        await read(tab, 'My pairing'),
        'Time to be chosen There is no invitation yet: one of you chooses the time.',
        'Choose one in your chat with the bot; this page only shows them.',
      );
      const times = await tab
        .getByRole('list', { name: 'Times to choose from' })
        .getByRole('listitem')
        .allInnerTexts();
      assert.deepEqual(
        times.map((text) => text.replace(/\s+/g, ' ')),
        [
          'Wednesday 16 December, 14:00–14:30 For Miguel Ángel Fernández: Wed 16 Dec, 09:00 (Bogota)',
          'Thursday 17 December, 09:30–10:00 For Miguel Ángel Fernández: Thu 17 Dec, 04:30 (Bogota)',
        ],
      );
      assert.equal(await tab.getByRole('button').count(), 0);
    });

    server.api.set('/me/now', { ...answers.now, pairing: { ...answers.pairing, offer } });
    await withTab(server, { locale: 'de-DE' }, async (tab) => {
      says(
        await read(tab, 'Mein Treffen'),
        'Gebucht Der Termin steht in Ihren Kalendern.',
        'Zeiten zur Wahl Mittwoch, 16. Dezember, 14:00–14:30 Uhr',
      );
    });
  });

  it('without a pairing, says what happens next, when, and how to take part', async () => {
    server.api.set('/me/now', () => ({ ...answers.now, pairing: null, me: server.api.get('/me') }));
    const next =
      'Pairing Thursday 7 January, 10:00 Meetings In the week of 11 January 2027 Length 30 minutes';
    const wishes =
      'Your wishes Mornings, 45 minutes where the others like that too. To change them, write “settings” to the bot.';
    await withTab(server, {}, async (tab) => {
      says(await read(tab, 'Your next coffee is on its way'), 'You are in UnMentoring.', `${next} ${wishes}`);
    });

    server.api.set('/schemes', [{ ...answers.schemes[0], status: 'not-in' }]);
    await withTab(server, {}, async (tab) => {
      says(
        await read(tab, 'Meet a colleague you would not meet otherwise'),
        'open the chat with the bot in this app and write “join”',
        next,
      );
      assert.equal(await tab.getByText('Your wishes').count(), 0);
    });

    server.api.set('/schemes', [{ ...answers.schemes[0], status: 'paused' }]);
    server.api.set('/me', {
      ...answers.me,
      enrolments: [{ ...answers.me.enrolments[0], status: 'paused', pausedUntil: '2027-02-01' }],
    });
    await withTab(server, {}, async (tab) => {
      says(await read(tab, 'You are taking a break'), 'until 1 February 2027');
    });

    server.api.set('/schemes', []);
    await withTab(server, {}, async (tab) => {
      await read(tab, 'Nothing is running yet');
    });
  });

  it('warns somebody whom the bot cannot reach', async () => {
    server.api.set('/me', { ...answers.me, settings: { ...answers.me.settings, reachable: false } });
    await withTab(server, {}, async (tab) => {
      says(await read(tab, 'My pairing'), 'Our messages do not reach you');
    });
  });

  it('speaks the language that Teams is set to, dates included, and English where it does not know it', async () => {
    await withTab(server, { locale: 'de-DE' }, async (tab) => {
      says(await read(tab, 'Mein Treffen'), 'Dienstag, 15. Dezember', '14:00–14:30 Uhr, Ihre Zeit (London)');
      assert.equal(await tab.locator('html').getAttribute('lang'), 'de');
      assert.equal(await tab.locator('html').getAttribute('dir'), 'ltr');
    });
    await withTab(server, { locale: 'fr-FR' }, async (tab) => {
      says(await read(tab, 'My pairing'), 'Tuesday 15 December');
      assert.equal(await tab.locator('html').getAttribute('lang'), 'en');
    });
  });
});
