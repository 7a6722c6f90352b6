import { badRequest } from '../protocol/errors.ts';
import { type Filter, holds, parseFilter, unquote } from '../protocol/filter.ts';
import { select, selection } from '../protocol/query.ts';
import { parseQueryTime } from '../protocol/times.ts';
import type { CalendarEvent } from '../mailboxes/event.ts';
import { eventJson } from './event-json.ts';
import { type Mailbox, propertyKey } from '../mailboxes/mailbox.ts';

const type = 'microsoft.graph.event';

/** The properties that `$filter` can compare, as text or as an instant. */
const comparable: Record<string, (event: CalendarEvent) => string | number> = {
  'start/dateTime': (event) => event.start,
  'end/dateTime': (event) => event.end,
  createdDateTime: (event) => event.createdAt,
  lastModifiedDateTime: (event) => event.modifiedAt,
  iCalUId: (event) => event.iCalUId,
  subject: (event) => event.subject,
  transactionId: (event) => event.transactionId ?? '',
  showAs: (event) => event.showAs,
};

/** The events of a mailbox that satisfy `$filter`. Events with an extended property are found by their key. */
export function filterEvents(mailbox: Mailbox, text: string | null): readonly CalendarEvent[] {
  const { extended, ...others } = parseFilter(text);
  const [first, ...rest] = extended;
  const candidates = first === undefined ? mailbox.events() : mailbox.byProperty(first);
  return candidates.filter(eventTest({ ...others, extended: rest }));
}

/** A test for one event by a filter. @throws GraphError 400 for properties that cannot be compared */
export function eventTest({ comparisons, memberships, extended }: Filter): (event: CalendarEvent) => boolean {
  if (memberships.length > 0) throw badRequest("The operator 'in' is not supported for events.");
  const keys = extended.map(propertyKey);
  const tests = comparisons.map(({ property, operator, value }) => {
    const read = comparable[property];
    if (read === undefined)
      throw badRequest(`Could not find a property named '${property}' on type '${type}'.`);
    const time = property.includes('Time');
    const wanted = time ? parseQueryTime(String(value), property) : String(value);
    return (event: CalendarEvent): boolean => {
      const found = read(event);
      return holds(operator, found === wanted ? 0 : found < wanted ? -1 : 1);
    };
  });
  return (event) =>
    tests.every((test) => test(event)) &&
    keys.every((key) => event.extended.some((property) => propertyKey(property) === key));
}

/** `$orderby` of one property; null keeps the order. @throws GraphError 400 */
export function orderEvents(events: readonly CalendarEvent[], text: string | null): readonly CalendarEvent[] {
  if (text === null) return events;
  const match =
    /^(start\/dateTime|end\/dateTime|createdDateTime|lastModifiedDateTime|subject)(?: (asc|desc))?$/.exec(
      text.trim(),
    );
  const read = comparable[match?.[1] ?? ''];
  if (read === undefined) throw badRequest(`The $orderby '${text}' is not supported.`);
  const direction = match?.[2] === 'desc' ? -1 : 1;
  return events.toSorted((a, b) => {
    const [left, right] = [read(a), read(b)];
    return left === right ? 0 : (left < right ? -1 : 1) * direction;
  });
}

/** Writes events as the query asks: `$select`, and the extended properties that `$expand` names. */
export function eventWriter(
  query: URLSearchParams,
  zone: string,
): (event: CalendarEvent) => Record<string, unknown> {
  const names = selection(query);
  const expanded = expandedProperties(query.get('$expand'));
  return (event) => {
    const whole = eventJson(event, zone);
    const known = (name: string): boolean => Object.hasOwn(whole, name);
    const json = select(whole, names, known, type);
    const extended = event.extended.filter(({ id }) => expanded.has(id.toLowerCase()));
    return extended.length === 0 ? json : { ...json, singleValueExtendedProperties: extended };
  };
}

/** Ids in `singleValueExtendedProperties($filter=id eq '…' or id eq '…')`, lower case. @throws GraphError 400 */
function expandedProperties(text: string | null): Set<string> {
  if (text === null) return new Set();
  const filter = /^singleValueExtendedProperties\(\s*\$filter\s*=\s*(.*)\)$/is.exec(text.trim())?.[1];
  const ids = filter === undefined ? [] : (filter.match(/id eq '(?:[^']|'')*'/g) ?? []);
  if (filter === undefined || ids.length === 0 || ids.join(' or ') !== filter.trim()) {
    throw badRequest(`Parsing OData Select and Expand failed: '${text}' is not supported.`);
  }
  return new Set(ids.map((id) => unquote(id.slice('id eq '.length)).toLowerCase()));
}
