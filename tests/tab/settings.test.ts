import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import type { StoredSettings } from '../../core/schemes/settings-schemas.ts';
import * as answers from './answers.ts';
import { useTabServer, type Write } from './tab-server.ts';
import { read, waitForAnnouncement, withTab } from './with-tab.ts';

const hash = '#/settings/unmentoring';
const put = 'PUT /schemes/unmentoring/settings';
/** The settings that somebody else saved. */
const theirs: StoredSettings = {
  ...answers.settings,
  version: 'second',
  settings: {
    ...answers.settings.settings,
    minutes: 60,
    lunch: { start: '11:30', end: '12:30' },
  },
};

/** The values in the form: the chosen radio buttons, and the times. */
async function held(tab: FrameLocator): Promise<{ on: string[]; lunch: string[] }> {
  return {
    on: await tab
      .locator('input[type=radio]:checked')
      .evaluateAll((radios) => radios.map((radio) => (radio as unknown as { value: string }).value)),
    lunch: await Promise.all(
      ['From', 'To'].map((label) => tab.getByLabel(label, { exact: true }).inputValue()),
    ),
  };
}

function wanted({ ifMatch, body }: Write): { version: string | null; settings: Record<string, unknown> } {
  return { version: ifMatch, settings: (body as { settings: Record<string, unknown> }).settings };
}

