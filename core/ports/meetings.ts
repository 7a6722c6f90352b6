import type { BookedEvent, EventAnswer } from '../records/pairing.ts';
import type { Slot } from '../time/slot.ts';
import type { Interval } from '../time/interval.ts';

interface Attendee {
  readonly name: string;
  readonly mail: string;
}

/** What a new event says. */
export interface Invitation {
  /** The pairing's key (`eventKey`). At most one event ever has it. */
  readonly key: string;
  readonly subject: string;
  /** HTML */
  readonly body: string;
  /** Shown with the event in Outlook; the scheme's name. */
  readonly category: string;
  readonly slot: Slot;
  readonly attendees: readonly Attendee[];
}

/** The mailbox refuses the app altogether: it was deleted, lost its licence, or the tenant's consent is missing. */
export type MailboxGone = 'mailbox-gone';

interface Booked {
  readonly kind: 'booked';
  readonly event: BookedEvent;
}
/** Outlook refuses this event, and would refuse it again. */
interface Refused {
  readonly kind: 'refused';
}

export type CreateResult =
  | Booked
  | Refused
  | { readonly kind: MailboxGone }
  /** It may have been made: look for the event before asking again. `reason`: status and code. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** `event-gone`: the event does not exist any more. */
type UpdateResult = Booked | Refused | { readonly kind: MailboxGone | 'event-gone' };

/** An event with its answers. */
export interface SeenEvent {
  /** The pairing's key (`eventKey`). */
  readonly key: string;
  readonly event: BookedEvent;
  /** Of all attendees who are people with an address, by mail address in lower case. */
  readonly answers: ReadonlyMap<string, EventAnswer>;
}

/** A part of an event. Without its id, time or list of attendees an event cannot be read at all. */
export type EventPart = 'id' | 'time' | 'attendees' | 'attendee' | 'answer' | 'proposal' | 'link';

/** Something in an event of this product that cannot be read. */
export interface EventTrouble {
  /** The pairing's key (`eventKey`). */
  readonly key: string;
  /** The event's id; null when that is what cannot be read. */
  readonly id: string | null;
  readonly part: EventPart;
}

/** The organisers' calendars. */
export interface Meetings {
  /**
   * Finds events in the organiser's calendar by key, in one batch. Keys without an event are left out, and those whose
   * event cannot be read.
   */
  find(
    organiser: string,
    keys: readonly string[],
    onTrouble?: (trouble: EventTrouble) => void,
  ): Promise<ReadonlyMap<string, BookedEvent> | MailboxGone>;
  /**
   * Creates events in one organiser's calendar, at most twenty, in one batch. A refused event does not affect the others.
   * @returns one result for each invitation, in their order. An event that an earlier call made under the same key counts
   *   as booked.
   */
  create(organiser: string, invitations: readonly Invitation[]): Promise<CreateResult[]>;
  /** Changes an event's time, attendees and subject. */
  update(
    organiser: string,
    event: string,
    to: Pick<Invitation, 'slot' | 'subject' | 'attendees'>,
  ): Promise<UpdateResult>;
  /** Cancels an event with a comment for its attendees. An event that does not exist any more counts as cancelled. */
  cancel(organiser: string, event: string, comment: string): Promise<'cancelled' | 'refused' | MailboxGone>;
  /** All events of this product that overlap the window and can be read, with their answers. */
  seen(
    organiser: string,
    window: Interval,
    onTrouble?: (trouble: EventTrouble) => void,
  ): Promise<readonly SeenEvent[] | MailboxGone>;
}
