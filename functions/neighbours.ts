import type { TableClient } from '@azure/data-tables';
import type { QueueClient } from '@azure/storage-queue';
import type { Container } from '../adapters/blobs/written-once.ts';
import type { PoisonQueueName } from '../adapters/queues/poison-queues.ts';
import type { QueueName } from '../adapters/queues/work-queue.ts';
import type { TableName } from '../adapters/tables/storage.ts';
import type { Log, Ports } from '../core/ports/ports.ts';

/** What differs between the cloud and a local run. */
export interface Neighbours {
  /** A new client with every call. */
  readonly table: (name: TableName) => TableClient;
  readonly queue: (name: QueueName | PoisonQueueName) => QueueClient | Promise<QueueClient>;
  /** The container of plans, drafts, repairs and availability. */
  readonly blobs: Container;
  /** Gives an access token for a resource, such as `https://graph.microsoft.com`. */
  readonly token: (resource: string) => Promise<string>;
  readonly log: Log;
  /** Epoch milliseconds. The machine's clock when absent. */
  readonly now?: () => number;
  /** A random seed when absent. */
  readonly seed?: Ports['seed'];
  /**
   * Milliseconds; see `Ports`. When absent `longestHold`, two minutes: longer than any send or work at a mailbox with its repeats.
   */
  readonly lease?: number;
  /** Waits this number of milliseconds; by the machine's clock when absent. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}
