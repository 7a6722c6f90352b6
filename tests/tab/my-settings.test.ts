import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { FrameLocator, Page } from 'playwright-core';
import type { Now } from '../../core/api/me.ts';
import * as answers from './answers.ts';
import { answerSettings, asked, changeElsewhere, data, stored } from './settings/settings-answers.ts';
import { useTabServer } from './tab-server.ts';
import { read, waitForAnnouncement, withTab } from './with-tab.ts';

const hash = '#/me';
const settings = 'PUT /me/settings/unmentoring';

const drink = (tab: FrameLocator) => tab.getByLabel('Favourite drink');
const undo = (tab: FrameLocator) => tab.getByRole('button', { name: 'Undo' });
const press = (tab: FrameLocator, name: string) => tab.getByRole('button', { name, exact: true }).click();

/** Waits until an act has arrived that something else asks for. */
async function taken(page: Page, act: Promise<void>): Promise<void> {
  await Promise.all([page.waitForResponse('**/api/me/acts'), act]);
}

describe('tab: a person’s own settings', () => {
  const server = useTabServer();
  const writes = (call: string) => server.writes.filter((write) => write.call === call);
  beforeEach(() => {
    answerSettings(server);
  });

  it('show all of the sign-up card as it is stored, and how much room is left', async () => {
    await withTab(server, { hash }, async (tab) => {
      await drink(tab).waitFor();
      assert.equal(await drink(tab).inputValue(), 'mint tea');
      await tab.getByText('52 characters left').waitFor();
      await drink(tab).fill('x'.repeat(59));
      await tab.getByText('1 character left').waitFor();
      const chosen = await tab
        .locator('select')
        .evaluateAll((all) => all.map((one) => (one as unknown as { value: string }).value));
      assert.deepEqual(chosen, ['morning', 'scheme', 'video', 'teams']);
      const languages = await tab.getByLabel('Language in which I write').locator('option').allInnerTexts();
      assert.deepEqual(languages, ['As in Teams', 'Deutsch', 'English']);
      assert.equal(await tab.getByLabel('Outside my working hours').isChecked(), true);
    });
  });

  it('are saved by one button with the version that was seen, and put back by Undo', async () => {
    await withTab(server, { hash }, async (tab) => {
      await drink(tab).fill('  cocoa ');
      await tab.getByLabel('Ask me about').fill('newts');
      await tab.getByLabel('Time of day').selectOption('Any time');
      await tab.getByLabel('How long').selectOption('45 minutes, where the others like that too');
      await tab.getByLabel('How you like to talk').selectOption('On the phone');
      await tab.getByLabel("I'm happy to be one of three.").check();
      await tab.getByLabel('Language in which I write').selectOption('Deutsch');
      await tab.getByLabel('Between two times').check();
      await tab.getByLabel('From', { exact: true }).fill('17:30');
      await press(tab, 'Save');
      await waitForAnnouncement(tab, 'Your settings are saved.');
      const saved = {
        preferences: { hours: 'either', minutes: 45, third: true },
        profile: {
          ...{ drink: 'cocoa', about: 'I count newts.', askMe: 'newts', call: 'phone', language: 'de' },
          quiet: { from: '17:30', to: '08:00' },
        },
      };
      assert.deepEqual(
        writes(settings).map(({ ifMatch, body }) => ({ ifMatch, body })),
        [{ ifMatch: '"v1"', body: saved }],
      );
      await undo(tab).click();
      await waitForAnnouncement(tab, 'It is undone.');
      assert.deepEqual(writes(settings)[1]?.body, stored);
      assert.equal(writes(settings)[1]?.ifMatch, '"v2"');
      await tab.getByLabel('Outside my working hours').and(tab.locator(':checked')).waitFor();
      assert.equal(await drink(tab).inputValue(), 'mint tea');
    });
  });

  it('say what was changed elsewhere, keep what was typed, and save it on top the second time', async () => {
    await withTab(server, { hash }, async (tab) => {
      await drink(tab).fill('cocoa');
      changeElsewhere(server, { profile: { drink: 'coffee', call: 'phone', language: null } });
      await press(tab, 'Save');
      const alert = tab.getByRole('alert');
      await alert.filter({ hasText: 'Not saved yet: your settings were changed elsewhere' }).waitFor();
      assert.deepEqual(await alert.getByRole('listitem').allInnerTexts(), [
        'Favourite drink (non-alcoholic; shown with your name): now “coffee”',
        'One sentence about you (shown with your name): now empty',
        'How you like to talk: now “On the phone”',
      ]);
      assert.equal(await drink(tab).inputValue(), 'cocoa');
      assert.equal(await tab.getByLabel('How you like to talk').inputValue(), 'phone');
      await press(tab, 'Save');
      await waitForAnnouncement(tab, 'Your settings are saved.');
      assert.equal(await alert.count(), 0);
      assert.deepEqual(writes(settings)[1]?.body, {
        preferences: stored.preferences,
        profile: { drink: 'cocoa', call: 'phone', language: null },
      });
    });
  });

  it('stay as they were typed when they cannot be saved', async () => {
    await withTab(server, { hash }, async (tab) => {
      await drink(tab).fill('cocoa');
      server.api.set(settings, 503);
      await press(tab, 'Save');
      await tab
        .getByRole('alert')
        .filter({
          hasText: 'Not saved. UnMentoring cannot be reached just now. What you filled in is still here',
        })
        .waitFor();
      assert.equal(await drink(tab).inputValue(), 'cocoa');
    });
  });

  it('say that they are not saved when they changed elsewhere and cannot be read, or changed where nothing was typed', async () => {
    const path = '/me/settings/unmentoring';
    const alert = (tab: FrameLocator) =>
      tab.getByRole('alert').filter({ hasText: 'Not saved. This was changed somewhere else meanwhile.' });
    await withTab(server, { hash }, async (tab) => {
      await drink(tab).fill('cocoa');
      const before = server.api.get(path);
      changeElsewhere(server, { profile: { ...stored.profile, drink: 'coffee' } });
      const after = server.api.get(path);
      server.api.set(path, 503);
      server.api.set(settings, 412);
      await press(tab, 'Save');
      await alert(tab).waitFor();
      assert.equal(await drink(tab).inputValue(), 'cocoa');

      server.api.set(path, { ...(after as object), answers: (before as { answers: object }).answers });
      await drink(tab).fill('mint tea');
      assert.equal(await alert(tab).count(), 0);
      await press(tab, 'Save');
      await alert(tab).waitFor();
    });
  });

  it('ask at the field for quiet hours that are missing or end as they begin', async () => {
    await withTab(server, { hash }, async (tab) => {
      await tab.getByLabel('Between two times').check();
      const to = tab.getByLabel('To', { exact: true });
      for (const [time, sentence] of [
        ['', 'Enter a time.'],
        ['18:00', 'Choose two different times.'],
      ] as const) {
        await to.fill(time);
        await tab.getByText(sentence).waitFor();
        await press(tab, 'Save');
        await to.and(tab.locator(':focus')).waitFor();
      }
      assert.deepEqual(server.writes, []);
    });
  });

  it('ask those for the ground rules who have not accepted them yet', async () => {
    changeElsewhere(server, { rules: null });
    await withTab(server, { hash }, async (tab) => {
      await tab.getByLabel('No selling').or(tab.getByLabel("I don't use the conversation")).check();
      await press(tab, 'Save');
      assert.equal(await tab.getByText('Please tick this one').count(), 2);
      assert.deepEqual(server.writes, []);
      await tab.getByLabel("I don't pass on").check();
      await tab.getByLabel('I come, or say').check();
      await press(tab, 'Save');
      await waitForAnnouncement(tab, 'Your settings are saved.');
      assert.equal((writes(settings)[0]?.body as { rules: unknown }).rules, 1);
    });
  });

  it('say where somebody stands, with a date, and keep the focus when they skip a round and undo it', async () => {
    server.api.set('/me/now', { ...answers.now, state: 'waiting', pairing: null });
    server.api.set('/me/acts', 404);
    await withTab(server, { hash }, async (tab, page) => {
      await tab.getByText('Everyone is paired next on Thursday 7 January').waitFor();
      const skip = tab.getByRole('button', { name: 'Skip the week of 11 January 2027' });
      await skip.focus();
      await taken(page, skip.press('Enter'));
      await tab.getByText('You take part in UnMentoring, and skip the week of 11 January 2027.').waitFor();
      await tab.getByRole('button', { name: 'Take part in the week' }).and(tab.locator(':focus')).waitFor();
      const [act] = writes('POST /me/acts');
      assert.deepEqual(act?.body, { kind: 'skip', scheme: 'unmentoring', round: '2027-01-11' });
      server.api.set(`DELETE /me/acts/${act.key ?? ''}`, new Response(null, { status: 204 }));
      await undo(tab).click();
      await skip.waitFor();
    });
  });

  it('take a break until a day that lies ahead', async () => {
    await withTab(server, { hash }, async (tab, page) => {
      const field = tab.getByLabel('First day back');
      for (const [day, sentence] of [
        ['', 'Choose the day on which you want to be back.'],
        ['2026-12-10', 'That day is not in the future.'],
        ['2028-12-11', 'That is more than two years away.'],
      ] as const) {
        await field.fill(day);
        await press(tab, 'Take a break');
        await tab.getByText(sentence).waitFor();
        await field.and(tab.locator(':focus')).waitFor();
      }
      assert.deepEqual(server.writes, []);
      await field.fill('2027-02-01');
      await taken(page, press(tab, 'Take a break'));
      await tab
        .getByText('You are taking a break from UnMentoring. Your first day back is 1 February 2027.')
        .waitFor();
      assert.deepEqual(writes('POST /me/acts')[0]?.body, {
        ...{ kind: 'pause', scheme: 'unmentoring', until: '2027-02-01' },
      });
      await tab.getByRole('button', { name: 'Come back' }).waitFor();
    });
  });

  it('let somebody leave and join again, the focus going to what they can do next', async () => {
    await withTab(server, { hash }, async (tab, page) => {
      await tab.getByText('If you have a meeting in that week').waitFor();
      await taken(page, press(tab, 'Leave'));
      await tab.getByText('You have left UnMentoring. You are welcome back').waitFor();
      await tab.getByRole('button', { name: 'Join again' }).and(tab.locator(':focus')).waitFor();
      assert.equal(await tab.getByRole('button', { name: 'Save' }).count(), 0);
      await taken(page, tab.getByRole('button', { name: 'Join again' }).press('Enter'));
      await drink(tab).waitFor();
      assert.deepEqual(
        writes('POST /me/acts').map(({ body }) => body),
        [
          { kind: 'leave', scheme: 'unmentoring' },
          { kind: 'join', scheme: 'unmentoring' },
        ],
      );
    });
  });

  it('show a stranger how to join, and what is kept about them', async () => {
    const me = { ...answers.me, enrolments: [] };
    const now: Now = { ...answers.now, me, state: 'never-joined', pairing: null, meeting: null };
    server.api.set('/me', me);
    server.api.set('/me/now', now);
    await withTab(server, { hash }, async (tab) => {
      await tab.getByRole('link', { name: 'See what it is, and join' }).waitFor();
      const text = await read(tab, 'Settings');
      assert.match(text, /What I keep about you/);
      assert.doesNotMatch(text, /Never with|Favourite drink/);
    });
  });

  it('keep somebody apart from a colleague by keyboard alone, said to be confidential, and take it back', async () => {
    const list = 'PUT /me/never-with';
    await withTab(server, { hash }, async (tab, page) => {
      await tab.getByText('Only you can see this list.').waitFor();
      const search = tab.getByRole('form', { name: 'Never with' }).getByRole('combobox');
      await search.focus();
      await page.keyboard.type('bo');
      const option = tab.getByRole('option', { name: 'Bo Larsen' });
      // What Enter chooses is marked after the list has come.
      await option.and(tab.locator('[data-activedescendant]')).waitFor();
      for (const key of ['Enter', 'Tab', 'Enter']) await page.keyboard.press(key);
      await waitForAnnouncement(
        tab,
        "from now on you'll never be paired with Bo Larsen. Only you can see this.",
      );
      await search.and(tab.locator(':focus')).waitFor();
      await undo(tab).click();
      await waitForAnnouncement(tab, 'It is undone.');
      await press(tab, 'Take back: Cy Young');
      await tab.getByText('Nobody is on your list.').waitFor();
      await search.and(tab.locator(':focus')).waitFor();
      assert.deepEqual(
        writes(list).map(({ ifMatch, body }) => [ifMatch, (body as { people: unknown }).people]),
        [
          ['"v1"', ['t.cy', 't.bo']],
          ['"v2"', ['t.cy']],
          ['"v3"', []],
        ],
      );
    });
  });

  it('say that a meeting ahead with somebody on the list stays', async () => {
    const partner = answers.pairing.partners[0];
    server.api.set('/me/never-with', { version: 'v1', people: [partner] });
    await withTab(server, { hash }, async (tab) => {
      await tab.getByText('You two already have a meeting ahead.').waitFor();
    });
  });

  it('invite a colleague who was chosen, and nobody before', async () => {
    await withTab(server, { hash }, async (tab, page) => {
      await press(tab, 'Invite');
      await tab.getByText('Choose a colleague from the list first.').waitFor();
      assert.deepEqual(server.writes, []);
      await tab
        .getByRole('form', { name: 'Invite a colleague' })
        .getByRole('combobox')
        .pressSequentially('bo');
      await tab.getByRole('option', { name: 'Bo Larsen' }).click();
      await taken(page, press(tab, 'Invite'));
      await waitForAnnouncement(tab, 'A kind card goes to Bo Larsen.');
      const [act] = writes('POST /me/acts');
      assert.deepEqual(act?.body, { kind: 'invite', person: 't.bo' });
      assert.equal(act.language, 'en-GB');
    });
  });

  it('show what is kept about somebody, each part folded', async () => {
    await withTab(server, { hash }, async (tab) => {
      await press(tab, 'Show it');
      await tab.getByText('This is everything that UnMentoring keeps about you').waitFor();
      const inside = tab.getByText('2 November 2026 at 09:00 UTC');
      assert.equal(await inside.isVisible(), false);
      await tab.locator('summary').filter({ hasText: 'Taking part (1 entry)' }).click();
      await inside.waitFor();
      await press(tab, 'Hide it');
      assert.equal(await inside.count(), 0);
    });
  });

  it('hand out what is kept as JSON and as a page', async () => {
    await withTab(server, { hash }, async (tab, page) => {
      for (const [button, name, has] of [
        ['Download as JSON', 'unmentoring-my-data.json', JSON.stringify(data)],
        ['Download as a page', 'unmentoring-my-data.html', '<!doctype html><title>Ada</title>'],
      ] as const) {
        const [download] = await Promise.all([page.waitForEvent('download'), press(tab, button)]);
        assert.equal(download.suggestedFilename(), name);
        assert.equal(await readFile(await download.path(), 'utf8'), has);
        await waitForAnnouncement(tab, `The file ${name} is downloaded.`);
      }
    });
  });

  it('erase everything in two steps, and nothing before the second', async () => {
    await withTab(server, { hash }, async (tab) => {
      await press(tab, 'Erase my data');
      await tab.getByRole('heading', { name: 'This would happen' }).and(tab.locator(':focus')).waitFor();
      const question = tab.getByRole('group', { name: 'This would happen' });
      assert.match(
        await question.innerText(),
        /You would leave UnMentoring\.\s+Your meeting with Bo Larsen on Tuesday 15 December/,
      );
      await press(tab, 'Keep everything');
      await waitForAnnouncement(tab, 'Nothing was erased. Everything stays as it is.');
      await tab.getByRole('button', { name: 'Erase my data' }).and(tab.locator(':focus')).press('Enter');
      await press(tab, 'Yes, erase it all');
      await waitForAnnouncement(tab, 'It is settled: you no longer take part');
      assert.equal(await undo(tab).count(), 0);
      assert.deepEqual(
        writes('POST /me/erase').map(({ body }) => body),
        [{}, {}, { confirm: asked.token }],
      );
    });
  });

  it('ask again when the confirmation came too late', async () => {
    await withTab(server, { hash }, async (tab) => {
      await press(tab, 'Erase my data');
      const late = {
        type: '/problems/refused',
        title: '',
        status: 409,
        detail: '',
        code: 'refused',
        reason: 'too-late',
      };
      server.api.set('POST /me/erase', ({ body }: { body: object }) =>
        'confirm' in body ? Response.json(late, { status: 409 }) : asked,
      );
      await press(tab, 'Yes, erase it all');
      await tab.getByText('That button worked for one hour only, so nothing was erased.').waitFor();
    });
  });

  it('do not say that nothing was erased when that is not known', async () => {
    await withTab(server, { hash }, async (tab) => {
      await press(tab, 'Erase my data');
      const confirm = tab.getByRole('button', { name: 'Yes, erase it all' });
      await confirm.waitFor();
      const alert = tab.getByRole('alert');
      server.api.set('POST /me/erase', 503);
      await confirm.click();
      await alert
        .filter({ hasText: 'I cannot tell whether it is settled. UnMentoring cannot be reached just now.' })
        .waitFor();
      server.api.set('POST /me/erase', 403);
      await confirm.click();
      await alert.filter({ hasText: 'Nothing was erased. This is not open to you.' }).waitFor();
    });
  });

  it('exist in German, and fit 320 pixels with everything open', async () => {
    await withTab(server, { hash, locale: 'de-DE', width: 320 }, async (tab, page) => {
      await tab.getByLabel('Zwischen zwei Uhrzeiten').check();
      await press(tab, 'Anzeigen');
      await press(tab, 'Meine Daten löschen');
      await tab.getByRole('heading', { name: 'Das würde geschehen' }).waitFor();
      assert.equal(await page.frames()[1]?.evaluate('document.documentElement.scrollWidth'), 320);
    });
  });
});
