// node bench/tab/main.ts [--json] [--runs 20]: how long until the tab's *Now* can be used, compared with a bare page of
// Fluent UI, and with one that writes a date
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { Page, Response } from 'playwright-core';
import { build } from 'vite';
import { launch } from '../../tests/browser.ts';
import { serving } from '../../tests/support/serving.ts';
import * as answers from '../../tests/tab/answers.ts';
import { parentOf } from './parent.ts';

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, runs: { type: 'string', default: '20' } },
});
/** How much slower than this machine's the processor is made. */
const slower = 4;
/** Milliseconds that the API takes to answer. */
const apiTakes = 20;

const folder = join(import.meta.dirname, '../../dist/bench/tab');
const app = new Hono();
for (const [path, root] of [
  ['tab', join(import.meta.dirname, '../../tab')],
  ['bare', join(import.meta.dirname, 'bare')],
] as const) {
  const outDir = join(folder, path);
  await build({
    root,
    base: `/${path}/`,
    configFile: join(import.meta.dirname, '../../tab/vite.config.ts'),
    logLevel: 'error',
    build: { outDir, emptyOutDir: true },
  });
  app.get(`/${path}`, serveStatic({ path: join(outDir, 'index.html') }));
  app.get(
    `/${path}/*`,
    serveStatic({ root: outDir, rewriteRequestPath: (asked) => asked.slice(path.length + 1) }),
  );
}
/** What Teams says of itself and of its reader. */
const context = {
  ...{ locale: 'en-GB', theme: 'default', entityId: 'home', frameContext: 'content', hostClientType: 'web' },
  ...{ hostName: 'Teams', sessionId: '', userObjectId: 'ada', tid: 'tenant' },
};
app.get('/framed/bare', (asked) => asked.html(parentOf('/bare', context, 'token')));
app.get('/framed/dated', (asked) => asked.html(parentOf('/bare?dated', context, 'token')));
app.get('/framed/tab', (asked) => asked.html(parentOf('/tab?locale=en-GB&theme=default', context, 'token')));
app.get('/api/me/now', async (asked) => {
  await new Promise((resolve) => setTimeout(resolve, apiTakes));
  return asked.json(answers.now);
});

interface Seen {
  /** Milliseconds from the frame's navigation until its heading and button are there and the processor is idle. */
  readonly usable: number;
  /** Milliseconds of processor time that the main thread took until then, slowed as well: no waiting, and nothing that other processes of the machine take. */
  readonly work: number;
  /** Bytes of JavaScript, compressed. */
  readonly bytes: number;
}

/** Notes when a heading and something to press are there and the page has come to rest. */
const watch = `window.usable = new Promise((done) => {
  const look = () => {
    if (document.querySelector('h1') === null || document.querySelector('main button, main [href], .fui-Card button') === null)
      return requestAnimationFrame(look);
    requestIdleCallback(() => done(performance.now()));
  };
  look();
})`;

const server = await serving(app);
const browser = await launch();
const pages = ['bare', 'dated', 'tab'] as const;
const seen: Record<(typeof pages)[number], Seen[]> = { bare: [], dated: [], tab: [] };
try {
  for (let run = 0; run < Number(values.runs); run++)
    // They take turns, so that a busy moment of the machine meets all.
    for (const name of pages) seen[name].push(await look(`/framed/${name}`));
} finally {
  await browser.close();
  await server.close();
}

async function look(address: string): Promise<Seen> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    // Teams' list of its origins, which teams-js has a copy of.
    await session.send('Network.enable');
    await session.send('Network.setBlockedURLs', { urls: ['*://res.cdn.office.net/*'] });
    const scripts: Response[] = [];
    page.on('response', (response) => {
      if (new URL(response.url()).pathname.endsWith('.js')) scripts.push(response);
    });
    await page.addInitScript(watch);
    await page.goto(`http://localhost:${server.port}${address}`);
    const usable = await frameOf(page).evaluate<number>('window.usable');
    const { metrics } = await session.send('Performance.getMetrics');
    const work = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN;
    // Questions may come a little later. Nothing is compressed before: this process is the server too.
    await page.waitForLoadState('networkidle');
    const bodies = await Promise.all(scripts.map((script) => script.body()));
    const bytes = bodies.reduce((sum, body) => sum + brotliCompressSync(body).length, 0);
    return { usable, work: work * 1000, bytes };
  } finally {
    await context.close();
  }
}

function frameOf(page: Page) {
  const frame = page.frames()[1];
  if (frame === undefined) throw new Error('expected the page in a frame');
  return frame;
}

/** The one below which the given part of them lies; 0 is the least, 0.5 the median. */
const quantile = (numbers: readonly number[], part: number) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length * part)] ?? NaN;
function row(what: keyof Seen, part: number) {
  const of = (name: (typeof pages)[number]) =>
    quantile(
      seen[name].map((run) => run[what]),
      part,
    );
  const times = (name: 'bare' | 'dated') => Number((of('tab') / of(name)).toFixed(2));
  return {
    'bare page': Math.round(of('bare')),
    'with a date': Math.round(of('dated')),
    'the tab': Math.round(of('tab')),
    'times the bare page': times('bare'),
    'times that with a date': times('dated'),
  };
}
const rows = {
  'usable, least': row('usable', 0),
  'usable, median': row('usable', 0.5),
  'work, median': row('work', 0.5),
  bytes: row('bytes', 0.5),
};
if (values.json) console.log(JSON.stringify({ node: process.version, runs: values.runs, ...rows }, null, 2));
else {
  console.log(`${values.runs} runs: milliseconds with a processor ${slower} times slower, and bytes`);
  console.table(rows);
}
