import type { BookedEvent, EventAnswer } from '../records/event.ts';
import type { Slot } from '../records/slot.ts';
import type { Interval } from '../time/interval.ts';

interface Attendee {
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

export type CreateResult =
  | { readonly kind: 'booked'; readonly event: BookedEvent }
  /** Not made as far as Graph said, or nobody knows: look before it is asked for again. `reason`: status and code. */
  | { readonly kind: 'refused'; readonly reason: string };

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
