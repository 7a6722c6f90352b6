import type { AxeResults } from 'axe-core';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { useBrowser } from '../../browser.ts';
import { useRunningProduct } from '../../support/running-product.ts';
import { organisation } from './organisation.ts';
import { press, read, settled, startPageIn } from './shown-page.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Unfolds a step. */
async function unfold(page: Page, title: string): Promise<void> {
  await page.locator('#steps summary').filter({ hasText: title }).click();
}

/** The members of a pairing with their answers, as screen readers say them. */
async function answersShown(page: Page): Promise<string[]> {
  const members = await page.locator('.pairings li li').allInnerTexts();
  const words = await page.locator('.pairings li li .unseen').allTextContents();
  return members.map(
    (member, index) => `${member.split(/\s*[–✓✕?]/)[0]?.trim() ?? ''}: ${words[index] ?? ''}`,
  );
}

/** The tab, framed by our Teams, framed by the start page. */
function tabIn(page: Page) {
  return page.frameLocator('#tab iframe').frameLocator('iframe');
}

describe('start page', () => {
  const withStartPage = startPageIn(useBrowser());

  describe('for a month', () => {
    const product = useRunningProduct(organisation, '2026-12-10T09:00:00Z');

    it('leads a newcomer through it: sign-up, pairing, answer, coordinator’s view', async () => {
      await withStartPage(product().url, async (page) => {
        // The clock runs on meanwhile.
        assert.match(await read(page, '#now'), /^09:0\d Thursday 10 December 2026, London$/);
        assert.equal(
          await read(page, '#next-what'),
          'Next: Thu 10 Dec, 10:00, everyone is paired and invited',
        );

        await page.getByRole('button', { name: 'Sign up three people' }).focus();
        await page.keyboard.press('Enter');
        await settled(page);
        assert.match(await read(page, '#chat'), /join .*You are in\. /);

        await press(page, 'To the pairing');
        assert.match(await read(page, '#now'), /^10:0\d Thursday 10 December/);
        assert.match(await read(page, '#news'), /Whom you meet and when.*Ada Lovelace/);
        const nobodyAnswered = ['Ada Lovelace', 'Ben Okafor', 'Cleo Marsh'].map(
          (name) => `${name}: not answered yet`,
        );
        assert.deepEqual((await answersShown(page)).sort(), nobodyAnswered);
        assert.match(await read(page, '#meetings'), /^All meetings Round 1: 1 meeting: 1 booked\./);
        assert.match(
          await read(page, '#chat'),
          /You are meeting (Ben Okafor and Cleo Marsh|Cleo Marsh and Ben Okafor)/,
        );
        assert.match(await read(page, '#invitations'), /^UnMentoring: .* · not answered yet · Teams link/);

        await press(page, 'Accept');
        assert.equal(await page.getByRole('button', { name: 'Accept' }).getAttribute('aria-pressed'), 'true');
        const partner = page.locator('.pairings').getByRole('button', { name: 'Ben Okafor' });
        await partner.focus();
        await page.keyboard.press('Enter');
        await settled(page);
        assert.equal(
          await page.evaluate('document.activeElement.textContent'),
          await partner.textContent(),
          'the focus stays where it was',
        );
        assert.match(
          await read(page, '#chat'),
          /You are meeting (Ada Lovelace and Cleo Marsh|Cleo Marsh and Ada Lovelace)/,
        );
        await press(page, 'Decline');
        assert.equal(await read(page, '#invitations'), 'No invitation in this week.');

        await press(page, 'Let an hour pass');
        assert.match(await read(page, '#chat'), /No problem\. I have moved your meeting with/);
        assert.match(await read(page, '#invitations'), /^UnMentoring: .* · not answered yet · Teams link/);
        assert.deepEqual((await answersShown(page)).sort(), nobodyAnswered);
        assert.match(await read(page, '#meetings'), /1 meeting: 1 moved/);
        await assertLooks(page);

        await press(page, 'Open the coordinator’s view');
        const tab = tabIn(page);
        await tab.getByRole('heading', { level: 1, name: 'Round 1' }).waitFor();
        const meetings = tab.getByRole('table', { name: 'Meetings' });
        const shown = (await meetings.innerText()).replace(/\s+/g, ' ');
        assert.match(shown, /Ben Okafor Not answered yet/);
        assert.match(shown, /Booked Moved once/);
      });
    });
  });

  describe('for the rest of a month', () => {
    const product = useRunningProduct(organisation, '2026-12-10T09:00:00Z');

    it('leads on through the day before, “Did you meet?”, the end of the week and the close', async () => {
      await withStartPage(product().url, async (page) => {
        await press(page, 'Sign up three people');
        await press(page, 'To the pairing');
        await unfold(page, 'The day before');
        await press(page, 'To the day before Ada Lovelace meets');
        assert.match(await read(page, '#news'), /“Tomorrow you meet …” .*Ada Lovelace/);
        await press(page, 'To the next message');
        assert.match(await read(page, '#news'), /“Did you meet\?” /);
        assert.match(await read(page, '#meetings'), /1 meeting: 1 not known/);

        const link = page.locator('#news').getByRole('link').last();
        const name = await link.innerText();
        await link.focus();
        await page.keyboard.press('Enter');
        await settled(page);
        assert.match(await read(page, '#person option:checked'), new RegExp(name));
        assert.equal(await page.evaluate('document.activeElement.id'), 'chat');

        await press(page, 'Yes');
        await page.getByLabel(/Lovely/).check();
        await page.getByLabel('One thing to take away').fill('Plant bulbs in November.');
        await page.getByRole('button', { name: 'Save', exact: true }).last().click();
        await settled(page);
        assert.match(await read(page, '#chat'), /Thank you for taking the time/);
        assert.match(await read(page, '#meetings'), /1 meeting: 1 met/);

        await unfold(page, 'The close');
        await press(page, 'To the close');
        assert.ok((await read(page, '#steps')).includes('The end of the week (done)'));
        assert.match(await read(page, '#steps'), /The close \(done\)/);
        await page.getByRole('button', { name: 'To the next pairing' }).waitFor();
        assert.deepEqual(await faults(page), []);
      });
    });

    it('says that no message came', async () => {
      await withStartPage(product().url, async (page) => {
        await page.route('**/local/clock', (route) =>
          route.request().method() === 'POST'
            ? route.fulfill({ json: { now: '2027-02-07T08:00:00.000Z', ticks: 3, messages: [] } })
            : route.continue(),
        );
        await press(page, 'To the next message');
        assert.match(await page.getByRole('status').first().innerText(), /^No message came in 62 days\./);
        assert.equal(await read(page, '#news'), 'The bot wrote nothing meanwhile');
      });
    });
  });

  describe('for everybody', () => {
    const product = useRunningProduct(organisation, '2026-12-07T08:00:00Z');

    it('shows anybody’s chat, calendar and tab, and keeps them when it is loaded again', async () => {
      await withStartPage(product().url, async (page) => {
        await page.getByRole('combobox', { name: 'Signed in as' }).selectOption('Cleo Marsh');
        await settled(page);
        assert.match(await read(page, '#about'), /Digital · Leeds · 09:00–17:00 in Berlin/);
        await press(page, 'Add the app');
        await page.getByLabel('Write to the bot').fill('help');
        await press(page, 'Send');
        assert.match(await read(page, '#chat'), /help .*Hello Cleo Marsh\./);
        await page.locator('.message').last().getByRole('button', { name: 'Join' }).click();
        await settled(page);
        const form = page.locator('.message').last();
        for (const rule of await form.getByRole('checkbox', { name: /I (don't|come)/ }).all())
          await rule.check();
        await form.getByLabel('Favourite drink').fill('mint tea');
        await form.getByRole('button', { name: 'Sign me up' }).click();
        await settled(page);
        assert.match(
          await read(page, '#chat'),
          /You are in\. Everyone in UnMentoring.*Favourite drink: mint tea/,
        );
        await tabIn(page).getByRole('heading', { name: 'Here you will see whom you meet next' }).waitFor();

        await page.reload();
        await page.getByRole('heading', { name: 'Signed in as' }).waitFor();
        await settled(page);
        assert.equal(
          await page.getByRole('combobox', { name: 'Signed in as' }).inputValue(),
          'cleo@x.example',
        );

        await page.getByRole('combobox', { name: 'Signed in as' }).selectOption('Ada Lovelace (coordinator)');
        await settled(page);
        assert.match(
          await read(page, '#week'),
          /Mon 14 10:00–11:30 Board 11:00–12:00 Call Tue 15 Nothing\. .*Fri 18 At home Leave/,
        );
        const cut = await page.evaluate<number>(
          `[...document.querySelectorAll('#week .all-day')].filter((day) => day.scrollHeight > day.clientHeight).length`,
        );
        assert.equal(cut, 0, 'what lasts all day is all there to be seen');
        const ics = await page.getByRole('link', { name: 'Download .ics' }).getAttribute('href');
        const calendar = await page.request.get(`${product().url}${ics ?? ''}`);
        assert.match(await calendar.text(), /SUMMARY:Board/);
      });
    });

    it('shows a file that the bot offers, and that is there when it is allowed', async () => {
      await withStartPage(product().url, async (page) => {
        await page.getByRole('combobox', { name: 'Signed in as' }).selectOption('Dev Patel');
        await settled(page);
        await press(page, 'Add the app');
        await page.getByLabel('Write to the bot').fill('my data');
        await press(page, 'Send');
        await press(page, 'Allow');
        const file = page.getByRole('link', { name: 'My data in UnMentoring.txt' });
        const content = await page.request.get((await file.getAttribute('href')) ?? '');
        assert.match(await content.text(), /^name: Dev Patel$/m);
        assert.equal(await page.getByRole('button', { name: 'Allow' }).count(), 0);
      });
    });

    it('says in a sentence what went wrong, and goes on', async () => {
      await withStartPage(product().url, async (page) => {
        await page.route('**/local/clock', (route) => route.abort());
        await press(page, '+1 hour');
        assert.equal(
          await page.getByRole('alert').innerText(),
          'The product does not answer. Is “npm start” still running?',
        );
        await page.unroute('**/local/clock');
        await page.route('**/local/clock', (route) =>
          route.fulfill({ status: 400, json: { error: 'The clock is moved by at most 366 days at once.' } }),
        );
        await press(page, '+1 hour');
        assert.equal(
          await page.getByRole('alert').innerText(),
          'The clock is moved by at most 366 days at once.',
        );
        await page.unroute('**/local/clock');
        await press(page, '+1 hour');
        assert.equal(await page.getByRole('alert').count(), 0);
        assert.match(await read(page, '#now'), /^09:\d\d Monday 7 December/);
      });
    });
  });
});

/** Nothing that axe-core finds fault with, in light, in dark and on a phone, which shows it without scrolling sideways. */
async function assertLooks(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    assert.deepEqual(await faults(page), [], colorScheme);
  }
  await page.setViewportSize({ width: 360, height: 700 });
  assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 360);
  assert.deepEqual(await faults(page), [], 'phone');
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** The faults that axe-core finds in the page itself: rule and element. The tab in its frame has tests of its own. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(axe, 'utf8'));
  const { violations, passes }: AxeResults = await page.evaluate(`axe.run({ exclude: ['iframe'] })`);
  assert.ok(passes.length > 10, 'expected axe-core to have looked at something');
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
