import type { QueueClient } from '@azure/storage-queue';
import { z } from 'zod';

/** A message that may be worked on only later, as it lies in the queue of such messages. */
export const postponed = z.object({
  queue: z.string(),
  /** Epoch milliseconds on the simulated clock. */
  from: z.number(),
  text: z.string(),
});

/**
 * Lets the delays of a queue run on a simulated clock: a delayed message goes, in one request as ever, to the queue
 * `later`, where `startQueueHost` finds it.
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
