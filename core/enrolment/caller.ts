import {
  languageOf,
  type PersonAct,
  type PersonId,
  type PersonRecord,
  type Postponed,
} from '../records/person.ts';
import type { Profile } from '../records/profile.ts';

/** The sender of an activity, as Teams authenticated them. */
export interface Caller {
  readonly id: PersonId;
  /** As Teams shows it. The directory's name is used instead where it is known. */
  readonly name: string;
  /** BCP 47, from the client's locale. */
  readonly language?: string;
  /** IANA, from the client's local time zone. */
  readonly zone?: string;
  /** The id of the activity. Teams may send an activity again, with the same id. */
  readonly activity?: string;
  /** Absent until they filled in the sign-up card. */
  readonly profile?: Profile;
  /** What they asked for before and is still to be done. */
  readonly postponed?: readonly Postponed[];
  /** What they asked for in the tab last. */
  readonly acts?: readonly PersonAct[];
}

/**
 * Somebody who asked for something before, as their record knows them.
 * @param activity the id of what they asked for
 */
export function callerFrom(record: PersonRecord, activity: string): Caller {
  const { id, name, zone, profile } = record;
  const language = languageOf(record);
  return {
    id,
    name,
    activity,
    ...(language && { language }),
    ...(zone && { zone }),
    ...(profile && { profile }),
  };
}
