import type { CustomZone } from '../../core/time/hours.ts';
import type { Weekday } from '../../core/time/weekday.ts';

/** Somebody in the emulated directory: one row of `people.csv`, with its defaults filled in. */
export interface Employee {
  /** Directory object id: a GUID made from the mail, the same at every start. */
  readonly oid: string;
  readonly mail: string;
  readonly name: string;
  /** Their job title. */
  readonly role?: string;
  /** Whether the directory has a picture of them. False when absent. */
  readonly hasPhoto?: boolean;
  readonly department?: string;
  readonly office?: string;
  /** Mail of the manager. */
  readonly manager?: string;
  /** As in the file: an IANA or a Windows name. */
  readonly timeZone: string;
  /** Replaces `timeZone` in the mailbox's working hours. */
  readonly customZone?: CustomZone;
  /** `HH:MM`; an end before the start is a night shift. */
  readonly workStart: string;
  readonly workEnd: string;
  readonly workDays: readonly Weekday[];
  /** BCP 47. */
  readonly language?: string;
  /** Whether the account is enabled. True when absent. */
  readonly enabled?: boolean;
  /** Whether they belong to another organisation. False when absent. */
  readonly guest?: boolean;
}
