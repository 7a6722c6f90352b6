import assert from 'node:assert/strict';
import type { Me } from '../../../core/api/me.ts';
import type { SchemeSettings } from '../../../core/schemes/settings-schemas.ts';
import * as answers from '../answers.ts';
import { useTabServer, type Write } from '../tab-server.ts';
import { read, waitForAnnouncement, withTab } from '../with-tab.ts';

const post = 'POST /schemes';
const before: Me = { ...answers.coordinator, coordinates: [], enrolments: [], zone: 'Europe/Berlin' };

describe('tab: the first scheme', () => {
  const server = useTabServer();
  beforeEach(() => {
    server.api.set('/me', before);
    server.api.set('/schemes', []);
    server.api.set(post, ({ body }: Write) => {
      const { settings } = body as { settings: SchemeSettings };
      server.api.set('/me', { ...before, coordinates: ['unmentoring'] });
      return { ...answers.settings, schemeName: settings.name, settings };
    });
  });

  for (const hash of ['#/desk', '#/first', '#/rounds', '#/settings/unmentoring'])
    it(`is what the desk begins with, whatever link leads there (${hash})`, async () => {
      server.api.set('/schemes/unmentoring/settings', 404);
      await withTab(server, { hash }, async (tab) => {
        const title = hash === '#/settings/unmentoring' ? 'There is nothing here' : 'Set up UnMentoring';
        await read(tab, title);
      });
    });

  it('is made in the coordinator’s own zone with a press of the button, and leads to today', async () => {
    await withTab(server, { hash: '#/desk' }, async (tab, page) => {
      const text = await read(tab, 'Set up UnMentoring');
      assert.match(text, /Nobody is paired before the first pairing day\./);
      assert.match(text, /You look after it in any case\./);
      assert.equal(await tab.getByRole('combobox', { name: 'Time zone' }).inputValue(), 'Europe/Berlin');
      await tab.getByText('They go out on Thu 7 Jan, 11:00.').waitFor();
      await tab.getByLabel('A ground rule of your own').fill('Cameras stay off.');
      // Today is announced as soon as the page knows that there is a scheme.
      const said = Promise.withResolvers<undefined>();
      await page.route('**/api/me/now', async (route) => {
        await said.promise;
        await route.continue();
      });
      await tab.getByRole('button', { name: 'Set it up' }).click();
      await waitForAnnouncement(tab, 'UnMentoring is set up. Your colleagues can join now.');
      said.resolve(undefined);
      await read(tab, 'Today');
      await tab.getByRole('navigation', { name: 'Desk' }).getByRole('link', { name: 'Settings' }).waitFor();
      const [made, ...more] = server.writes.filter(({ call }) => call === post);
      assert.deepEqual(more, []);
      assert.deepEqual(made?.body, {
        settings: {
          ...answers.settings.settings,
          zone: 'Europe/Berlin',
          preview: 'timed',
          ownRule: 'Cameras stay off.',
        },
      });
    });
  });

  it('is made by the keyboard alone', async () => {
    await withTab(server, { hash: '#/desk' }, async (tab, page) => {
      await read(tab, 'Set up UnMentoring');
      await tab.getByLabel('Name', { exact: true }).focus();
      await page.keyboard.press('Control+A');
      await page.keyboard.type('Coffee');
      for (const key of ['Tab', 'Tab', 'Tab']) await page.keyboard.press(key);
      await tab.getByRole('combobox', { name: 'Time zone' }).and(tab.locator(':focus')).waitFor();
      await page.keyboard.press('Control+A');
      await page.keyboard.type('zurich');
      await tab.getByRole('option', { name: 'Europe/Zurich' }).waitFor();
      await page.keyboard.press('Enter');
      await tab.getByText('They go out on Thu 4 Feb, 11:00.').waitFor();
      await tab.getByRole('button', { name: 'Set it up' }).press('Enter');
      await read(tab, 'Today');
      const made = server.writes.find(({ call }) => call === post);
      const { name, zone } = (made?.body as { settings: SchemeSettings }).settings;
      assert.deepEqual({ name, zone }, { name: 'Coffee', zone: 'Europe/Zurich' });
    });
  });

  it('guesses the zone of the device where the product does not know hers', async () => {
    server.api.set('/me', { ...before, zone: 'UTC' });
    await withTab(server, { hash: '#/desk', browser: { timezoneId: 'Asia/Tokyo' } }, async (tab) => {
      await read(tab, 'Set up UnMentoring');
      assert.equal(await tab.getByRole('combobox', { name: 'Time zone' }).inputValue(), 'Asia/Tokyo');
    });
  });

  it('says that somebody else was faster', async () => {
    server.api.set(
      post,
      Response.json(
        { title: 'For the test', status: 409, code: 'refused', reason: 'exists' },
        { status: 409 },
      ),
    );
    await withTab(server, { hash: '#/first' }, async (tab) => {
      await read(tab, 'Set up UnMentoring');
      await tab.getByRole('button', { name: 'Set it up' }).click();
      await tab.getByRole('alert').filter({ hasText: 'Somebody else has set it up meanwhile.' }).waitFor();
    });
  });

  it('is for coordinators: to others the desk is not open', async () => {
    server.api.set('/me', { ...before, coordinator: false });
    await withTab(server, { hash: '#/desk' }, async (tab) => {
      await read(tab, 'This is not open to you');
    });
  });
});
