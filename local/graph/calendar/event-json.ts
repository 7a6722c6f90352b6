import { toDateTime, toStamp } from '../protocol/times.ts';
import type { Attendee, CalendarEvent, Person, Response } from '../mailboxes/event.ts';

/** How Graph writes "never". */
const never = '0001-01-01T00:00:00Z';

function responseStatus(response: Response, at: number | null): object {
  return { response, time: at === null ? never : toStamp(at) };
}

function emailAddress(person: Person): object {
  return { name: person.name, address: person.mail };
}

function attendeeJson(attendee: Attendee, zone: string): object {
  return {
    type: attendee.type,
    status: responseStatus(attendee.response, attendee.respondedAt),
    emailAddress: emailAddress(attendee),
    ...(attendee.proposed === null
      ? {}
      : {
          proposedNewTime: {
            start: toDateTime(attendee.proposed.start, zone),
            end: toDateTime(attendee.proposed.end, zone),
          },
        }),
  };
}

function plainText(body: CalendarEvent['body']): string {
  if (body.contentType === 'text') return body.content;
  return body.content
    .replace(/<(style|head)[\s\S]*?<\/\1>/gi, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The whole event as Graph answers it, times in `zone`. Only `$expand` adds extended properties. */
export function eventJson(event: CalendarEvent, zone: string): Record<string, unknown> {
  const changeKey = Buffer.from(`${event.iCalUId.slice(-12)}${event.revision}`).toString('base64');
  const location = {
    displayName: event.location,
    locationType: 'default',
    uniqueIdType: 'unknown',
    ...(event.location === '' ? {} : { uniqueId: event.location }),
  };
  return {
    '@odata.etag': `W/"${changeKey}"`,
    id: event.id,
    createdDateTime: toStamp(event.createdAt),
    lastModifiedDateTime: toStamp(event.modifiedAt),
    changeKey,
    categories: event.categories,
    transactionId: event.transactionId,
    originalStartTimeZone: event.startZone,
    originalEndTimeZone: event.endZone,
    iCalUId: event.iCalUId,
    reminderMinutesBeforeStart: event.reminderMinutesBeforeStart,
    isReminderOn: event.isReminderOn,
    hasAttachments: false,
    subject: event.subject,
    bodyPreview: plainText(event.body).slice(0, 255),
    importance: event.importance,
    sensitivity: event.sensitivity,
    isAllDay: event.isAllDay,
    isCancelled: false,
    isOrganizer: event.isOrganizer,
    responseRequested: event.responseRequested,
    seriesMasterId: null,
    showAs: event.showAs,
    type: 'singleInstance',
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(event.id)}&exvsurl=1&path=/calendar/item`,
    onlineMeetingUrl: null,
    isOnlineMeeting: event.joinUrl !== null,
    onlineMeetingProvider: event.joinUrl === null ? 'unknown' : 'teamsForBusiness',
    allowNewTimeProposals: event.allowNewTimeProposals,
    isDraft: false,
    hideAttendees: event.hideAttendees,
    recurrence: null,
    onlineMeeting: event.joinUrl === null ? null : { joinUrl: event.joinUrl },
    responseStatus: responseStatus(event.response, event.respondedAt),
    body: event.body,
    start: toDateTime(event.start, zone),
    end: toDateTime(event.end, zone),
    location,
    locations: event.location === '' ? [] : [location],
    attendees: (event.hideAttendees && !event.isOrganizer ? [] : event.attendees).map((attendee) =>
      attendeeJson(attendee, zone),
    ),
    organizer: { emailAddress: emailAddress(event.organizer) },
  };
}
