import type { ActView } from '../api/acts.ts';
import type { Ports } from '../ports/ports.ts';
import { type PersonAct, type PersonId, type PersonRecord, recentActs } from '../records/person.ts';
import { toIso } from '../time/instant.ts';

/** An act as its person sees it. */
export function viewAct(act: PersonAct): ActView {
  return { ...act, dueAt: toIso(act.dueAt) };
}

/**
 * What somebody asked for in the tab in the last hour, oldest first, without what they took back.
 * @param record null: nothing is kept about them
 * @param now epoch milliseconds
 */
export function actsOf(record: Pick<PersonRecord, 'acts'> | null, now: number): ActView[] {
  return recentActs(record ?? {}, now)
    .filter(({ state }) => state !== 'withdrawn')
    .map(viewAct);
}

/** One of somebody's acts of the last hour, also one that they took back; null: there is no such one. */
export async function readAct(
  { storage, now }: Pick<Ports, 'storage' | 'now'>,
  person: PersonId,
  id: string,
): Promise<ActView | null> {
  const known = await storage.people.get(person);
  const act = recentActs(known?.value ?? {}, now()).find((one) => one.id === id);
  return act === undefined ? null : viewAct(act);
}
