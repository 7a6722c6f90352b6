import type { Ports } from '../ports/ports.ts';
import { formerColleague, type PersonId } from '../records/person.ts';
import { currentPairings } from '../rounds/current-pairings.ts';
import { allSchemes } from '../schemes/find-scheme.ts';
import { enrolmentsIn } from './me.ts';

/** Everybody with whom somebody was, or is, in a pairing. */
export async function everMet(ports: Ports, person: PersonId): Promise<ReadonlySet<PersonId>> {
  const [enrolments, current] = await Promise.all([
    allSchemes(ports).then((schemes) => enrolmentsIn(schemes, ports, person)),
    currentPairings(ports, person),
  ]);
  const met = new Set([
    ...enrolments.flatMap(({ participant }) => participant.meetings.flatMap((meeting) => meeting.with)),
    ...current.flatMap(({ pairing }) => pairing.members),
  ]);
  for (const nobody of [person, formerColleague]) met.delete(nobody);
  return met;
}
