import type { Work } from '../records/work.ts';

/** A message that was given up, after several attempts. */
export interface PoisonMessage {
  /** The queue that it came from. */
  readonly queue: string;
  /** Unique within its queue. */
  readonly id: string;
  /** Null: it cannot be read. */
  readonly work: Work | null;
  /** When it was given up, in epoch milliseconds. */
  readonly givenUpAt: number;
  /** How often it was taken since then, by somebody who was interrupted. */
  readonly taken: number;
}

/**
 * What Azure Functions gave up: each queue's own poison queue. Storage drops a poison message after seven days. A queue that does
 * not exist yet counts as empty.
 */
export interface PoisonQueues {
  /** How many messages each queue gave up. */
  counts(): Promise<readonly { readonly queue: string; readonly messages: number }[]>;
  /** The oldest messages, at most 32 of a queue. */
  list(): Promise<PoisonMessage[]>;
  /**
   * Puts messages on their queue again, where they are tried as often as new ones.
   * @param id null: all of the queue
   * @param before is called with each message before it is moved
   * @returns how many; 0 when there is no such message
   */
  retry(queue: string, id: string | null, before: (message: PoisonMessage) => void): Promise<number>;
  /** Removes messages. Parameters and result as `retry`. */
  remove(queue: string, id: string | null, before: (message: PoisonMessage) => void): Promise<number>;
}
