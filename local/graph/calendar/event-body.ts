import { z } from 'zod';
import { parseBody } from '../protocol/body.ts';
import { badRequest } from '../protocol/errors.ts';
import { toInstant } from '../protocol/times.ts';
import { type Attendee, type EventContent, type EventOwn, statuses } from '../mailboxes/event.ts';

/** Graph accepts the members of its enumerations in any case. */
function anyCase<const T extends readonly string[]>(members: T): z.ZodType<T[number]> {
  return z.string().transform((text, context): T[number] => {
    const found = members.find((member) => member.toLowerCase() === text.toLowerCase());
    if (found !== undefined) return found;
    context.addIssue({ code: 'custom', message: `expected one of ${members.join(', ')}` });
    return z.NEVER;
  });
}

const odataType = { '@odata.type': z.string().optional() };
export const dateTimeTimeZone = z.strictObject({ ...odataType, dateTime: z.string(), timeZone: z.string() });
const emailAddress = z.strictObject({ ...odataType, address: z.email(), name: z.string().optional() });
const location = z.strictObject({
  ...odataType,
  displayName: z.string(),
  locationType: z.string().optional(),
  uniqueId: z.string().optional(),
  uniqueIdType: z.string().optional(),
});
const guid = '\\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\}?';
const extendedProperty = z.strictObject({
  ...odataType,
  id: z
    .string()
    .regex(
      new RegExp(
        `^(Binary|Boolean|Double|Integer|Long|String|SystemTime) (0x[0-9a-f]{1,4}|${guid} (Name \\S.*|Id 0x[0-9a-f]{1,8}))$`,
        'i',
      ),
      "expected '{type} {guid} Name {name}', '{type} {guid} Id {id}' or '{type} {tag}'",
    ),
  value: z.string(),
});

/** Every property of an event that may be written here. The README lists those of the real Graph that may not. */
const written = {
  ...odataType,
  subject: z.string().max(255),
  body: z.strictObject({ ...odataType, contentType: anyCase(['html', 'text']), content: z.string() }),
  start: dateTimeTimeZone,
  end: dateTimeTimeZone,
  isAllDay: z.boolean(),
  location,
  locations: z.array(location),
  attendees: z
    .array(
      z.strictObject({
        ...odataType,
        emailAddress,
        type: anyCase(['required', 'optional', 'resource']).default('required'),
      }),
    )
    .max(500),
  isOnlineMeeting: z.boolean(),
  onlineMeetingProvider: anyCase(['teamsForBusiness', 'skypeForBusiness', 'skypeForConsumer', 'unknown']),
  allowNewTimeProposals: z.boolean(),
  responseRequested: z.boolean(),
  hideAttendees: z.boolean(),
  importance: anyCase(['low', 'normal', 'high']),
  sensitivity: anyCase(['normal', 'personal', 'private', 'confidential']),
  showAs: anyCase(statuses),
  categories: z.array(z.string().min(1)),
  isReminderOn: z.boolean(),
  reminderMinutesBeforeStart: z.number().int(),
  singleValueExtendedProperties: z.array(extendedProperty),
};

const patchBody = z.strictObject(written).partial();
const createBody = patchBody.extend({
  start: dateTimeTimeZone,
  end: dateTimeTimeZone,
  transactionId: z.string().min(1).optional(),
});
export type CreateBody = z.infer<typeof createBody>;
export type PatchBody = z.infer<typeof patchBody>;

export const parseCreate = (body: unknown): CreateBody =>
  parseBody(createBody, body, 'microsoft.graph.event');
export const parsePatch = (body: unknown): PatchBody => parseBody(patchBody, body, 'microsoft.graph.event');

const midnight = /T00:00(:00(\.0+)?)?Z?$/;

/** The content of an event after a body is applied. New attendees have no answer. */
export function contentOf(body: PatchBody, before: EventContent | null): EventContent {
  const start = body.start === undefined ? before?.start : toInstant(body.start, 'start');
  const end = body.end === undefined ? before?.end : toInstant(body.end, 'end');
  if (start === undefined || end === undefined) {
    throw badRequest("The properties 'start' and 'end' are required.", 'ErrorPropertyValidationFailure');
  }
  if (end < start) {
    throw badRequest(
      'The specified end date is earlier than the start date.',
      'ErrorCalendarEndDateIsEarlierThanStartDate',
    );
  }
  const isAllDay = body.isAllDay ?? before?.isAllDay ?? false;
  if (isAllDay) {
    const clocks = [body.start?.dateTime, body.end?.dateTime].filter((clock) => clock !== undefined);
    if (start === end || !clocks.every((clock) => midnight.test(clock))) {
      throw badRequest(
        'The Event.Start and Event.End properties of an all-day event need to be set to midnight, at least a day apart.',
        'ErrorPropertyValidationFailure',
      );
    }
  }
  const places = body.location === undefined ? body.locations : [body.location];
  return {
    subject: body.subject ?? before?.subject ?? '',
    body: body.body ?? before?.body ?? { contentType: 'html', content: '' },
    start,
    end,
    startZone: body.start?.timeZone ?? before?.startZone ?? 'UTC',
    endZone: body.end?.timeZone ?? before?.endZone ?? 'UTC',
    isAllDay,
    location: places?.map((place) => place.displayName).join('; ') ?? before?.location ?? '',
    attendees: body.attendees === undefined ? (before?.attendees ?? []) : attendeesOf(body.attendees, before),
    importance: body.importance ?? before?.importance ?? 'normal',
    sensitivity: body.sensitivity ?? before?.sensitivity ?? 'normal',
    responseRequested: body.responseRequested ?? before?.responseRequested ?? true,
    allowNewTimeProposals: body.allowNewTimeProposals ?? before?.allowNewTimeProposals ?? true,
    hideAttendees: body.hideAttendees ?? before?.hideAttendees ?? false,
  };
}

/** One attendee per address; the first one counts. Attendees who were there before keep their answer. */
function attendeesOf(posted: NonNullable<PatchBody['attendees']>, before: EventContent | null): Attendee[] {
  const kept = new Map((before?.attendees ?? []).map((attendee) => [attendee.mail, attendee]));
  const found = new Map<string, Attendee>();
  for (const { emailAddress, type } of posted) {
    const mail = emailAddress.address.toLowerCase();
    if (found.has(mail)) continue;
    const { response, respondedAt, proposed } = kept.get(mail) ?? {
      response: 'none' as const,
      respondedAt: null,
      proposed: null,
    };
    found.set(mail, {
      mail,
      name: emailAddress.name ?? emailAddress.address,
      type,
      response,
      respondedAt,
      proposed,
    });
  }
  return [...found.values()];
}

/** The owner's own properties after a body is applied. Extended properties that it does not name stay. */
export function ownOf(body: PatchBody, before: EventOwn | null, isAllDay: boolean): EventOwn {
  const extended = new Map((before?.extended ?? []).map((property) => [property.id.toLowerCase(), property]));
  for (const { id, value } of body.singleValueExtendedProperties ?? [])
    extended.set(id.toLowerCase(), { id, value });
  return {
    showAs: body.showAs ?? before?.showAs ?? (isAllDay ? 'free' : 'busy'),
    categories: body.categories ?? before?.categories ?? [],
    isReminderOn: body.isReminderOn ?? before?.isReminderOn ?? true,
    reminderMinutesBeforeStart: body.reminderMinutesBeforeStart ?? before?.reminderMinutesBeforeStart ?? 15,
    extended: [...extended.values()],
  };
}
