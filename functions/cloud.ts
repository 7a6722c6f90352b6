import { TableClient } from '@azure/data-tables';
import { managedIdentity } from '../adapters/identity/managed-identity.ts';
import type { Neighbours } from './neighbours.ts';
import type { Config } from './config.ts';
import { jsonLog } from './log.ts';
import { once } from './once.ts';

/** The services in Azure, all reached with the managed identity. */
export function cloudNeighbours(config: Config): Neighbours {
  const { credential, appToken } = managedIdentity({
    authorityUrl: config.AUTHORITY_URL,
    tenantId: config.TENANT_ID,
    appId: config.APP_ID,
    managedIdentityClientId: config.MANAGED_IDENTITY_CLIENT_ID,
    exchangeResource: config.EXCHANGE_RESOURCE,
  });
  return {
    table: (name) => new TableClient(config.TABLES_URL, name, credential),
    queue: async (name) => {
      const { QueueClient } = await import('@azure/storage-queue');
      return new QueueClient(`${config.QUEUES_URL}/${name}`, credential);
    },
    blobs: once(async () => {
      const { ContainerClient } = await import('@azure/storage-blob');
      return new ContainerClient(`${config.BLOBS_URL}/rounds`, credential);
    }),
    token: appToken,
    log: jsonLog,
  };
}
