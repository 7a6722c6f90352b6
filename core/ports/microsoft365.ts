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
      /**
       * One character for every quarter of an hour from the start of the window on: 0 free, 1 tentative, 2 busy, 3 out of
       * office, 4 working elsewhere; any other counts as busy. `busyInView` (core/availability) gives its intervals.
       */
      readonly view: string;
      /** Null when the mailbox has none. */
      readonly hours: Hours | null;
      /**
       * How many entries that take time (neither free nor working elsewhere) lie in each of the same quarters, whole or in
       * part: one digit, 9 for nine and more. Only who asks for entries has it, and only when Graph listed them.
       */
      readonly entries?: string;
    }
  | {
      readonly kind: 'unreadable';
      /** Graph's code, such as ErrorMailRecipientNotFound */ readonly reason: string;
    };

/** Free and busy times, never what somebody does then. */
export interface Calendars {
  /**
   * One answer for every person asked about. A mailbox that cannot be read does not spoil the others' answers.
   * @param detail what is read beside the view and the working hours; nothing when left out
   */
  freeBusy(
    people: readonly { readonly id: PersonId; readonly mail: string }[],
    window: Interval,
    detail?: 'entries',
  ): Promise<ReadonlyMap<PersonId, FreeBusy>>;
  /**
   * What the directory says of people, and meanwhile `freeBusy` under addresses that were known before: in the same round
   * trip where one holds both, else of those of `addressed` who fill whole round trips. An address may be somebody else's by
   * now: whoever asks compares it with the directory's.
   */
  peopleAndFreeBusy(
    ids: readonly PersonId[],
    addressed: readonly { readonly id: PersonId; readonly mail: string }[],
    window: Interval,
    detail?: 'entries',
  ): Promise<{
    /** As of `Directory`. */
    readonly people: ReadonlyMap<PersonId, DirectoryPerson | null>;
    readonly freeBusy: ReadonlyMap<PersonId, FreeBusy>;
  }>;
}

export interface Attendee {
  readonly name: string;
  readonly mail: string;
}

export interface Invitation {
  /** The pairing's key: at most one event ever carries it. */
  readonly key: string;
  readonly subject: string;
  /** HTML */
  readonly body: string;
  /** Shown with the event in Outlook; the scheme's name. */
  readonly category: string;
  readonly slot: Slot;
  readonly attendees: readonly Attendee[];
}

export interface BookedEvent {
  readonly id: string;
  /** When it stands in the calendar. */
  readonly slot: Slot;
  /** Mail addresses in lower case. */
  readonly attendees: readonly string[];
  /** Null when Microsoft made the event without a Teams meeting (licence, policy). */
  readonly joinUrl: string | null;
}

export type CreateResult =
  | { readonly kind: 'booked'; readonly event: BookedEvent }
  /** Not made as far as Graph said, or nobody knows: look before it is asked for again. `reason`: status and code. */
  | { readonly kind: 'refused'; readonly reason: string };

export interface EventAnswer {
  readonly answer: Answer;
  /** When it was given (ISO 8601); null before. */
  readonly at: string | null;
  /** Another time that the attendee proposed, with a refusal or a tentative answer. */
  readonly proposed: Slot | null;
}

export interface SeenEvent {
  readonly key: string;
  readonly event: BookedEvent;
  /** By mail address in lower case. */
  readonly answers: ReadonlyMap<string, EventAnswer>;
}

/** The organisers' calendars. */
export interface Meetings {
  /** The events in the organiser's calendar that carry these keys, by key, in one batch; those that exist. */
  find(organiser: string, keys: readonly string[]): Promise<ReadonlyMap<string, BookedEvent>>;
  /**
   * Creates events in one organiser's calendar, at most twenty, in one batch; gives for each the event, also one that a
   * repeat of this very call made before. One that is refused does not spoil the others.
   */
  create(organiser: string, invitations: readonly Invitation[]): Promise<CreateResult[]>;
  /** Moves an event, changes who is invited and what it is called; everything else stays. Null when the event is gone. */
  update(
    organiser: string,
    event: string,
    to: Pick<Invitation, 'slot' | 'subject' | 'attendees'>,
  ): Promise<BookedEvent | null>;
  /** Cancels with a kind word; an event that is gone already is no error. */
  cancel(organiser: string, event: string, comment: string): Promise<void>;
  /** All events of this product that touch the window, with their answers. */
  seen(organiser: string, window: Interval): AsyncIterable<SeenEvent>;
}
