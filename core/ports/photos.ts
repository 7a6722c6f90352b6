import type { PersonId } from '../records/person.ts';

/** Pictures of people, as small as a card may hold. They are never stored. */
export interface Photos {
  /**
   * Pictures as data URIs of at most 4 kB, by person. People without one, with a larger one, or whose picture cannot be read are
   * left out: never throws.
   */
  of(people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>>;
}
