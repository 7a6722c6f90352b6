import type { Ports } from '../ports/ports.ts';
import { change } from '../shared/change.ts';
import { emptyBudget, keepPlaces, type Need } from './turns.ts';

/**
 * Keeps places at an organiser's mailbox for several works at once (`keepPlaces`), in one record.
 * @returns when each may start, by its key (epoch milliseconds)
 */
export async function keepPlacesAt(
  { storage, now }: Pick<Ports, 'storage' | 'now'>,
  mailbox: string,
  needs: readonly Need[],
): Promise<ReadonlyMap<string, number>> {
  let places: ReadonlyMap<string, number> = new Map();
  await change(storage.budgets, mailbox, (current) => {
    const kept = keepPlaces(current ?? emptyBudget(mailbox), now(), needs);
    places = kept.places;
    return kept.budget;
  });
  return places;
}
