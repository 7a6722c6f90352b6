import { badRequest, GraphError } from '../protocol/errors.ts';
import { type CreateBody, contentOf, ownOf, type PatchBody } from './event-body.ts';
import { wholeSecond, type CalendarEvent, type EventContent } from '../mailboxes/event.ts';
import { copyHolders, invitation, updatedCopy, withoutAnswers } from './copies.ts';
import { joinUrl, newEventId, newICalUId } from './event-ids.ts';
import type { Mailbox } from '../mailboxes/mailbox.ts';
import type { Mailboxes } from '../mailboxes/mailboxes.ts';
import type { Sending } from './sending.ts';

/** What making and changing events needs besides the mailbox. */
export interface Surroundings {
  readonly mailboxes: Mailboxes;
  readonly tenant: string;
  readonly sending: Sending;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** A body as text, with sorted keys, so that equal content gives equal text. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/**
 * Makes an event, and a copy for every attendee who has a mailbox here. A repeated `transactionId` with the same
 * content returns the existing event.
 * @throws GraphError 409 when the transaction id was used for other content, 429 when the mailbox may not send the
 * invitation
 */
export function createEvent(
  mailbox: Mailbox,
  body: CreateBody,
  { mailboxes, tenant, sending, now }: Surroundings,
  withoutOnlineMeeting: boolean,
): CalendarEvent {
  const posted = canonical(body);
  const existing = body.transactionId === undefined ? undefined : mailbox.byTransaction(body.transactionId);
  if (existing !== undefined) {
    if (existing.posted === posted) return existing;
    throw new GraphError(
      409,
      'ErrorDuplicateTransactionId',
      "Your request can't be completed. The TransactionId specified in the request has already been used to create a different event.",
      { annotations: { '@event.existingEventId': existing.id } },
    );
  }

  const content = contentOf(body, null);
  sending.send(mailbox.owner.mail, content.attendees.length, now);
  const iCalUId = newICalUId();
  const online =
    body.isOnlineMeeting === true && isTeams(body.onlineMeetingProvider) && !withoutOnlineMeeting;
  const event: CalendarEvent = {
    ...content,
    ...ownOf(body, null, content.isAllDay),
    id: newEventId(),
    iCalUId,
    organizer: { mail: mailbox.owner.mail, name: mailbox.owner.name },
    isOrganizer: true,
    response: 'organizer',
    respondedAt: null,
    joinUrl: online ? joinUrl(iCalUId, tenant, mailbox.owner.oid) : null,
    transactionId: body.transactionId ?? null,
    posted: body.transactionId === undefined ? null : posted,
    createdAt: wholeSecond(now),
    modifiedAt: wholeSecond(now),
    revision: 1,
  };
  mailbox.put(event);
  for (const attendee of copyHolders(event, mailboxes)) attendee.put(invitation(event, now));
  return event;
}

/**
 * Changes an event. The organiser's change reaches every copy, and a new time clears the answers. A new body without
 * the join address removes the Teams meeting, as documented for the real Graph.
 * @throws GraphError 400 when an attendee changes what only the organiser may change, 429 when the mailbox may not
 * send the update
 */
export function patchEvent(
  mailbox: Mailbox,
  event: CalendarEvent,
  body: PatchBody,
  around: Surroundings,
): CalendarEvent {
  const { mailboxes, tenant, sending, now } = around;
  const own = ownOf(body, event, event.isAllDay);
  if (!event.isOrganizer) {
    const foreign = Object.keys(body).find((property) => !ownProperties.has(property));
    if (foreign !== undefined) {
      throw badRequest(
        `You need to be an organizer to change '${foreign}' of a meeting.`,
        'ErrorInvalidRequest',
      );
    }
    const changed = { ...event, ...own, modifiedAt: wholeSecond(now), revision: event.revision + 1 };
    mailbox.put(changed);
    return changed;
  }

  const content = contentOf(body, event);
  const moved = content.start !== event.start || content.end !== event.end;
  sending.send(mailbox.owner.mail, told(event, content, moved), now);
  const changed: CalendarEvent = {
    ...event,
    ...content,
    attendees: moved ? withoutAnswers(content) : content.attendees,
    ...own,
    joinUrl: joinUrlAfter(event, body, tenant, mailbox),
    modifiedAt: wholeSecond(now),
    revision: event.revision + 1,
  };
  mailbox.put(changed);
  for (const holder of copyHolders(event, mailboxes)) {
    const invited = changed.attendees.some((attendee) => attendee.mail === holder.owner.mail.toLowerCase());
    const copy = holder.byUid(event.iCalUId);
    if (!invited && copy !== undefined) holder.remove(copy.id);
  }
  for (const holder of copyHolders(changed, mailboxes)) {
    const copy = holder.byUid(event.iCalUId);
    const known = event.attendees.some((attendee) => attendee.mail === holder.owner.mail.toLowerCase());
    if (copy !== undefined) holder.put(updatedCopy(copy, changed, moved));
    else if (moved || !known) holder.put(invitation(changed, now));
  }
  return changed;
}

/**
 * The number of people who get a message about a change: everybody when the time changed, else only attendees who
 * were added or removed.
 */
function told(before: EventContent, after: EventContent, moved: boolean): number {
  const was = new Set(before.attendees.map(({ mail }) => mail));
  const is = new Set(after.attendees.map(({ mail }) => mail));
  const all = [...new Set([...was, ...is])];
  return moved ? all.length : all.filter((mail) => was.has(mail) !== is.has(mail)).length;
}

/**
 * Deletes an event: the organiser's own with every copy, an attendee's only that copy, without telling the organiser.
 * @throws GraphError 429 when the mailbox may not send the cancellation
 */
export function removeEvent(
  mailbox: Mailbox,
  event: CalendarEvent,
  { mailboxes, sending, now }: Surroundings,
): void {
  if (event.isOrganizer) sending.send(mailbox.owner.mail, event.attendees.length, now);
  mailbox.remove(event.id);
  if (!event.isOrganizer) return;
  for (const holder of copyHolders(event, mailboxes)) {
    const copy = holder.byUid(event.iCalUId);
    if (copy !== undefined) holder.remove(copy.id);
  }
}

const ownProperties = new Set<string>([
  'showAs',
  'categories',
  'isReminderOn',
  'reminderMinutesBeforeStart',
  'singleValueExtendedProperties',
]);

function isTeams(provider: PatchBody['onlineMeetingProvider']): boolean {
  return provider === undefined || provider === 'teamsForBusiness';
}

function joinUrlAfter(
  event: CalendarEvent,
  body: PatchBody,
  tenant: string,
  mailbox: Mailbox,
): string | null {
  if (event.joinUrl === null) {
    const asked = body.isOnlineMeeting === true && isTeams(body.onlineMeetingProvider);
    return asked ? joinUrl(event.iCalUId, tenant, mailbox.owner.oid) : null;
  }
  return body.body === undefined || body.body.content.includes(event.joinUrl) ? event.joinUrl : null;
}
