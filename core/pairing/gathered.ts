import type { PastMeeting, Preferences } from '../records/participant.ts';
import type { DirectoryPerson, PersonId } from '../records/person.ts';
import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import type { FreeBusy } from '../time/free-busy.ts';

export interface GatheredPerson {
  readonly id: PersonId;
  /** Null when the directory does not know the person any more, or they are disabled or a guest. */
  readonly directory: DirectoryPerson | null;
  readonly freeBusy: FreeBusy;
  /** False when the person blocked or removed the app: they could not be told, and so are not matched. */
  readonly reachable: boolean;
  /** IANA */
  readonly zone: string;
  /** BCP 47 */
  readonly language: string;
  readonly meetings: readonly PastMeeting[];
  /** Null while nothing was chosen. */
  readonly preferences: Preferences | null;
  /** Minutes by which this person's meetings lay outside the comfortable part of their day, so far. */
  readonly awkward: number;
}

/** Everything a plan is decided from. */
export interface Gathered {
  readonly scheme: Scheme;
  readonly round: Round;
  readonly people: readonly GatheredPerson[];
}
