// The product's process in the benchmark: composed as in the cloud, with this machine's neighbours.
import { ContainerClient } from '@azure/storage-blob';
import { QueueClient } from '@azure/storage-queue';
import { queueNames } from '../../adapters/queues/work-queue.ts';
import { bookPairings } from '../../core/booking/book-pairings.ts';
import { doStep } from '../../core/clockwork/do-step.ts';
import { conversationOperations } from '../../core/conversation/operations.ts';
import type { Caller } from '../../core/enrolment/caller.ts';
import { tellPeople } from '../../core/telling/tell-people.ts';
import { tick, tickForMessages } from '../../core/clockwork/tick.ts';
import type { Ports } from '../../core/ports/ports.ts';
import { messageWork, sendWork, stepWork } from '../../core/records/work.ts';
import { compose } from '../../functions/compose.ts';
import { readConfig } from '../../functions/config.ts';
import { withSimulatedDelay } from '../../tests/support/simulated-delay.ts';
import { appId, laterQueue, tenant } from './organisation.ts';
import {
  countedTable,
  countRequests,
  countsSoFar,
  during,
  forgetCounts,
  type Requests,
} from './request-counts.ts';
import { answer } from './rpc.ts';

export interface ProductSettings {
  /** Azure Storage connection string. */
  readonly storage: string;
  /** For example `http://127.0.0.1:4711/graph`. */
  readonly graphUrl: string;
  readonly organisers: readonly string[];
  readonly now: number;
}

export interface ProductReport extends Requests {
  /** The largest memory of the process so far, in megabytes. */
  readonly peakMemoryMb: number;
  /** Processor seconds of the process so far. */
  readonly processorSeconds: number;
  /** Seconds that Graph asked the product to wait. */
  readonly waitedSeconds: number;
}

countRequests();
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
      SUPPORT_CONTACT: 'help@contoso.example',
      GRAPH_URL: settings.graphUrl,
    });
    const rounds = new ContainerClient(settings.storage, 'rounds');
    ({ ports } = compose(config, {
      table: (name) => countedTable(settings.storage, name),
      queue: (name) => queueOf(settings.storage, name),
      blobs: () => rounds,
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

  async tickForMessages(): Promise<void> {
    await during('tick', () => tickForMessages(running()));
  },
  async tick(): Promise<void> {
    await during('tick', () => tick(running()));
  },

  /** What a queue trigger does. */
  async work({ queue, text }: { queue: string; text: string }): Promise<void> {
    const message: unknown = JSON.parse(Buffer.from(text, 'base64').toString('utf8'));
    switch (queue) {
      case queueNames.steps: {
        const step = stepWork.parse(message);
        return during(step.kind, () => doStep(running(), step));
      }
      case queueNames.bookings:
        return during('send', () => bookPairings(running(), sendWork.parse(message)));
      case queueNames.messages:
        return during('tell', () => tellPeople(running(), messageWork.parse(message)));
      default:
        throw new Error(`there is no queue "${queue}"`);
    }
  },

  /** Somebody leaves, by what they tell the bot. */
  async leave(caller: Caller): Promise<void> {
    await during('leave', () => conversationOperations(running()).leave(caller, null));
  },

  async report(): Promise<ProductReport> {
    const { user, system } = process.cpuUsage();
    return {
      ...countsSoFar(),
      peakMemoryMb: process.resourceUsage().maxRSS / 1024,
      processorSeconds: (user + system) / 1_000_000,
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
