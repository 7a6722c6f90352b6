// node bench/people/main.ts [--json] [--runs 20]: how long sorting and filtering the people of a round take in the tab, by how many there are
import { parseArgs } from 'node:util';
import type { Frame } from 'playwright-core';
import { launch } from '../../tests/browser.ts';
import { frameOf, openTab } from '../../tests/support/tab/open-tab.ts';
import * as answers from '../../tests/tab/answers.ts';
import { answerInPages, manyPeople, roundPath, roundView } from '../../tests/tab/desk/desk-answers.ts';
import { fakeTab } from '../../tests/tab/tab-server.ts';

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, runs: { type: 'string', default: '20' } },
});
const sizes = [1000, 10_000] as const;

/** Scripts that press something. Each changes what is shown, however often it is done. */
const acts = {
  'sort by name': `document.querySelector('section[aria-labelledby=people-title] th:nth-child(1) button').click()`,
  'sort by step': `document.querySelector('section[aria-labelledby=people-title] th:nth-child(2) button').click()`,
  filter: `document.querySelector('section[aria-labelledby=people-title] li a[href*="show=paired"]:not([aria-current]), section[aria-labelledby=people-title] li:first-child a:not([aria-current])').click()`,
  search: `(() => {
    const field = document.querySelector('input[type=search]');
    const value = field.value === '' ? '99' : '';
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, value);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  })()`,
} as const;
type Act = keyof typeof acts;

/** Milliseconds from an act until React has drawn the rows that it shows. */
async function measure(frame: Frame, act: string): Promise<number> {
  return frame.evaluate(`new Promise((done) => {
    const table = document.querySelector('table[aria-labelledby=people-title]');
    const observer = new MutationObserver(() => {
      observer.disconnect();
      const took = performance.now() - start;
      requestAnimationFrame(() => requestAnimationFrame(() => done(took)));
    });
    observer.observe(table, { subtree: true, childList: true, characterData: true, attributes: true });
    const start = performance.now();
    ${act};
  })`);
}

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? NaN;

const browser = await launch();
const fake = fakeTab(() => browser);
await fake.open();
const seen = new Map<string, number[]>();
try {
  // The sizes take turns, so that a busy moment of the machine meets both.
  for (let turn = 0; turn < 2; turn++)
    for (const size of sizes) {
      fake.reset();
      fake.server.api.set('/me', answers.coordinator);
      answerInPages(fake.server, `${roundPath}/people`, manyPeople(size));
      await openTab(
        browser,
        fake.server.origin,
        { hash: roundView, locale: 'en-GB', bare: true },
        async (tab, page) => {
          await tab.getByText(new RegExp(`^(\\d|,)+ of ${size.toLocaleString('en-GB')} people$`)).waitFor();
          for (let run = 0; run < Number(values.runs) / 2; run++)
            for (const [act, script] of Object.entries(acts)) {
              const key = `${act} ${size}`;
              seen.set(key, [...(seen.get(key) ?? []), await measure(frameOf(page), script)]);
            }
        },
      );
    }
} finally {
  await browser.close();
  await fake.close();
}

const rows = Object.fromEntries(
  (Object.keys(acts) as Act[]).map((act) => {
    const [few, many] = sizes.map((size) => median(seen.get(`${act} ${size}`) ?? [])) as [number, number];
    return [
      act,
      {
        '1,000': Number(few.toFixed(1)),
        '10,000': Number(many.toFixed(1)),
        times: Number((many / few).toFixed(2)),
      },
    ];
  }),
);
if (values.json) console.log(JSON.stringify({ node: process.version, runs: values.runs, ...rows }, null, 2));
else {
  console.log(`${values.runs} runs: milliseconds until the rows are drawn, the median`);
  console.table(rows);
}
