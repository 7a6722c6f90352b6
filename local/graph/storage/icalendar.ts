import ICAL from 'ical.js';
import { z } from 'zod';
import { type Attendee, type CalendarEvent, type Response, responses, statuses } from '../mailboxes/event.ts';

/** Graph's answers in the words of iCalendar. */
const participation: Record<Response, string> = {
  none: 'NEEDS-ACTION',
  notResponded: 'NEEDS-ACTION',
  organizer: 'ACCEPTED',
  tentativelyAccepted: 'TENTATIVE',
  accepted: 'ACCEPTED',
  declined: 'DECLINED',
};
const roles = {
  required: 'REQ-PARTICIPANT',
  optional: 'OPT-PARTICIPANT',
  resource: 'NON-PARTICIPANT',
} as const;
const classes = {
  normal: 'PUBLIC',
  personal: 'PRIVATE',
  private: 'PRIVATE',
  confidential: 'CONFIDENTIAL',
} as const;
const priorities = { low: 9, normal: 5, high: 1 } as const;

const instant = z.number().int();
/** Properties that iCalendar lacks. They are kept as JSON in `X-GRAPH-EVENT`. */
const details = z.strictObject({
  id: z.string(),
  isOrganizer: z.boolean(),
  response: z.enum(responses),
  respondedAt: instant.nullable(),
  body: z.strictObject({ contentType: z.enum(['html', 'text']), content: z.string() }),
  startZone: z.string(),
  endZone: z.string(),
  sensitivity: z.enum(['normal', 'personal', 'private', 'confidential']),
  responseRequested: z.boolean(),
  allowNewTimeProposals: z.boolean(),
  hideAttendees: z.boolean(),
  isReminderOn: z.boolean(),
  reminderMinutesBeforeStart: z.number().int(),
  extended: z.array(z.strictObject({ id: z.string(), value: z.string() })),
  transactionId: z.string().nullable(),
  posted: z.string().nullable(),
  revision: z.number().int(),
  answers: z.array(
    z.strictObject({
      response: z.enum(responses),
      respondedAt: instant.nullable(),
      proposed: z.strictObject({ start: instant, end: instant }).nullable(),
    }),
  ),
});

const utc = (at: number): ICAL.Time => ICAL.Time.fromJSDate(new Date(at), true);

/** An event as a VEVENT, with folded lines and a final line break. */
export function toVevent(event: CalendarEvent): string {
  const component = new ICAL.Component('vevent');
  const add = (name: string, value: unknown, parameters: Record<string, string> = {}): void => {
    const property = new ICAL.Property(name, component);
    for (const [key, parameter] of Object.entries(parameters)) property.setParameter(key, parameter);
    property.setValue(value);
    component.addProperty(property);
  };

  add('uid', event.iCalUId);
  add('dtstamp', utc(event.modifiedAt));
  add('created', utc(event.createdAt));
  add('last-modified', utc(event.modifiedAt));
  add('sequence', event.revision - 1);
  add('dtstart', utc(event.start));
  add('dtend', utc(event.end));
  add('summary', event.subject);
  if (event.location !== '') add('location', event.location);
  if (event.categories.length > 0) {
    const categories = new ICAL.Property('categories', component);
    categories.setValues([...event.categories]);
    component.addProperty(categories);
  }
  add('class', classes[event.sensitivity]);
  add('priority', priorities[event.importance]);
  add('status', event.showAs === 'tentative' ? 'TENTATIVE' : 'CONFIRMED');
  add('transp', event.showAs === 'free' ? 'TRANSPARENT' : 'OPAQUE');
  add('x-microsoft-cdo-busystatus', event.showAs.toUpperCase());
  add('x-microsoft-cdo-alldayevent', event.isAllDay ? 'TRUE' : 'FALSE');
  add('organizer', `mailto:${event.organizer.mail}`, { cn: event.organizer.name });
  for (const attendee of event.attendees) {
    add('attendee', `mailto:${attendee.mail}`, {
      cn: attendee.name,
      role: roles[attendee.type],
      partstat: participation[attendee.response],
    });
  }
  if (event.joinUrl !== null) add('x-microsoft-skypeteamsmeetingurl', event.joinUrl);
  add('x-graph-event', JSON.stringify(detailsOf(event)));
  return `${component.toString()}\r\n`;
}

