import { z } from 'zod';
import type { Invitation, SeenEvent } from '../../core/ports/meetings.ts';
import type { BookedEvent, EventAnswer } from '../../core/records/event.ts';
import type { Answer } from '../../core/records/pairing.ts';
import { instant, toIso } from '../../core/time/instant.ts';

/** The name of the extended property that holds a pairing's key. The GUID is this product's own. */
export const keyProperty = 'String {6f1d8a52-3c1e-4b7a-9d60-8a1f0c5f7e21} Name UnMentoringPairing';

/** The properties of an event that `toBooked` reads. */
export const selected = 'id,start,end,attendees,onlineMeeting';

/** Minutes before the meeting. */
const reminder = 10;

/** With `Prefer: outlook.timezone="UTC"` Graph writes `2026-12-15T10:00:00.0000000`. */
const graphTime = z
  .object({ dateTime: z.string(), timeZone: z.literal('UTC') })
  .transform(({ dateTime }) => Date.parse(`${dateTime.slice(0, 19)}Z`))
  .pipe(instant);

const span = z.object({ start: graphTime, end: graphTime });

const event = z.object({
  id: z.string(),
  ...span.shape,
  attendees: z.array(
    z.object({
      emailAddress: z.object({ address: z.string() }),
      status: z.object({ response: z.string(), time: z.iso.datetime().nullish() }).nullish(),
      proposedNewTime: span.nullish(),
    }),
  ),
  onlineMeeting: z.object({ joinUrl: z.string().nullish() }).nullish(),
  singleValueExtendedProperties: z.array(z.object({ id: z.string(), value: z.string() })).optional(),
});
type GraphEvent = z.infer<typeof event>;

const answers: Readonly<Record<string, Answer>> = {
  accepted: 'accepted',
  tentativelyAccepted: 'tentative',
  declined: 'declined',
};

/** @throws ZodError when `found` is not an event as Graph gives it */
export function toBooked(found: unknown): BookedEvent {
  return booked(event.parse(found));
}

/** An event with its attendees' answers; null for an event that this product did not make. */
export function toSeen(found: unknown): SeenEvent | null {
  const parsed = event.parse(found);
  const key = parsed.singleValueExtendedProperties?.[0]?.value;
  if (key === undefined) return null;
  const given = parsed.attendees.map(
    (attendee) => [attendee.emailAddress.address.toLowerCase(), toAnswer(attendee)] as const,
  );
  return { key, event: booked(parsed), answers: new Map(given) };
}

/** The body that creates an event: a Teams meeting with required attendees, who may propose another time. */
export function toGraphEvent({ key, subject, body, category, slot, attendees }: Invitation) {
  return {
    body: { contentType: 'html', content: body },
    ...toGraphChange({ slot, subject, attendees }),
    isOnlineMeeting: true,
    onlineMeetingProvider: 'teamsForBusiness',
    allowNewTimeProposals: true,
    responseRequested: true,
    reminderMinutesBeforeStart: reminder,
    isReminderOn: true,
    categories: [category],
    transactionId: key,
    singleValueExtendedProperties: [{ id: keyProperty, value: key }],
  };
}

/** Time, subject and attendees. Nothing else, since a `body` in a PATCH can remove the Teams meeting. */
export function toGraphChange({
  slot,
  subject,
  attendees,
}: Pick<Invitation, 'slot' | 'subject' | 'attendees'>) {
  const utc = (at: number) => ({ dateTime: toIso(at).slice(0, 19), timeZone: 'UTC' });
  return {
    subject,
    start: utc(slot.start),
    end: utc(slot.end),
    attendees: attendees.map(({ name, mail }) => ({
      type: 'required',
      emailAddress: { name, address: mail },
    })),
  };
}

function booked({ id, start, end, attendees, onlineMeeting }: GraphEvent): BookedEvent {
  return {
    id,
    slot: { start, end },
    attendees: attendees.map(({ emailAddress }) => emailAddress.address.toLowerCase()),
    joinUrl: onlineMeeting?.joinUrl ?? null,
  };
}

/** Without an answer Graph writes a time in the year 1: that gives null. */
function toAnswer({ status, proposedNewTime }: GraphEvent['attendees'][number]): EventAnswer {
  const answer = answers[status?.response ?? ''] ?? 'none';
  const at = status?.time ?? null;
  return {
    answer,
    at: answer === 'none' || at === null ? null : Date.parse(at),
    proposed: proposedNewTime ?? null,
  };
}
