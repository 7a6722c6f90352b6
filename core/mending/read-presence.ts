import { mayTakePart } from '../pairing/gather-people.ts';
import type { Ports } from '../ports/ports.ts';
import { isAhead, isUnderWay } from '../records/pairing.ts';
import { isIn, type Participant } from '../records/participant.ts';
import type { PersonId } from '../records/person.ts';
import { type Known, whoIsAlone } from './who-is-concerned.ts';

/** Who takes part in the scheme, and who cannot. */
type Presence = Pick<Known, 'enrolled' | 'absent'>;

/** Reads whether some people are enrolled, and whether the bot can reach them. */
export async function readPresence(
  { storage }: Pick<Ports, 'storage'>,
  scheme: string,
  people: readonly PersonId[],
): Promise<Presence> {
  if (people.length === 0) return { enrolled: new Map(), absent: new Set() };
  const found = await storage.participants.getMany(people.map((person) => ({ scheme, person })));
  const enrolled = new Map(found.map(({ value }) => [value.person, value]));
  const contacts = await storage.people.getMany(people);
  return {
    enrolled: new Map(people.map((person) => [person, enrolled.get(person) ?? null])),
    absent: new Set(people.filter((person) => contacts.get(person)?.reachable === false)),
  };
}

/**
 * Reads all enrolments, and the directory for everybody who has a meeting ahead or none: people who are gone are absent.
 * Somebody whose change was not recorded is found here too.
 */
export async function readEverybody(ports: Ports, known: Known): Promise<Known> {
  const enrolled = new Map<PersonId, Pick<Participant, 'status' | 'pausedUntil'>>();
  for await (const { value } of ports.storage.participants.list({ scheme: known.scheme.id })) {
    const { person, status, pausedUntil } = value;
    const isEnrolled = status === 'active' || status === 'paused';
    if ((isEnrolled && isIn(value, known.scheme, known.round)) || known.placements.has(person)) {
      enrolled.set(person, { status, pausedUntil });
    }
  }
  const open = known.pairings.filter((pairing) => isAhead(pairing, known.now) || isUnderWay(pairing, known));
  const members = open.flatMap(({ members }) => members);
  const now: Known = { ...known, enrolled };
  const ids = [...new Set([...members, ...whoIsAlone(now)])];
  const directory = await ports.directory.people(ids);
  const gone = ids.filter((id) => {
    const person = directory.get(id) ?? null;
    return person === null || !mayTakePart(person);
  });
  return { ...now, absent: new Set([...known.absent, ...gone]) };
}

/** What is known, and the presence of some people. */
export function withPresence(known: Known, { enrolled, absent }: Presence): Known {
  return {
    ...known,
    enrolled: new Map([...known.enrolled, ...enrolled]),
    absent: new Set([...known.absent, ...absent]),
  };
}
