import type { PersonId } from '../records/person.ts';

/** Somebody who writes to the bot, as Teams vouches for them. */
export interface Caller {
  readonly id: PersonId;
  /** As Teams shows it; the directory's name wins where it is known. */
  readonly name: string;
  /** BCP 47, from the client's locale. */
  readonly language?: string;
  /** IANA, from the client's local time zone. */
  readonly zone?: string;
}
