import type { QueueClient } from '@azure/storage-queue';
import * as z from 'zod';
import type { WorkQueue } from '../../core/ports/queue.ts';
import type { Work } from '../../core/records/work.ts';
import { concurrently } from '../../core/shared/concurrently.ts';
import type { Patience } from '../patience.ts';
import { readStored, versionWritten } from '../version.ts';

/** The names of the queues: one for each kind of work, so that their triggers scale independently. */
export const queueNames = {
  steps: 'steps',
  bookings: 'bookings',
  messages: 'messages',
  answers: 'answers',
  acts: 'acts',
} as const;
export type QueueName = (typeof queueNames)[keyof typeof queueNames];

/**
 * Puts work on Azure queues, as base64 text: the queue trigger of Azure Functions expects that.
 * @param queue gives the client of a queue that exists; asked once for each queue, when it is first needed
 * @param patience for a conversation: how long to wait
 */
export function workQueue(
  queue: (name: QueueName) => QueueClient | Promise<QueueClient>,
  patience?: Patience,
): WorkQueue {
  const clients = new Map<QueueName, QueueClient | Promise<QueueClient>>();
  const clientOf = (name: QueueName) => {
    const client = clients.get(name) ?? queue(name);
    clients.set(name, client);
    return client;
  };
  const send = async (work: Work, delay: number, abortSignal?: AbortSignal) => {
    const client = await clientOf(queueOf(work));
    await client.sendMessage(Buffer.from(JSON.stringify({ v: versionWritten, ...work })).toString('base64'), {
      visibilityTimeout: delay,
      ...(abortSignal && { abortSignal }),
    });
  };
  return {
    async put(work, delay = 0) {
      await concurrently(work, (item) =>
        patience === undefined ? send(item, delay) : patience.during((signal) => send(item, delay, signal)),
      );
    },
  };
}

function queueOf(work: Work): QueueName {
  switch (work.kind) {
    case 'send':
      return queueNames.bookings;
    case 'tell':
      return queueNames.messages;
    case 'answer':
      return queueNames.answers;
    case 'act':
      return queueNames.acts;
    default:
      return queueNames.steps;
  }
}

const versioned = z.looseObject({ v: z.unknown() });

/**
 * A queue's message, as the queue trigger of Azure Functions gives it.
 * @throws an error that names the queue, and says why the message cannot be read
 */
export function readWork<W extends Work>(queue: QueueName, schema: z.ZodType<W>, message: unknown): W {
  const { v, ...work } = versioned.safeParse(message).data ?? { v: undefined };
  const read = readStored(schema, v, work);
  if (read.kind === 'read') return read.value;
  throw new Error(`a message of queue ${queue} ${read.problem}`);
}
