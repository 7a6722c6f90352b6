import type { Ports } from '../ports/ports.ts';
import type { OnUnreadable } from '../ports/storage.ts';
import type { Participant } from '../records/participant.ts';
import { type DirectoryPerson, type PersonId, type PersonRecord, shownFacts } from '../records/person.ts';
import type { Scheme } from '../records/scheme.ts';
import { inPartsOf } from '../shared/in-parts.ts';
import type { FreeBusy } from '../time/free-busy.ts';
import { ianaZone } from '../time/zones.ts';
import type { GatheredPerson } from './gathered.ts';

/**
 * Reads what is known of participants: their directory entry, whether they can be reached, their zone and free/busy. What
 * the directory and the mailbox say of their name, address and zone is kept with the person.
 * @param readFreeBusy gets the people whom the directory lets take part. People missing in its answer count as unreadable.
 * @param unreadable people of whom what is stored cannot be read. Those who are not among the participants count as taking
 *   part: nothing shows that they do not.
 * @returns in the order of the participants, then the unreadable ones
 * @throws a neighbour's failure, so that no partial answer passes for a whole one
 */
export async function gatherPeople(
  ports: Pick<Ports, 'storage' | 'directory'>,
  scheme: Scheme,
  participants: readonly Participant[],
  readFreeBusy: (people: readonly DirectoryPerson[]) => Promise<ReadonlyMap<PersonId, FreeBusy>>,
  unreadable: ReadonlySet<PersonId> = new Set(),
): Promise<(GatheredPerson & Pick<Participant, 'status' | 'pausedUntil' | 'joinedAt'>)[]> {
  const known = new Set(participants.map(({ person }) => person));
  const others = [...unreadable].filter((id) => !known.has(id));
  const ids = [...known, ...others];
  const odd = new Set(unreadable);
  const [directory, contacts] = await Promise.all([
    ports.directory.people(ids),
    contactsOf(ports, ids, (id) => odd.add(id)),
  ]);
  const able = ids.flatMap((id) => directory.get(id) ?? []).filter((person) => mayTakePart(person));
  const freeBusy = await readFreeBusy(able.filter(({ id }) => !odd.has(id)));
  await keepWork(ports, contacts, directory, freeBusy);
  return [...participants, ...others.map((id) => standIn(scheme, id))].map((participant) => {
    const { person: id, meetings, preferences, awkward, status, pausedUntil, joinedAt } = participant;
    const person = directory.get(id) ?? null;
    const record = contacts.get(id);
    const read = freeBusy.get(id);
    return {
      id,
      directory: person !== null && mayTakePart(person) ? person : null,
      freeBusy: odd.has(id)
        ? { kind: 'record-unreadable' }
        : (read ?? { kind: 'unreadable', reason: 'not in the directory' }),
      ...hoursNow(read, record?.work ?? null),
      zone: zoneOf(read) ?? record?.work?.zone ?? record?.zone ?? scheme.zone,
      reachable: record?.reachable ?? true,
      meetings,
      preferences,
      awkward,
      status,
      pausedUntil,
      joinedAt,
      ...(record && wishesOf(record)),
    };
  });
}

/** Somebody of whose enrolment nothing is known. */
function standIn(scheme: Scheme, person: PersonId): Participant {
  return {
    scheme: scheme.id,
    person,
    status: 'active',
    pausedUntil: null,
    withdrewAt: null,
    joinedAt: scheme.runsFrom,
    meetings: [],
    preferences: null,
    awkward: 0,
  };
}

/** The part of a person's record that is needed here. */
type Contact = Pick<PersonRecord, 'zone' | 'reachable' | 'work' | 'neverWith' | 'again'>;

/** Whom somebody wishes to meet again, and whom never. */
function wishesOf({ neverWith, again }: Contact): Pick<Contact, 'neverWith' | 'again'> {
  return { ...(neverWith !== undefined && { neverWith }), ...(again !== undefined && { again }) };
}

/** How many people's records are in memory at once: most of their fields are not needed. */
const recordsAtOnce = 1_000;

/** @param ids in storage order, so that few queries find them */
async function contactsOf(
  { storage }: Pick<Ports, 'storage'>,
  ids: readonly PersonId[],
  onUnreadable: OnUnreadable,
): Promise<ReadonlyMap<PersonId, Contact>> {
  const contacts = new Map<PersonId, Contact>();
  for (const part of inPartsOf(recordsAtOnce, ids)) {
    for (const [id, found] of await storage.people.getMany(part, onUnreadable)) {
      const { zone, reachable, work } = found;
      contacts.set(id, { zone, reachable, work, ...wishesOf(found) });
    }
  }
  return contacts;
}

/** Guests and disabled accounts are never matched. */
export function mayTakePart({ enabled, guest }: DirectoryPerson): boolean {
  return enabled && !guest;
}

/** The IANA zone of the mailbox's working hours; null when it has none with a name. */
function zoneOf(read: FreeBusy | undefined): string | null {
  const zone = read?.kind === 'read' ? read.hours?.zone : undefined;
  return typeof zone === 'string' ? ianaZone(zone) : null;
}

/** The mailbox's working hours as just read; as they were known before when it was not read. */
function hoursNow(read: FreeBusy | undefined, before: Work | null): Pick<Work, 'hours'> {
  const hours = read?.kind === 'read' ? (read.hours ?? undefined) : before?.hours;
  return hours === undefined ? {} : { hours };
}

/** Keeps what the directory and the mailboxes say, where it is new. Nothing is written for people without a record. */
async function keepWork(
  { storage }: Pick<Ports, 'storage'>,
  contacts: ReadonlyMap<PersonId, Contact>,
  directory: ReadonlyMap<PersonId, DirectoryPerson | null>,
  freeBusy: ReadonlyMap<PersonId, FreeBusy>,
): Promise<void> {
  const works = [...contacts].flatMap(([id, { work }]) => {
    const person = directory.get(id) ?? null;
    if (person === null) return [];
    const wanted: Work = {
      ...shownFacts.parse(person),
      mail: person.mail,
      language: person.language ?? null,
      zone: zoneOf(freeBusy.get(id)) ?? work?.zone ?? null,
      ...hoursNow(freeBusy.get(id), work),
    };
    return JSON.stringify(wanted) === JSON.stringify(work) ? [] : [[id, wanted] as const];
  });
  for (const part of inPartsOf(recordsAtOnce, works)) {
    const wanted = new Map(part);
    const stored = await storage.people.getManyVersioned([...wanted.keys()]);
    // A record that somebody else changes meanwhile is left to the next reading.
    await storage.people.write(
      stored.map(({ value, version }) => ({
        value: { ...value, work: wanted.get(value.id) ?? value.work },
        version,
      })),
    );
  }
}

type Work = NonNullable<PersonRecord['work']>;
