// node bench/start/main.ts [--json] [--runs 20]: what a start of the deployed app costs, compared with an app of one function
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
  options: { json: { type: 'boolean' }, runs: { type: 'string', default: '20' } },
});
const folder = join(import.meta.dirname, '../../dist/bench/start');
await rm(folder, { recursive: true, force: true });

const product = await appFiles();
const empty = (await bundle('bench/start/empty-app.ts')).files;
const apps = { empty, product };
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
/** The least of all runs. The apps take turns, so that a busy moment of the machine meets both. */
const least: Partial<Record<keyof typeof apps, Cost>> = {};
try {
  for (let run = 0; run < Number(values.runs); run++) {
    for (const app of ['empty', 'product'] as const) {
      const cost = await costOf(app);
      const before = least[app] ?? cost;
      least[app] = {
        load: Math.min(before.load, cost.load),
        start: Math.min(before.start, cost.start),
        answer: Math.min(before.answer, cost.answer),
      };
    }
  }
} finally {
  await neighbours.stop();
}

async function costOf(app: keyof typeof apps): Promise<Cost> {
  const main = join(folder, app, 'main.js');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(folder, 'worker.js'), main, neighbours.token],
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
  const { empty: floor, product: cost } = least;
  if (floor === undefined || cost === undefined) throw new Error('--runs must be at least 1');
  const row = (of: keyof Cost) => ({
    'an app of one function': Math.round(floor[of]),
    'the deployed app': Math.round(cost[of]),
    times: Number((cost[of] / floor[of]).toFixed(2)),
  });
  console.table({
    'start of the process to the last registration': row('start'),
    'import(main) alone': row('load'),
    'start of the process to the first answer': row('answer'),
  });
}
