// The copies of an event in the attendees' calendars.
import { wholeSecond, type CalendarEvent, type EventContent, type EventOwn } from '../mailboxes/event.ts';
import type { Mailbox } from '../mailboxes/mailbox.ts';
import type { Mailboxes } from '../mailboxes/mailboxes.ts';
import { newEventId } from './event-ids.ts';

/** The mailboxes of the attendees who have one here, without the organiser's. */
export function copyHolders(event: CalendarEvent, mailboxes: Mailboxes): Mailbox[] {
  return event.attendees
    .flatMap((attendee) => mailboxes.byMail(attendee.mail) ?? [])
    .filter((holder) => holder.owner.mail !== event.organizer.mail);
}

/** The copy that an invitation makes: tentative until answered. */
export function invitation(event: CalendarEvent, now: number): CalendarEvent {
  const own: EventOwn = {
    showAs: event.showAs === 'free' ? 'free' : 'tentative',
    categories: [],
    isReminderOn: event.isReminderOn,
    reminderMinutesBeforeStart: event.reminderMinutesBeforeStart,
    extended: [],
  };
  return {
    ...event,
    ...own,
    attendees: withoutAnswers(event),
    id: newEventId(),
    isOrganizer: false,
    response: 'notResponded',
    respondedAt: null,
    transactionId: null,
    posted: null,
    createdAt: wholeSecond(now),
    modifiedAt: wholeSecond(now),
    revision: 1,
  };
}

export function updatedCopy(copy: CalendarEvent, event: CalendarEvent, moved: boolean): CalendarEvent {
  const content: EventContent = event;
  return {
    ...copy,
    subject: content.subject,
    body: content.body,
    start: content.start,
    end: content.end,
    startZone: content.startZone,
    endZone: content.endZone,
    isAllDay: content.isAllDay,
    location: content.location,
    importance: content.importance,
    sensitivity: content.sensitivity,
    responseRequested: content.responseRequested,
    allowNewTimeProposals: content.allowNewTimeProposals,
    hideAttendees: content.hideAttendees,
    attendees: withoutAnswers(event),
    joinUrl: event.joinUrl,
    ...(moved && copy.showAs !== 'free'
      ? { showAs: 'tentative' as const, response: 'notResponded' as const, respondedAt: null }
      : {}),
    modifiedAt: event.modifiedAt,
    revision: copy.revision + 1,
  };
}

/** Only the organiser's copy has answers: attendees do not see each other's. */
export function withoutAnswers(event: EventContent): EventContent['attendees'] {
  return event.attendees.map((attendee) => ({
    ...attendee,
    response: 'none',
    respondedAt: null,
    proposed: null,
  }));
}
