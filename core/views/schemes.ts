import type { Ports } from '../ports/ports.ts';
import { standingAt } from '../records/participant.ts';
import type { PersonId } from '../records/person.ts';
import { allSchemes } from '../schemes/find-scheme.ts';
import { schemeView } from '../schemes/scheme-view.ts';
import type { Schemes } from '../api/me.ts';
import { enrolmentsIn } from './me.ts';

/** Every scheme, and whether the person is in it. */
export async function readSchemes(ports: Ports, person: PersonId): Promise<Schemes> {
  const schemes = await allSchemes(ports);
  const enrolments = new Map(
    (await enrolmentsIn(schemes, ports, person)).map(({ scheme, participant }) => [scheme.id, participant]),
  );
  return schemes.map((scheme) => {
    const { id, name, minutes, next } = schemeView(scheme, ports.now());
    return {
      id,
      name,
      minutes,
      zone: scheme.zone,
      next,
      status: standingAt(enrolments.get(id) ?? null, scheme.zone, ports.now()).status,
    };
  });
}
