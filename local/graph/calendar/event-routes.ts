import type { Answer, Call, Route } from '../protocol/call.ts';
import { GraphError } from '../protocol/errors.ts';
import { checkOptions, collection, page } from '../protocol/query.ts';
import { createEvent, patchEvent, removeEvent } from './bookings.ts';
import { calendarView } from './calendar-view.ts';
import type { CalendarEvent } from '../mailboxes/event.ts';
import { parseCreate, parsePatch } from './event-body.ts';
import { eventWriter, filterEvents, orderEvents } from './event-query.ts';
import type { Mailboxes } from '../mailboxes/mailboxes.ts';
import { checkCancel, createAnswerClock, respond, type ResponseAction } from './responses.ts';
import { getSchedule } from './schedule.ts';
import { createSending } from './sending.ts';

const sizes = { default: 10, most: 1000 };

/** All routes of a mailbox, at `/users/{id}/…` and at `/users/{id}/calendar/…`. */
export function calendarRoutes(mailboxes: Mailboxes, tenant: string): Route[] {
  const sending = createSending();
  const answeredAt = createAnswerClock();
  const one = (call: Call): CalendarEvent => {
    const event = call.mailbox().get(call.params[1] ?? '');
    if (event !== undefined) return event;
    throw new GraphError(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
  };
  const entity = (call: Call, event: CalendarEvent): object => ({
    '@odata.context': `${call.request.base}/$metadata#users('${encodeURIComponent(call.params[0] ?? '')}')/events/$entity`,
    ...eventWriter(call.request.query, call.zone)(event),
  });
  const around = (call: Call) => ({ mailboxes, tenant, sending, now: call.now });

  const list = (call: Call): Answer => {
    const { query } = call.request;
    checkOptions(query, ['$select', '$top', '$skip', '$skiptoken', '$filter', '$expand', '$orderby']);
    const events = orderEvents(filterEvents(call.mailbox(), query.get('$filter')), query.get('$orderby'));
    const context = `users('${encodeURIComponent(call.params[0] ?? '')}')/events`;
    const write = eventWriter(query, call.zone);
    return { status: 200, body: collection(call.request, events, page(query, sizes), context, write) };
  };
  const create = (call: Call): Answer => {
    const mailbox = call.mailbox();
    const event = createEvent(mailbox, parseCreate(call.body), around(call), call.withoutOnlineMeeting);
    const path = `${call.request.base}/users/${encodeURIComponent(mailbox.owner.mail)}/events/${event.id}`;
    return { status: 201, body: entity(call, event), headers: { location: path } };
  };
  const get = (call: Call): Answer => {
    checkOptions(call.request.query, ['$select', '$expand']);
    return { status: 200, body: entity(call, one(call)) };
  };
  const patch = (call: Call): Answer => {
    const event = patchEvent(call.mailbox(), one(call), parsePatch(call.body), around(call));
    return { status: 200, body: entity(call, event) };
  };
  const remove = (call: Call): Answer => {
    removeEvent(call.mailbox(), one(call), around(call));
    return { status: 204 };
  };
  const cancel = (call: Call): Answer => {
    const event = one(call);
    checkCancel(event, call.body);
    removeEvent(call.mailbox(), event, around(call));
    return { status: 202 };
  };
  const answer =
    (action: ResponseAction) =>
    (call: Call): Answer => {
      respond(call.mailbox(), one(call), action, call.body, mailboxes, answeredAt(call.now));
      return { status: 202 };
    };

  const needs = { kind: 'events' } as const;
  return [
    {
      method: 'POST',
      template: '/users/{id}/calendar/getSchedule',
      needs: { kind: 'schedule' },
      handle: (call) => {
        call.mailbox();
        return getSchedule(call, mailboxes);
      },
    },
    ...['/users/{id}', '/users/{id}/calendar'].flatMap((root): Route[] => [
      { method: 'GET', template: `${root}/calendarView`, needs, handle: calendarView },
      { method: 'GET', template: `${root}/events`, needs, handle: list },
      { method: 'POST', template: `${root}/events`, needs, handle: create },
      { method: 'GET', template: `${root}/events/{id}`, needs, handle: get },
      { method: 'PATCH', template: `${root}/events/{id}`, needs, handle: patch },
      { method: 'DELETE', template: `${root}/events/{id}`, needs, handle: remove },
      { method: 'POST', template: `${root}/events/{id}/cancel`, needs, handle: cancel },
      { method: 'POST', template: `${root}/events/{id}/accept`, needs, handle: answer('accept') },
      {
        method: 'POST',
        template: `${root}/events/{id}/tentativelyAccept`,
        needs,
        handle: answer('tentativelyAccept'),
      },
      { method: 'POST', template: `${root}/events/{id}/decline`, needs, handle: answer('decline') },
    ]),
  ];
}
