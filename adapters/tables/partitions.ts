import { objectId, type PersonId } from '../../core/records/person.ts';

interface InRound {
  readonly scheme: string;
  readonly round: string;
}

/** What the names of a round's partitions begin with. */
export const inRound = ({ scheme, round }: InRound) => `${scheme}:${round}`;

/** The parts that people are divided into, in the order of their object ids. */
export const partsOfPeople = ['0', '1', '2'] as const;

/**
 * One of three parts that people are divided into, in the order of their object ids: reading many people takes few queries,
 * and no part is large.
 */
export function partOfPeople(person: PersonId): (typeof partsOfPeople)[number] {
  const first = objectId(person).slice(0, 1);
  return first < '5' ? '0' : first < 'a' ? '1' : '2';
}
