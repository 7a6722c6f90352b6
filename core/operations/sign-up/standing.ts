import type { Ports } from '../../ports/ports.ts';
import { isAway } from '../../rounds/participation.ts';
import type { Caller, Standing } from '../conversation.ts';
import { allSchemes, schemeView } from '../schemes.ts';

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
  const view = schemeView(scheme, ports.now());
  if (enrolment === null) return { reader, scheme: view, status: 'not-in' };
  const { status, pausedUntil } = enrolment.value;
  if (status === 'paused' && pausedUntil !== null) {
    return isAway(enrolment.value, scheme.zone, ports.now())
      ? { reader, scheme: view, status, pausedUntil }
      : { reader, scheme: view, status: 'active' };
  }
  return { reader, scheme: view, status };
}
