export const responses = [
  'none',
  'organizer',
  'tentativelyAccepted',
  'accepted',
  'declined',
  'notResponded',
] as const;
export type Response = (typeof responses)[number];

export const statuses = ['free', 'tentative', 'busy', 'oof', 'workingElsewhere'] as const;
/** Graph's `freeBusyStatus`, without `unknown`. */
export type Status = (typeof statuses)[number];

export interface Person {
  readonly mail: string;
  readonly name: string;
}

export interface Attendee extends Person {
  readonly type: 'required' | 'optional' | 'resource';
  readonly response: Response;
  /** Epoch milliseconds; null when there is no response. */
  readonly respondedAt: number | null;
  /** Epoch milliseconds. */
  readonly proposed: { readonly start: number; readonly end: number } | null;
}

export interface ExtendedProperty {
  readonly id: string;
  readonly value: string;
}

/** The organiser's part of an event, the same in every copy. Instants are epoch milliseconds. */
export interface EventContent {
  readonly subject: string;
  readonly body: { readonly contentType: 'html' | 'text'; readonly content: string };
  readonly start: number;
  readonly end: number;
  /** Zone names as they were posted. */
  readonly startZone: string;
  readonly endZone: string;
  readonly isAllDay: boolean;
  readonly location: string;
  readonly attendees: readonly Attendee[];
  readonly importance: 'low' | 'normal' | 'high';
  readonly sensitivity: 'normal' | 'personal' | 'private' | 'confidential';
  readonly responseRequested: boolean;
  readonly allowNewTimeProposals: boolean;
  readonly hideAttendees: boolean;
}

/** The part of an event that belongs to the owner of the calendar. */
export interface EventOwn {
  readonly showAs: Status;
  readonly categories: readonly string[];
  readonly isReminderOn: boolean;
  readonly reminderMinutesBeforeStart: number;
  readonly extended: readonly ExtendedProperty[];
}

/** One event in one mailbox. It is never changed in place. */
export interface CalendarEvent extends EventContent, EventOwn {
  /** Immutable id, different in every mailbox. */
  readonly id: string;
  /** The same in every mailbox. */
  readonly iCalUId: string;
  readonly organizer: Person;
  readonly isOrganizer: boolean;
  /** The owner's own answer. */
  readonly response: Response;
  readonly respondedAt: number | null;
  /** Null without a Teams meeting. */
  readonly joinUrl: string | null;
  readonly transactionId: string | null;
  /** The posted body. It tells a repeated POST from another one with the same transaction id. */
  readonly posted: string | null;
  readonly createdAt: number;
  readonly modifiedAt: number;
  /** The number of changes, from which the change key is made. */
  readonly revision: number;
}

/**
 * Cuts an instant to whole seconds, as iCalendar does, so that times of making and changing are the same after a
 * restart.
 */
export function wholeSecond(instant: number): number {
  return Math.floor(instant / 1000) * 1000;
}
