// The product's process in the benchmark: composed as in the cloud, with this machine's neighbours.
import { ContainerClient } from '@azure/storage-blob';
import { QueueClient } from '@azure/storage-queue';
import { queueNames } from '../../adapters/queues/work-queue.ts';
import { bookPairings } from '../../core/booking/book-pairings.ts';
import { doStep } from '../../core/clockwork/do-step.ts';
import { tellPeople } from '../../core/telling/tell-people.ts';
import { tick } from '../../core/clockwork/tick.ts';
import type { Ports } from '../../core/ports/ports.ts';
import { messageWork, sendWork, stepWork } from '../../core/records/work.ts';
import { compose } from '../../functions/compose.ts';
import { readConfig } from '../../functions/config.ts';
import { withSimulatedDelay } from '../../tests/support/simulated-delay.ts';
import { appId, laterQueue, tenant } from './organisation.ts';
import { answer } from './rpc.ts';
import { countedTable, countStorage, forgetCounts, type StorageCounts } from './storage-counts.ts';

export interface ProductSettings {
  /** Azure Storage connection string. */
  readonly storage: string;
  /** For example `http://127.0.0.1:4711/graph`. */
  readonly graphUrl: string;
  readonly organisers: readonly string[];
  readonly now: number;
}

export interface ProductReport {
  readonly storage: StorageCounts;
  /** The largest memory of the process so far, in megabytes. */
  readonly peakMemoryMb: number;
  /** Seconds that Graph asked the product to wait. */
  readonly waitedSeconds: number;
}

const counts = countStorage();
let clock = 0;
let waited = 0;
let ports: Ports | null = null;

const handlers = {
  /** Starts anew, with new counts and clock. */
  async start(settings: ProductSettings): Promise<void> {
    clock = settings.now;
    waited = 0;
    forgetCounts();
    const config = readConfig({
      TENANT_ID: tenant,
      APP_ID: appId,
      MANAGED_IDENTITY_CLIENT_ID: appId,
      ORGANISER_MAILBOXES: settings.organisers.join(','),
      STORAGE_ACCOUNT: 'devstoreaccount1',
      GRAPH_URL: settings.graphUrl,
    });
    ({ ports } = compose(config, {
      table: (name) => countedTable(settings.storage, name),
      queue: (name) => queueOf(settings.storage, name),
      blobs: new ContainerClient(settings.storage, 'rounds'),
      token: async () => 'app',
      log: () => undefined,
      now: () => clock,
      seed: () => 7,
      wait: async (milliseconds) => {
        waited += milliseconds / 1000;
      },
    }));
  },

  async clock(now: number): Promise<void> {
    clock = now;
  },

  async tick(): Promise<void> {
    await tick(running());
  },

  /** What a queue trigger does. */
  async work({ queue, text }: { queue: string; text: string }): Promise<void> {
    const message: unknown = JSON.parse(Buffer.from(text, 'base64').toString('utf8'));
    switch (queue) {
      case queueNames.steps:
        return doStep(running(), stepWork.parse(message));
      case queueNames.bookings:
        return bookPairings(running(), sendWork.parse(message));
      case queueNames.messages:
        return tellPeople(running(), messageWork.parse(message));
      default:
        throw new Error(`there is no queue "${queue}"`);
    }
  },

  async report(): Promise<ProductReport> {
    return {
      storage: { ...counts },
      peakMemoryMb: process.resourceUsage().maxRSS / 1024,
      waitedSeconds: waited,
    };
  },
};
export type ProductHandlers = typeof handlers;

function queueOf(storage: string, name: string): QueueClient {
  return withSimulatedDelay(
    new QueueClient(storage, name),
    new QueueClient(storage, laterQueue),
    () => clock,
  );
}

function running(): Ports {
  if (ports === null) throw new Error('the product was not started');
  return ports;
}

answer(handlers);
