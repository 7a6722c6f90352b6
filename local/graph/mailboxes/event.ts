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

/** What the organiser says about an event, and every copy of it shows. Instants are epoch milliseconds. */
export interface EventContent {
  readonly subject: string;
  readonly body: { readonly contentType: 'html' | 'text'; readonly content: string };
  readonly start: number;
  readonly end: number;
  /** Zone names as the writer gave them. */
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

/** What the owner of a calendar says about the own copy. */
export interface EventOwn {
  readonly showAs: Status;
  readonly categories: readonly string[];
  readonly isReminderOn: boolean;
  readonly reminderMinutesBeforeStart: number;
  readonly extended: readonly ExtendedProperty[];
}

/** One event in one mailbox; never changed in place. */
export interface CalendarEvent extends EventContent, EventOwn {
  /** Immutable id, its own in every mailbox. */
  readonly id: string;
  /** The same in every mailbox. */
  readonly iCalUId: string;
  readonly organizer: Person;
  readonly isOrganizer: boolean;
  /** The owner's own answer. */
  readonly response: Response;
  readonly respondedAt: number | null;
  /** Null: no Teams meeting. */
  readonly joinUrl: string | null;
  readonly transactionId: string | null;
  /** What was posted, to tell a repeated POST from another one under the same transaction id. */
  readonly posted: string | null;
  readonly createdAt: number;
  readonly modifiedAt: number;
  /** Counts changes: the change key is made of it. */
  readonly revision: number;
}

/** iCalendar keeps whole seconds: when an event was made and changed must read the same after a restart. */
export function wholeSecond(instant: number): number {
  return Math.floor(instant / 1000) * 1000;
}
