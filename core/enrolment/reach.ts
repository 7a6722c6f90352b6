import type { Conversation } from '../ports/messenger.ts';
import type { Ports } from '../ports/ports.ts';
import { languageOf, type PersonId, type PersonRecord, withoutPostponed } from '../records/person.ts';
import type { Profile } from '../records/profile.ts';
import { askToLookAfterRoundsOf } from '../rounds/ask-to-look-after.ts';
import { change } from '../shared/change.ts';
import type { Caller } from './caller.ts';
import { heardNow } from './heard.ts';

/**
 * Stores how to reach the caller. It is called for every activity, and writes only when something changed.
 * @param isHeard whether they wrote or pressed a button
 * @returns the caller; a missing language or zone is filled in from what was stored before
 */
export async function remember(
  ports: Ports,
  caller: Caller,
  conversation: Conversation,
  isHeard = false,
): Promise<Caller> {
  const known = await change(ports.storage.people, caller.id, (current) => {
    const wanted: PersonRecord = {
      ...current,
      id: caller.id,
      name: caller.name,
      language: caller.language ?? current?.language ?? null,
      zone: caller.zone ?? current?.zone ?? null,
      work: current?.work ?? null,
      conversation,
      reachable: true,
      welcome: current?.welcome ?? null,
      ...(isHeard && { heardAt: heardNow(current ?? {}, ports.now()) }),
    };
    delete wanted.removedAt;
    return JSON.stringify(current) === JSON.stringify(wanted) ? null : wanted;
  });
  return {
    ...callerAs(caller, known),
    ...(known?.zone && { zone: known.zone }),
    ...(known?.postponed && { postponed: known.postponed }),
    ...(known?.acts && { acts: known.acts }),
  };
}

/**
 * Stores what somebody chose on the sign-up card, unless it is stored already. Quiet hours stay where the card does not ask.
 * @returns the caller, who reads in the chosen language from now on
 */
export async function keepProfile(ports: Ports, caller: Caller, profile: Profile): Promise<Caller> {
  const known = await change(ports.storage.people, caller.id, (current) => {
    const quiet = profile.quiet ?? current?.profile?.quiet;
    const wanted = { ...profile, ...(quiet !== undefined && { quiet }) };
    return current === null || JSON.stringify(current.profile) === JSON.stringify(wanted)
      ? null
      : { ...current, profile: wanted };
  });
  return callerAs(caller, known);
}

function callerAs(caller: Caller, known: PersonRecord | null): Caller {
  const language = known === null ? null : languageOf(known);
  return {
    ...caller,
    ...(language !== null && { language }),
    ...(known?.profile && { profile: known.profile }),
  };
}

/**
 * The person removed the app: they cannot be reached until they install it again, and are welcomed again then. What they asked
 * for in the chat and is still to be done is dropped. Their rounds are looked after, for the sake of their partners.
 */
export async function forgetConversation(ports: Ports, person: PersonId): Promise<void> {
  await change(
    ports.storage.people,
    person,
    (current) =>
      current && {
        ...withoutPostponed(current, () => true),
        conversation: null,
        reachable: false,
        removedAt: ports.now(),
        welcome: null,
      },
  );
  await askToLookAfterRoundsOf(ports, [person]);
}
