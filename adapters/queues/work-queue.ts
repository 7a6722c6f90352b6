import type { QueueClient } from '@azure/storage-queue';
import type { WorkQueue } from '../../core/ports/queue.ts';
import type { Work } from '../../core/records/work.ts';

/** One queue per kind of work: their triggers scale apart. */
export const queueNames = { steps: 'steps', bookings: 'bookings', messages: 'messages' } as const;
export type QueueName = (typeof queueNames)[keyof typeof queueNames];

/** Messages under way to storage at once. */
const atOnce = 16;

export function workQueue(queue: (name: QueueName) => QueueClient): WorkQueue {
  const clients = {
    steps: queue(queueNames.steps),
    bookings: queue(queueNames.bookings),
    messages: queue(queueNames.messages),
  };
  return {
    async put(work, delay = 0) {
      const left = work.values();
      const sender = async () => {
        for (const item of left) {
          // Azure Functions' queue trigger expects base64.
          const text = Buffer.from(JSON.stringify(item)).toString('base64');
          await clients[queueOf(item)].sendMessage(text, { visibilityTimeout: delay });
        }
      };
      await Promise.all(Array.from({ length: Math.min(atOnce, work.length) }, sender));
    },
  };
}

function queueOf(work: Work): QueueName {
  switch (work.kind) {
    case 'book':
      return queueNames.bookings;
    case 'tell':
      return queueNames.messages;
    default:
      return queueNames.steps;
  }
}
