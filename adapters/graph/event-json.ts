import { z } from 'zod';
import type { Invitation, SeenEvent } from '../../core/ports/meetings.ts';
import type { BookedEvent, EventAnswer } from '../../core/records/event.ts';
import type { Answer } from '../../core/records/pairing.ts';

/** Names the extended property that carries a pairing's key: a GUID of this product's own and a name. */
export const keyProperty = 'String {6f1d8a52-3c1e-4b7a-9d60-8a1f0c5f7e21} Name UnMentoringPairing';

/** What `toBooked` reads; nothing else of an event is asked for. */
export const selected = 'id,start,end,attendees,onlineMeeting';

/** Minutes before the meeting. */
const reminder = 10;

/** As `Prefer: outlook.timezone="UTC"` has it: `2026-12-15T10:00:00.0000000`. */
const instant = z
  .object({ dateTime: z.string(), timeZone: z.literal('UTC') })
  .transform(({ dateTime }) => new Date(`${dateTime.slice(0, 19)}Z`).toISOString());

const stretch = z.object({ start: instant, end: instant });

const event = z.object({
  id: z.string(),
  ...stretch.shape,
  attendees: z.array(
    z.object({
      emailAddress: z.object({ address: z.string() }),
      status: z.object({ response: z.string(), time: z.iso.datetime().nullish() }).nullish(),
      proposedNewTime: stretch.nullish(),
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

/** An event as Graph gives it. @throws ZodError when it does not look like one */
export function toBooked(found: unknown): BookedEvent {
  return booked(event.parse(found));
}

/** An event with its attendees' answers; null for one that is not this product's. */
export function toSeen(found: unknown): SeenEvent | null {
  const parsed = event.parse(found);
  const key = parsed.singleValueExtendedProperties?.[0]?.value;
  if (key === undefined) return null;
  const given = parsed.attendees.map(
    (attendee) => [attendee.emailAddress.address.toLowerCase(), toAnswer(attendee)] as const,
  );
  return { key, event: booked(parsed), answers: new Map(given) };
}

/** The body of a new event: a Teams meeting that everybody is required at, and may propose another time for. */
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

/** When, what and with whom; nothing else: a body in a PATCH can strip the Teams meeting. */
export function toGraphChange({
  slot,
  subject,
  attendees,
}: Pick<Invitation, 'slot' | 'subject' | 'attendees'>) {
  const utc = (at: string) => ({ dateTime: at.replace(/(\.\d+)?Z$/, ''), timeZone: 'UTC' });
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

/** Graph writes the year 1 for an answer that was never given. */
function toAnswer({ status, proposedNewTime }: GraphEvent['attendees'][number]): EventAnswer {
  const answer = answers[status?.response ?? ''] ?? 'none';
  const at = status?.time ?? null;
  return {
    answer,
    at: answer === 'none' || at === null ? null : new Date(at).toISOString(),
    proposed: proposedNewTime ?? null,
  };
}
