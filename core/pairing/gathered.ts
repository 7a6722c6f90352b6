import type { PastMeeting } from '../records/participant.ts';
import type { DirectoryPerson, PersonId } from '../records/person.ts';
import type { Preferences } from '../records/profile.ts';
import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import type { FreeBusy } from '../time/free-busy.ts';
import type { Hours } from '../time/hours.ts';

/** Somebody who takes part in a round, and what the plan needs to know about them. */
export interface GatheredPerson {
  readonly id: PersonId;
  /** Null when the directory has no such person any more, or they are disabled or a guest. */
  readonly directory: DirectoryPerson | null;
  /** `record-unreadable`: what is stored about them cannot be read, so their calendar was not asked for. */
  readonly freeBusy: FreeBusy | { readonly kind: 'record-unreadable' };
  /** False when the person blocked or removed the app. They could not be told, so they are not matched. */
  readonly reachable: boolean;
  /** The working hours of their mailbox, as they were last read; missing: never. */
  readonly hours?: Hours;
  /** IANA name. */
  readonly zone: string;
  readonly meetings: readonly PastMeeting[];
  /** Null until something is chosen. */
  readonly preferences: Preferences | null;
  /** Minutes of this person's past meetings that lay outside the comfortable part of their day. */
  readonly awkward: number;
  /** People whom this person will never meet; missing: nobody. */
  readonly neverWith?: readonly PersonId[];
  /** People whom this person would like to meet again; missing: nobody. */
  readonly again?: readonly PersonId[];
}

/** Everything a plan is decided from. */
export interface Gathered {
  readonly scheme: Scheme;
  readonly round: Round;
  readonly people: readonly GatheredPerson[];
}
