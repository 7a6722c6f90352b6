// node bench/start/main.ts [--json] [--runs 20] [--node='--max-old-space-size=256']: what a start of the deployed app costs, compared
// with apps of one function; other options of Node than those of the deployed worker, --node= for none
import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { build } from 'esbuild';
import { bundle } from '../../scripts/app/bundle.ts';
import { appFiles } from '../../scripts/app/files.ts';
import { zip } from '../../scripts/zip.ts';
import { startNeighbours } from './neighbours.ts';
import type { Cost } from './worker.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    runs: { type: 'string', default: '20' },
    // Those of the deployed worker (infra/README.md).
    node: {
      type: 'string',
      default: '--max-old-space-size=116 --max-semi-space-size=16 --min-semi-space-size=16',
    },
  },
});
const nodeOptions = values.node.split(' ').filter((option) => option !== '');
const folder = join(import.meta.dirname, '../../dist/bench/start');
await rm(folder, { recursive: true, force: true });

const product = await appFiles();
const apps = {
  empty: (await bundle('bench/start/empty-app.ts')).files,
  bare: (await bundle('bench/start/bare-app.ts')).files,
  product,
};
for (const [name, files] of Object.entries(apps)) {
  for (const [path, content] of files) {
    const file = join(folder, name, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
// As JavaScript: Node would spend more on taking away its types than on an empty app.
await build({
  entryPoints: { worker: 'bench/start/worker.ts', core: 'local/host/functions-core.ts' },
  outdir: folder,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  logLevel: 'error',
});

const neighbours = await startNeighbours();
/** The least of all runs. The apps take turns, so that a busy moment of the machine meets all of them. */
const least = { empty: never(), bare: never(), product: never() };
try {
  for (let run = 0; run < Number(values.runs); run++) {
    for (const app of ['empty', 'bare', 'product'] as const) {
      const cost = await costOf(app);
      for (const what of ['load', 'start', 'answer'] as const)
        least[app][what] = Math.min(least[app][what], cost[what]);
    }
  }
} finally {
  await neighbours.stop();
}

function never(): Cost {
  return { load: Infinity, start: Infinity, answer: Infinity };
}

async function costOf(app: keyof typeof apps): Promise<Cost> {
  const main = join(folder, app, 'main.js');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...nodeOptions, join(folder, 'worker.js'), main, neighbours.token],
    { env: { PATH: process.env.PATH, ...neighbours.environment } },
  );
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Cost;
}

const bytes = (files: ReadonlyMap<string, Uint8Array>) =>
  [...files.values()].reduce((sum, { length }) => sum + length, 0);
const sizes = { unzipped: bytes(product), zipped: zip(product).length };
if (values.json) console.log(JSON.stringify({ node: process.version, sizes, ...least }, null, 2));
else {
  console.log('Sizes in bytes');
  console.table(sizes);
  console.log('Processor time in milliseconds');
  const row = (what: keyof Cost, other: 'empty' | 'bare') => ({
    'the other app': Math.round(least[other][what]),
    'the deployed app': Math.round(least.product[what]),
    times: Number((least.product[what] / least[other][what]).toFixed(2)),
  });
  console.table({
    'to the last registration, to an empty app': row('start', 'empty'),
    'import(main), to an empty app': row('load', 'empty'),
    'to the first answer, to an empty app': row('answer', 'empty'),
    'to the first answer, to the same requests': row('answer', 'bare'),
  });
}
