import type { FrameLocator, Locator, Page } from 'playwright-core';
import { frameOf } from '../../support/tab/open-tab.ts';
import type { TabServer } from '../tab-server.ts';

/** The rows of a table that are in the page. */
export function rowsOf(tab: FrameLocator, table: string): Locator {
  return tab.getByRole('table', { name: table }).locator('tbody tr[aria-rowindex]');
}

/** The texts of a table's cells, row by row. */
export async function rows(tab: FrameLocator, table: string): Promise<string[][]> {
  const found = rowsOf(tab, table);
  await found.first().waitFor();
  return Promise.all(
    (await found.all()).map(async (row) =>
      (await row.locator('td').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim()),
    ),
  );
}

/** The acts of a coordinator that were asked for, oldest first. */
export function actsOf({ writes }: TabServer): unknown[] {
  return writes.filter(({ call }) => call === 'POST /schemes/unmentoring/acts').map(({ body }) => body);
}

/** Lets the server take acts of coordinators, which then wait. */
export function takeActs(server: TabServer): void {
  server.api.set('POST /schemes/unmentoring/acts', (write: TabServer['writes'][number]) => ({
    id: write.key,
    act: write.body,
    dueAt: '2026-12-15T09:00:10Z',
    state: 'waiting',
    reason: null,
  }));
}

/** The part of the page's address after `#`. */
export async function hashOf(page: Page): Promise<string> {
  return frameOf(page).evaluate('location.hash');
}
