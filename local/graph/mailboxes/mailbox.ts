import type { CustomZone } from '../../../core/time/hours.ts';
import type { CalendarEvent, ExtendedProperty, Person } from './event.ts';
import type { BaseCalendar } from './base-calendar.ts';

/** The person or service that a mailbox belongs to, with working hours. */
export interface Owner extends Person {
  readonly oid: string;
  readonly workingHours: WorkingHours;
  /** A service mailbox. The app may write to these alone. */
  readonly organiser: boolean;
}

export interface WorkingHours {
  readonly daysOfWeek: readonly string[];
  /** `HH:MM`; an end before the start is a night shift. */
  readonly start: string;
  readonly end: string;
  /** As in the people file, or a zone without a name. */
  readonly timeZone: string | CustomZone;
}

/** One person's calendar: what came from the files and what was booked since. Every lookup by a key takes one step. */
export interface Mailbox {
  readonly owner: Owner;
  readonly base: BaseCalendar | null;
  /** In the order in which they were made. */
  events(): readonly CalendarEvent[];
  get(id: string): CalendarEvent | undefined;
  byUid(iCalUId: string): CalendarEvent | undefined;
  byTransaction(transactionId: string): CalendarEvent | undefined;
  byProperty(property: ExtendedProperty): readonly CalendarEvent[];
  /** Adds the event, or replaces the one with its id. */
  put(event: CalendarEvent): void;
  remove(id: string): void;
}

/**
 * The key of an extended property. Ids are compared without regard to case, because they contain GUIDs; values
 * exactly.
 */
export function propertyKey(property: ExtendedProperty): string {
  return `${property.id.toLowerCase()}\n${property.value}`;
}

/** `changed` is called after every change. */
export function createMailbox(
  owner: Owner,
  base: BaseCalendar | null,
  changed: (mailbox: Mailbox) => void,
): Mailbox {
  const byId = new Map<string, CalendarEvent>();
  const idByUid = new Map<string, string>();
  const idByTransaction = new Map<string, string>();
  const idsByProperty = new Map<string, Set<string>>();
  let listed: readonly CalendarEvent[] | null = null;

  const at = (id: string | undefined): CalendarEvent | undefined =>
    id === undefined ? undefined : byId.get(id);

  const forget = (event: CalendarEvent): void => {
    idByUid.delete(event.iCalUId);
    if (event.transactionId !== null) idByTransaction.delete(event.transactionId);
    for (const property of event.extended) {
      const key = propertyKey(property);
      const ids = idsByProperty.get(key);
      ids?.delete(event.id);
      if (ids?.size === 0) idsByProperty.delete(key);
    }
  };

  const mailbox: Mailbox = {
    owner,
    base,
    events: () => (listed ??= [...byId.values()]),
    get: (id) => byId.get(id),
    byUid: (uid) => at(idByUid.get(uid)),
    byTransaction: (transactionId) => at(idByTransaction.get(transactionId)),
    byProperty: (property) =>
      [...(idsByProperty.get(propertyKey(property)) ?? [])].flatMap((id) => byId.get(id) ?? []),
    put(event) {
      const before = byId.get(event.id);
      if (before !== undefined) forget(before);
      byId.set(event.id, event);
      idByUid.set(event.iCalUId, event.id);
      if (event.transactionId !== null) idByTransaction.set(event.transactionId, event.id);
      for (const property of event.extended) {
        const key = propertyKey(property);
        const ids = idsByProperty.get(key);
        if (ids === undefined) idsByProperty.set(key, new Set([event.id]));
        else ids.add(event.id);
      }
      listed = null;
      changed(mailbox);
    },
    remove(id) {
      const before = byId.get(id);
      if (before === undefined) return;
      forget(before);
      byId.delete(id);
      listed = null;
      changed(mailbox);
    },
  };
  return mailbox;
}
