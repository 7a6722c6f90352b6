import type { DirectoryPerson, PersonId } from '../records/person.ts';

/** The tenant's directory. */
export interface Directory {
  /** One answer for every id; null for people the directory does not know, or not any more. */
  people(ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, DirectoryPerson | null>>;
  /**
   * Finds people by a typed name, at most 25: each word of it begins a word of theirs. Managers are not read.
   * @returns guests and disabled accounts too
   */
  find(name: string): Promise<readonly DirectoryPerson[]>;
}
