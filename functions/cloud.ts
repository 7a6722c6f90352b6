import { ManagedIdentityCredential } from '@azure/identity';
import { TableClient } from '@azure/data-tables';
import { ContainerClient } from '@azure/storage-blob';
import { QueueClient } from '@azure/storage-queue';
import { managedIdentityTokens } from '../adapters/identity/managed-identity.ts';
import type { Neighbours } from './compose.ts';
import type { Config } from './config.ts';
import { jsonLog } from './log.ts';

/** The services in Azure, all reached with the managed identity. */
export function cloudNeighbours(config: Config): Neighbours {
  const credential = new ManagedIdentityCredential({ clientId: config.MANAGED_IDENTITY_CLIENT_ID });
  const storage = (service: string) => `https://${config.STORAGE_ACCOUNT}.${service}.core.windows.net`;
  return {
    table: (name) => new TableClient(storage('table'), name, credential),
    queue: (name) => new QueueClient(`${storage('queue')}/${name}`, credential),
    blobs: new ContainerClient(`${storage('blob')}/rounds`, credential),
    token: managedIdentityTokens({
      tenantId: config.TENANT_ID,
      appId: config.APP_ID,
      managedIdentityClientId: config.MANAGED_IDENTITY_CLIENT_ID,
    }),
    log: jsonLog,
  };
}
