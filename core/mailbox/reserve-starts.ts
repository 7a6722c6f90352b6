import type { Ports } from '../ports/ports.ts';
import { change } from '../shared/change.ts';
import { emptyBudget, reserveStarts, type Need } from './decide-turn.ts';

/**
 * Reserves starts at an organiser's mailbox for several works, in one change of its budget.
 * @returns as `reserveStarts`: when each may begin, by key (epoch milliseconds)
 */
export async function reserveStartsAt(
  { storage, now }: Pick<Ports, 'storage' | 'now'>,
  mailbox: string,
  needs: readonly Need[],
): Promise<ReadonlyMap<string, number>> {
  let starts: ReadonlyMap<string, number> = new Map();
  await change(storage.budgets, mailbox, (current) => {
    const decided = reserveStarts(current ?? emptyBudget(mailbox), now(), needs);
    starts = decided.starts;
    return decided.budget;
  });
  return starts;
}
