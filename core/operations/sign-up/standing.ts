import type { Ports } from '../../ports/ports.ts';
import { standingAt } from '../../rounds/participation.ts';
import type { Preferences } from '../../rounds/records.ts';
import type { Caller, Standing } from '../conversation.ts';
import { allSchemes, schemeView } from '../schemes.ts';

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
