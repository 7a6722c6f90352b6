// The tab as somebody meets it who has a keyboard alone.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { frameOf } from './open-tab.ts';

/** What has the focus in the tab: kind and name, such as `button Join`. Empty when nothing has. */
export async function focused(page: Page): Promise<string> {
  return frameOf(page).evaluate(describeFocus);
}

/** Where the Tab key leads from the top of the page, in order, until it leaves the page. */
export async function tabStops(page: Page): Promise<string[]> {
  const frame = frameOf(page);
  await frame.evaluate(`document.activeElement?.blur?.()`);
  await frame
    .locator('body')
    .press('Home')
    .catch(() => undefined);
  const stops: string[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const isInside = await frame.evaluate<boolean>(
      `document.hasFocus() && document.activeElement !== document.body && document.activeElement !== null`,
    );
    if (!isInside) return stops;
    stops.push(await focused(page));
    assert.ok(stops.length < 200, `the Tab key goes round and round: ${stops.slice(0, 20).join(' → ')}`);
  }
}

const describeFocus = `(() => {
  const element = document.activeElement;
  if (element === null || element === document.body) return '';
  const role = element.getAttribute('role') ?? { a: 'link', input: element.type, h1: 'heading' }[element.localName] ?? element.localName;
  const labelled = element.getAttribute('aria-labelledby')?.split(' ').map((id) => document.getElementById(id)?.innerText ?? '').join(' ');
  const name = element.getAttribute('aria-label') ?? labelled ?? element.labels?.[0]?.innerText ?? element.innerText ?? '';
  return (role + ' ' + name).replace(/\\s+/g, ' ').trim();
})()`;
