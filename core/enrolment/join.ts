import type { Ports } from '../ports/ports.ts';
import type { Participant } from '../records/participant.ts';
import type { PersonId } from '../records/person.ts';
import type { Scheme } from '../records/scheme.ts';
import { findScheme } from '../schemes/find-scheme.ts';
import { expectCompany } from '../rounds/expect-company.ts';
import { roundsUnderWay } from '../schemes/round-times.ts';
import { change } from '../shared/change.ts';
import type { Caller } from './caller.ts';
import { isRepeated, noted } from './repeated.ts';
import { type Standing, standingIn } from './standing.ts';

/** What joining means to a person with an earlier status. */
const kinds = { paused: 'resumed', left: 'rejoined', 'not-in': 'joined' } as const;

/**
 * Enrols the caller in a scheme, or brings them back after a pause or after leaving. Joining twice has no effect, nor has an
 * activity that Teams sends again after the caller left or paused.
 * @param schemeId null: the only scheme
 */
export async function join(ports: Ports, caller: Caller, schemeId: string | null): Promise<JoinResult> {
  const scheme = await findScheme(ports, schemeId);
  if (scheme === null) return { kind: 'refused', reason: 'unknown-scheme' };

  // Only people with an enabled work account in the directory can be paired and invited.
  const person = (await ports.directory.people([caller.id])).get(caller.id);
  if (!person?.enabled) return { kind: 'refused', reason: 'not-in-directory' };
  if (person.guest) return { kind: 'refused', reason: 'guest' };

  let kind: Exclude<JoinResult['kind'], 'refused'> = 'joined';
  const seen = { rejoined: false };
  const isLateNow = isLate(scheme, ports.now());
  let late = isLateNow;
  const key = { scheme: scheme.id, person: caller.id };
  const enrolment = await change(ports.storage.participants, key, (current) => {
    const repeated = isRepeated(current, 'join', caller);
    if (current?.status === 'active') {
      kind = 'already-in';
      late = false;
      return repeated || caller.activity === undefined ? null : noted(current, 'join', caller);
    }
    if (repeated) {
      kind = 'unchanged';
      late = false;
      return null;
    }
    kind = current === null ? 'joined' : kinds[current.status];
    seen.rejoined = kind === 'rejoined';
    return noted(enrolled(current, scheme.id, caller.id, ports.now()), 'join', caller);
  });
  // They come back, so they are not to be erased any more.
  if (seen.rejoined) await ports.storage.erasures.remove(caller.id);
  // Somebody who is in already may have been cut short here when they joined.
  if (isLateNow && enrolment?.status === 'active')
    await expectCompany(ports, scheme, caller.id, late ? 'again' : 'leave');
  ports.log('join', { ...key, outcome: kind });
  return { kind, standing: standingIn(scheme, enrolment, caller, ports.now()), ...(late && { late }) };
}

/** Whether a round was paired already and its meeting week has not begun. */
function isLate(scheme: Scheme, now: number): boolean {
  return roundsUnderWay(scheme, now).some(({ weekStart }) => now < weekStart);
}

function enrolled(current: Participant | null, scheme: string, person: PersonId, now: number): Participant {
  return {
    scheme,
    person,
    status: 'active',
    pausedUntil: null,
    withdrewAt: null,
    joinedAt: current?.status === 'paused' ? current.joinedAt : now,
    meetings: current?.meetings ?? [],
    preferences: current?.preferences ?? null,
    awkward: current?.awkward ?? 0,
    ...(current?.commands !== undefined && { commands: current.commands }),
  };
}

export type JoinResult =
  | {
      readonly kind: 'joined' | 'rejoined' | 'already-in' | 'resumed';
      readonly standing: Standing;
      /** True when a round was paired already and its meeting week has not begun. The caller may still get a partner in it. */
      readonly late?: boolean;
    }
  /** The activity was carried out before, and the caller has left or paused since. */
  | { readonly kind: 'unchanged'; readonly standing: Standing }
  | { readonly kind: 'refused'; readonly reason: 'unknown-scheme' | 'guest' | 'not-in-directory' };
