import type { PersonId } from '../../records/person.ts';
import type { PersonNow, Situation } from './situation.ts';

/** People who met in one of this many rounds before are paired again only when there is nobody else. */
const rounds = 3;

/** Whether two people met in the last three rounds. */
export function haveMetLately(situation: Situation, one: PersonId, other: PersonId): boolean {
  const [a, b] = [situation.people.get(one), situation.people.get(other)];
  return whomTheyMetLately(situation, a).includes(other) || whomTheyMetLately(situation, b).includes(one);
}

/** Everybody whom somebody met in the last three rounds. */
export function whomTheyMetLately({ round }: Situation, person: PersonNow | undefined): PersonId[] {
  const met = person?.meetings.filter((one) => one.spent && one.number >= round.number - rounds);
  return met?.flatMap((one) => one.with) ?? [];
}
