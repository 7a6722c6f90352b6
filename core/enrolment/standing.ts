import type { Ports } from '../ports/ports.ts';
import { type Participant, type Preferences, standingAt } from '../records/participant.ts';
import type { Scheme } from '../records/scheme.ts';
import { allSchemes } from '../schemes/find-scheme.ts';
import { schemeView, type SchemeView } from '../schemes/scheme-view.ts';
import type { Reader } from '../words/message.ts';
import type { Caller } from './caller.ts';

/** The preferences of people who have chosen nothing. */
const noPreferences: Preferences = { hours: 'either', minutes: null };

/** The caller's standing in the first scheme. */
export async function standing(ports: Ports, caller: Caller): Promise<Standing> {
  const [scheme] = await allSchemes(ports);
  if (scheme === undefined) throw new Error('there is no scheme');
  const enrolment = await ports.storage.participants.get({ scheme: scheme.id, person: caller.id });
  return standingIn(scheme, enrolment?.value ?? null, caller, ports.now());
}

/**
 * The caller's standing in a scheme.
 * @param enrolment null: never enrolled
 * @param now epoch milliseconds
 */
export function standingIn(
  scheme: Scheme,
  enrolment: Participant | null,
  { id, name, language = 'en', zone = scheme.zone }: Caller,
  now: number,
): Standing {
  const { status, pausedUntil } = standingAt(enrolment, scheme.zone, now);
  return {
    reader: { id, name, language, zone },
    scheme: schemeView(scheme, now),
    status,
    ...(pausedUntil !== null && { pausedUntil }),
    preferences: enrolment?.preferences ?? noPreferences,
  };
}

/** Somebody's status and preferences in a scheme, and how they read. */
export interface Standing {
  readonly reader: Reader;
  readonly scheme: SchemeView;
  readonly status: 'not-in' | 'active' | 'paused' | 'left';
  /** ISO date of the first day back; only when paused. */
  readonly pausedUntil?: string;
  readonly preferences: Preferences;
}
