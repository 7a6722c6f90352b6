import type { Ports } from '../../ports/ports.ts';
import { formerColleague, memberOf, type PersonId } from '../../records/person.ts';
import type { Scheme } from '../../records/scheme.ts';

/** Somebody as coordinators see them. */
export interface Shown {
  readonly id: PersonId;
  /** Empty: they had themselves erased. */
  readonly name: string;
  readonly department: string | null;
  readonly mail: string | null;
}

/** Looks up how people are shown. */
export async function readNames(
  { people }: Pick<Ports['storage'], 'people'>,
  scheme: Scheme,
  ids: readonly PersonId[],
): Promise<(id: PersonId) => Shown> {
  const known = await people.getMany([...new Set(ids)]);
  return (id) => {
    const { name, department = null, mail } = memberOf(id, known.get(id), scheme.zone);
    const shown = name || (id === formerColleague ? '' : id);
    return { id, name: shown, department, mail: mail || null };
  };
}
