import type { PersonId } from '../records/person.ts';

/** Adds the app for people who do not have it. */
export interface Installer {
  /**
   * Adds the app to somebody's Teams; Teams then reports it to the bot. Somebody who has it keeps it.
   * @returns `not-allowed`: the tenant does not let the app do this
   */
  install(person: PersonId): Promise<'installed' | 'not-allowed'>;
}
