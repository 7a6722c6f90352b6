import type { DirectoryPerson, PersonId } from '../records/person.ts';

/** The tenant's directory. */
export interface Directory {
  /** Null for people the directory does not know (any more). */
  people(ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, DirectoryPerson | null>>;
}
