// What Outlook says of an event, as far as decisions need it.
import type { Answer } from './pairing.ts';
import type { Slot } from './slot.ts';

export interface BookedEvent {
  readonly id: string;
  /** When it stands in the calendar. */
  readonly slot: Slot;
  /** Mail addresses in lower case. */
  readonly attendees: readonly string[];
  /** Null when Microsoft made the event without a Teams meeting (licence, policy). */
  readonly joinUrl: string | null;
}

export interface EventAnswer {
  readonly answer: Answer;
  /** When it was given (ISO 8601); null before. */
  readonly at: string | null;
  /** Another time that the attendee proposed, with a refusal or a tentative answer. */
  readonly proposed: Slot | null;
}
