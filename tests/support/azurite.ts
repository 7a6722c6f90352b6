import { TableClient } from '@azure/data-tables';
import { ContainerClient } from '@azure/storage-blob';
import { QueueClient } from '@azure/storage-queue';
import { blobStorage } from '../../adapters/blobs/storage.ts';
import { tableNames, type TableName, tableStorage } from '../../adapters/tables/storage.ts';
import type { Log } from '../../core/ports/ports.ts';
import type { Storage } from '../../core/ports/storage.ts';
import { startAzurite, type StorageEmulator } from '../../local/host/azurite.ts';

/** Starts Azurite in memory for the tests of a `describe`. Call it inside one. */
export function useAzurite(): () => StorageEmulator {
  let azurite: StorageEmulator | null = null;
  before(async () => {
    azurite = await startAzurite(null);
  });
  after(() => azurite?.stop());
  return () => {
    if (azurite === null) throw new Error('Azurite runs inside tests and hooks only');
    return azurite;
  };
}

let spaces = 0;

/** Tables, queues and a container in a shared Azurite, with names of their own so that tests do not share records. */
export interface StorageSpace {
  readonly table: (name: TableName) => TableClient;
  /** The same at another connection string. */
  readonly tableAt: (connectionString: string, name: TableName) => TableClient;
  readonly queue: (name: string) => QueueClient;
  readonly blobs: ContainerClient;
}

/** Makes an empty space, without its queues. */
export async function storageSpace({ connectionString }: StorageEmulator): Promise<StorageSpace> {
  spaces += 1;
  const name = `s${spaces}`;
  const tableAt = (at: string, of: TableName) =>
    TableClient.fromConnectionString(at, `${name}${of}`, { allowInsecureConnection: true });
  const table = (of: TableName) => tableAt(connectionString, of);
  const blobs = new ContainerClient(connectionString, `rounds-${name}`);
  await Promise.all([blobs.create(), ...tableNames.map((of) => table(of).createTable())]);
  return {
    blobs,
    queue: (queue) => new QueueClient(connectionString, `${name}-${queue}`),
    table,
    tableAt,
  };
}

export const noLog: Log = () => undefined;

/** The product's storage in a space. */
export function storageIn(
  { table, blobs }: Pick<StorageSpace, 'table' | 'blobs'>,
  log: Log = noLog,
): Storage {
  return { ...tableStorage(table, log), ...blobStorage(() => blobs, log) };
}
