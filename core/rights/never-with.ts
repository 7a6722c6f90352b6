import type { People } from '../api/people.ts';
import { mayTakePart } from '../pairing/gather-people.ts';
import type { Ports } from '../ports/ports.ts';
import { isAhead } from '../records/pairing.ts';
import { mostListed } from '../records/limits/most-written.ts';
import type { DirectoryPerson, PersonId } from '../records/person.ts';
import { currentPairings } from '../rounds/current-pairings.ts';
import { change } from '../shared/change.ts';
import { type ListResult, readList, setList, withList } from './people-list.ts';

/** The colleagues whom somebody may mean by a typed name: those who could take part, without themselves. */
export async function findColleagues(
  { directory }: Pick<Ports, 'directory'>,
  person: PersonId,
  name: string,
): Promise<DirectoryPerson[]> {
  const found = await directory.find(name);
  return found.filter((one) => mayTakePart(one) && one.id !== person);
}

/**
 * Somebody asks never to meet a colleague. From now on no pairing is decided that has both of them. Only the person who asks
 * can see it: nothing is logged, and the colleague is told nothing.
 */
export async function addNeverWith(
  ports: Ports,
  person: PersonId,
  colleague: PersonId,
): Promise<NeverWithResult> {
  if (colleague === person) return { kind: 'refused', reason: 'yourself' };
  const known = (await ports.directory.people([colleague])).get(colleague);
  if (!known) return { kind: 'refused', reason: 'not-in-directory' };
  const stored = await change(ports.storage.people, person, (current) => {
    const theirs = current?.neverWith ?? [];
    if (current === null || theirs.includes(colleague) || theirs.length >= mostListed) return null;
    return { ...current, neverWith: [...theirs, colleague] };
  });
  if (stored?.neverWith?.includes(colleague) !== true) {
    return { kind: 'refused', reason: stored === null ? 'unknown-person' : 'too-many' };
  }
  const now = ports.now();
  const pairings = await currentPairings(ports, person);
  const meetsThem = pairings.some(
    ({ pairing }) => pairing.members.includes(colleague) && isAhead(pairing, now),
  );
  return { kind: 'kept', name: known.name, meetsThem };
}

/** Somebody no longer asks never to meet a colleague. */
export async function removeNeverWith(
  { storage }: Pick<Ports, 'storage'>,
  person: PersonId,
  colleague: PersonId,
): Promise<void> {
  await change(storage.people, person, (current) => {
    if (current?.neverWith?.includes(colleague) !== true) return null;
    const left = current.neverWith.filter((one) => one !== colleague);
    return withList(current, 'neverWith', left);
  });
}

/** Whom somebody asked never to meet. */
export function listNeverWith(
  ports: Pick<Ports, 'storage' | 'directory'>,
  person: PersonId,
): Promise<People> {
  return readList(ports, person, 'neverWith');
}

/**
 * Puts a list of people whom somebody will never meet in place of theirs.
 * @param version of the list that they saw
 */
export function setNeverWith(
  ports: Ports,
  person: PersonId,
  version: string,
  ids: readonly PersonId[],
): Promise<ListResult<'yourself' | 'not-in-directory'>> {
  return setList(ports, person, { list: 'neverWith', version, ids }, async (added) => {
    if (added.includes(person)) return 'yourself';
    const known = await ports.directory.people(added);
    return added.every((id) => known.get(id) != null) ? null : 'not-in-directory';
  });
}

export type NeverWithResult =
  /** `meetsThem`: a meeting of the two that was decided before is still ahead. It stays, unless one of them leaves it. */
  | { readonly kind: 'kept'; readonly name: string; readonly meetsThem: boolean }
  | {
      readonly kind: 'refused';
      /** `unknown-person`: nothing is kept about the person who asks. */
      readonly reason: 'yourself' | 'not-in-directory' | 'too-many' | 'unknown-person';
    };
