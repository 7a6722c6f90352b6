import type { Ports } from '../ports/ports.ts';
import { lastSeen, readBudget, writeBudget } from './last-seen.ts';
import { keepPlaces, type Need } from './turns.ts';

/** Others may change the budget at the same time; what finds no place then asks for its turn when it comes. */
const attempts = 3;

/**
 * Keeps places at an organiser's mailbox for several works at once (`keepPlaces`), in one record.
 * @returns when each may start, by its key (epoch milliseconds)
 */
export async function keepPlacesAt(
  ports: Pick<Ports, 'storage' | 'now'>,
  mailbox: string,
  needs: readonly Need[],
): Promise<ReadonlyMap<string, number>> {
  const { budgets } = ports.storage;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const found = lastSeen(budgets, mailbox) ?? (await readBudget(budgets, mailbox));
    const { budget, places } = keepPlaces(found.budget, ports.now(), needs);
    if ((await writeBudget(budgets, budget, found)) !== null) return places;
  }
  return new Map();
}
