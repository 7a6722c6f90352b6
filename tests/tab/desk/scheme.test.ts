import assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import type { SchemeSettings, StoredSettings } from '../../../core/schemes/settings-schemas.ts';
import * as answers from '../answers.ts';
import { type TabServer, useTabServer, type Write } from '../tab-server.ts';
import { read, waitForAnnouncement, withTab } from '../with-tab.ts';

const hash = '#/settings/unmentoring';
const path = '/schemes/unmentoring/settings';
const put = `PUT ${path}`;
const bo = { id: 't.bo', name: 'Bo Larsen' };
const ada = { id: answers.me.id, name: answers.me.name };
const stored: StoredSettings = {
  ...answers.settings,
  settings: { ...answers.settings.settings, coordinators: [ada.id] },
  people: [ada],
};

/** Has the server keep what is saved, as the product does. */
function keep(server: TabServer): void {
  server.api.set(path, stored);
  server.api.set(put, ({ body, ifMatch }: Write) => {
    const current = server.api.get(path) as StoredSettings;
    if (ifMatch !== `"${current.version}"`) return 412;
    const settings = { ...current.settings, ...(body as { settings: Partial<SchemeSettings> }).settings };
    const people = settings.coordinators.map((id) => (id === bo.id ? bo : ada));
    const next = { ...current, version: `${current.version}+`, settings, people };
    server.api.set(path, next);
    return next;
  });
}

/** Somebody else saves other settings. */
function changeElsewhere(server: TabServer, settings: Partial<SchemeSettings>): void {
  const current = server.api.get(path) as StoredSettings;
  server.api.set(path, { ...current, version: 'theirs', settings: { ...current.settings, ...settings } });
}

/** What was sent, and the version that it was about. */
function saved({ writes }: TabServer): { version: string | null; settings: unknown }[] {
  return writes
    .filter(({ call }) => call === put)
    .map(({ ifMatch, body }) => ({
      version: ifMatch,
      settings: (body as { settings: unknown }).settings,
    }));
}

async function save(tab: FrameLocator): Promise<void> {
  await tab.getByRole('button', { name: 'Save' }).click();
}

/** Types into a field with a list, in place of what is in it. */
async function type(field: Locator, text: string): Promise<void> {
  await field.fill('');
  await field.pressSequentially(text);
}

/** The radio buttons that are chosen. */
function chosen(tab: FrameLocator): Promise<string[]> {
  return tab
    .locator('input[type=radio]:checked')
    .evaluateAll((radios) => radios.map((radio) => (radio as unknown as { value: string }).value));
}

