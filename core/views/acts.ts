import type { ActView } from '../api/acts.ts';
import { type PersonAct, type PersonRecord, recentActs } from '../records/person.ts';
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
