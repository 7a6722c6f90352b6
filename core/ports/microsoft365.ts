import type { Interval } from '../availability/interval.ts';
import type { DirectoryPerson, PersonId } from '../people/person.ts';
import type { Answer } from '../api/schemas.ts';
import type { Slot } from '../rounds/plan.ts';
import type { Hours } from '../availability/working-hours.ts';

/** The tenant's directory. */
export interface Directory {
  /** Null for people the directory does not know (any more). */
  people(ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, DirectoryPerson | null>>;
}

export type FreeBusy =
  | {
      readonly kind: 'read';
      readonly busy: readonly Interval[];
      /** Null when the mailbox has none. */
      readonly hours: Hours | null;
    }
  | {
      readonly kind: 'unreadable';
      /** Graph's code, such as ErrorMailRecipientNotFound */ readonly reason: string;
    };

/** Free and busy times, never what somebody does then. */
export interface Calendars {
  /** One answer for every person asked about. */
  freeBusy(
    people: readonly { readonly id: PersonId; readonly mail: string }[],
    window: Interval,
  ): Promise<ReadonlyMap<PersonId, FreeBusy>>;
}

export interface Invitation {
  /** The pairing's key: at most one event ever carries it. */
  readonly key: string;
  readonly organiser: string;
  readonly subject: string;
  /** HTML */
  readonly body: string;
  readonly slot: Slot;
  readonly attendees: readonly { readonly name: string; readonly mail: string }[];
}

export interface BookedEvent {
  readonly id: string;
  /** When it stands in the calendar. */
  readonly slot: Slot;
  /** Null when Microsoft made the event without a Teams meeting (licence, policy). */
  readonly joinUrl: string | null;
}

export interface EventAnswers {
  readonly key: string;
  /** By mail address in lower case. */
  readonly answers: ReadonlyMap<string, Answer>;
}

/** The organisers' calendars. */
export interface Meetings {
  /** The event that carries `key` in the organiser's calendar. */
  find(organiser: string, key: string): Promise<BookedEvent | null>;
  /** Creates the event, or gives the one that a repeat of this very call made before. */
  create(invitation: Invitation): Promise<BookedEvent>;
  /** Cancels with a kind word; an event that is gone already is no error. */
  cancel(organiser: string, event: string, comment: string): Promise<void>;
  /** Answers to all invitations of this product within the window. */
  answers(organiser: string, window: Interval): AsyncIterable<EventAnswers>;
}
