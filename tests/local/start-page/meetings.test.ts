import assert from 'node:assert/strict';
import type { RoundDetail } from '../../../core/api/rounds.ts';
import { useBrowser } from '../../browser.ts';
import { useRunningProduct } from '../../support/running-product.ts';
import { organisation } from './organisation.ts';
import { read, settled, startPageIn } from './shown-page.ts';

describe('all meetings on the start page', () => {
  const withStartPage = startPageIn(useBrowser());
  const product = useRunningProduct(organisation, '2026-12-07T08:00:00Z');

  it('folds many meetings by day, and finds somebody’s among them', async () => {
    await withStartPage(product().url, async (page) => {
      const round = roundOf(60);
      await page.route('**/api/schemes/*/rounds', (route) => route.fulfill({ json: [round] }));
      await page.route('**/api/schemes/*/rounds/*', (route) => route.fulfill({ json: round }));
      await page.reload();
      await settled(page);
      assert.equal(await read(page, '#meetings-sum'), 'Round 1: 60 meetings: 20 moved, 40 booked.');
      const meetings = page.locator('.pairings > li');
      assert.deepEqual([await meetings.count(), await meetings.filter({ visible: true }).count()], [60, 0]);
      const day = page.locator('#days summary').first();
      assert.match(await day.innerText(), /^Mon 14 Dec 12 meetings: 4 moved, 8 booked$/);
      await day.focus();
      await page.keyboard.press('Enter');
      assert.equal(await meetings.filter({ visible: true }).count(), 12);
      await page.getByRole('searchbox', { name: 'Find somebody’s meeting' }).fill('guest 7 ');
      assert.equal(await meetings.filter({ visible: true }).count(), 1);
      assert.equal(await page.locator('#found').textContent(), '1 found');
      assert.match(await meetings.innerText(), /Host 7–.*Guest 7 X/s);
    });
  });
});

/** A round with some meetings, dealt out over five days; every third one was moved. */
function roundOf(count: number): RoundDetail {
  const member = (name: string) => ({ id: `t.${name}`, name, answer: 'none' as const });
  const monday = Date.parse('2026-12-14T09:00:00Z');
  const counts = { participants: 2 * count, pairings: count, trios: 0, booked: count, waiting: 0 };
  return {
    ...{ scheme: 'unmentoring', schemeName: 'UnMentoring', zone: 'Europe/London', round: '2026-12-14' },
    ...{ number: 1, stage: 'meeting', weekStart: '2026-12-14T00:00:00Z', weekEnd: '2026-12-21T00:00:00Z' },
    ...{ plan: null, unreadableEvents: 0, counts: { ...counts, unplaced: 0, told: 2 * count }, receipt: [] },
    figures: { tookPart: 2 * count, paired: 2 * count, met: 0, notMet: 0, notKnown: 0 },
    faces: null,
    pairings: Array.from({ length: count }, (_, index) => {
      const start = monday + (index % 5) * 86_400_000;
      const slot = { start: new Date(start).toISOString(), end: new Date(start + 1_800_000).toISOString() };
      const members = [member(`Host ${index}`), member(`Guest ${index} X`)];
      return {
        ...{ pairing: `p${index}`, state: 'booked', slot, online: true, lastMet: null, members },
        ...{ moves: index % 3 === 0 ? 1 : 0, endedBecause: null, outcome: null },
      };
    }),
  };
}
