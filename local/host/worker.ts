// The product's own process: the functions, wired to this machine's neighbours. The host starts it and calls it over
// their channel. It ends with the host.
import { enableCompileCache, registerHooks } from 'node:module';
import { TableClient } from '@azure/data-tables';
import { ContainerClient } from '@azure/storage-blob';
import { QueueClient } from '@azure/storage-queue';
import { invoke, registeredFunctions } from './functions-core.ts';
import { fetchTokens } from './fetch-tokens.ts';
import type { FromWorker, ToWorker, WorkerSettings } from './protocol.ts';
import { seedOf } from './seed.ts';

// Makes every start after the first one quicker.
enableCompileCache();

const functionsCore = new URL('./functions-core.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@azure/functions-core'
      ? { url: functionsCore, shortCircuit: true }
      : next(specifier, context),
});

/** How far the product's clock is ahead of the machine's, in milliseconds. */
let ahead = 0;
const setClock = (now: number) => {
  ahead = now - Date.now();
};

async function start({ environment, storage, tokenUrl, seed }: WorkerSettings): Promise<void> {
  // Imported late: these modules load `@azure/functions`, which looks for its core when it is first used.
  const [{ compose }, { readConfig }, { register }, { jsonLog }] = await Promise.all([
    import('../../functions/compose.ts'),
    import('../../functions/config.ts'),
    import('../../functions/register.ts'),
    import('../../functions/log.ts'),
  ]);
  const config = readConfig(environment);
  register(
    compose(config, {
      table: (name) => TableClient.fromConnectionString(storage, name, { allowInsecureConnection: true }),
      queue: (name) => new QueueClient(storage, name),
      blobs: new ContainerClient(storage, 'rounds'),
      token: fetchTokens(tokenUrl, config.APP_ID),
      log: jsonLog,
      now: () => Date.now() + ahead,
      ...(seed !== null && { seed: (scheme, round) => seedOf(seed, scheme, round) }),
      lease: 2_000,
    }),
  );
}

function tell(message: FromWorker): void {
  process.send?.(message);
}

async function answer(message: ToWorker): Promise<void> {
  setClock(message.now);
  if (message.kind === 'start') {
    await start(message.settings);
    tell({ kind: 'ready', functions: registeredFunctions() });
    return;
  }
  const { id, name, data } = message;
  try {
    tell({ kind: 'done', id, result: await invoke(name, id, data) });
  } catch (error) {
    console.error(error);
    tell({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error) });
  }
}

process.on('message', (message: ToWorker) => void answer(message));
process.on('disconnect', () => process.exit());
