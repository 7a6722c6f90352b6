import type { QueueClient } from '@azure/storage-queue';
import { z } from 'zod';

/** A delayed message, as it is in the queue `later`. */
export const postponed = z.object({
  queue: z.string(),
  /** Epoch milliseconds on the simulated clock. */
  from: z.number(),
  text: z.string(),
});

/**
 * Makes the delays of a queue run on a simulated clock: a delayed message goes to the queue `later`, where `startQueueHost`
 * finds it. That takes one request, as in Azure.
 * @param now epoch milliseconds
 */
export function withSimulatedDelay(queue: QueueClient, later: QueueClient, now: () => number): QueueClient {
  const send = queue.sendMessage.bind(queue);
  queue.sendMessage = (text, options = {}) => {
    const delay = options.visibilityTimeout ?? 0;
    if (delay === 0) return send(text, options);
    const message: z.infer<typeof postponed> = { queue: queue.name, from: now() + delay * 1000, text };
    return later.sendMessage(JSON.stringify(message));
  };
  return queue;
}
