import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { TableClient } from '@azure/data-tables';
import { ContainerClient } from '@azure/storage-blob';
import hostJson from '../../../host.json' with { type: 'json' };
import type { Storage } from '../../../core/ports/storage.ts';
import { defaultScheme } from '../../../core/records/scheme.ts';
import { deliver } from '../../../local/gateway/deliver.ts';
import { startAzurite } from '../../../local/host/azurite.ts';
import { openClock, type Clock } from '../../../local/host/product-clock.ts';
import { startTriggerHost, type TriggerHost } from '../../../local/host/trigger-host.ts';
import { startWorker, type WorkerProcess } from '../../../local/host/worker-process.ts';
import type { Employee } from '../../../local/organisation/employee.ts';
import { createTeams, type Teams } from '../../../local/teams/teams.ts';
import { storageIn } from '../azurite.ts';
import { serveGraph, tenant, type ServedGraph } from '../emulated-graph.ts';
import type { Folder } from '../folder.ts';
import { serving } from '../serving.ts';
import { certificateOfThisMachine, trust } from './certificate.ts';
import { serveEntra, type Entra } from './entra.ts';

const appId = '22222222-2222-4222-8222-222222222222';
const managedIdentityClientId = '33333333-3333-4333-8333-333333333333';

/** The function app as `npm run build` makes it. */
const built = join(import.meta.dirname, '../../../dist/app');

/** The neighbours as they are in the cloud: over TLS, and with no other key than access tokens. */
export interface Cloud {
  readonly clock: Clock;
  readonly entra: Entra;
  readonly graph: ServedGraph;
  readonly teams: Teams;
  /** The product's records, read directly. */
  readonly storage: Storage;
  /**
   * Starts the built app in a fresh process, from a folder that holds nothing else.
   * @param changed what differs from the settings that fit these neighbours
   */
  startApp(changed?: Readonly<Record<string, string>>): Promise<WorkerProcess>;
  /** Starts the timers and queue triggers of an app. */
  startTriggers(app: WorkerProcess): TriggerHost;
  close(): Promise<void>;
}

/**
 * @param employees the people of the tenant
 * @param now the product's time at the start, ISO 8601
 */
export async function startCloud(
  folder: Folder,
  employees: readonly Employee[],
  now: string,
): Promise<Cloud> {
  const ended: (() => unknown)[] = [];
  const certificate = certificateOfThisMachine();
  const files = {
    cert: folder.write('cert.pem', certificate.cert),
    key: folder.write('key.pem', certificate.key),
  };
  // For the records that the test itself reads.
  ended.push(trust(certificate));

  const clock = await openClock(folder.at('clock.json'), Date.parse(now));
  const entra = await serveEntra({ tenant, appId, managedIdentityClientId, now: clock.now, certificate });
  ended.push(() => entra.close());
  const azurite = await startAzurite(null, files);
  ended.push(() => azurite.stop());
  const urlOf = (service: string) =>
    new RegExp(`${service}Endpoint=([^;]+)`).exec(azurite.connectionString)?.[1] ?? '';

  let app: WorkerProcess | null = null;
  const connector = await serving({ fetch: (request) => teams.connector.fetch(request) });
  ended.push(() => connector.close());
  const teams = createTeams({
    dir: null,
    employees,
    tenant,
    appId,
    serviceUrl: connector.url,
    deliver: (activity, token) => deliver(app, 'https://unmentoring.example', activity, token),
    channelToken: (serviceUrl) => entra.identity.channelToken(serviceUrl),
    verifyConnectorToken: (token) => entra.identity.verifyConnector(token),
    now: clock.now,
  });
  const graph = await serveGraph({
    employees,
    now: clock.now,
    chats: teams.chats,
    organisers: 2,
    verify: (token) => entra.identity.verifyGraph(token),
  });
  ended.push(() => graph.close());

  const settings = {
    TENANT_ID: tenant,
    APP_ID: appId,
    MANAGED_IDENTITY_CLIENT_ID: managedIdentityClientId,
    ORGANISER_MAILBOXES: graph.organisers.join(','),
    STORAGE_ACCOUNT: 'devstoreaccount1',
    SUPPORT_CONTACT: 'help@contoso.example',
    TABLES_URL: urlOf('Table'),
    QUEUES_URL: urlOf('Queue'),
    BLOBS_URL: urlOf('Blob'),
    AUTHORITY_URL: entra.authorityUrl,
    GRAPH_URL: graph.url,
    BOT_TOKEN_ISSUER: entra.identity.botFramework.issuer,
    BOT_OPENID_METADATA_URL: entra.identity.botFramework.openIdMetadata,
    ...entra.appService,
    NODE_EXTRA_CA_CERTS: files.cert,
  };
  cpSync(built, folder.at('app'), { recursive: true });

  const storage = storageIn({
    table: (name) => TableClient.fromConnectionString(azurite.connectionString, name),
    blobs: new ContainerClient(azurite.connectionString, 'rounds'),
  });
  await storage.schemes.insert(defaultScheme(Date.parse(now)));
  return {
    clock,
    entra,
    graph,
    teams,
    storage,
    async startApp(changed = {}) {
      const started = await startWorker(
        folder.at('app', 'main.js'),
        { pid: folder.at('app.pid'), log: folder.at('app.log') },
        clock.now,
        {
          script: new URL('./deployed-worker.ts', import.meta.url),
          environment: { ...settings, ...changed },
        },
      );
      ended.push(() => started.stop());
      app = started;
      return started;
    },
    startTriggers(of) {
      const host = startTriggerHost(
        of,
        azurite.connectionString,
        hostJson.extensions.queues,
        clock,
        // It logs failures alone.
        console.error,
      );
      ended.push(() => host.stop());
      return host;
    },
    async close() {
      for (const end of ended.reverse()) await end();
    },
  };
}
