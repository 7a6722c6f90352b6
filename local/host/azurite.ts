import { fork, type ChildProcess } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { TableClient } from '@azure/data-tables';
import { ContainerClient } from '@azure/storage-blob';
import { QueueClient } from '@azure/storage-queue';
import { queueNames } from '../../adapters/queues/work-queue.ts';
import { tableNames } from '../../adapters/tables/storage.ts';
import { isRunning } from '../data/is-running.ts';

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
  const emulator = await start(location, tls);
  await makeContainers(emulator.connectionString);
  return emulator;
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

async function start(location: string | null, tls: Tls | null): Promise<StorageEmulator> {
  const child = fork(
    new URL('./azurite-process.ts', import.meta.url),
    [
      '--silent',
      '--disableTelemetry',
      '--skipApiVersionCheck',
      // Any free port: one that was chosen before might be taken by the time that it listens.
      ...['--blobPort', '0', '--queuePort', '0', '--tablePort', '0'],
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
  const ports = await Promise.race([portsOf(child), ended]);
  if (ports === undefined) throw new Error('the storage emulator ended while it was starting');
  const protocol = tls === null ? 'http' : 'https';
  const connectionString = [
    `DefaultEndpointsProtocol=${protocol}`,
    `AccountName=${account}`,
    `AccountKey=${key}`,
    `BlobEndpoint=${protocol}://127.0.0.1:${ports.Blob}/${account}`,
    `QueueEndpoint=${protocol}://127.0.0.1:${ports.Queue}/${account}`,
    `TableEndpoint=${protocol}://127.0.0.1:${ports.Table}/${account}`,
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

type Service = 'Blob' | 'Queue' | 'Table';

/** The ports on which the services of an emulator listen, once all of them do. */
function portsOf(child: ChildProcess): Promise<Record<Service, number>> {
  return new Promise((resolve) => {
    const ports: Partial<Record<Service, number>> = {};
    child.on('message', (line: string) => {
      const [, service, port] =
        /^Azurite (Blob|Queue|Table) service is successfully listening at .*:(\d+)$/.exec(line) ?? [];
      if (service !== undefined) ports[service as Service] = Number(port);
      const { Blob, Queue, Table } = ports;
      if (Blob !== undefined && Queue !== undefined && Table !== undefined) resolve({ Blob, Queue, Table });
    });
  });
}
