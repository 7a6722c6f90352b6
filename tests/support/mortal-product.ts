import { appId } from './identity.ts';
import { TableClient } from '@azure/data-tables';
import { ContainerClient } from '@azure/storage-blob';
import { QueueClient } from '@azure/storage-queue';
import { queueNames, readWork } from '../../adapters/queues/work-queue.ts';
import { doAct } from '../../core/acts/do-act.ts';
import { bookPairings } from '../../core/booking/book-pairings.ts';
import { doStep } from '../../core/clockwork/do-step.ts';
import { tellPeople } from '../../core/telling/tell-people.ts';
import { tick } from '../../core/clockwork/tick.ts';
import type { Conversation } from '../../core/ports/messenger.ts';
import type { Ports } from '../../core/ports/ports.ts';
import type { Storage } from '../../core/ports/storage.ts';
import { actWork, messageWork, sendWork, stepWork } from '../../core/records/work.ts';
import { defaultScheme } from '../../core/records/scheme.ts';
import { compose } from '../../functions/compose.ts';
import { readConfig } from '../../functions/config.ts';
import { createTeams, type Teams } from '../../local/teams/teams.ts';
import { storageIn, storageSpace, useAzurite, type StorageSpace } from './azurite.ts';
import { conversationOf, enrolAll, installEverywhere } from './enrol.ts';
import { serveGraph, tenant, type GivenGraph, type ServedGraph } from './emulated-graph.ts';
import { Killed, untilDeath } from './dying.ts';
import { startFaultProxy, type FaultOf, type FaultProxy } from './fault-proxy.ts';
import { startQueueHost } from './queue-host.ts';
import { serving } from './serving.ts';
import { withSimulatedDelay } from './simulated-delay.ts';

const scheme = 'unmentoring';

/** The product, composed as in the cloud. When its process is killed, another one is started. */
export interface MortalProduct {
  /** The product's records, read directly. */
  readonly storage: Storage;
  readonly graph: ServedGraph;
  readonly teams: Teams;
  /** Moves the clock to an instant (ISO 8601), ticks, and does all the work that follows. */
  tickAt(instant: string): Promise<void>;
  /** Somebody asks something of the bot at an instant, and once more where the process died of it. */
  ask(instant: string, act: (ports: Ports) => Promise<unknown>): Promise<void>;
  /** How the bot reaches somebody's chat. */
  chatOf(person: { readonly oid: string }): Conversation;
  close(): Promise<void>;
}

/** The neighbours that the products of a `describe` share, one after another. */
interface Ground {
  readonly storage: string;
  readonly proxy: FaultProxy<Neighbour>;
  /** Holds the table of people. All products share it, since no round changes it. */
  readonly people: StorageSpace;
  /** The neighbours that the proxy passes calls on to at the moment. */
  readonly microsoft: { graphPort: number; teams: Teams | null };
  close(): Promise<void>;
}

type Neighbour = 'Blob' | 'Queue' | 'Table' | 'graph' | 'connector';
interface Given extends Omit<GivenGraph, 'now' | 'chats'> {
  /** Those who have joined; everybody has added the app. */
  readonly joined: GivenGraph['employees'];
}

/** Products for the tests of a `describe`, one at a time, each with records and calendars of its own. */
export function useMortalProduct(given: Given): (faultOf: FaultOf) => Promise<MortalProduct> {
  const azurite = useAzurite();
  let ground: Ground | null = null;
  before(async () => {
    const people = await storageSpace(azurite());
    ground = await layGround(azurite().connectionString, people);
    await installEverywhere(storageIn(people), { employees: given.employees, ...botOf(ground) });
  });
  after(() => ground?.close());
  return async (faultOf) => {
    if (ground === null) throw new Error('products run inside tests and hooks only');
    return startProduct(ground, await storageSpace(azurite()), given, faultOf);
  };
}

const botOf = ({ proxy }: Ground) => ({
  tenant,
  appId,
  serviceUrl: `http://127.0.0.1:${proxy.ports.connector}`,
});

async function layGround(storage: string, people: StorageSpace): Promise<Ground> {
  const microsoft: Ground['microsoft'] = { graphPort: 0, teams: null };
  const connector = await serving({
    fetch: (request) => microsoft.teams?.connector.fetch(request) ?? new Response(null, { status: 503 }),
  });
  const portOf = (service: string) =>
    Number(new RegExp(`${service}Endpoint=http://[^:]+:(\\d+)`).exec(storage)?.[1]);
  const proxy = await startFaultProxy<Neighbour>({
    Blob: () => portOf('Blob'),
    Queue: () => portOf('Queue'),
    Table: () => portOf('Table'),
    graph: () => microsoft.graphPort,
    connector: () => connector.port,
  });
  return {
    storage: storage.replaceAll(
      /(Blob|Queue|Table)Endpoint=http:\/\/([^:]+):\d+/g,
      (_, service: 'Blob' | 'Queue' | 'Table', host: string) =>
        `${service}Endpoint=http://${host}:${proxy.ports[service]}`,
    ),
    proxy,
    people,
    microsoft,
    async close() {
      await proxy.close();
      await connector.close();
    },
  };
}

