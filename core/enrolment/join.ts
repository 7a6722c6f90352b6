import type { Ports } from '../ports/ports.ts';
import type { Participant } from '../records/participant.ts';
import type { PersonId } from '../records/person.ts';
import type { Answers } from '../records/profile.ts';
import { findScheme } from '../schemes/find-scheme.ts';
import { expectCompany } from '../rounds/expect-company.ts';
import { change } from '../shared/change.ts';
import type { Caller } from './caller.ts';
import { isRepeated, noted } from './repeated.ts';
import { sayingYes } from './saying-yes.ts';
import { acceptsRules, withAnswers } from './rules.ts';
import { keepProfile } from './reach.ts';
import { lateFor, type Standing, standingIn } from './standing.ts';

/** What joining means to a person with an earlier status. */
const kinds = { paused: 'resumed', left: 'rejoined', 'not-in': 'joined' } as const;

/**
 * Enrols the caller in a scheme, or brings them back after a pause or after leaving. Joining twice has no effect, nor has an
 * activity that Teams sends again after the caller left or paused.
 * @param schemeId null: the only scheme
 * @param answers the sign-up card, if it was used: without its ground rules nobody is let in, and nothing is stored
 */
export async function join(
  ports: Ports,
  caller: Caller,
  schemeId: string | null,
  answers?: Answers,
): Promise<JoinResult> {
  const scheme = await findScheme(ports, schemeId);
  if (scheme === null) return { kind: 'refused', reason: 'unknown-scheme' };

  if (answers !== undefined && !acceptsRules(answers, scheme)) return { kind: 'refused', reason: 'rules' };

  // Only people with an enabled work account in the directory can be paired and invited.
  const person = (await ports.directory.people([caller.id])).get(caller.id);
  if (!person?.enabled) return { kind: 'refused', reason: 'not-in-directory' };
  if (person.guest) return { kind: 'refused', reason: 'guest' };

  let kind: Exclude<JoinResult['kind'], 'refused'> = 'joined';
  const late = lateFor(scheme, ports.now(), ports.now());
  const seen = { isNew: true, rejoined: false };
  const key = { scheme: scheme.id, person: caller.id };
  const enrolment = await change(ports.storage.participants, key, (current) => {
    const repeated = isRepeated(current, 'join', caller);
    if (current?.status === 'active') {
      kind = 'already-in';
      seen.isNew = false;
      if (repeated) return null;
      const said = sayingYes(scheme, current, ports.now());
      const kept = answers === undefined ? said : withAnswers(said, answers, scheme, ports.now());
      return kept === current && caller.activity === undefined ? null : noted(kept, 'join', caller);
    }
    if (repeated) {
      kind = 'unchanged';
      seen.isNew = false;
      return null;
    }
    kind = current === null ? 'joined' : kinds[current.status];
    seen.rejoined = kind === 'rejoined';
    const fresh = sayingYes(scheme, enrolled(current, scheme.id, caller.id, ports.now()), ports.now());
    return noted(answers ? withAnswers(fresh, answers, scheme, ports.now()) : fresh, 'join', caller);
  });
  // They come back, so they are not to be erased any more.
  if (seen.rejoined) await ports.storage.erasures.remove(caller.id);
  const isIn = enrolment?.status === 'active';
  const known = answers && isIn ? await keepProfile(ports, caller, answers.profile) : caller;
  // Somebody who is in already may have been cut short here when they joined.
  const isLate = late !== null || scheme.preview !== 'none';
  if (isLate && isIn) await expectCompany(ports, scheme, caller.id, seen.isNew ? 'again' : 'leave');
  ports.log('join', { ...key, outcome: kind });
  const standing = standingIn(scheme, enrolment, known, ports.now());
  // Somebody who was away when the round was paired is late too, though they joined long before.
  return { kind, standing: { ...standing, ...(seen.isNew && late !== null && { late }) } };
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
    ...(current?.rules !== undefined && { rules: current.rules }),
    ...(current?.commands !== undefined && { commands: current.commands }),
  };
}

export type JoinResult =
  | {
      readonly kind: 'joined' | 'rejoined' | 'already-in' | 'resumed';
      readonly standing: Standing;
    }
  /** The activity was carried out before, and the caller has left or paused since. */
  | { readonly kind: 'unchanged'; readonly standing: Standing }
  | { readonly kind: 'refused'; readonly reason: 'unknown-scheme' | 'guest' | 'not-in-directory' | 'rules' };
