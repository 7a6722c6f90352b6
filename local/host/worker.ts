// The product's own process: the functions, wired to this machine's neighbours. The host starts it and calls it over
// their channel. It ends with the host.
import { enableCompileCache } from 'node:module';
import { TableClient } from '@azure/data-tables';
import { ContainerClient } from '@azure/storage-blob';
import { QueueClient } from '@azure/storage-queue';
import { answerHost } from './answer-host.ts';
import { fetchTokens } from './fetch-tokens.ts';
import type { WorkerSettings } from './protocol.ts';
import { seedOf } from './seed.ts';

// Makes every start after the first one quicker.
enableCompileCache();

/** How far the product's clock is ahead of the machine's, in milliseconds. */
let ahead = 0;

async function start({ environment, storage, tokenUrl, seed }: WorkerSettings): Promise<void> {
  // Imported late: these modules load `@azure/functions`, which looks for its core when it is first used.
  const [{ compose }, { readConfig }, { register }, { jsonLog }] = await Promise.all([
    import('../../functions/compose.ts'),
    import('../../functions/config.ts'),
    import('../../functions/register.ts'),
    import('../../functions/log.ts'),
  ]);
  const config = readConfig(environment);
  const rounds = new ContainerClient(storage, 'rounds');
  const product = compose(config, {
    table: (name) => TableClient.fromConnectionString(storage, name, { allowInsecureConnection: true }),
    queue: (name) => new QueueClient(storage, name),
    blobs: () => rounds,
    token: fetchTokens(tokenUrl, config.APP_ID),
    log: jsonLog,
    now: () => Date.now() + ahead,
    ...(seed !== null && { seed: (scheme, round) => seedOf(seed, scheme, round) }),
    lease: 2_000,
  });
  register(() => Promise.resolve(product), config);
}

answerHost(
  (settings) => start(settings as WorkerSettings),
  (now) => {
    ahead = now - Date.now();
  },
);
