import type { Ports } from '../ports/ports.ts';
import type { PersonId } from '../records/person.ts';
import { change } from '../shared/change.ts';

/**
 * Decides whether to answer an activity with the welcome. Teams sends two install events: the first one to arrive gets the
 * welcome. The same activity gets it again until `confirmWelcome` was called, since its first attempt may have failed.
 * @param activity the id of the activity
 */
export async function claimWelcome(ports: Ports, person: PersonId, activity: string): Promise<boolean> {
  let claimed = false;
  await change(ports.storage.people, person, (current) => {
    const stored = current?.welcome ?? null;
    claimed = current !== null && (stored === null || (stored.activity === activity && !stored.said));
    return claimed && current && stored === null ? { ...current, welcome: { activity, said: false } } : null;
  });
  return claimed;
}

/** Records that the welcome was sent. */
export async function confirmWelcome(ports: Ports, person: PersonId): Promise<void> {
  await change(ports.storage.people, person, (current) =>
    current?.welcome && !current.welcome.said
      ? { ...current, welcome: { ...current.welcome, said: true } }
      : null,
  );
}
