import type { Ports } from '../ports/ports.ts';
import { type Preferences, standingAt } from '../records/participant.ts';
import { allSchemes } from '../schemes/find-scheme.ts';
import { schemeView, type SchemeView } from '../schemes/scheme-view.ts';
import type { Reader } from '../words/message.ts';
import type { Caller } from './caller.ts';

/** What counts while somebody has chosen nothing. */
const noPreferences: Preferences = { hours: 'either', minutes: null };

/** Where the caller stands in the first scheme, for a greeting. */
export async function standing(ports: Ports, caller: Caller): Promise<Standing> {
  const [scheme] = await allSchemes(ports);
  if (scheme === undefined) throw new Error('there is no scheme');
  const [known, enrolment] = await Promise.all([
    ports.storage.people.get(caller.id),
    ports.storage.participants.get({ scheme: scheme.id, person: caller.id }),
  ]);
  const reader = {
    id: caller.id,
    name: caller.name,
    language: caller.language ?? known?.value.language ?? 'en',
    zone: caller.zone ?? known?.value.zone ?? scheme.zone,
  };
  const { status, pausedUntil } = standingAt(enrolment?.value ?? null, scheme.zone, ports.now());
  return {
    reader,
    scheme: schemeView(scheme, ports.now()),
    status,
    ...(pausedUntil !== null && { pausedUntil }),
    preferences: enrolment?.value.preferences ?? noPreferences,
  };
}

/** Where somebody stands, for `hello` and the welcome. */
export interface Standing {
  readonly reader: Reader;
  readonly scheme: SchemeView;
  readonly status: 'not-in' | 'active' | 'paused' | 'left';
  /** ISO date; only when paused. */
  readonly pausedUntil?: string;
  readonly preferences: Preferences;
}
