import type { Ports } from '../ports/ports.ts';
import type { PersonAct, PersonId, PersonRecord } from '../records/person.ts';
import { change } from '../shared/change.ts';

/**
 * Changes one of somebody's acts.
 * @param decide gives null to change nothing. May be called several times.
 * @param also what else changes in the person's record with it
 * @returns the act as it is stored now; null when there is no such act
 */
export async function changeAct(
  { storage: { people } }: Pick<Ports, 'storage'>,
  person: PersonId,
  id: string,
  decide: (act: PersonAct) => PersonAct | null,
  also: (record: PersonRecord) => PersonRecord = (record) => record,
): Promise<PersonAct | null> {
  const stored = await change(people, person, (current) => {
    const act = current?.acts?.find((one) => one.id === id);
    const wanted = act === undefined ? null : decide(act);
    if (!current?.acts || wanted === null) return null;
    return also({ ...current, acts: current.acts.map((one) => (one === act ? wanted : one)) });
  });
  return stored?.acts?.find((one) => one.id === id) ?? null;
}
