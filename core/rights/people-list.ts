import type { People } from '../api/people.ts';
import { heardNow } from '../enrolment/heard.ts';
import type { Ports } from '../ports/ports.ts';
import type { PersonId, PersonRecord } from '../records/person.ts';
import { change } from '../shared/change.ts';
import { versionOf } from '../shared/version-of.ts';

/** The lists of colleagues that somebody keeps, which nobody else reads. */
type List = 'neverWith' | 'again';

/** `stale`: it is another list by now than that which the version names. `unknown`: nothing is kept about the person. */
export type ListResult<Reason> =
  | { readonly kind: 'changed' | 'stale'; readonly people: People }
  | { readonly kind: 'refused'; readonly reason: Reason }
  | { readonly kind: 'unknown' };

/** One of somebody's lists, in the order of asking. The name is empty where the directory has none any more. */
export async function readList(
  { storage, directory }: Pick<Ports, 'storage' | 'directory'>,
  person: PersonId,
  list: List,
): Promise<People> {
  const ids = (await storage.people.get(person))?.value[list] ?? [];
  return named(directory, ids);
}

/**
 * Puts a list in place of one of somebody's. A list that is kept already is accepted whatever the version.
 * @param version of the list that they saw
 * @param whyNot why somebody may not be added; null: they may
 */
export async function setList<Reason>(
  { storage, directory, now }: Pick<Ports, 'storage' | 'directory' | 'now'>,
  person: PersonId,
  {
    list,
    version,
    ids,
  }: { readonly list: List; readonly version: string; readonly ids: readonly PersonId[] },
  whyNot: (added: readonly PersonId[]) => Promise<Reason | null>,
): Promise<ListResult<Reason>> {
  const wanted = [...new Set(ids)];
  const seen = await storage.people.get(person);
  if (seen === null) return { kind: 'unknown' };
  const added = wanted.filter((id) => seen.value[list]?.includes(id) !== true);
  const reason = added.length === 0 ? null : await whyNot(added);
  if (reason !== null) return { kind: 'refused', reason };
  let kind: 'changed' | 'stale' = 'changed';
  const stored = await change(
    storage.people,
    person,
    (current) => {
      const theirs = versionOf(current?.[list] ?? []);
      const isKept = theirs === versionOf(wanted);
      kind = isKept || theirs === version ? 'changed' : 'stale';
      if (current === null || isKept || kind === 'stale') return null;
      return { ...withList(current, list, wanted), heardAt: heardNow(current, now()) };
    },
    'throw',
    seen,
  );
  return stored === null ? { kind: 'unknown' } : { kind, people: await named(directory, stored[list] ?? []) };
}

/** The person with a list of theirs replaced; an empty one is not kept. */
export function withList(person: PersonRecord, list: List, ids: readonly PersonId[]): PersonRecord {
  const others = { ...person };
  Reflect.deleteProperty(others, list);
  return ids.length === 0 ? others : { ...others, [list]: [...ids] };
}

async function named(directory: Ports['directory'], ids: readonly PersonId[]): Promise<People> {
  const people = await directory.people(ids);
  return {
    version: versionOf(ids),
    people: ids.map((id) => ({ id, name: people.get(id)?.name ?? '' })),
  };
}
