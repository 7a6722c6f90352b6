import { z } from 'zod';
import { parseParameters } from '../protocol/body.ts';
import { badRequest } from '../protocol/errors.ts';
import { toInstant } from '../protocol/times.ts';
import { wholeSecond, type Attendee, type CalendarEvent } from '../mailboxes/event.ts';
import { dateTimeTimeZone } from './event-body.ts';
import type { Mailbox } from '../mailboxes/mailbox.ts';
import type { Mailboxes } from '../mailboxes/mailboxes.ts';

export type ResponseAction = 'accept' | 'tentativelyAccept' | 'decline';

const answerBody = z.strictObject({
  comment: z.string().optional(),
  sendResponse: z.boolean().default(true),
});
/** Only a tentative answer and a refusal may propose another time. */
const proposingBody = answerBody.extend({
  proposedNewTime: z.strictObject({ start: dateTimeTimeZone, end: dateTimeTimeZone }).nullish(),
});
const cancelBody = z.strictObject({ comment: z.string().optional() });

const results = {
  accept: 'accepted',
  tentativelyAccept: 'tentativelyAccepted',
  decline: 'declined',
} as const;

/**
 * Gives the time of each answer in epoch milliseconds. No two are equal, even while the product's clock does not
 * move.
 */
export function createAnswerClock(): (now: number) => number {
  let last = 0;
  return (now) => {
    last = Math.max(now, last + 1);
    return last;
  };
}

/**
 * An attendee answers. The attendee's copy changes; a refusal removes it. The organiser's copy gets the answer unless
 * `sendResponse` is false.
 * @throws GraphError 400 for the organiser, for a proposal that the organiser does not allow, and for an answer that
 * was not asked for
 */
export function respond(
  mailbox: Mailbox,
  event: CalendarEvent,
  action: ResponseAction,
  posted: unknown,
  mailboxes: Mailboxes,
  now: number,
): void {
  const body: z.infer<typeof proposingBody> =
    action === 'accept'
      ? parseParameters(answerBody, posted, 'microsoft.graph.event')
      : parseParameters(proposingBody, posted, 'microsoft.graph.event');
  if (event.isOrganizer) {
    throw badRequest(
      "Your request can't be completed. You can't respond to this meeting because you're the meeting organizer.",
      'ErrorInvalidRequest',
    );
  }
  if (!event.responseRequested && body.sendResponse) {
    throw badRequest(
      "Your request can't be completed. The meeting organizer hasn't requested a response.",
      'ErrorInvalidRequest',
    );
  }
  const proposed = proposal(event, body);
  const response = results[action];

  if (action === 'decline') mailbox.remove(event.id);
  else {
    const showAs = event.showAs === 'free' ? 'free' : action === 'accept' ? 'busy' : 'tentative';
    mailbox.put({
      ...event,
      showAs,
      response,
      respondedAt: now,
      modifiedAt: wholeSecond(now),
      revision: event.revision + 1,
    });
  }
  if (!body.sendResponse) return;

  const organiser = mailboxes.byMail(event.organizer.mail);
  const original = organiser?.byUid(event.iCalUId);
  if (organiser === undefined || original === undefined) return;
  const mail = mailbox.owner.mail.toLowerCase();
  const attendees = original.attendees.map((attendee): Attendee =>
    attendee.mail === mail ? { ...attendee, response, respondedAt: now, proposed } : attendee,
  );
  organiser.put({ ...original, attendees, modifiedAt: wholeSecond(now), revision: original.revision + 1 });
}

function proposal(event: CalendarEvent, body: z.infer<typeof proposingBody>): Attendee['proposed'] {
  if (body.proposedNewTime === undefined || body.proposedNewTime === null) return null;
  if (!event.allowNewTimeProposals || !body.sendResponse) {
    throw badRequest(
      "Your request can't be completed. A new time can only be proposed in a response that is sent, for an event that allows proposals.",
      'ErrorInvalidRequest',
    );
  }
  const start = toInstant(body.proposedNewTime.start, 'proposedNewTime.start');
  const end = toInstant(body.proposedNewTime.end, 'proposedNewTime.end');
  if (end < start) throw badRequest('The proposed end is earlier than the start.', 'ErrorInvalidRequest');
  return { start, end };
}

/** @throws GraphError 400 unless the organiser cancels */
export function checkCancel(event: CalendarEvent, posted: unknown): void {
  parseParameters(cancelBody, posted, 'microsoft.graph.event');
  if (!event.isOrganizer) {
    throw badRequest(
      "Your request can't be completed. You need to be an organizer to cancel a meeting.",
      'ErrorInvalidRequest',
    );
  }
}
