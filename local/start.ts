// `npm start`: the whole product on this machine.
import { openDataFolder, type DataFolder } from './data/data-folder.ts';
import { InputError } from './input/input-error.ts';
import { PortInUse } from './gateway/gateway.ts';
import { startProduct, type RunningProduct } from './product.ts';
import { gatherBeginning } from './start/gather-beginning.ts';
import { readOptions, UsageError, type StartOptions } from './start/options.ts';

/** Exit status for unusable input. Nothing was started or changed then. */
const unusable = 2;

async function run(options: StartOptions): Promise<void> {
  const data = await openDataFolder(options.data);
  try {
    const { organisation, history, seed, warnings, keep } = await gatherBeginning(options, data);
    for (const warning of warnings) console.warn(warning);
    console.log('Starting …');
    const product = await startProduct({
      port: options.port,
      data,
      keep: options.data !== null,
      organisation,
      history,
      // A folder that was used before has its scheme, or was begun without.
      empty: options.empty || data.beginning !== null,
      now: options.now,
      seed,
      playground: true,
    });
    if (options.data !== null) await keep();
    endOnSignal(product, data);
    console.log(welcome(product, organisation.employees.length, options.data));
  } catch (error) {
    await data.release();
    throw error;
  }
}

/** Ends the product in order at Ctrl-C, or when npm is gone. */
function endOnSignal(product: RunningProduct, data: DataFolder): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    console.log('Ending in order …');
    void product
      .stop()
      .then(() => data.release())
      .then(() => process.exit(0), fail);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  onceOrphaned(stop);
}

/**
 * npm runs this process in a shell that does not pass signals on. When npm is ended, only the shell ends. So this
 * process ends as soon as its parent is gone.
 */
function onceOrphaned(stop: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 500);
  watch.unref();
}

function welcome({ url, playgroundUrl, clock }: RunningProduct, people: number, data: string | null): string {
  return [
    '',
    `UnMentoring is running, with ${people} people in its directory.`,
    '',
    `  Start here        ${url}/`,
    ...(playgroundUrl === null ? [] : [`  Chat with the bot ${playgroundUrl}`]),
    `  The tab           ${url}/local/teams?user=MAIL`,
    `  Microsoft Graph   ${url}/graph/v1.0/users`,
    `  The clock         ${new Date(clock.now()).toISOString()} (${url}/local/clock)`,
    `  State             ${data ?? 'not kept after this run (--data DIR keeps it)'}`,
    '',
    'Ctrl-C ends everything in order.',
    '',
  ].join('\n');
}

function fail(error: unknown): void {
  if (error instanceof InputError || error instanceof UsageError || error instanceof PortInUse) {
    console.error(error.message);
    process.exit(unusable);
  }
  console.error(error);
  process.exit(1);
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options !== null) await run(options);
} catch (error) {
  fail(error);
}
