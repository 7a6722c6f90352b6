import type { People } from '../api/people.ts';
import type { Ports } from '../ports/ports.ts';
import type { PersonId } from '../records/person.ts';
import { everMet } from '../views/ever-met.ts';
import { type ListResult, readList, setList } from './people-list.ts';

/** Whom somebody would like to meet again. */
export function listAgain(ports: Pick<Ports, 'storage' | 'directory'>, person: PersonId): Promise<People> {
  return readList(ports, person, 'again');
}

/**
 * Puts a list of people whom somebody would like to meet again in place of theirs. Only the person who asks can see it, until
 * another wishes the same and they are paired.
 * @param version of the list that they saw
 * @returns refused: `not-met` where somebody is added with whom they were in no pairing
 */
export function setAgain(
  ports: Ports,
  person: PersonId,
  version: string,
  ids: readonly PersonId[],
): Promise<ListResult<'not-met'>> {
  return setList(ports, person, { list: 'again', version, ids }, async (added) => {
    const met = await everMet(ports, person);
    return added.every((id) => met.has(id)) ? null : 'not-met';
  });
}