describe('tab: the settings of a scheme, for coordinators', () => {
  const server = useTabServer();
  beforeEach(() => {
    server.api.set('/me', answers.coordinator);
    keep(server);
  });

  it('shows every setting with what it leads to, and the next three rounds in words', async () => {
    await withTab(server, { hash }, async (tab) => {
      const text = await read(tab, 'Settings');
      await waitForAnnouncement(tab, 'Settings of UnMentoring');
      for (const sentence of [
        'What you change here holds for every round that is paired from now on.',
        'Everybody reads it before they join.',
        'United Kingdom Time. Meeting weeks and pairing days go by this clock.',
        'The earlier it is, the more of their week is still free.',
        'Most mailboxes know when somebody works.',
        'They go out at the pairing time, and nobody has to do anything.',
        'They need no role for it.',
      ])
        assert.ok(text.includes(sentence), `expected "${sentence}" in: ${text}`);
      assert.deepEqual(await chosen(tab), ['monthly', '30', 'automatic', 'standing', 'none']);
      await tab
        .getByText('Meetings in the week of 11 January 2027')
        .locator('..')
        .getByText('People are paired, and hear of it, on Thu 7 Jan, 10:00.')
        .waitFor();
      await tab.getByRole('listitem').filter({ hasText: 'Ada Okafor' }).waitFor();
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

  it('saves what was changed alone, says so, and takes it back', async () => {
    await withTab(server, { hash }, async (tab) => {
      await read(tab, 'Settings');
      await tab.getByLabel('Name', { exact: true }).fill('  Coffee   for two ');
      await tab.getByLabel('45 minutes').check();
      await save(tab);
      await waitForAnnouncement(tab, 'The settings are saved. You can undo it for 10 seconds');
      assert.deepEqual(saved(server), [
        { version: '"first"', settings: { name: 'Coffee for two', minutes: 45 } },
      ]);
      await save(tab);
      await waitForAnnouncement(tab, 'There is nothing to save');
      await tab.getByRole('button', { name: 'Undo' }).click();
      await waitForAnnouncement(tab, 'It is undone.');
      assert.deepEqual(saved(server)[1], {
        version: '"first+"',
        settings: { name: 'UnMentoring', minutes: 30 },
      });
      assert.equal(await tab.getByLabel('Name', { exact: true }).inputValue(), 'UnMentoring');
      assert.equal(await tab.getByLabel('30 minutes').isChecked(), true);
    });
  });

  it('says the new dates as soon as something changes them, and none while they are not known', async () => {
    await withTab(server, { hash }, async (tab) => {
      await read(tab, 'Settings');
      await tab.getByText('People are paired, and hear of it, on Thu 4 Feb, 10:00.').waitFor();
      await tab.getByLabel('Yes, from 16:00 on the working day before').check();
      await waitForAnnouncement(
        tab,
        'Meetings in the week of 11 January 2027 Those who have been silent for two rounds are reminded on Tue 5 Jan, 10:00. You see the pairs on Wed 6 Jan, 16:00. They go out on Thu 7 Jan, 10:00.',
      );
      await tab.getByLabel('Only those who say yes').check();
      await tab.getByText('Everybody is asked on Tue 2 Feb, 10:00.').waitFor();
      const asked = server.writes.filter(({ call }) => call === 'POST /scheme-dates').length;
      await tab.getByLabel('At', { exact: true }).fill('');
      await tab.getByText('They appear here as soon as the fields above are complete.').waitFor();
      assert.equal(server.writes.filter(({ call }) => call === 'POST /scheme-dates').length, asked);
    });
  });

  it('finds a zone by a part of its name, and by the name of its clock', async () => {
    await withTab(server, { hash }, async (tab) => {
      await read(tab, 'Settings');
      const zone = tab.getByRole('combobox', { name: 'Time zone' });
      await type(zone, 'são');
      await tab.getByRole('option', { name: 'America/Sao Paulo' }).click();
      await tab.getByText(/^Bras[ií]lia .*Time\. Meeting weeks/).waitFor();
      await type(zone, 'central european');
      await tab.getByRole('option', { name: 'Europe/Berlin' }).waitFor();
      await tab.getByText('Choose a time zone from the list.').waitFor();
      await tab.getByText('They appear here as soon as').waitFor();
      await zone.fill('europe/berlin');
      // Else it would be said over what is said of saving.
      await waitForAnnouncement(tab, 'on Thu 7 Jan, 11:00.');
      await save(tab);
      await waitForAnnouncement(tab, 'The settings are saved.');
      assert.deepEqual(saved(server)[0]?.settings, { zone: 'Europe/Berlin' });
    });
  });

  it('turns to every few weeks, counted from a Monday to come', async () => {
    await withTab(server, { hash }, async (tab) => {
      await read(tab, 'Settings');
      await tab.getByLabel('Every few weeks, whatever the month').check();
      await tab.getByLabel('How many weeks apart').selectOption('Every 2 weeks');
      await tab.getByLabel('A meeting week to count from').selectOption('Week of 14 December 2026');
      await tab.getByLabel('Pairing day').selectOption('Sunday, 8 days before');
      await tab.getByText('the meeting week of the round before is not over by then').waitFor();
      await save(tab);
      await tab.getByLabel('Pairing day').and(tab.locator(':focus')).waitFor();
      await tab.getByLabel('Pairing day').selectOption('Monday, 7 days before');
      await save(tab);
      await waitForAnnouncement(tab, 'The settings are saved.');
      assert.deepEqual(saved(server), [
        {
          version: '"first"',
          settings: {
            cadence: { kind: 'weeks', every: 2, from: '2026-12-14' },
            pairing: { daysBefore: 7, at: '10:00' },
          },
        },
      ]);
    });
  });

  it('names coordinators that are found by name, and asks for one', async () => {
    server.api.set('/colleagues', [{ ...bo, department: 'Parks' }]);
    await withTab(server, { hash }, async (tab) => {
      await read(tab, 'Settings');
      await tab.getByRole('button', { name: 'Remove Ada Okafor' }).click();
      await waitForAnnouncement(tab, 'Ada Okafor is off the list. It counts once you save.');
      const find = tab.getByRole('combobox', { name: 'First name and surname' });
      await find.and(tab.locator(':focus')).waitFor();
      await save(tab);
      await tab.getByText('Somebody has to look after it.').waitFor();
      await find.and(tab.locator(':focus')).waitFor();
      assert.deepEqual(saved(server), []);
      await type(find, 'bo');
      await tab.getByRole('option', { name: 'Bo Larsen' }).click();
      await tab.getByRole('button', { name: 'Add' }).click();
      await waitForAnnouncement(tab, 'Bo Larsen is on the list. It counts once you save.');
      await save(tab);
      await waitForAnnouncement(tab, 'The settings are saved.');
      assert.deepEqual(saved(server)[0]?.settings, { coordinators: [bo.id] });
    });
  });

  it('says what somebody else changed meanwhile, keeps what was chosen here, and saves that on a second press', async () => {
    await withTab(server, { hash }, async (tab) => {
      await read(tab, 'Settings');
      changeElsewhere(server, {
        minutes: 60,
        lunch: { start: '11:30', end: '12:30' },
        asking: 'each-time',
      });
      await tab.getByLabel('45 minutes').check();
      await tab.getByLabel('Name', { exact: true }).fill('Coffee');
      await save(tab);
      const notice = tab.getByRole('alert').filter({ hasText: 'Somebody else has changed these settings' });
      await notice.waitFor();
      assert.equal(
        (await notice.innerText()).replace(/\s+/g, ' '),
        'Somebody else has changed these settings meanwhile “Who takes part in a round” and “Lunch”: as they chose it. You both changed “Length of a meeting”. Here is what you chose; if you save, it replaces theirs. What you chose yourself is still here. Save again to store it.',
      );
      assert.equal(await tab.getByLabel('Lunch from').inputValue(), '11:30');
      assert.deepEqual(await chosen(tab), ['monthly', '45', 'automatic', 'each-time', 'none']);
      await save(tab);
      await waitForAnnouncement(tab, 'The settings are saved.');
      assert.equal(await notice.count(), 0);
      assert.deepEqual(saved(server)[1], { version: '"theirs"', settings: { name: 'Coffee', minutes: 45 } });
    });
  });

  for (const [answer, why] of [
    [403, 'Not saved. This is not open to you.'],
    [503, 'Not saved. UnMentoring cannot be reached just now.'],
    ['nobody', 'Not saved: somebody has to look after it.'],
    ['dates', 'Not saved: with these dates a round would be paired in the past'],
    ['not-in-directory', 'Not saved: somebody on the list is no longer in the staff directory.'],
  ] as const) {
    it(`says why nothing was saved (${answer}), and keeps what was chosen`, async () => {
      const refusal = { title: 'For the test', status: 409, code: 'refused', reason: answer };
      server.api.set(put, typeof answer === 'number' ? answer : Response.json(refusal, { status: 409 }));
      await withTab(server, { hash }, async (tab) => {
        await read(tab, 'Settings');
        await tab.getByLabel('60 minutes').check();
        await save(tab);
        await tab.getByRole('alert').filter({ hasText: why }).waitFor();
        assert.equal(await tab.getByLabel('60 minutes').isChecked(), true);
      });
    });
  }

  it('asks at each field for what is missing as soon as it is, and sends nothing before', async () => {
    await withTab(server, { hash }, async (tab) => {
      await read(tab, 'Settings');
      for (const [label, wrong, sentence, right] of [
        ['Name', ' ', 'Give it a name.', 'Coffee'],
        ['At', '', 'Enter a time.', '09:00'],
        ['Work to', '09:00', 'Choose a time after the start.', '17:00'],
        ['Lunch from', '', 'Enter a time.', '12:00'],
        ['Lunch to', '11:59', 'Choose a time after the start.', '12:01'],
      ] as const) {
        const field = tab.getByLabel(label, { exact: true });
        await field.fill(wrong);
        await tab.getByText(sentence).waitFor();
        assert.equal(await field.getAttribute('aria-invalid'), 'true');
        await save(tab);
        await field.and(tab.locator(':focus')).waitFor();
        await field.fill(right);
        assert.equal(await field.getAttribute('aria-invalid'), null);
      }
      const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
      for (const day of days) await tab.getByLabel(day, { exact: true }).uncheck();
      await tab.getByText('Choose at least one day.').waitFor();
      await save(tab);
      await tab.getByLabel('Monday', { exact: true }).and(tab.locator(':focus')).waitFor();
      assert.deepEqual(saved(server), []);
      for (const day of ['Sunday', 'Monday']) await tab.getByLabel(day, { exact: true }).check();
      await save(tab);
      await waitForAnnouncement(tab, 'The settings are saved.');
      assert.deepEqual(saved(server)[0]?.settings, {
        name: 'Coffee',
        pairing: { daysBefore: 4, at: '09:00' },
        workingHours: { days: ['Mon', 'Sun'], start: '09:00', end: '17:00' },
        lunch: { start: '12:00', end: '12:01' },
      });
    });
  });

  it('exists in German too', async () => {
    await withTab(server, { hash, locale: 'de-DE' }, async (tab) => {
      assert.match(await read(tab, 'Einstellungen'), /Auslosungstag .* Donnerstag, 4 Tage davor .* Montag/);
      await tab.getByText('Am Do., 7. Jan., 10:00 wird ausgelost, und alle erfahren es.').waitFor();
      await tab.getByLabel('45 Minuten').check();
      await tab.getByRole('button', { name: 'Speichern' }).click();
      await waitForAnnouncement(tab, 'Die Einstellungen sind gespeichert.');
    });
  });
});
