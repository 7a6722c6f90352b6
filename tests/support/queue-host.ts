import { readFile } from 'node:fs/promises';
import type { QueueClient } from '@azure/storage-queue';
import { z } from 'zod';
import { postponed } from './simulated-delay.ts';

export interface QueueHost {
  /**
   * Delivers the messages of these queues until none is left. When all are delayed, it moves the clock on.
   * @throws when a message would go to the poison queue
   */
  drain(queues: readonly QueueClient[]): Promise<void>;
  /** Requests to storage by kind, without polls that found nothing. */
  readonly counts: Readonly<Record<string, number>>;
  /** The errors of failed messages. */
  readonly failures: readonly string[];
}

export interface GivenHost {
  /** The queue of delayed messages (`withSimulatedDelay`). */
  readonly later: QueueClient;
  /** Messages delivered at once; by default as in `host.json`. */
  readonly batchSize?: number;
  /** Calls the product with a message's text. */
  readonly work: (queue: string, text: string) => Promise<void>;
  /** The simulated clock, epoch milliseconds. */
  readonly now: () => number;
  readonly moveTo: (instant: number) => Promise<void>;
}

interface Message {
  readonly queue: string;
  /** Epoch milliseconds on the simulated clock. */
  readonly from: number;
  readonly text: string;
  readonly attempt: number;
  readonly remove: () => Promise<unknown>;
}

/**
 * Queue triggers like those of Azure Functions, on a simulated clock. Messages are fetched when half of the last ones are
 * done. A failed message comes back later, and is delivered at most five times.
 */
export async function startQueueHost({ later, work, now, moveTo, ...given }: GivenHost): Promise<QueueHost> {
  const rules = { ...(await queueRules()), ...given };
  const counts: Record<string, number> = {};
  const failures: string[] = [];
  let delayed: Message[] = [];
  let poisoned: unknown = null;

  const count = (queue: string, what: string) => {
    const kind = `queue ${queue}: ${what}, by the host`;
    counts[kind] = (counts[kind] ?? 0) + 1;
  };

  async function receive(queue: QueueClient) {
    const { receivedMessageItems } = await queue.receiveMessages({
      numberOfMessages: rules.batchSize,
      visibilityTimeout: 24 * 3600,
    });
    if (receivedMessageItems.length > 0) count(queue.name, 'receive');
    return receivedMessageItems.map(({ messageId, popReceipt, messageText }) => ({
      text: messageText,
      attempt: 1,
      remove: () => {
        count(queue.name, 'delete');
        return queue.deleteMessage(messageId, popReceipt);
      },
    }));
  }

  /** Takes all delayed messages. A message that stayed behind would be late when the clock moves on. */
  async function takeDelayed(): Promise<void> {
    for (;;) {
      const found = await receive(later);
      if (found.length === 0) return;
      delayed.push(...found.map((message) => ({ ...message, ...postponed.parse(JSON.parse(message.text)) })));
    }
  }

  async function carryOut(message: Message): Promise<void> {
    try {
      await work(message.queue, message.text);
    } catch (error) {
      failures.push(`${message.queue}: ${error instanceof Error ? error.message : String(error)}`);
      if (message.attempt >= rules.maxDequeueCount) {
        poisoned = error;
        return;
      }
      count(message.queue, 'give back');
      delayed.push({
        ...message,
        from: now() + rules.visibilityTimeout * 1000,
        attempt: message.attempt + 1,
      });
      return;
    }
    await message.remove();
  }

  return {
    counts,
    failures,
    async drain(queues) {
      const names = queues.map(({ name }) => name);
      const under = new Set<Promise<void>>();
      for (;;) {
        if (poisoned !== null) throw new Error('a message failed five times', { cause: poisoned });
        const hungry = under.size <= rules.batchSize / 2;
        if (hungry) {
          const ready = delayed
            .filter(({ queue, from }) => names.includes(queue) && from <= now())
            .slice(0, rules.batchSize);
          delayed = delayed.filter((message) => !ready.includes(message));
          for (const queue of queues) {
            if (ready.length >= rules.batchSize) break;
            const found = await receive(queue);
            ready.push(...found.map((message) => ({ ...message, queue: queue.name, from: now() })));
          }
          for (const message of ready) {
            const done = carryOut(message).finally(() => under.delete(done));
            under.add(done);
          }
          if (ready.length > 0) continue;
        }
        if (under.size > 0) {
          await Promise.race(under);
          continue;
        }
        await takeDelayed();
        const waiting = delayed.filter(({ queue }) => names.includes(queue)).map(({ from }) => from);
        if (waiting.length === 0) return;
        await moveTo(Math.max(now(), Math.min(...waiting)));
      }
    },
  };
}

const hostFile = z.object({
  extensions: z.object({
    queues: z.object({
      batchSize: z.number(),
      maxDequeueCount: z.number(),
      /** `HH:MM:SS`, in seconds. */
      visibilityTimeout: z.string().transform((text) => {
        const [hours = 0, minutes = 0, seconds = 0] = text.split(':').map(Number);
        return (hours * 60 + minutes) * 60 + seconds;
      }),
    }),
  }),
});

async function queueRules() {
  const text = await readFile(new URL('../../host.json', import.meta.url), 'utf8');
  return hostFile.parse(JSON.parse(text)).extensions.queues;
}
