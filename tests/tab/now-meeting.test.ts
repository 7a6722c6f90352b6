import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Now } from '../../core/api/me.ts';
import type { MyMeeting } from '../../core/api/meetings.ts';
import * as answers from './answers.ts';
import { nows, threeOfUs } from './nows.ts';
import { useTabServer } from './tab-server.ts';
import { read, waitForAnnouncement, waitForFocus, withTab } from './with-tab.ts';

function says(text: string, ...sentences: string[]): void {
  for (const sentence of sentences) assert.ok(text.includes(sentence), `expected "${sentence}" in: ${text}`);
}

const title = 'You are meeting Miguel Ángel Fernández';
const { meeting, pairing } = answers.now as Now & { meeting: MyMeeting };
const path = '/me/meetings/unmentoring/2026-12-14';

describe('tab: Now with a meeting', () => {
  const server = useTabServer();
  /** What is stored of the meeting; a PATCH changes it. */
  let stored: MyMeeting;
  let current: Now;
  beforeEach(() => {
    stored = meeting;
    current = answers.now;
    server.api.set(`PATCH ${path}`, ({ body }: { body: Partial<MyMeeting> }) => {
      const { coming = stored.coming, said = stored.said, note = stored.note } = body;
      const { feedback = stored.feedback } = body;
      stored = { ...stored, coming, said, note, feedback, version: `m${server.writes.length + 1}` };
      server.api.set('/me/now', { ...current, meeting: stored });
      return stored;
    });
    server.api.set('POST /me/acts', ({ body, key }: { body: unknown; key: string }) => ({
      ...{ id: key, act: body, dueAt: '2026-12-10T10:00:10Z', state: 'waiting', reason: null },
    }));
    server.api.set('/me/times', { pairing, times: nows.choose.pairing?.offer ?? [], reason: null });
  });
  const shown = (now: Partial<Now>): void => {
    current = { ...answers.now, ...now };
    server.api.set('/me/now', current);
  };

  it('shows who, when on both clocks, how far off, why, and a question', async () => {
    await withTab(server, {}, async (tab) => {
      says(
        await read(tab, title),
        'Highways and Transport · Bogotá I draw maps of places that do not exist.',
        'Favourite drink: tinto Likes to be asked about: salsa, bridges',
        'Tuesday 15 December 14:00–14:30 your time (London) · In 5 days',
        'For Miguel Ángel Fernández: 09:00 (Bogota)',
        'Why you two You have not been paired before.',
      );
      await tab.getByText('Do: What could you show somebody in ten minutes?').waitFor();
      await tab.getByRole('button', { name: 'Another question' }).click();
      await tab
        .getByRole('main')
        .getByText(/^Share: /)
        .waitFor();
      assert.equal(
        await tab.getByRole('main').getByText('What could you show somebody in ten minutes?').count(),
        0,
      );
      const write = tab.getByRole('link', { name: 'Write to Miguel Ángel Fernández' });
      assert.equal(
        await write.getAttribute('href'),
        'https://teams.microsoft.com/l/chat/0/0?users=miguel%40example.com',
      );
    });
  });

  it('shows both partners of a trio by name, and a clock only where it differs', async () => {
    server.api.set('/me/now', threeOfUs);
    await withTab(server, {}, async (tab) => {
      const text = await read(tab, 'You are meeting Miguel Ángel Fernández and Priya Raman');
      says(
        text,
        'Priya Raman Digital · Leeds Has declined the invitation',
        'Why the three of you You last met 3',
      );
      assert.ok(!text.includes('For Priya Raman'), text);
    });
  });

  it('counts down without moving the focus, and offers to join from ten minutes before', async () => {
    shown({ at: '2026-12-15T13:49:00Z' });
    const prepare = async (page: Page): Promise<void> => {
      await page.clock.install();
    };
    await withTab(server, { prepare }, async (tab, page) => {
      says(await read(tab, title), 'In 11 minutes');
      assert.equal(await tab.getByRole('link', { name: 'Join the meeting' }).count(), 0);
      await tab.getByRole('button', { name: 'Another time' }).focus();
      await page.clock.runFor(60_000);
      await tab.getByText('In 10 minutes').waitFor();
      const join = tab.getByRole('link', { name: 'Join the meeting' });
      assert.equal(await join.getAttribute('href'), answers.pairing.joinUrl);
      // It is moved only as long as it is not about to begin.
      assert.equal(await tab.getByRole('button', { name: 'Another time' }).count(), 0);
    });
  });

  it('notes "I\'ll be there" at once, keeps the focus on it, and takes it back with Undo', async () => {
    await withTab(server, {}, async (tab, page) => {
      const coming = tab.getByRole('button', { name: "I'll be there" });
      await coming.click();
      await tab.getByRole('button', { name: "I'll be there", pressed: true }).waitFor();
      await waitForFocus(page, "I'll be there");
      await tab.getByRole('button', { name: 'Undo' }).click();
      await tab.getByRole('button', { name: "I'll be there", pressed: false }).waitFor();
      await waitForAnnouncement(tab, 'It is undone.');
      const start = answers.pairing.slot?.start;
      assert.deepEqual(
        server.writes.map(({ body, ifMatch }) => [body, ifMatch]),
        [
          [{ start, coming: true }, '"m1"'],
          [{ start, coming: false }, '"m2"'],
        ],
      );
    });
  });

  it('finds other times, and shows the one that was chosen as being booked', async () => {
    await withTab(server, {}, async (tab, page) => {
      await tab.getByRole('button', { name: 'Another time' }).click();
      await waitForFocus(page, 'Another time');
      await tab.getByText('These times are free for all of you at the moment.').waitFor();
      await tab.getByText('09:00 for Miguel Ángel Fernández').first().waitFor();
      await tab.getByRole('button', { name: 'Wed 16 Dec, 14:00' }).click();
      await tab.getByText('I am still booking it: the invitation follows.').waitFor();
      says(await read(tab, title), 'Wednesday 16 December 14:00–14:30');
      assert.equal(await tab.getByRole('button', { name: 'Keep the time as it is' }).count(), 0);
      await waitForFocus(page, title);
      await tab.getByRole('button', { name: 'Undo' }).waitFor();
      assert.deepEqual(server.writes[0]?.body, {
        kind: 'choose',
        pairing: 'p1',
        revision: 0,
        start: '2026-12-16T14:00:00Z',
      });
    });
  });

  it('offers other times and to leave it to those who cannot come, and says why there are none', async () => {
    await withTab(server, {}, async (tab, page) => {
      await tab.getByRole('button', { name: "Can't make it" }).click();
      await tab.getByText('No problem. These times suit everybody:').waitFor();
      await tab.getByRole('button', { name: 'Keep the time as it is' }).click();
      server.api.set('/me/times', { pairing, times: [], reason: 'no-slot' });
      await tab.getByRole('button', { name: "Can't make it" }).click();
      await tab.getByText("I can't find another time this week").waitFor();
      await tab.getByRole('button', { name: 'Not this time' }).click();
      await read(tab, 'You are skipping this one');
      await waitForFocus(page, 'You are skipping this one');
      await tab.getByRole('button', { name: 'Undo' }).waitFor();
      assert.deepEqual(server.writes[0]?.body, { kind: 'skip', scheme: 'unmentoring', round: '2026-12-14' });
    });
  });

  it('says when calendars cannot be read, and looks again', async () => {
    server.api.set('/me/times', 503);
    await withTab(server, { hash: '#/now?times' }, async (tab) => {
      await tab.getByRole('alert').filter({ hasText: 'Try again in a moment.' }).waitFor();
      server.api.set('/me/times', { pairing, times: [], reason: 'begun' });
      await tab.getByRole('button', { name: 'Try again' }).click();
      await tab.getByText('This meeting has begun or is over').waitFor();
    });
  });

  it('offers the times to choose from, and says who would like which', async () => {
    const [slot] = nows.choose.pairing?.offer ?? [];
    assert.ok(slot && nows.choose.pairing);
    const wishes = [{ person: answers.pairing.partners[0]?.id ?? '', slot }];
    server.api.set('/me/now', { ...nows.choose, pairing: { ...nows.choose.pairing, wishes } });
    await withTab(server, {}, async (tab) => {
      says(
        await read(tab, 'When would you like to meet Miguel Ángel Fernández?'),
        'these times are free in the calendars that I can read',
        'Miguel Ángel Fernández would like this time.',
        'it is booked once everybody has picked the same one',
      );
      await tab.getByRole('button', { name: 'Thu 17 Dec, 09:30' }).click();
      await tab.getByText('You would like this time.').waitFor();
      // The product takes the first one alone.
      await tab.getByRole('button', { name: 'Fri 18 Dec, 14:00', disabled: true }).waitFor();
    });
  });

  it('keeps a private note on leaving the field, and takes it back with Undo', async () => {
    await withTab(server, {}, async (tab) => {
      await tab.getByText('Your private notes').click();
      await tab.getByLabel('Before you meet').fill('Ask about the bridge.');
      await tab.getByText('Your private notes').focus();
      await tab.getByText('Your note is saved.').first().waitFor();
      assert.deepEqual(server.writes[0]?.body, { note: { before: 'Ask about the bridge.', after: '' } });
      await tab.getByRole('button', { name: 'Undo' }).click();
      await tab.getByLabel('Before you meet').and(tab.locator(':placeholder-shown')).waitFor();
      await waitForAnnouncement(tab, 'It is undone.');
      assert.deepEqual(stored.note, { before: '', after: '' });
    });
  });

  it('keeps what was written in the field when it cannot be stored', async () => {
    const fine = server.api.get(`PATCH ${path}`);
    server.api.set(`PATCH ${path}`, [503, fine]);
    await withTab(server, {}, async (tab) => {
      await tab.getByText('Your private notes').click();
      server.api.set('/me/now', 503);
      const note = tab.getByLabel('Before you meet');
      await note.fill('Ask about the bridge.');
      await tab.getByText('Your private notes').focus();
      await tab.getByRole('alert').filter({ hasText: "I don't know yet whether it was done." }).waitFor();
      assert.equal(await note.inputValue(), 'Ask about the bridge.');
      await note.focus();
      await tab.getByText('Your private notes').focus();
      await tab.getByText('Your note is saved.').first().waitFor();
      assert.equal(stored.note.before, 'Ask about the bridge.');
    });
  });

  it('shows an answer no more that could not be stored', async () => {
    server.api.set(`PATCH ${path}`, 503);
    await withTab(server, {}, async (tab) => {
      const coming = tab.getByRole('button', { name: "I'll be there" });
      await coming.waitFor();
      server.api.set('/me/now', 503);
      await coming.click();
      await tab.getByRole('alert').waitFor();
      await tab.getByRole('button', { name: "I'll be there", pressed: false }).waitFor();
    });
  });

  it('keeps what is being written when the meeting ends', async () => {
    shown({ at: '2026-12-15T14:29:00Z' });
    const prepare = async (page: Page): Promise<void> => {
      await page.clock.install();
    };
    await withTab(server, { prepare }, async (tab, page) => {
      await tab.getByText('Your private notes').click();
      await tab.getByLabel('Before you meet').fill('Ask about the bridge.');
      await page.clock.runFor(60_000);
      await read(tab, 'Did you meet Miguel Ángel Fernández?');
      await tab.getByText('Your note is saved.').first().waitFor();
      assert.equal(stored.note.before, 'Ask about the bridge.');
    });
  });

  it('counts on from its last answer, also after an hour elsewhere, and keeps its pictures', async () => {
    shown({ at: '2026-12-15T10:59:30Z' });
    const prepare = async (page: Page): Promise<void> => {
      await page.clock.install();
    };
    await withTab(server, { prepare }, async (tab, page) => {
      says(await read(tab, title), 'In 3 h 1 min');
      await tab.getByRole('link', { name: 'History' }).click();
      await read(tab, 'History');
      server.api.set('/me/now', 503);
      await page.clock.fastForward(3_600_000);
      await tab.getByRole('link', { name: 'Now' }).click();
      says(await read(tab, title), 'In 2 h 1 min');
      const photos = server.calls.filter((call) => call.includes('/photo'));
      assert.deepEqual(photos, [...new Set(photos)], 'each is asked for once');
    });
  });

  it('writes again to what it reads when only something else was changed in the chat', async () => {
    await withTab(server, {}, async (tab) => {
      await read(tab, title);
      server.api.set(path, { ...meeting, version: 'm7', note: { before: 'From the chat.', after: '' } });
      const fine = server.api.get(`PATCH ${path}`);
      server.api.set(`PATCH ${path}`, [412, fine]);
      await tab.getByRole('button', { name: "I'll be there" }).click();
      await tab.getByRole('button', { name: "I'll be there", pressed: true }).waitFor();
      await tab.getByRole('button', { name: 'Undo' }).waitFor();
      assert.deepEqual(
        server.writes.map(({ ifMatch }) => ifMatch),
        ['"m1"', '"m7"'],
      );
    });
  });
});
