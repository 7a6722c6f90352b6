import type { Ports } from '../ports/ports.ts';
import type { Participant } from '../records/participant.ts';
import type { DirectoryPerson, PersonId } from '../records/person.ts';
import type { FreeBusy } from '../time/free-busy.ts';
import type { Interval } from '../time/interval.ts';

/** What Graph says of participants. */
export interface PeopleRead {
  readonly directory: ReadonlyMap<PersonId, DirectoryPerson | null>;
  readonly freeBusy: ReadonlyMap<PersonId, FreeBusy>;
}

interface Options {
  readonly detail?: 'entries';
  /** Whose calendars were read before: they are not read again. */
  readonly before?: ReadonlyMap<PersonId, FreeBusy> | null;
}

/**
 * Reads what the directory says of participants, and the free/busy of those who may take part and were not read before.
 * Those whose address is known are asked for together with the directory. What was found so under an address that is not
 * theirs any more, or of somebody who may not take part, is dropped; who was not found so is asked for by the
 * directory's address.
 * @throws a neighbour's failure, so that no partial answer passes for a whole one
 */
export async function readPeople(
  { calendars }: Pick<Ports, 'calendars'>,
  participants: readonly Participant[],
  window: Interval,
  { detail, before = null }: Options,
): Promise<PeopleRead> {
  const ids = participants.map(({ person }) => person);
  const addresses = new Map(
    participants.flatMap(({ person, mail }) =>
      mail === null || before?.has(person) === true ? [] : [[person, mail] as const],
    ),
  );
  const addressed = [...addresses].map(([id, mail]) => ({ id, mail }));
  const { people, freeBusy } = await calendars.peopleAndFreeBusy(ids, addressed, window, detail);

  const found = new Map<PersonId, FreeBusy>();
  const left: DirectoryPerson[] = [];
  for (const person of ids.flatMap((id) => people.get(id) ?? []).filter(mayTakePart)) {
    if (before?.has(person.id) === true) continue;
    const read = addresses.get(person.id) === person.mail ? freeBusy.get(person.id) : undefined;
    if (read === undefined) left.push(person);
    else found.set(person.id, read);
  }
  const later = await calendars.freeBusy(left, window, detail);
  return { directory: people, freeBusy: new Map([...found, ...later]) };
}

/** Guests and disabled accounts are never matched. */
export function mayTakePart({ enabled, guest }: DirectoryPerson): boolean {
  return enabled && !guest;
}
