import { app } from '@azure/functions';
import type { QueueName } from '../../adapters/queues/work-queue.ts';
import type { Product } from '../compose.ts';

/** The setting with the address of the queues: `AzureWebJobsStorage__accountName` in the cloud. */
const connection = 'AzureWebJobsStorage';

interface Trigger {
  readonly name: string;
  readonly queueName: QueueName;
  readonly load: () => Promise<{ readonly carryOut: (product: Product, message: unknown) => Promise<void> }>;
}

const triggers: readonly Trigger[] = [
  { name: 'do-step', queueName: 'steps', load: () => import('./do-step.ts') },
  { name: 'book-pairings', queueName: 'bookings', load: () => import('./book-pairings.ts') },
  { name: 'tell-people', queueName: 'messages', load: () => import('./tell-people.ts') },
  { name: 'answer-later', queueName: 'answers', load: () => import('./answer-later.ts') },
  { name: 'do-act', queueName: 'acts', load: () => import('./do-act.ts') },
];

/** One trigger for each kind of work. A message that cannot be read fails, and ends in the poison queue. */
export function registerQueues(product: () => Promise<Product>): void {
  for (const { name, queueName, load } of triggers) {
    app.storageQueue(name, {
      connection,
      queueName,
      handler: async (message) => {
        const [wired, { carryOut }] = await Promise.all([product(), load()]);
        await carryOut(wired, message);
      },
    });
  }
}
