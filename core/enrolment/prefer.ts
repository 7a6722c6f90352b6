import type { Ports } from '../ports/ports.ts';
import type { Participant } from '../records/participant.ts';
import type { Answers, Preferences } from '../records/profile.ts';
import type { Scheme } from '../records/scheme.ts';
import { findScheme } from '../schemes/find-scheme.ts';
import { change } from '../shared/change.ts';
import type { Caller } from './caller.ts';
import { keepProfile } from './reach.ts';
import { acceptsRules, withAnswers } from './rules.ts';
import { type Standing, standingIn } from './standing.ts';

/** What somebody chose. What is left out stays as it was. */
export type WantedPreferences = Pick<Preferences, 'hours'> & Partial<Preferences>;

/**
 * Stores how the caller likes to meet. It counts the next time slots are looked for. Paused participants may choose too.
 * @param schemeId null: the only scheme
 */
export async function prefer(
  ports: Ports,
  caller: Caller,
  schemeId: string | null,
  wanted: WantedPreferences,
): Promise<PreferResult> {
  const scheme = await findScheme(ports, schemeId);
  if (scheme === null) return { kind: 'refused', reason: 'unknown-scheme' };
  return keep(ports, caller, scheme, (current) => {
    const preferences = { minutes: null, ...current.preferences, ...wanted };
    return withAnswers(current, { preferences }, scheme, ports.now());
  });
}

/**
 * Stores a filled-in settings card of somebody who takes part or pauses. A card that asks for the ground rules is refused
 * without them, and nothing is stored.
 * @param schemeId null: the only scheme
 */
export async function saveSettings(
  ports: Ports,
  caller: Caller,
  schemeId: string | null,
  answers: Answers,
): Promise<PreferResult | { readonly kind: 'refused'; readonly reason: 'rules' }> {
  const scheme = await findScheme(ports, schemeId);
  if (scheme === null) return { kind: 'refused', reason: 'unknown-scheme' };
  if (answers.rules !== undefined && !acceptsRules(answers, scheme))
    return { kind: 'refused', reason: 'rules' };
  return keep(
    ports,
    caller,
    scheme,
    (current) => withAnswers(current, answers, scheme, ports.now()),
    answers,
  );
}

/** @param changed gives the same object when nothing is new */
async function keep(
  ports: Ports,
  caller: Caller,
  scheme: Scheme,
  changed: (current: Participant) => Participant,
  answers: Answers | null = null,
): Promise<PreferResult> {
  const key = { scheme: scheme.id, person: caller.id };
  const stored = await change(ports.storage.participants, key, (current): Participant | null => {
    if (!isEnrolled(current)) return null;
    const next = changed(current);
    return next === current ? null : next;
  });
  if (!isEnrolled(stored)) return { kind: 'refused', reason: 'not-in' };
  const known = answers === null ? caller : await keepProfile(ports, caller, answers.profile);
  ports.log('prefer', key);
  return { kind: 'kept', standing: standingIn(scheme, stored, known, ports.now()) };
}

/** Whether somebody takes part in a scheme, or is on a break. */
export function isEnrolled(participant: Participant | null): participant is Participant {
  return participant?.status === 'active' || participant?.status === 'paused';
}

export type PreferResult =
  | { readonly kind: 'kept'; readonly standing: Standing }
  | { readonly kind: 'refused'; readonly reason: 'unknown-scheme' | 'not-in' };
