import assert from 'node:assert/strict';
import type { ActView } from '../../core/api/acts.ts';
import { nows } from './nows.ts';
import { useTabServer } from './tab-server.ts';
import { waitForAnnouncement, withTab } from './with-tab.ts';

describe('tab: what waits when the page is opened', () => {
  const server = useTabServer();
  const now = nows.asked;

  /** An act that is due some milliseconds after the page was read. */
  function waiting(id: string, left: number): ActView {
    const dueAt = new Date(Date.parse(now.at) + left).toISOString();
    return {
      ...{ id, dueAt, state: 'waiting', reason: null },
      act: { kind: 'skip', scheme: 'unmentoring', round: '2027-01-11' },
    };
  }
  const deletes = () => server.writes.map(({ call }) => call);

  it('can be taken back, and the focus goes on to the page', async () => {
    server.api.set('/me/now', { ...now, acts: [waiting('act-one', 60_000)] });
    server.api.set('DELETE /me/acts/act-one', {});
    await withTab(server, {}, async (tab, page) => {
      const undo = tab.getByRole('button', { name: 'Undo' });
      await tab.getByText('What you asked for last is about to be done.', { exact: true }).waitFor();
      server.api.set('/me/now', now);
      await undo.focus();
      await page.keyboard.press('Enter');
      await tab.getByRole('heading', { level: 1, name: 'Are you in this time?' }).waitFor();
      assert.deepEqual(deletes(), ['DELETE /me/acts/act-one']);
      assert.equal(await undo.count(), 0);
      assert.equal(await page.frames()[1]?.evaluate('document.activeElement.tagName'), 'MAIN');
    });
  });

  it('is taken back one by one by Ctrl+Z, the last first', async () => {
    server.api.set('/me/now', { ...now, acts: [waiting('act-one', 60_000), waiting('act-two', 60_000)] });
    server.api.set('DELETE /me/acts/act-one', {});
    server.api.set('DELETE /me/acts/act-two', {});
    await withTab(server, {}, async (tab) => {
      const undo = tab.getByRole('button', { name: 'Undo' });
      await undo.nth(1).waitFor();
      server.api.set('/me/now', { ...now, acts: [waiting('act-one', 60_000)] });
      await tab.getByRole('main').press('Control+z');
      await waitForAnnouncement(tab, 'It is undone.');
      assert.deepEqual(deletes(), ['DELETE /me/acts/act-two']);
      assert.equal(await undo.count(), 1);
    });
  });

  it('says how long it can be taken back', async () => {
    server.api.set('/me/now', { ...now, acts: [waiting('act-one', 3_000)] });
    await withTab(server, {}, async (tab) => {
      await waitForAnnouncement(tab, 'You can undo it for 3 seconds');
    });
  });

  it('is shown as it is when it was taken back elsewhere', async () => {
    server.api.set('/me/now', { ...now, acts: [waiting('act-one', 1)] });
    server.api.set('/me/acts/act-one', () => {
      server.api.set('/me/now', now);
      return { ...waiting('act-one', 1), state: 'withdrawn' };
    });
    await withTab(server, {}, async (tab) => {
      await tab.getByRole('heading', { level: 1, name: 'Are you in this time?' }).waitFor();
    });
  });

  it('says when it is too late to take it back', async () => {
    server.api.set('/me/now', { ...now, acts: [waiting('act-one', 60_000)] });
    server.api.set('DELETE /me/acts/act-one', 409);
    await withTab(server, {}, async (tab) => {
      await tab.getByRole('button', { name: 'Undo' }).click();
      await tab.getByRole('alert').filter({ hasText: 'Undo came too late: it has been done.' }).waitFor();
    });
  });

  it('says when the product could not do it', async () => {
    server.api.set('/me/now', { ...now, acts: [waiting('act-one', 1)] });
    server.api.set('/me/acts/act-one', { ...waiting('act-one', 1), state: 'refused', reason: 'other' });
    await withTab(server, {}, async (tab) => {
      await tab
        .getByRole('alert')
        .filter({ hasText: 'It was not done: it is not possible any more.' })
        .waitFor();
      assert.equal(await tab.getByRole('button', { name: 'Undo' }).count(), 0);
    });
  });

  it('says what helps when it was refused for a while', async () => {
    server.api.set('/me/now', { ...now, acts: [waiting('act-one', 1)] });
    server.api.set('/me/acts/act-one', { ...waiting('act-one', 1), state: 'refused', reason: 'unavailable' });
    await withTab(server, {}, async (tab) => {
      await tab.getByRole('alert').filter({ hasText: 'Please try again later.' }).waitFor();
    });
  });
});
