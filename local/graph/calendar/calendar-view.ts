import { createHash } from 'node:crypto';
import type { Answer, Call } from '../protocol/call.ts';
import { badRequest } from '../protocol/errors.ts';
import { checkOptions, collection, page } from '../protocol/query.ts';
import { parseQueryTime } from '../protocol/times.ts';
import type { Occurrence } from '../../calendars/occurrences.ts';
import type { CalendarEvent, Person } from '../mailboxes/event.ts';
import { parseFilter } from '../protocol/filter.ts';
import { eventTest, eventWriter, orderEvents } from './event-query.ts';

/**
 * `GET /users/{id}/calendarView?startDateTime&endDateTime`: everything that touches this time, by start. It contains
 * booked events and the occurrences of the calendar from the files.
 */
export function calendarView(call: Call): Answer {
  const { query } = call.request;
  checkOptions(query, [
    'startDateTime',
    'endDateTime',
    '$filter',
    '$select',
    '$top',
    '$skip',
    '$skiptoken',
    '$expand',
    '$orderby',
  ]);
  const start = time(query, 'startDateTime');
  const end = time(query, 'endDateTime');
  if (end < start)
    throw badRequest('The end of the view is earlier than its start.', 'ErrorInvalidParameter');
  const mailbox = call.mailbox();
  const booked = mailbox.events().filter((event) => touches(event, start, end));
  const own = (mailbox.base?.occurrences(start, end) ?? []).map((occurrence) =>
    asEvent(occurrence, mailbox.owner),
  );
  const wanted = eventTest(parseFilter(query.get('$filter')));
  const all = orderEvents(
    [...own, ...booked].filter(wanted).sort((a, b) => a.start - b.start),
    query.get('$orderby'),
  );
  const write = eventWriter(query, call.zone);
  const context = `users('${encodeURIComponent(call.params[0] ?? '')}')/calendarView`;
  return {
    status: 200,
    body: collection(call.request, all, page(query, { default: 10, most: 1000 }), context, write),
  };
}

function time(query: URLSearchParams, name: string): number {
  const text = query.get(name);
  if (text === null || text === '') {
    throw badRequest(
      `This request requires a time window specified by the query string parameters StartDateTime and EndDateTime; '${name}' is missing.`,
      'ErrorInvalidParameter',
    );
  }
  return parseQueryTime(text, name);
}

function touches(event: { start: number; end: number }, start: number, end: number): boolean {
  return event.start < end && (event.end > start || event.start === start);
}

/** An occurrence of the calendar from the files, shown as an appointment of its owner. */
function asEvent(occurrence: Occurrence, owner: Person): CalendarEvent {
  const id = createHash('sha256')
    .update(`${owner.mail} ${occurrence.uid} ${occurrence.start}`)
    .digest('base64url');
  return {
    id: `AAkALgBase${id}`,
    iCalUId: occurrence.uid,
    organizer: { mail: owner.mail, name: owner.name },
    isOrganizer: true,
    response: 'organizer',
    respondedAt: null,
    joinUrl: null,
    transactionId: null,
    posted: null,
    createdAt: occurrence.start,
    modifiedAt: occurrence.start,
    revision: 1,
    subject: occurrence.subject,
    body: { contentType: 'html', content: '' },
    start: occurrence.start,
    end: occurrence.end,
    startZone: 'UTC',
    endZone: 'UTC',
    isAllDay: occurrence.allDay,
    location: occurrence.location,
    attendees: [],
    importance: 'normal',
    sensitivity: occurrence.isPrivate ? 'private' : 'normal',
    responseRequested: true,
    allowNewTimeProposals: true,
    hideAttendees: false,
    showAs: occurrence.status,
    categories: [],
    isReminderOn: false,
    reminderMinutesBeforeStart: 15,
    extended: [],
  };
}
