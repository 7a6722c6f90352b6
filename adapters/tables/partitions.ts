import { objectId, type PersonId } from '../../core/records/person.ts';

interface InRound {
  readonly scheme: string;
  readonly round: string;
}

/** What the names of a round's partitions begin with. */
export const inRound = ({ scheme, round }: InRound) => `${scheme}:${round}`;

/** One of three parts that people are divided into: reading many people takes few queries, and no part is large. */
export const partOfPeople = (person: PersonId) => String(objectId(person).charCodeAt(0) % 3);
