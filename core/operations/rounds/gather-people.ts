import { ianaZone } from '../../availability/zones.ts';
import type { DirectoryPerson, PersonId } from '../../people/person.ts';
import type { FreeBusy } from '../../ports/microsoft365.ts';
import type { Ports } from '../../ports/ports.ts';
import type { GatheredPerson } from '../../rounds/decide-plan.ts';
import type { Participant } from '../../rounds/records.ts';
import type { Scheme } from '../../schemes/scheme.ts';

/**
 * What is known of participants: what the directory says of them, whether and how they can be reached, their free/busy.
 * @param readCalendars free/busy of those whom the directory knows and who may take part; who is missing in its answer
 *   counts as unreadable
 * @returns in the order of the participants
 * @throws a neighbour's failure, so that no partial answer passes for a whole one
 */
export async function gatherPeople(
  ports: Ports,
  scheme: Scheme,
  participants: readonly Participant[],
  readCalendars: (people: readonly DirectoryPerson[]) => Promise<ReadonlyMap<PersonId, FreeBusy>>,
): Promise<(GatheredPerson & Pick<Participant, 'status' | 'pausedUntil' | 'joinedAt'>)[]> {
  const ids = participants.map(({ person }) => person);
  const fromGraph = async () => {
    const directory = await ports.directory.people(ids);
    const known = ids.flatMap((id) => directory.get(id) ?? []).filter(mayTakePart);
    return { directory, freeBusy: await readCalendars(known) };
  };
  const [{ directory, freeBusy }, records] = await Promise.all([
    fromGraph(),
    ports.storage.people.getMany(ids),
  ]);
  return participants.map((participant) => {
    const { person: id, meetings, preferences, awkward, status, pausedUntil, joinedAt } = participant;
    const person = directory.get(id) ?? null;
    const record = records.get(id);
    const read = freeBusy.get(id);
    const hoursZone = read?.kind === 'read' && read.hours !== null ? read.hours.zone : null;
    return {
      id,
      directory: person !== null && mayTakePart(person) ? person : null,
      freeBusy: read ?? { kind: 'unreadable', reason: 'not in the directory' },
      zone: (typeof hoursZone === 'string' ? ianaZone(hoursZone) : null) ?? record?.zone ?? scheme.zone,
      language: record?.language ?? person?.language ?? 'en',
      reachable: record?.reachable ?? true,
      meetings,
      preferences,
      awkward,
      status,
      pausedUntil,
      joinedAt,
    };
  });
}

function mayTakePart(person: DirectoryPerson): boolean {
  return person.enabled && !person.guest;
}
