// Takes docs/screenshot.png from the running product: the sample organisation, signed up and paired. The words of the card in it are
// kept beside it, so that a test can tell when the picture is out of date. Run it by `npm run screenshot`.
import { mkdir, writeFile } from 'node:fs/promises';
import { parseCalendar } from '../local/calendars/parse.ts';
import { openDataFolder } from '../local/data/data-folder.ts';
import { startProduct } from '../local/product.ts';
import { sampleOrganisation } from '../local/sample/sample-organisation.ts';
import { launch, withPage } from '../tests/browser.ts';

const now = Date.parse('2026-12-07T08:00:00Z');
const { employees, calendars: texts } = sampleOrganisation(now);
const calendars = new Map(
  employees.flatMap(({ mail, timeZone }) => {
    const text = texts.get(mail.toLowerCase());
    if (text === undefined) return [];
    const calendar = parseCalendar(text, `${mail}.ics`, { zone: timeZone });
    return [[mail.toLowerCase(), { text, calendar }] as const];
  }),
);

const data = await openDataFolder(null);
const product = await startProduct({
  port: 0,
  data,
  keep: false,
  organisation: { employees, coordinators: [employees[0]?.mail.toLowerCase() ?? ''], calendars },
  history: [],
  now,
  seed: 7,
  playground: false,
});
const browser = await launch();
try {
  await withPage(browser, { viewport: { width: 1280, height: 900 }, bypassCSP: true }, async (page) => {
    page.setDefaultTimeout(120_000);
    const settled = () => page.waitForFunction(`!document.body.hasAttribute('aria-busy')`);
    const press = async (name: string) => {
      await page.getByRole('button', { name, exact: true }).click();
      await settled();
    };
    await page.goto(`${product.url}/`);
    await press(`Sign up all ${employees.length}`);
    await press('To the pairing');
    for (const [member, answer] of ['Accept', 'Accept', 'Accept', 'Tentative', 'Decline'].entries()) {
      await page.locator('.pairings button').nth(member).click();
      await settled();
      await press(answer);
    }
    await press('Let an hour pass');
    await page.locator('.pairings button', { hasText: 'Olivia Grant' }).click();
    await settled();
    await page.evaluate(`document.getElementById('status').remove(); scrollTo(0, 0)`);
    const docs = new URL('../docs/', import.meta.url);
    await mkdir(docs, { recursive: true });
    await page.screenshot({ path: new URL('screenshot.png', docs).pathname });
    const words = await page.locator('.message .card').last().innerText();
    await writeFile(new URL('screenshot.txt', docs), `${words.split(/\s*\n\s*|\t/).join('\n')}\n`);
  });
} finally {
  await browser.close();
  await product.stop();
  await data.release();
}
