import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { TableClient } from '@azure/data-tables';
import { ContainerClient } from '@azure/storage-blob';
import { QueueClient } from '@azure/storage-queue';
import { queueNames } from '../../adapters/queues/work-queue.ts';
import { tableNames } from '../../adapters/tables/storage.ts';
import pRetry from 'p-retry';
import { isRunning } from '../data/is-running.ts';
import { freePort } from './free-port.ts';

export interface StorageEmulator {
  readonly connectionString: string;
  /** The id of its process. */
  readonly pid: number;
  /** Ends it in order, after everything is written to disk. */
  stop(): Promise<void>;
}

/**
 * The account and key of every storage emulator: https://learn.microsoft.com/azure/storage/common/storage-use-azurite
 */
const account = 'devstoreaccount1';
const key = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

/**
 * How often it is started. Another process may take a port that was free: then the emulator ends, and starts on other
 * ports.
 */
const starts = 3;

/** Paths of PEM files. */
interface Tls {
  readonly cert: string;
  readonly key: string;
}

/**
 * Starts Azurite on free ports, with the product's tables, queues and container.
 * @param location where it keeps its data; null keeps it in memory
 * @param tls with it, it listens over TLS alone, and takes access tokens too
 */
export async function startAzurite(
  location: string | null,
  tls: Tls | null = null,
): Promise<StorageEmulator> {
  if (location !== null) await formerEnded(location);
  for (let start = 1; ; start++) {
    const emulator = await startOnce(location, tls);
    if (emulator !== null) {
      await makeContainers(emulator.connectionString);
      return emulator;
    }
    if (start === starts) throw new Error('the storage emulator ended while it was starting');
  }
}

/** The file with the id of the emulator's process. */
const pidFile = (location: string) => join(location, 'process.pid');

/**
 * Waits while the emulator of a killed start still writes its files. It ends within seconds; a process that runs longer
 * has only the same id.
 */
async function formerEnded(location: string): Promise<void> {
  const pid = Number(await readFile(pidFile(location), 'utf8').catch(() => '0'));
  for (let waited = 0; pid > 0 && isRunning(pid) && waited < 10_000; waited += 50) await wait(50);
}

/** Null when it ended before it listened. */
async function startOnce(location: string | null, tls: Tls | null): Promise<StorageEmulator | null> {
  const [blob, queue, table] = [await freePort(), await freePort(), await freePort()];
  const child = fork(
    new URL('./azurite-process.ts', import.meta.url),
    [
      '--silent',
      '--disableTelemetry',
      '--skipApiVersionCheck',
      ...['--blobPort', `${blob}`, '--queuePort', `${queue}`, '--tablePort', `${table}`],
      ...(location === null ? ['--inMemoryPersistence'] : ['--location', location]),
      ...(tls === null ? [] : ['--oauth', 'basic', '--cert', tls.cert, '--key', tls.key]),
    ],
    // Ctrl-C reaches every process of the group, but storage must end last: so it has a group of its own.
    { detached: true, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  if (location !== null) {
    await mkdir(location, { recursive: true });
    await writeFile(pidFile(location), `${child.pid ?? 0}\n`);
  }
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve();
    }),
  );
  const listens = await Promise.race([
    Promise.all([blob, queue, table].map(listening)).then(() => true),
    ended.then(() => false),
  ]);
  if (!listens) return null;
  const protocol = tls === null ? 'http' : 'https';
  const connectionString = [
    `DefaultEndpointsProtocol=${protocol}`,
    `AccountName=${account}`,
    `AccountKey=${key}`,
    `BlobEndpoint=${protocol}://127.0.0.1:${blob}/${account}`,
    `QueueEndpoint=${protocol}://127.0.0.1:${queue}/${account}`,
    `TableEndpoint=${protocol}://127.0.0.1:${table}/${account}`,
  ].join(';');
  return {
    connectionString,
    pid: child.pid ?? 0,
    async stop() {
      if (child.connected) child.disconnect();
      await ended;
      if (location !== null) await rm(pidFile(location), { force: true });
    },
  };
}

/** Makes the tables, queues and container that the infrastructure makes in the cloud. */
async function makeContainers(connectionString: string): Promise<void> {
  await Promise.all([
    ...tableNames.map((name) =>
      TableClient.fromConnectionString(connectionString, name, {
        allowInsecureConnection: true,
      }).createTable(),
    ),
    ...Object.values(queueNames).map((name) => new QueueClient(connectionString, name).createIfNotExists()),
    new ContainerClient(connectionString, 'rounds').createIfNotExists(),
  ]);
}

async function listening(port: number): Promise<void> {
  const connecting = async () => {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.destroy();
  };
  await pRetry(connecting, { retries: 400, minTimeout: 50, factor: 1 });
}
