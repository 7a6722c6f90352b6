import type { DirectoryPerson, PersonId } from '../records/person.ts';

/** The tenant's directory. */
export interface Directory {
  /** One answer for every id; null for people the directory does not know, or not any more. */
  people(ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, DirectoryPerson | null>>;
}
