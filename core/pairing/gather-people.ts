import type { Ports } from '../ports/ports.ts';
import type { Participant } from '../records/participant.ts';
import type { DirectoryPerson, PersonId, PersonRecord } from '../records/person.ts';
import type { Scheme } from '../records/scheme.ts';
import { inPartsOf } from '../shared/in-parts.ts';
import type { FreeBusy } from '../time/free-busy.ts';
import { ianaZone } from '../time/zones.ts';
import type { GatheredPerson } from './gathered.ts';

/**
 * Reads what is known of participants: their directory entry, whether they can be reached, their language, zone and
 * free/busy.
 * @param readFreeBusy gets the people whom the directory lets take part. People missing in its answer count as unreadable.
 * @returns in the order of the participants
 * @throws a neighbour's failure, so that no partial answer passes for a whole one
 */
export async function gatherPeople(
  ports: Ports,
  scheme: Scheme,
  participants: readonly Participant[],
  readFreeBusy: (people: readonly DirectoryPerson[]) => Promise<ReadonlyMap<PersonId, FreeBusy>>,
): Promise<(GatheredPerson & Pick<Participant, 'status' | 'pausedUntil' | 'joinedAt'>)[]> {
  const ids = participants.map(({ person }) => person);
  const [directory, contacts] = await Promise.all([ports.directory.people(ids), contactsOf(ports, ids)]);
  const freeBusy = await readFreeBusy(ids.flatMap((id) => directory.get(id) ?? []).filter(mayTakePart));
  return participants.map((participant) => {
    const { person: id, meetings, preferences, awkward, status, pausedUntil, joinedAt } = participant;
    const person = directory.get(id) ?? null;
    const record = contacts.get(id);
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

/** The part of a person's record that is needed here. */
type Contact = Pick<PersonRecord, 'zone' | 'language' | 'reachable'>;

/** How many people's records are in memory at once: most of their fields are not needed. */
const recordsAtOnce = 1_000;

/** @param ids in storage order, so that few queries find them */
async function contactsOf(
  { storage }: Pick<Ports, 'storage'>,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Contact>> {
  const contacts = new Map<PersonId, Contact>();
  for (const part of inPartsOf(recordsAtOnce, ids)) {
    for (const [id, { zone, language, reachable }] of await storage.people.getMany(part)) {
      contacts.set(id, { zone, language, reachable });
    }
  }
  return contacts;
}

/** Guests and disabled accounts are never matched. */
function mayTakePart({ enabled, guest }: DirectoryPerson): boolean {
  return enabled && !guest;
}
