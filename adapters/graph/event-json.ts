import * as z from 'zod';
import type { EventPart, Invitation, SeenEvent } from '../../core/ports/meetings.ts';
import type { BookedEvent } from '../../core/records/pairing.ts';
import { toIso } from '../../core/time/instant.ts';
import { readAttendees } from './attendee-json.ts';
import { graphTime } from './time-json.ts';

/** The name of the extended property that holds a pairing's key. The GUID is this product's own. */
export const keyProperty = 'String {6f1d8a52-3c1e-4b7a-9d60-8a1f0c5f7e21} Name UnMentoringPairing';

/** The properties of an event that `readEvent` reads. */
export const selected = 'id,start,end,attendees,onlineMeeting';

/** Minutes before the meeting. */
const reminder = 10;

const span = z.object({ start: graphTime, end: graphTime }).refine(({ start, end }) => start <= end);
const named = z.object({ id: z.string().min(1) });
const link = z.object({ joinUrl: z.string().nullish() }).nullish();
const parts = z.object({ attendees: z.unknown().optional(), onlineMeeting: z.unknown().optional() });
const properties = z.object({ singleValueExtendedProperties: z.array(z.unknown()) });
const property = z.object({ id: z.string(), value: z.string().min(1) });

/**
 * Reads an event of this product.
 * @param report is told of each part that cannot be read
 * @returns null when its id, time or list of attendees cannot be read
 */
export function readEvent(
  found: unknown,
  organiser: string,
  report: (part: EventPart, id: string | null) => void,
): Omit<SeenEvent, 'key'> | null {
  const id = named.safeParse(found).data?.id ?? null;
  const read = parts.safeParse(found).data;
  const slot = span.safeParse(found).data;
  const tell = (part: EventPart) => {
    report(part, id);
  };
  const answers = readAttendees(read?.attendees, organiser, tell);
  const online = link.safeParse(read?.onlineMeeting);
  if (id === null) tell('id');
  if (slot === undefined) tell('time');
  if (answers === null) tell('attendees');
  if (!online.success) tell('link');
  if (id === null || slot === undefined || answers === null) return null;
  return {
    event: { id, slot, attendees: [...answers.keys()], joinUrl: online.data?.joinUrl ?? null },
    answers,
  };
}

/**
 * The event in an answer to a change of it.
 * @throws when its id, time or list of attendees cannot be read
 */
export function toBooked(found: unknown, organiser: string): BookedEvent {
  const read = readEvent(found, organiser, () => undefined);
  if (read === null) throw new Error('Microsoft Graph answered with an event that cannot be read');
  return read.event;
}

/** The pairing's key that an event has. Null for an event that this product did not make: nothing else of it is read. */
export function keyOf(found: unknown): string | null {
  const all = properties.safeParse(found).data?.singleValueExtendedProperties ?? [];
  const keys = all.flatMap((one) => property.safeParse(one).data ?? []);
  return keys.find(({ id }) => id.toLowerCase() === keyProperty.toLowerCase())?.value ?? null;
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
