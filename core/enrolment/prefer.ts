import type { Ports } from '../ports/ports.ts';
import type { Participant, Preferences } from '../records/participant.ts';
import { findScheme } from '../schemes/find-scheme.ts';
import { change } from '../shared/change.ts';
import type { Caller } from './caller.ts';
import { type Standing, standingIn } from './standing.ts';

/** What somebody chose. Without `minutes` the stored value stays. */
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
  const stored = await change(
    ports.storage.participants,
    { scheme: scheme.id, person: caller.id },
    (current): Participant | null => {
      const preferences = { minutes: current?.preferences?.minutes ?? null, ...wanted };
      return isIn(current) && !isSame(current.preferences, preferences) ? { ...current, preferences } : null;
    },
  );
  if (!isIn(stored)) return { kind: 'refused', reason: 'not-in' };
  ports.log('prefer', { scheme: scheme.id, person: caller.id });
  return { kind: 'kept', standing: standingIn(scheme, stored, caller, ports.now()) };
}

function isIn(participant: Participant | null): participant is Participant {
  return participant?.status === 'active' || participant?.status === 'paused';
}

function isSame(a: Preferences | null, b: Preferences): boolean {
  return a?.hours === b.hours && a.minutes === b.minutes;
}

export type PreferResult =
  | { readonly kind: 'kept'; readonly standing: Standing }
  | { readonly kind: 'refused'; readonly reason: 'unknown-scheme' | 'not-in' };
