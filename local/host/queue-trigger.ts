import { setTimeout as wait } from 'node:timers/promises';
import { QueueClient, type DequeuedMessageItem } from '@azure/storage-queue';
import type { Log } from '../../core/ports/ports.ts';
import type { RpcTypedData } from './functions-core.ts';

/** As in `host.json` and in Azure Functions. */
export interface QueueRules {
  /** Messages taken at once. */
  readonly batchSize: number;
  /** After this number of attempts a message goes to `<queue>-poison`. */
  readonly maxDequeueCount: number;
}

export interface QueueTrigger {
  /**
   * Takes messages and calls the function until the queue is empty. Waits for failed and delayed messages.
   * @param halted whether to stop and leave the rest for later
   * @returns whether messages were worked on since the last `drain`, also by `poll`: they may have put work into
   * other queues
   */
  drain(halted: () => boolean): Promise<boolean>;
  /** Works on the messages that are there now. Returns whether there were any. */
  poll(): Promise<boolean>;
}

/** Seconds for which nobody else sees a message that is worked on, as in Azure Functions. */
const lease = 600;
/** Seconds after which a failed message comes back. */
const comeBack = 1;

/** A queue and the function that it triggers: at least once, in no order, with a poison queue. */
export function queueTrigger(
  storage: string,
  queueName: string,
  rules: QueueRules,
  invoke: (data: RpcTypedData) => Promise<unknown>,
  log: Log,
): QueueTrigger {
  const queue = new QueueClient(storage, queueName);
  const poison = new QueueClient(storage, `${queueName}-poison`);

  async function work(message: DequeuedMessageItem): Promise<void> {
    try {
      await invoke({ string: Buffer.from(message.messageText, 'base64').toString('utf8') });
    } catch (error) {
      await giveBack(message, error);
      return;
    }
    await queue.deleteMessage(message.messageId, message.popReceipt);
  }

  async function giveBack(message: DequeuedMessageItem, error: unknown): Promise<void> {
    const reason = error instanceof Error ? error.message : String(error);
    if (message.dequeueCount < rules.maxDequeueCount) {
      log('queue message failed', { queue: queueName, reason });
      await queue.updateMessage(message.messageId, message.popReceipt, message.messageText, comeBack);
      return;
    }
    log('queue message poisoned', { queue: queueName, reason });
    await poison.createIfNotExists();
    await poison.sendMessage(message.messageText);
    await queue.deleteMessage(message.messageId, message.popReceipt);
  }

  /** One at a time, because two drains of one queue would wait for each other's messages. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(step: () => Promise<T>): Promise<T> => {
    const result = last.then(step, step);
    last = result;
    return result;
  };

  /** Whether messages were worked on since the last `drain`. */
  let worked = false;

  async function takeBatch(): Promise<boolean> {
    const { receivedMessageItems } = await queue.receiveMessages({
      numberOfMessages: rules.batchSize,
      visibilityTimeout: lease,
    });
    await Promise.all(receivedMessageItems.map(work));
    if (receivedMessageItems.length > 0) worked = true;
    return receivedMessageItems.length > 0;
  }

  return {
    poll: () => inTurn(takeBatch),
    drain: (halted) =>
      inTurn(async () => {
        while (!halted() && ((await queue.getProperties()).approximateMessagesCount ?? 0) > 0) {
          if (!(await takeBatch())) await wait(50);
        }
        const any = worked;
        worked = false;
        return any;
      }),
  };
}