describe('tab: the settings of a scheme, for coordinators', () => {
  const server = useTabServer();
  beforeEach(() => {
    server.api.set('/me', answers.coordinator);
  });

  it('shows the present settings, and from when a change counts', async () => {
    await withTab(server, { hash }, async (tab) => {
      const text = await read(tab, 'Settings');
      assert.match(text, /They hold for every meeting that is planned from now on\./);
      assert.match(text, /Meetings that are already booked or suggested stay as they are\./);
      assert.deepEqual(await held(tab), { on: ['automatic', 'standing', '30'], lunch: ['12:00', '13:00'] });
      await waitForAnnouncement(tab, 'Settings of UnMentoring');
      for (const name of ['How meetings come about', 'Who takes part in a round', 'Length of a meeting']) {
        await tab.getByRole('radiogroup', { name }).waitFor();
      }
      await tab.getByRole('group', { name: 'Lunch' }).waitFor();
      assert.equal(
        await tab.getByRole('link', { name: 'Rounds', exact: true }).getAttribute('aria-current'),
        'page',
      );
    });
  });

  it('asks what becomes of times that nobody chooses only where people choose them', async () => {
    await withTab(server, { hash }, async (tab) => {
      await read(tab, 'Settings');
      const books = tab.getByRole('switch', { name: 'Where nobody chooses' });
      assert.equal(await books.count(), 0);
      await tab.getByLabel('People choose one of the times').check();
      assert.equal(await books.isChecked(), true);
    });
  });

  it('saves what is chosen with the keyboard alone, says so, and names the new version the next time', async () => {
    const lunch = { start: '11:15', end: '13:00' };
    const asking = 'each-time';
    const saved = {
      minutes: 45,
      booking: 'suggestions',
      asking,
      booksForSilent: false,
      coverage: false,
      lunch,
    };
    server.api.set(put, { ...answers.settings, version: 'second', settings: saved });
    await withTab(server, { hash }, async (tab, page) => {
      await read(tab, 'Settings');
      await tab.getByRole('heading', { name: 'Settings' }).and(tab.locator(':focus')).waitFor();
      const [choose, toggle] = [
        ['Tab', 'ArrowDown'],
        ['Tab', 'Space'],
      ];
      for (const key of [...choose, ...toggle, ...choose, ...choose, ...toggle, 'Tab'])
        await page.keyboard.press(key);
      await tab.getByLabel('From', { exact: true }).and(tab.locator(':focus')).waitFor();
      // A browser with a twelve-hour clock asks for AM or PM too.
      await page.keyboard.type('1115A');
      await page.keyboard.press('Enter');
      await waitForAnnouncement(tab, 'Saved. The settings hold for whatever is planned from now on.');
      assert.deepEqual(server.writes.map(wanted), [{ version: '"first"', settings: saved }]);
      assert.deepEqual(await held(tab), {
        on: ['suggestions', 'each-time', '45'],
        lunch: ['11:15', '13:00'],
      });
      await tab.getByRole('button', { name: 'Save' }).click();
      await waitForAnnouncement(tab, 'Saved.');
      assert.deepEqual(server.writes.map(wanted)[1], { version: '"second"', settings: saved });
    });
  });

  it('shows the settings of somebody who was faster, and replaces them on a second save', async () => {
    server.api.set(put, 412);
    await withTab(server, { hash }, async (tab) => {
      await read(tab, 'Settings');
      server.api.set('/schemes/unmentoring/settings', theirs);
      await tab.getByLabel('45 minutes').check();
      await tab.getByRole('button', { name: 'Save' }).click();
      await tab.getByRole('alert').filter({ hasText: 'Not saved: somebody else has changed' }).waitFor();
      assert.deepEqual(await held(tab), { on: ['automatic', 'standing', '60'], lunch: ['11:30', '12:30'] });
      server.api.set(put, theirs);
      await tab.getByLabel('45 minutes').check();
      assert.equal(await tab.getByRole('alert').count(), 0, 'what was said is over with the next choice');
      await tab.getByRole('button', { name: 'Save' }).click();
      await waitForAnnouncement(tab, 'Saved.');
      assert.deepEqual(server.writes.map(wanted)[1], {
        version: '"second"',
        settings: { ...theirs.settings, minutes: 45 },
      });
    });
  });

  for (const [status, why] of [
    [403, 'This is not open to you.'],
    [503, 'UnMentoring cannot be reached just now.'],
  ] as const) {
    it(`says why nothing was saved (${status}), and keeps what was chosen`, async () => {
      server.api.set(put, status);
      await withTab(server, { hash }, async (tab) => {
        await read(tab, 'Settings');
        await tab.getByLabel('60 minutes').check();
        await tab.getByRole('button', { name: 'Save' }).click();
        await tab
          .getByRole('alert')
          .filter({ hasText: `Not saved. ${why}` })
          .waitFor();
        assert.deepEqual((await held(tab)).on, ['automatic', 'standing', '60']);
      });
    });
  }

  it('asks at the field for a lunch that ends after it starts, and sends nothing before', async () => {
    server.api.set(put, answers.settings);
    await withTab(server, { hash }, async (tab) => {
      await read(tab, 'Settings');
      const end = tab.getByLabel('To', { exact: true });
      for (const [time, sentence] of [
        ['12:00', 'Choose a time after the start of lunch.'],
        ['11:59', 'Choose a time after the start of lunch.'],
        ['', 'Enter a time.'],
      ] as const) {
        await end.fill(time);
        await tab.getByText(sentence).waitFor();
        assert.equal(await end.getAttribute('aria-invalid'), 'true');
        await tab.getByRole('button', { name: 'Save' }).click();
        await end.and(tab.locator(':focus')).waitFor();
      }
      await end.fill('12:01');
      assert.equal(await end.getAttribute('aria-invalid'), null);
      await tab.getByRole('button', { name: 'Save' }).click();
      await waitForAnnouncement(tab, 'Saved.');
      assert.deepEqual(
        server.writes.map((write) => wanted(write).settings.lunch),
        [{ start: '12:00', end: '12:01' }],
      );
    });
  });

  it('exists in German too', async () => {
    server.api.set(put, answers.settings);
    await withTab(server, { hash, locale: 'de-DE' }, async (tab) => {
      assert.match(await read(tab, 'Einstellungen'), /Mittagspause .* Von Bis Speichern$/);
      await tab.getByRole('button', { name: 'Speichern' }).click();
      await waitForAnnouncement(tab, 'Gespeichert.');
    });
  });
});
