import type { Work } from '../records/work.ts';

/** The queues. Delivery is at least once and in no order. */
export interface WorkQueue {
  /** @param delay seconds until the work may be done */
  put(work: readonly Work[], delay?: number): Promise<void>;
}
