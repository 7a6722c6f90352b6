import type { Ports } from '../ports/ports.ts';
import { formerColleague, type PersonId } from '../records/person.ts';
import { openPlaces } from '../rounds/current-pairings.ts';
import { allSchemes } from '../schemes/find-scheme.ts';
import { enrolmentsIn } from './me.ts';

/** Everybody with whom somebody was, or is, in a pairing. */
export async function everMet(ports: Ports, person: PersonId): Promise<ReadonlySet<PersonId>> {
  const schemes = await allSchemes(ports);
  const [enrolments, places] = await Promise.all([
    enrolmentsIn(schemes, ports, person),
    openPlaces(ports, schemes, person),
  ]);
  const met = new Set([
    ...enrolments.flatMap(({ participant }) => participant.meetings.flatMap((meeting) => meeting.with)),
    ...places.flatMap(({ pairing }) => pairing?.members ?? []),
  ]);
  for (const nobody of [person, formerColleague]) met.delete(nobody);
  return met;
}
