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

/**
 * Seconds for which nobody else sees a message that is worked on. It is renewed while the work lasts, so that the next start
 * sees the messages of a killed one soon. (Azure Functions hides a message for ten minutes.)
 */
const lease = 10;
/** Milliseconds after which the lease is renewed. */
const renewedAfter = 3_000;
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

  async function work(taken: DequeuedMessageItem): Promise<void> {
    const end = keepHidden(taken);
    try {
      await invoke({ string: Buffer.from(taken.messageText, 'base64').toString('utf8') });
    } catch (error) {
      await giveBack({ ...taken, popReceipt: await end() }, error);
      return;
    }
    await queue.deleteMessage(taken.messageId, await end());
  }

  /**
   * Renews the lease of a message until the returned function is called.
   * @returns ends it, and gives the message's newest receipt
   */
  function keepHidden({ messageId, messageText, popReceipt: first }: DequeuedMessageItem) {
    let receipt = Promise.resolve(first);
    const renewal = setInterval(() => {
      receipt = receipt.then(async (last) => {
        try {
          return (await queue.updateMessage(messageId, last, messageText, lease)).popReceipt ?? last;
        } catch (error) {
          log('lease of a queue message not renewed', { queue: queueName, reason: String(error) });
          return last;
        }
      });
    }, renewedAfter);
    return (): Promise<string> => {
      clearInterval(renewal);
      return receipt;
    };
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
