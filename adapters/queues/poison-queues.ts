import type { QueueClient } from '@azure/storage-queue';
import type * as z from 'zod';
import type { PoisonMessage, PoisonQueues } from '../../core/ports/poison.ts';
import { actWork, answerWork, messageWork, sendWork, stepWork, type Work } from '../../core/records/work.ts';
import { concurrently } from '../../core/shared/concurrently.ts';
import { fromJson } from '../version.ts';
import { queueNames, readWork, type QueueName } from './work-queue.ts';

/** Where Azure Functions puts the messages of a queue that it gave up. */
export type PoisonQueueName = `${QueueName}-poison`;

const schemas: Readonly<Record<QueueName, z.ZodType<Work>>> = {
  steps: stepWork,
  bookings: sendWork,
  messages: messageWork,
  answers: answerWork,
  acts: actWork,
};
const names = Object.values(queueNames);

/** The most messages that storage gives at once. */
const most = 32;
/** Seconds for which nobody else sees a message that is being moved. */
const moving = 60;

/** A message as storage gives it, peeked at or received. */
interface Stored {
  readonly messageId: string;
  readonly messageText: string;
  readonly insertedOn: Date;
  readonly dequeueCount: number;
}

/** Reads and moves poison messages. Azure Functions makes the poison queues when they are first needed. */
export function poisonQueues(
  queue: (name: QueueName | PoisonQueueName) => QueueClient | Promise<QueueClient>,
): PoisonQueues {
  const poisonOf = async (name: QueueName) => queue(`${name}-poison`);

  const count = async (name: QueueName): Promise<number> =>
    (await ifThere(async () => (await (await poisonOf(name)).getProperties()).approximateMessagesCount)) ?? 0;

  const peek = async (name: QueueName): Promise<PoisonMessage[]> => {
    const found = await ifThere(async () => (await poisonOf(name)).peekMessages({ numberOfMessages: most }));
    return (found?.peekedMessageItems ?? []).map((message) => toPoison(name, message));
  };

  /**
   * Takes messages out of a poison queue. Each is deleted after `move`: an interruption in between moves it twice, which does
   * no harm. At most as many are taken as there were at first: those that fail again come back.
   */
  const take = async (
    name: QueueName,
    id: string | null,
    move: (message: Stored) => Promise<void>,
  ): Promise<number> => {
    const poison = await poisonOf(name);
    const passed: {
      readonly messageId: string;
      readonly messageText: string;
      readonly popReceipt: string;
    }[] = [];
    let moved = 0;
    for (let left = await count(name); left > 0;) {
      const { receivedMessageItems: received } = await poison.receiveMessages({
        numberOfMessages: Math.min(most, left),
        visibilityTimeout: moving,
      });
      if (received.length === 0) break;
      left -= received.length;
      for (const message of received) {
        if (id !== null && message.messageId !== id) {
          passed.push(message);
          continue;
        }
        await move(message);
        await poison.deleteMessage(message.messageId, message.popReceipt);
        moved += 1;
      }
      if (id !== null && moved > 0) break;
    }
    await concurrently(passed, ({ messageId, messageText, popReceipt }) =>
      poison.updateMessage(messageId, popReceipt, messageText, 0),
    );
    return moved;
  };

  const named = (name: string) => names.find((one) => one === name);

  return {
    counts: () => concurrently(names, async (name) => ({ queue: name, messages: await count(name) })),
    list: async () => (await concurrently(names, peek)).flat(),
    async retry(queueName, id, before) {
      const name = named(queueName);
      if (name === undefined) return 0;
      return take(name, id, async (message) => {
        before(toPoison(name, message));
        await (await queue(name)).sendMessage(message.messageText);
      });
    },
    async remove(queueName, id, before) {
      const name = named(queueName);
      if (name === undefined) return 0;
      return take(name, id, async (message) => {
        before(toPoison(name, message));
      });
    },
  };
}

function toPoison(queue: QueueName, message: Stored): PoisonMessage {
  return {
    queue,
    id: message.messageId,
    work: workIn(queue, message.messageText),
    givenUpAt: message.insertedOn.getTime(),
    taken: message.dequeueCount,
  };
}

/** Null when it cannot be read. */
function workIn(queue: QueueName, text: string): Work | null {
  try {
    return readWork(queue, schemas[queue], fromJson(Buffer.from(text, 'base64').toString('utf8')));
  } catch {
    return null;
  }
}

/** Null when the queue does not exist. */
async function ifThere<R>(call: () => Promise<R>): Promise<R | null> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof Error && 'statusCode' in error && error.statusCode === 404) return null;
    throw error;
  }
}