function detailsOf(event: CalendarEvent): z.infer<typeof details> {
  return {
    id: event.id,
    isOrganizer: event.isOrganizer,
    response: event.response,
    respondedAt: event.respondedAt,
    body: event.body,
    startZone: event.startZone,
    endZone: event.endZone,
    sensitivity: event.sensitivity,
    responseRequested: event.responseRequested,
    allowNewTimeProposals: event.allowNewTimeProposals,
    hideAttendees: event.hideAttendees,
    isReminderOn: event.isReminderOn,
    reminderMinutesBeforeStart: event.reminderMinutesBeforeStart,
    extended: [...event.extended],
    transactionId: event.transactionId,
    posted: event.posted,
    revision: event.revision,
    answers: event.attendees.map(({ response, respondedAt, proposed }) => ({
      response,
      respondedAt,
      proposed,
    })),
  };
}

/** A calendar of VEVENTs from `toVevent`. */
export function toCalendar(vevents: readonly string[]): string {
  return [
    'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//UnMentoring//local//EN\r\n',
    ...vevents,
    'END:VCALENDAR\r\n',
  ].join('');
}

/**
 * Reads a calendar that `toCalendar` wrote.
 * @throws Error that says what is wrong, without the file's name
 */
export function fromCalendar(text: string): CalendarEvent[] {
  const parsed: unknown = ICAL.parse(text);
  if (!Array.isArray(parsed) || parsed[0] !== 'vcalendar') throw new Error('is not one VCALENDAR');
  return new ICAL.Component(parsed as unknown as string).getAllSubcomponents('vevent').map(fromVevent);
}

function fromVevent(component: ICAL.Component): CalendarEvent {
  const read = (name: string): string => {
    const value = component.getFirstPropertyValue(name);
    if (value === null) throw new Error(`has a VEVENT without ${name.toUpperCase()}`);
    return String(value);
  };
  const time = (name: string): number => Date.parse(read(name));
  const { answers, ...kept } = details.parse(JSON.parse(read('x-graph-event')));
  const people = component.getAllProperties('attendee');
  if (people.length !== answers.length)
    throw new Error('has a VEVENT whose attendees do not match X-GRAPH-EVENT');
  const organizer = component.getFirstProperty('organizer');
  if (organizer === null) throw new Error('has a VEVENT without ORGANIZER');
  const status = statuses.find((one) => one.toUpperCase() === read('x-microsoft-cdo-busystatus'));
  if (status === undefined) throw new Error('has an unknown X-MICROSOFT-CDO-BUSYSTATUS');
  const joinUrl = component.getFirstPropertyValue('x-microsoft-skypeteamsmeetingurl');
  const location = component.getFirstPropertyValue('location');
  return {
    ...kept,
    start: time('dtstart'),
    end: time('dtend'),
    iCalUId: read('uid'),
    subject: read('summary'),
    location: location === null ? '' : String(location),
    categories: component.getFirstProperty('categories')?.getValues().map(String) ?? [],
    isAllDay: read('x-microsoft-cdo-alldayevent') === 'TRUE',
    importance: importanceOf(read('priority')),
    showAs: status,
    organizer: personOf(organizer),
    attendees: people.map((property, index) => attendeeOf(property, answers[index])),
    joinUrl: joinUrl === null ? null : String(joinUrl),
    createdAt: time('created'),
    modifiedAt: time('last-modified'),
  };
}

function importanceOf(priority: string): CalendarEvent['importance'] {
  return priority === '1' ? 'high' : priority === '9' ? 'low' : 'normal';
}

function personOf(property: ICAL.Property): { mail: string; name: string } {
  const mail = String(property.getFirstValue()).replace(/^mailto:/i, '');
  const name = property.getParameter('cn');
  return { mail, name: typeof name === 'string' ? name : mail };
}

function attendeeOf(
  property: ICAL.Property,
  answer: z.infer<typeof details>['answers'][number] | undefined,
): Attendee {
  if (answer === undefined) throw new Error('has a VEVENT whose attendees do not match X-GRAPH-EVENT');
  const role = property.getParameter('role');
  const type = role === roles.optional ? 'optional' : role === roles.resource ? 'resource' : 'required';
  return { ...personOf(property), type, ...answer };
}
