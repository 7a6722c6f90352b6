import { appendFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { TableClient } from '@azure/data-tables';
import { ContainerClient } from '@azure/storage-blob';
import { blobStorage } from '../adapters/blobs/storage.ts';
import { tableStorage } from '../adapters/tables/storage.ts';
import type { SchemePorts } from '../core/schemes/find-scheme.ts';
import type { Log } from '../core/ports/ports.ts';
import type { DataFolder } from './data/data-folder.ts';
import type { HistoryRow } from './files/history.ts';
import { openGateway, type Gateway } from './gateway/gateway.ts';
import { deliver } from './gateway/deliver.ts';
import { createGraph } from './graph/graph.ts';
import { startAzurite } from './host/azurite.ts';
import { openClock, type Clock } from './host/product-clock.ts';
import { startTriggerHost, type TriggerHost } from './host/trigger-host.ts';
import type { WorkerSettings } from './host/protocol.ts';
import { startWorker, type WorkerProcess } from './host/worker-process.ts';
import { createIdentity, type Identity } from './identity/identity.ts';
import type { Organisation } from './organisation/organisation.ts';
import { organiserPool } from './graph/directory/organiser-pool.ts';
import { beginScheme } from './start/begin-scheme.ts';
import { playgroundGateway } from './teams/playground-gateway.ts';
import { startPlayground, type Playground } from './teams/playground.ts';
import { createTeams, type Teams } from './teams/teams.ts';

/** The emulated tenant and app registration. */
const tenant = '7d1d4f2e-5a6b-4c3d-9e8f-0a1b2c3d4e5f';
const appId = '3c9b7a10-2f4e-4d6a-8b5c-1e2d3f4a5b6c';
/** The app's id in the organisation's catalogue of Teams apps. */
const catalogId = '5b8e2c64-9a1d-4f37-8c50-6d7e8f901a2b';

export interface ProductOptions {
  readonly port: number;
  readonly data: DataFolder;
  /** Whether the storage emulator keeps its data after this run. */
  readonly keep: boolean;
  readonly organisation: Organisation;
  readonly history: readonly HistoryRow[];
  /** Whether it begins without a scheme: a coordinator makes the first. */
  readonly empty?: boolean;
  /** Epoch milliseconds; null for the machine's clock. */
  readonly now: number | null;
  readonly seed: number | null;
  /** Whether to start the chat client as well. */
  readonly playground: boolean;
  /**
   * Called with every request as it arrives, also with the product's own requests to its neighbours, except to
   * storage.
   */
  readonly observe?: (request: Request) => void;
}

export interface RunningProduct {
  readonly url: string;
  /** Null when the chat client was not asked for. */
  readonly playgroundUrl: string | null;
  /** Azure Storage connection string of the emulator. */
  readonly storage: string;
  readonly clock: Clock;
  readonly host: TriggerHost;
  readonly identity: Identity;
  readonly teams: Teams;
  /** Ends everything in order. The next start with the same data goes on from here. */
  stop(): Promise<void>;
}

/**
 * Starts the neighbours and the product behind one port, wired to each other.
 * @throws PortInUse before anything else is started
 */
export async function startProduct(options: ProductOptions): Promise<RunningProduct> {
  const { data, organisation } = options;
  const started: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const end of started.reverse()) await end();
  };
  try {
    return await start(options, organisation, data, started, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  options: ProductOptions,
  organisation: Organisation,
  data: DataFolder,
  started: (() => Promise<void>)[],
  stop: () => Promise<void>,
): Promise<RunningProduct> {
  const { employees, coordinators, calendars } = organisation;
  // 1. The port comes first, because it may be in use.
  const gateway: Gateway = await openGateway(options.port, options.observe);
  started.push(() => gateway.close());
  const { url } = gateway;
  const clock = await openClock(data.at('clock.json'), options.now);

  // 2. The neighbours. Those that read files come first: a damaged file must be found before anything is changed.
  const identity = await createIdentity({ tenant, appId, baseUrl: `${url}/local/identity` });
  const worker: { process: WorkerProcess | null } = { process: null };
  const teams = createTeams({
    dir: data.at('teams'),
    employees,
    tenant,
    appId,
    serviceUrl: `${url}/local/connector`,
    deliver: async (activity, token) => deliver(worker.process, url, activity, token),
    channelToken: (serviceUrl) => identity.channelToken(serviceUrl),
    verifyConnectorToken: (token) => identity.verifyConnector(token),
    now: clock.now,
  });
  const organisers = organiserPool(employees.length);
  const graph = createGraph({
    organisation: { tenant, employees, organisers },
    calendars,
    dir: data.at('graph'),
    now: clock.now,
    verify: (token) => identity.verifyGraph(token),
    chats: teams.chats,
    apps: {
      id: catalogId,
      install: async (oid) => {
        const member = teams.roster.byOid(oid);
        if (member === null || teams.isInstalled(oid)) return false;
        await teams.client.install(member);
        return true;
      },
    },
  });
  started.push(() => graph.close());
  const storage = await startAzurite(options.keep ? data.at('azurite') : null);
  started.push(() => storage.stop());
  gateway.serveNeighbours({ identity, teams, graph, employees, coordinators });
  const ports = schemePorts(storage.connectionString, clock);
  await beginScheme(ports, tenant, organisation, options);

  // 3. The product. It and its host log to one file.
  const logFile = data.at('product.log');
  const log: Log = (event, fields) => {
    appendFileSync(logFile, `${JSON.stringify({ event, ...fields })}\n`);
  };
  const seed = options.seed;
  const process = await startWorker(
    {
      environment: {
        TENANT_ID: tenant,
        APP_ID: appId,
        MANAGED_IDENTITY_CLIENT_ID: appId,
        ORGANISER_MAILBOXES: organisers.map(({ mail }) => mail).join(','),
        STORAGE_ACCOUNT: 'devstoreaccount1',
        SUPPORT_CONTACT: 'help@contoso.example',
        TEAMS_APP_ID: catalogId,
        GRAPH_URL: `${url}/graph`,
        GRAPH_RESOURCE: identity.graphResource,
        TOKEN_ISSUER: identity.tenant.issuer,
        TOKEN_KEYS_URL: identity.tenant.keysUrl,
        BOT_TOKEN_ISSUER: identity.botFramework.issuer,
        BOT_OPENID_METADATA_URL: identity.botFramework.openIdMetadata,
        BOT_RESOURCE: identity.botFramework.scope,
      },
      storage: storage.connectionString,
      tokenUrl: identity.tenant.tokenUrl,
      seed,
    } satisfies WorkerSettings,
    { pid: data.at('product.pid'), log: logFile },
    clock.now,
  );
  worker.process = process;
  started.push(() => process.stop());
  const host = startTriggerHost(process, storage.connectionString, await queueRules(), clock, log);
  started.push(async () => {
    await host.stop();
    clock.save();
  });
  gateway.serveProduct({ worker: process, clock, host, ports });

  // 4. The chat client.
  const playground = options.playground ? await openPlayground(gateway, teams, data) : null;
  if (playground !== null) started.push(() => playground.stop());
  clock.save();
  return {
    url,
    playgroundUrl: playground?.url ?? null,
    storage: storage.connectionString,
    clock,
    host,
    identity,
    teams,
    stop,
  };
}

/** Starts Microsoft's own chat client, in which the person at the screen is the first person of the directory. */
async function openPlayground(gateway: Gateway, teams: Teams, data: DataFolder): Promise<Playground> {
  const [me] = teams.roster.members;
  if (me === undefined) throw new Error('the directory is empty');
  const playground = await startPlayground({
    teams,
    me,
    messagesUrl: `${gateway.url}/local/playground/messages`,
    dir: data.at('playground'),
  });
  gateway.servePlayground(
    playgroundGateway(teams, me, () => playground.connectorUrl),
    playground.url,
  );
  return playground;
}

/** The product's storage, as the neighbours may read it. */
function schemePorts(connectionString: string, clock: Clock): SchemePorts {
  const rounds = new ContainerClient(connectionString, 'rounds');
  return {
    storage: {
      ...tableStorage(
        (name) => TableClient.fromConnectionString(connectionString, name, { allowInsecureConnection: true }),
        noLog,
      ),
      ...blobStorage(() => rounds, noLog),
    },
    now: clock.now,
  };
}

/** The product itself logs what it cannot read. */
const noLog = () => undefined;

/** The queue settings of the function app's `host.json`. */
async function queueRules() {
  const host = JSON.parse(await readFile(new URL('../host.json', import.meta.url), 'utf8')) as {
    extensions: { queues: { batchSize: number; maxDequeueCount: number } };
  };
  return host.extensions.queues;
}
