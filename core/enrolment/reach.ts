import type { Conversation } from '../ports/messenger.ts';
import type { Ports } from '../ports/ports.ts';
import type { PersonId, PersonRecord } from '../records/person.ts';
import { askToLookAfterRoundsOf } from '../rounds/ask-to-look-after.ts';
import { change } from '../shared/change.ts';
import type { Caller } from './caller.ts';

/**
 * Keeps how to reach the caller. Writes only when something changed: it is called with every activity.
 * @returns the caller, with the language and zone that were kept before where they have none
 */
export async function remember(ports: Ports, caller: Caller, conversation: Conversation): Promise<Caller> {
  const known = await change(ports.storage.people, caller.id, (current) => {
    const wanted: PersonRecord = {
      id: caller.id,
      name: caller.name,
      language: caller.language ?? current?.language ?? null,
      zone: caller.zone ?? current?.zone ?? null,
      conversation,
      reachable: true,
      welcome: current?.welcome ?? null,
    };
    return current !== null && sameRecord(current, wanted) ? null : wanted;
  });
  return {
    ...caller,
    ...(known?.language && { language: known.language }),
    ...(known?.zone && { zone: known.zone }),
  };
}

/**
 * The person removed the app: not reachable until they come back, and welcomed again then. Whoever is to meet them is
 * looked after.
 */
export async function forgetConversation(ports: Ports, person: PersonId): Promise<void> {
  await change(
    ports.storage.people,
    person,
    (current) => current && { ...current, conversation: null, reachable: false, welcome: null },
  );
  await askToLookAfterRoundsOf(ports, person);
}

/**
 * Whether the welcome is the answer to this activity. Teams sends two install events: the first one that comes wins. The
 * same activity wins again while it is not certain that the welcome was said: then it is a repeat of one that was cut short.
 */
export async function claimWelcome(ports: Ports, person: PersonId, activity: string): Promise<boolean> {
  let claimed = false;
  await change(ports.storage.people, person, (current) => {
    const standing = current?.welcome ?? null;
    claimed = current !== null && (standing === null || (standing.activity === activity && !standing.said));
    return claimed && current && standing === null
      ? { ...current, welcome: { activity, said: false } }
      : null;
  });
  return claimed;
}

/** The welcome was said. */
export async function confirmWelcome(ports: Ports, person: PersonId): Promise<void> {
  await change(ports.storage.people, person, (current) =>
    current?.welcome && !current.welcome.said
      ? { ...current, welcome: { ...current.welcome, said: true } }
      : null,
  );
}

function sameRecord(a: PersonRecord, b: PersonRecord): boolean {
  return (Object.keys(b) as (keyof PersonRecord)[]).every(
    (key) => JSON.stringify(a[key]) === JSON.stringify(b[key]),
  );
}
