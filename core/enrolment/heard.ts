import type { Ports } from '../ports/ports.ts';
import type { PersonId, PersonRecord } from '../records/person.ts';
import { change } from '../shared/change.ts';
import { hour } from '../time/interval.ts';

/** How exactly it is known when somebody was last heard, in milliseconds: a day. */
const heardWithin = 24 * hour;

/**
 * Whether somebody wrote or pressed a button after an instant (epoch milliseconds). What they did on the day before it counts
 * too: it is not known more exactly.
 */
export function wasHeardSince(person: Pick<PersonRecord, 'heardAt'> | undefined, at: number): boolean {
  return (person?.heardAt ?? -Infinity) > at - heardWithin;
}

/** The value of `heardAt` for somebody who writes or presses a button now: written at most once a day. */
export function heardNow({ heardAt }: Pick<PersonRecord, 'heardAt'>, now: number): number {
  return heardAt !== undefined && now - heardAt < heardWithin ? heardAt : now;
}

/** Records that somebody did something in the tab just now. */
export async function noteHeard(
  { storage, now }: Pick<Ports, 'storage' | 'now'>,
  person: PersonId,
): Promise<void> {
  await change(storage.people, person, (current) => {
    const heardAt = heardNow(current ?? {}, now());
    return current === null || current.heardAt === heardAt ? null : { ...current, heardAt };
  });
}
