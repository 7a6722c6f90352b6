import type { Work } from '../records/work.ts';

/** The queues. They deliver work at least once, in no particular order. */
export interface WorkQueue {
  /** @param delay seconds before the work is delivered */
  put(work: readonly Work[], delay?: number): Promise<void>;
}
