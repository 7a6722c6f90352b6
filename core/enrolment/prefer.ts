import type { Ports } from '../ports/ports.ts';
import type { Participant, Preferences } from '../records/participant.ts';
import { findScheme } from '../schemes/find-scheme.ts';
import { change } from '../shared/change.ts';
import type { Caller } from './caller.ts';
import { type Standing, standingIn } from './standing.ts';

/** What somebody chose. `minutes` left out: as it was. */
export type WantedPreferences = Pick<Preferences, 'hours'> & Partial<Preferences>;

/**
 * Keeps how the caller likes to meet: it counts from the next slots on that are looked for. Who is paused may choose too;
 * who is not in may not. Without minutes these stay as they are. Choosing the same again changes nothing.
 */
export async function prefer(
  ports: Ports,
  caller: Caller,
  schemeId: string | null,
  wanted: WantedPreferences,
): Promise<PreferResult> {
  const scheme = await findScheme(ports, schemeId);
  if (scheme === null) return { kind: 'refused', reason: 'unknown-scheme' };
  const now = await change(
    ports.storage.participants,
    { scheme: scheme.id, person: caller.id },
    (current): Participant | null => {
      const preferences = { minutes: current?.preferences?.minutes ?? null, ...wanted };
      return isIn(current) && !isSame(current.preferences, preferences) ? { ...current, preferences } : null;
    },
  );
  if (!isIn(now)) return { kind: 'refused', reason: 'not-in' };
  ports.log('prefer', { scheme: scheme.id, person: caller.id, ...now.preferences });
  return { kind: 'kept', standing: standingIn(scheme, now, caller, ports.now()) };
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