async function startProduct(
  ground: Ground,
  space: StorageSpace,
  given: Given,
  faultOf: FaultOf,
): Promise<MortalProduct> {
  let clock = 0;
  const now = () => clock;
  const teams = createTeams({
    dir: null,
    employees: given.employees,
    tenant,
    appId,
    serviceUrl: 'http://127.0.0.1',
    deliver: async () => ({ status: 200, body: undefined }),
    channelToken: async () => 'channel',
    verifyConnectorToken: async () => true,
    now,
  });
  for (const member of teams.roster.members) await teams.client.install(member);
  const graph = await serveGraph({ ...given, now, chats: teams.chats });
  ground.microsoft.graphPort = Number(new URL(graph.url).port);
  ground.microsoft.teams = teams;

  const storage: Storage = storageIn(space);
  await storage.schemes.insert(defaultScheme(Date.parse('2026-11-02T08:00:00.000Z')));
  await enrolAll(storage, scheme, { employees: given.joined, tenant }, 0);
  const later = space.queue('later');
  const queues = Object.values(queueNames).map((name) => space.queue(name));
  await Promise.all([later, ...queues].map((queue) => queue.create()));

  const begin = () => {
    const process = ground.proxy.begin(faultOf);
    return { process, ports: wire(ground, space, graph, later, now, process.name) };
  };
  let current = begin();

  /** Does some work as the current process, as far as it gets before it is killed. */
  const attempt = async (act: (ports: Ports) => Promise<unknown>): Promise<void> => {
    const { process, ports } = current;
    const killed = process.buried.then(() => {
      throw new Killed(`${process.name} was killed`);
    });
    try {
      await Promise.race([act(ports), killed]);
    } finally {
      // A dead process neither fails nor finishes. The next one starts.
      if (process.isDead()) {
        await process.buried;
        if (current.process === process) current = begin();
      }
    }
    if (process.isDead()) await killed;
  };

  const host = await startQueueHost({
    later,
    batchSize: 1,
    work: (queue, text) => attempt((ports) => carryOut(ports, queue.replace(/^.*-/, ''), text)),
    now,
    moveTo: async (instant) => {
      clock = instant;
    },
  });

  return {
    storage,
    graph,
    teams,
    async tickAt(instant) {
      clock = Math.max(clock, Date.parse(instant));
      // A timer's call is not repeated: the next tick finds what is due.
      await untilDeath(attempt(tick));
      await host.drain(queues);
    },
    async ask(instant, act) {
      clock = Math.max(clock, Date.parse(instant));
      for (let isDone = false; !isDone;) {
        const { process } = current;
        await untilDeath(attempt(act));
        isDone = !process.isDead();
      }
    },
    chatOf: (person) => conversationOf(person, botOf(ground)),
    close: () => graph.close(),
  };
}

/** The ports of a process. Its clients name it in every call, and repeat calls that storage did not answer. */
function wire(
  ground: Ground,
  space: StorageSpace,
  graph: ServedGraph,
  later: QueueClient,
  now: () => number,
  name: string,
): Ports {
  const microsoft = `http://127.0.0.1:${ground.proxy.ports.graph}`;
  const userAgentOptions = { userAgentPrefix: name };
  const quickly = { retryDelayInMs: 1, maxRetryDelayInMs: 4 };
  const options = { userAgentOptions, retryOptions: { ...quickly, maxTries: 4 } };
  const queue = (queueName: string) => new QueueClient(ground.storage, queueName, options);
  const rounds = new ContainerClient(ground.storage, space.blobs.containerName, options);
  const { ports } = compose(
    readConfig({
      TENANT_ID: tenant,
      APP_ID: appId,
      MANAGED_IDENTITY_CLIENT_ID: appId,
      ORGANISER_MAILBOXES: graph.organisers.join(','),
      STORAGE_ACCOUNT: 'devstoreaccount1',
      SUPPORT_CONTACT: 'help@contoso.example',
      GRAPH_URL: `${microsoft}/graph`,
    }),
    {
      table: (table) =>
        TableClient.fromConnectionString(
          ground.storage,
          (table === 'people' ? ground.people : space).table(table).tableName,
          {
            userAgentOptions,
            retryOptions: { ...quickly, maxRetries: 3 },
            allowInsecureConnection: true,
          },
        ),
      queue: (queueName) => withSimulatedDelay(queue(space.queue(queueName).name), queue(later.name), now),
      blobs: () => rounds,
      token: async () => name,
      log: () => undefined,
      now,
      seed: () => 7,
      // Shorter than a failed message stays hidden: when it comes back, the leases of a dead process are over.
      lease: 20_000,
      wait: async () => undefined,
    },
  );
  return ports;
}

/** What the queue triggers do. */
function carryOut(ports: Ports, queue: string, text: string): Promise<void> {
  const message: unknown = JSON.parse(Buffer.from(text, 'base64').toString('utf8'));
  switch (queue) {
    case queueNames.steps:
      return doStep(ports, readWork(queue, stepWork, message));
    case queueNames.bookings:
      return bookPairings(ports, readWork(queue, sendWork, message));
    case queueNames.messages:
      return tellPeople(ports, readWork(queue, messageWork, message));
    case queueNames.acts:
      return doAct(ports, readWork(queue, actWork, message));
    default:
      throw new Error(`there is no queue "${queue}"`);
  }
}
