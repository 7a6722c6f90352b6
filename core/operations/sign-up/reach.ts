import type { PersonId } from '../../people/person.ts';
import type { Conversation } from '../../ports/messenger.ts';
import type { Ports } from '../../ports/ports.ts';
import type { PersonRecord } from '../../rounds/records.ts';
import { change } from '../change.ts';
import type { Caller } from '../conversation.ts';

/** Keeps how to reach the caller. Writes only when something changed: it is called with every activity. */
export async function remember(ports: Ports, caller: Caller, conversation: Conversation): Promise<void> {
  await change(ports.storage.people, caller.id, (current) => {
    const wanted: PersonRecord = {
      id: caller.id,
      name: caller.name,
      language: caller.language ?? current?.language ?? null,
      zone: caller.zone ?? current?.zone ?? null,
      conversation,
      reachable: true,
      welcomed: current?.welcomed ?? false,
    };
    return current !== null && sameRecord(current, wanted) ? null : wanted;
  });
}

/** The person removed the app: not reachable until they come back, and welcomed again then. */
export async function forgetConversation(ports: Ports, person: PersonId): Promise<void> {
  await change(
    ports.storage.people,
    person,
    (current) => current && { ...current, conversation: null, reachable: false, welcomed: false },
  );
}

/** The person blocked the app: a state, known from a message that was refused. */
export async function markUnreachable(ports: Ports, person: PersonId): Promise<void> {
  await change(ports.storage.people, person, (current) =>
    current?.reachable ? { ...current, reachable: false } : null,
  );
}

/** True for the first caller since the app was installed: Teams sends two install events. */
export async function claimWelcome(ports: Ports, person: PersonId): Promise<boolean> {
  let claimed = false;
  await change(ports.storage.people, person, (current) => {
    claimed = current !== null && !current.welcomed;
    return claimed && current ? { ...current, welcomed: true } : null;
  });
  return claimed;
}

function sameRecord(a: PersonRecord, b: PersonRecord): boolean {
  return (Object.keys(b) as (keyof PersonRecord)[]).every((key) => a[key] === b[key]);
}
