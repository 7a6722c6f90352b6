// The tab of people of the running local product.
import assert from 'node:assert/strict';
import type { FrameLocator, Page } from 'playwright-core';
import type { Employee } from '../../../local/organisation/employee.ts';
import { objectIdOf } from '../../../local/organisation/object-id.ts';
import { useBrowser } from '../../browser.ts';
import { clientOf, type Client } from '../../end-to-end/client.ts';
import { employee } from '../emulated-graph.ts';
import { useRunningProduct } from '../running-product.ts';
import { openTab, type View } from './open-tab.ts';

/** An employee with the mail `ada@x.example`, who works in London from 9 to 17. */
function member(name: string, nth: number): Employee {
  const mail = mailOf(name);
  const department = ['Digital', 'Parks', 'Finance', 'Highways'][nth % 4] ?? 'Digital';
  return employee(name, { oid: objectIdOf(mail), mail, department, office: 'Leeds' });
}

/** @example mailOf('Ada Lovelace') → 'ada@x.example' */
export function mailOf(name: string): string {
  return `${name.split(' ')[0]?.toLowerCase() ?? ''}@x.example`;
}

/** Does something in a tab, and waits until the product has answered the write that follows. */
export async function written(
  page: Page,
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  act: () => Promise<void>,
): Promise<void> {
  const answer = page.waitForResponse(
    (response) =>
      response.request().method() === method && new URL(response.url()).pathname.startsWith(`/api/${path}`),
  );
  await act();
  const { status } = await answer.then((one) => ({ status: one.status() }));
  assert.ok(status < 300, `${method} ${path} was answered ${status}`);
}

export interface ProductTab {
  readonly client: Client;
  /** The origin of the product. */
  readonly url: string;
  /** Opens the tab of somebody in Teams, in English, at the product's time. */
  readonly tab: (
    mail: string,
    view: View,
    use: (tab: FrameLocator, page: Page) => Promise<void>,
  ) => Promise<void>;
  /** Lets a minute pass, after everything that was asked for is done. */
  readonly settle: () => Promise<void>;
}

/**
 * The whole product for the tests of a `describe`, with people who all have added the app, and a browser to open their tabs in.
 * @param names of the people; the first is the coordinator
 * @param now ISO 8601 instant at which its clock starts
 * @param empty whether it begins without a scheme
 */
export function useProductTab(names: readonly string[], now: string, empty = false): () => ProductTab {
  const browser = useBrowser();
  const product = useRunningProduct(
    { employees: names.map(member), coordinators: names.slice(0, 1).map(mailOf), calendars: new Map() },
    now,
    [],
    empty,
  );
  before(async () => {
    const client = clientOf(product().url, mailOf(names[0] ?? ''));
    for (const name of names) await client.post(`/local/install?user=${mailOf(name)}`);
  });
  return () => {
    const { url, clock } = product();
    const client = clientOf(url, mailOf(names[0] ?? ''));
    return {
      client,
      url,
      tab: async (user, view, use) => {
        const now = new Date(clock.now()).toISOString();
        await openTab(browser(), url, { user, locale: 'en-GB', now, ...view }, async (tab, page) => {
          await tab.locator('body:has(h1):not(:has([aria-busy=true]))').waitFor();
          await use(tab, page);
        });
      },
      settle: async () => {
        await client.post('/local/clock', { advance: 'PT1M' });
      },
    };
  };
}
