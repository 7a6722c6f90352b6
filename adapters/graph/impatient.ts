import type { Patience } from '../patience.ts';
import type { Calls, Graph } from './client.ts';

type Batches = Pick<Calls, 'batch'>;

/**
 * Batches that are given up in time for a conversation, repeats included.
 * @param graphUntil gives a client whose requests and waits end when a signal aborts
 * @throws (its functions) `Unavailable` when Graph does not answer
 */
export function impatientGraph(
  patience: Patience,
  graphUntil: (signal: AbortSignal) => Graph,
): Batches & { at(mailbox: string): Batches } {
  return {
    batch: (requests) => patience.during((signal) => graphUntil(signal).batch(requests)),
    at: (mailbox) => ({
      batch: (requests) => patience.during((signal) => graphUntil(signal).at(mailbox).batch(requests)),
    }),
  };
}
