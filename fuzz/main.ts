// `npm run fuzz`: throws mutated input at the product. Exit status 1 when the product was at fault or the fuzzer was no good, 2
// when the command line cannot be used.
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { activities } from './activities.ts';
import { apiCalls } from './api-calls.ts';
import { calendars } from './calendars.ts';
import { graphAnswers } from './graph-answers.ts';
import { fuzzedProduct, type FuzzedProduct } from './product.ts';
import { runTarget } from './run.ts';
import { tables } from './tables.ts';
import type { AtTheEnd, Target } from './target.ts';

type Open = (atTheEnd: AtTheEnd, product: () => Promise<FuzzedProduct>) => Promise<Target>;

const targets: Readonly<Record<string, Open>> = {
  // Before the activities: they make people leave, who then have no settings to change.
  api: async (_, product) => apiCalls(await product()),
  activities: async (_, product) => activities(await product()),
  graph: graphAnswers,
  calendars,
  tables,
};

const usage = `npm run fuzz -- [--minutes N] [--seed N] [--only TARGET [--at N]], with a target of ${Object.keys(targets).join(', ')}`;
const minute = 60_000;

/** The command line cannot be used. The message is one sentence that says why. */
class UsageError extends Error {}

/** @throws UsageError */
function whole(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`"${text}" is not a whole number.`);
  return Number(text);
}

/** Ends the process when an input has kept it busy until twice the given time, and says which. */
function watch(milliseconds: number): (what: string) => void {
  const source = `
    const { parentPort, workerData } = require('node:worker_threads');
    let under = 'the start';
    parentPort.on('message', (what) => { under = what; });
    setTimeout(() => {
      require('node:fs').writeSync(1, 'FIND (' + under + ')\\n  no answer\\n');
      process.kill(process.pid, 'SIGKILL');
    }, workerData);`;
  const watcher = new Worker(source, { eval: true, workerData: milliseconds });
  watcher.unref();
  return (what) => {
    watcher.postMessage(what);
  };
}

async function main(): Promise<boolean> {
  const text = { type: 'string' } as const;
  const { values: given } = parseArgs({ options: { minutes: text, seed: text, only: text, at: text } });
  const seed = whole(given.seed) ?? randomInt(1_000_000_000);
  const minutes = Number(given.minutes ?? 5);
  const chosen = Object.entries(targets).filter(([name]) => given.only === undefined || name === given.only);
  if (!(minutes > 0) || chosen.length === 0) throw new UsageError('These options make no run.');

  const say = (line: string) => {
    console.log(line);
  };
  say(`Seed ${seed}.`);
  const onThrow = watch(2 * (minutes + 1) * minute);
  const ends: (() => Promise<void>)[] = [];
  const atTheEnd: AtTheEnd = (end) => void ends.push(end);
  let product: Promise<FuzzedProduct> | null = null;
  let isFine = true;
  try {
    for (const [name, open] of chosen) {
      const target = await open(atTheEnd, () => (product ??= fuzzedProduct(atTheEnd)));
      const until = Date.now() + (minutes * minute) / chosen.length;
      const isOver = () => Date.now() >= until;
      const run = { name, seed, at: whole(given.at), isOver, say, onThrow };
      isFine = (await runTarget(target, run)) && isFine;
    }
  } finally {
    for (const end of ends.reverse()) await end();
  }
  return isFine;
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message} Usage: ${usage}`);
  process.exitCode = 2;
}
