import assert from 'node:assert/strict';
import type { Now } from '../../core/api/me.ts';
import type { MyMeeting } from '../../core/api/meetings.ts';
import type { Feedback as Given } from '../../core/records/placement.ts';
import { frameOf } from '../support/tab/open-tab.ts';
import * as answers from './answers.ts';
import { nows } from './nows.ts';
import { useTabServer, type Write } from './tab-server.ts';
import { read, undoForEver, waitForAnnouncement, withTab } from './with-tab.ts';

const { meeting, pairing } = nows.over as Now & { meeting: MyMeeting };
const call = 'PATCH /me/meetings/unmentoring/2026-12-14';
const start = answers.pairing.slot?.start;

describe('tab: Now after a meeting', () => {
  const server = useTabServer();
  let stored: MyMeeting;
  beforeEach(() => {
    show(meeting);
    server.api.set(call, ({ body }: { body: Partial<MyMeeting> }) => {
      const { said = stored.said, note = stored.note, feedback = stored.feedback } = body;
      show({ ...stored, said, note, feedback, version: `m${server.writes.length + 1}` });
      return stored;
    });
    server.api.set('/me/times', { pairing, times: nows.choose.pairing?.offer ?? [], reason: null });
  });
  function show(now: MyMeeting): void {
    stored = now;
    server.api.set('/me/now', { ...nows.over, meeting: stored });
  }
  const bodies = (): unknown[] => server.writes.map(({ body }) => body);

  it('asks whether they met, then how it was; each is kept as it is given', async () => {
    await withTab(server, {}, async (tab) => {
      const text = await read(tab, 'Did you meet Miguel Ángel Fernández?');
      await tab.getByText('You were to meet on Tuesday 15 December, 14:00–14:30.').waitFor();
      assert.ok(!text.includes('How was it?'), text);
      await tab.getByRole('button', { name: 'Yes' }).click();
      await read(tab, 'You met Miguel Ángel Fernández.');
      await tab.getByRole('radio', { name: 'Lovely' }).check();
      await tab.getByLabel('One thing to take away').fill('Bridges sing.');
      await tab.getByRole('checkbox', { name: 'Share it with Miguel Ángel Fernández' }).check();
      await tab.getByText('I have kept that, and shared').first().waitFor();
      assert.deepEqual(bodies(), [
        { start, said: 'yes' },
        { feedback: { shared: false, face: 4 } },
        { feedback: { shared: false, face: 4, takeaway: 'Bridges sing.' } },
        { feedback: { shared: true, face: 4, takeaway: 'Bridges sing.' } },
      ]);
    });
  });

  it('puts those whom a link asks whether they met at the question, and nobody else', async () => {
    const question = 'Did you meet Miguel Ángel Fernández?';
    for (const [hash, isAtQuestion] of [
      ['#/now?met', true],
      ['#/now', false],
    ] as const) {
      await withTab(server, { hash }, async (tab) => {
        await tab.getByText('You were to meet on').waitFor();
        const focused = tab.getByRole('heading', { level: 1, name: question }).and(tab.locator(':focus'));
        if (isAtQuestion) await focused.waitFor();
        else assert.equal(await focused.count(), 0);
      });
    }
  });

  it('finds another time for those who have not met yet', async () => {
    await withTab(server, {}, async (tab) => {
      await tab.getByRole('button', { name: 'Not yet' }).click();
      await read(tab, 'You have not met Miguel Ángel Fernández yet.');
      await tab.getByText('Shall we find another time? These suit everybody:').waitFor();
      await tab.getByRole('button', { name: 'Wed 16 Dec, 14:00' }).waitFor();
      await tab.getByRole('button', { name: 'Not this time' }).click();
      await read(tab, 'You did not meet Miguel Ángel Fernández this time.');
      // It is shown before it is sent.
      await waitForAnnouncement(tab, 'Noted: you did not meet.');
      assert.deepEqual(bodies(), [
        { start, said: 'not-yet' },
        { start, said: 'no' },
      ]);
    });
  });

  it('minds nothing, and lets them say otherwise or take it back', async () => {
    await withTab(server, {}, async (tab) => {
      await tab.getByRole('button', { name: 'No', exact: true }).click();
      await tab.getByText('That happens, and nobody minds.').waitFor();
      await tab.getByRole('button', { name: 'We did meet' }).waitFor();
      await tab.getByRole('button', { name: 'Undo' }).click();
      await read(tab, 'Did you meet Miguel Ángel Fernández?');
      await waitForAnnouncement(tab, 'It is undone.');
      assert.deepEqual(bodies(), [
        { start, said: 'no' },
        { start, said: null },
      ]);
    });
  });

  it('keeps two answers that follow one another at once, in their order', async () => {
    show({ ...meeting, said: 'yes' });
    const path = '/me/meetings/unmentoring/2026-12-14';
    server.api.set(call, ({ body, ifMatch }: Write) => {
      if (ifMatch !== `"${stored.version}"`) return 412;
      const { face, shared } = (body as { feedback: Required<Given> }).feedback;
      // As the product has it: the face comes first.
      show({ ...stored, feedback: { face, shared }, version: `m${server.writes.length + 1}` });
      return stored;
    });
    server.api.set(path, () => stored);
    await withTab(server, { prepare: undoForEver }, async (tab, page) => {
      const gate = Promise.withResolvers<undefined>();
      const asked: string[] = [];
      page.on('request', (request) => {
        if (request.url().endsWith(path)) asked.push(request.method());
      });
      await page.route(`**/api${path}`, async (route) => {
        await gate.promise;
        await route.continue();
      });
      const first = page.waitForRequest(`**/api${path}`);
      await tab.getByRole('radio', { name: 'Lovely' }).check();
      const share = tab.getByRole('checkbox', { name: 'Share it' });
      await share.check();
      await first;
      assert.deepEqual(asked, ['PATCH']);
      gate.resolve(undefined);
      await tab.getByRole('button', { name: 'Undo' }).nth(1).waitFor();
      assert.ok(await share.isChecked());
      // Something else is changed in the chat, after the page was read.
      stored = { ...stored, coming: true, version: 'm9' };
      await tab.getByRole('radio', { name: 'Good' }).check();
      await tab.getByRole('button', { name: 'Undo' }).nth(2).waitFor();
      assert.equal(await tab.getByRole('alert').count(), 0);
    });
    assert.deepEqual(
      server.writes.map(({ body, ifMatch }) => [ifMatch, body]),
      [
        ['"m1"', { feedback: { shared: false, face: 4 } }],
        ['"m2"', { feedback: { shared: true, face: 4 } }],
        ['"m3"', { feedback: { shared: true, face: 3 } }],
        ['"m9"', { feedback: { shared: true, face: 3 } }],
      ],
    );
  });

  it('keeps what was typed when the page is left', async () => {
    show({ ...meeting, said: 'yes' });
    await withTab(server, {}, async (tab, page) => {
      await tab.getByLabel('One thing to take away').fill('Bridges sing.');
      await frameOf(page).evaluate(`
        Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
        document.dispatchEvent(new Event('visibilitychange'))`);
      await tab.getByRole('button', { name: 'Undo' }).waitFor();
      assert.deepEqual(bodies(), [{ feedback: { shared: false, takeaway: 'Bridges sing.' } }]);
    });
  });

  it('is taken back by Ctrl+Z from a box or an empty field; in a text Ctrl+Z takes back the typing', async () => {
    await withTab(server, {}, async (tab) => {
      const undone = async (): Promise<void> => {
        await read(tab, 'Did you meet Miguel Ángel Fernández?');
        await waitForAnnouncement(tab, 'It is undone.');
      };
      await tab.getByRole('button', { name: 'Yes' }).click();
      await tab.getByRole('button', { name: 'Undo' }).waitFor();
      await tab.getByRole('checkbox', { name: 'Share it' }).press('Control+z');
      await undone();
      await tab.getByRole('button', { name: 'Yes' }).click();
      await tab.getByRole('button', { name: 'Undo' }).waitFor();
      const takeaway = tab.getByLabel('One thing to take away');
      await takeaway.pressSequentially('B');
      await takeaway.press('Control+z');
      assert.equal(await takeaway.inputValue(), '');
      assert.equal(await tab.getByRole('button', { name: 'Undo' }).count(), 1);
      await takeaway.press('Control+z');
      await undone();
    });
  });

  it('shows the note from before, and keeps one from after', async () => {
    show({ ...meeting, note: { before: 'Ask about the bridge.', after: '' } });
    await withTab(server, {}, async (tab) => {
      assert.equal(await tab.getByLabel('Before you meet').inputValue(), 'Ask about the bridge.');
      await tab.getByLabel('Afterwards').fill('It has 312 steps.');
      await tab.getByLabel('Before you meet').focus();
      await tab.getByText('Your note is saved.').first().waitFor();
      assert.deepEqual(bodies(), [{ note: { before: 'Ask about the bridge.', after: 'It has 312 steps.' } }]);
    });
  });
});
