import type { Ports } from '../ports/ports.ts';
import { hasAcceptedRules, type Participant, standingAt } from '../records/participant.ts';
import type { Preferences, Profile } from '../records/profile.ts';
import type { Scheme } from '../records/scheme.ts';
import { allSchemes } from '../schemes/find-scheme.ts';
import { roundsPairedAhead } from '../schemes/rounds-ahead.ts';
import { schemeView, type SchemeView } from '../schemes/scheme-view.ts';
import type { Reader } from '../words/message.ts';
import type { Caller } from './caller.ts';

/** The preferences of people who have chosen nothing. */
export const noPreferences: Preferences = { hours: 'either', minutes: null };

/** The caller's standing in the first scheme; null: nobody has made one yet. */
export async function standing(ports: Ports, caller: Caller): Promise<Standing | null> {
  const [scheme] = await allSchemes(ports);
  if (scheme === undefined) return null;
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
  { id, name, language = 'en', zone = scheme.zone, profile }: Caller,
  now: number,
): Standing {
  const { status, pausedUntil } = standingAt(enrolment, scheme.zone, now);
  const late = status === 'active' && enrolment ? lateFor(scheme, now, enrolment.joinedAt) : null;
  return {
    reader: { id, name, language, zone },
    scheme: schemeView(scheme, now),
    status,
    ...(pausedUntil !== null && { pausedUntil }),
    preferences: enrolment?.preferences ?? noPreferences,
    ...(profile !== undefined && { profile }),
    ...(hasAcceptedRules(enrolment, scheme) && { acceptedRules: true }),
    ...(late !== null && { late }),
  };
}

/**
 * The round that was paired before an instant of joining and whose meeting week is still to come: whoever joined then may
 * get a partner in it. Null when there is none.
 * @param now epoch milliseconds, as is `joinedAt`
 * @returns the ISO date of its Monday
 */
export function lateFor(scheme: Scheme, now: number, joinedAt: number): string | null {
  const ahead = roundsPairedAhead(scheme, now).find(({ pairedAt }) => pairedAt <= joinedAt);
  return ahead?.round ?? null;
}

/** Somebody's status and preferences in a scheme, and how they read. */
export interface Standing {
  readonly reader: Reader;
  readonly scheme: SchemeView;
  readonly status: 'not-in' | 'active' | 'paused' | 'left';
  /** ISO date of the first day back; only when paused. */
  readonly pausedUntil?: string;
  readonly preferences: Preferences;
  /** Absent until they filled in the sign-up card. */
  readonly profile?: Profile;
  /** Present when they accepted the ground rules of today. */
  readonly acceptedRules?: true;
  /**
   * ISO date of a Monday: the meeting week that is still to come of a round that was paired before they joined. They may get
   * a partner in it.
   */
  readonly late?: string;
}
