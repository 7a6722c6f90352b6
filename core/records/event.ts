// What decisions need to know of an Outlook event.
import type { Answer } from './pairing.ts';
import type { Slot } from './slot.ts';

/** An event in the organiser's calendar. */
export interface BookedEvent {
  readonly id: string;
  /** The event's time in the calendar. */
  readonly slot: Slot;
  /** Mail addresses in lower case. */
  readonly attendees: readonly string[];
  /** Null when Microsoft made the event without a Teams meeting, because of a licence or a policy. */
  readonly joinUrl: string | null;
}

/** An attendee's answer to the invitation. */
export interface EventAnswer {
  readonly answer: Answer;
  /** When it was given (epoch milliseconds); null without an answer, or when it is not known. */
  readonly at: number | null;
  /** Another time that the attendee proposed when declining or answering tentatively. */
  readonly proposed: Slot | null;
}
