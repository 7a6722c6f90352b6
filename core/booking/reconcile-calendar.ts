import type { Invitation, MailboxGone } from '../ports/meetings.ts';
import { requestsAtOnce } from '../mailbox/limits.ts';
import type { Ports } from '../ports/ports.ts';
import type { Versioned } from '../ports/storage.ts';
import type { BookedEvent } from '../records/event.ts';
import { eventKey } from '../records/keys.ts';
import { eventOf, noEvent, type PairingIn, type PairingRecord } from '../records/pairing.ts';
import { type Member, memberOf, type PersonId } from '../records/person.ts';
import type { Scheme } from '../records/scheme.ts';
import { concurrently } from '../shared/concurrently.ts';
import { cancellation, invitation, questionFrom } from '../words/invitation.ts';
import {
  decideBooking,
  type Decided,
  failBooking,
  withEvent,
  withInvited,
  withoutEvent,
} from './decide-booking.ts';
import { recheckSlots } from './recheck-slots.ts';

/** A pairing and its step in the calendar. */
interface Item {
  /** The stored record. */
  readonly before: PairingRecord;
  readonly decided: Decided;
  /** The record to be stored, with the decision's messages. */
  readonly after: PairingRecord;
  /** The version of the stored record; null when somebody else changed it meanwhile. */
  readonly version: string | null;
  /** Why the step failed. It may have been done all the same, unless the mailbox is gone. */
  readonly failure: Error | MailboxGone | null;
}

export interface Reconciled {
  /** The records of pairings whose step is done. */
  readonly done: readonly PairingRecord[];
  /** One for each pairing whose step is to be repeated. */
  readonly failures: readonly Error[];
  /** Whether the mailbox refused: its pairings wait, or go to another one. */
  readonly gone: boolean;
}

/**
 * Creates, moves and cancels the events of at most twenty pairings in one organiser's calendar. A pairing gets exactly one
 * event, whatever is repeated: its slot is recorded before the event is created, and when an earlier attempt may have
 * created it, the calendar is searched first. A pairing whose event Outlook refuses for good fails. Call it while holding the
 * mailbox.
 */
export async function reconcileCalendar(
  ports: Ports,
  scheme: Scheme,
  organiser: string,
  records: readonly Versioned<PairingRecord>[],
): Promise<Reconciled> {
  // 1. Find events that are not on record, see whether the slots are still free, and decide each step.
  const [found, members] = await Promise.all([
    findUnrecorded(ports, organiser, records),
    membersOf(ports, scheme, records),
  ]);
  const known = records.map(({ value }) => {
    const event = found === 'mailbox-gone' ? undefined : found.get(value.pairing);
    return event === undefined ? value : withEvent(value, event, members(value));
  });
  // What cannot be looked for is left alone: it may be there.
  const isUnknown = (pairing: PairingRecord) => found === 'mailbox-gone' && pairing.event.kind === 'begun';
  const checked = await recheckSlots(ports, scheme, { pairings: known, members }, organiser);
  const items = checked
    .map(({ pairing, messages }, i): Item[] => {
      const record = records[i];
      if (record === undefined) return [];
      const decided = decideBooking(pairing, ports.now());
      const item: Item = {
        before: record.value,
        decided: { ...decided, messages: [...messages, ...decided.messages] },
        after: decided.pairing,
        version: record.version,
        failure: null,
      };
      return [isUnknown(pairing) ? failed(item, 'mailbox-gone') : item];
    })
    .flat();

  // 2. Record which events are about to be made, do the steps, record the results. When somebody else changes a record
  // meanwhile, the repeat finds the event.
  const begun = await write(ports, items, (item) => item.decided.step === 'create' && isOpen(item));
  const done = await act({ ports, scheme, organiser, members }, begun);
  const recorded = await write(ports, done, ({ after, before }) => after !== before);

  logSteps(ports, recorded);
  const failures = recorded.map((item) => item.failure ?? (item.version === null ? overtaken(item) : null));
  return {
    done: recorded.flatMap(({ after }, i) => (failures[i] === null ? [after] : [])),
    failures: failures.filter((failure) => failure instanceof Error),
    gone: failures.includes('mailbox-gone'),
  };
}

/** Events that earlier attempts created and could not record, by pairing. */
async function findUnrecorded(
  ports: Ports,
  organiser: string,
  records: readonly Versioned<PairingRecord>[],
): Promise<ReadonlyMap<string, BookedEvent> | MailboxGone> {
  const unsure = records.map(({ value }) => value).filter(({ event }) => event.kind === 'begun');
  if (unsure.length === 0) return new Map();
  const found = await ports.meetings.find(organiser, unsure.map(eventKey));
  if (found === 'mailbox-gone') return found;
  const events = new Map<string, BookedEvent>();
  for (const record of unsure) {
    const event = found.get(eventKey(record));
    if (event !== undefined) events.set(record.pairing, event);
  }
  return events;
}

/** Gives the members of one of some pairings. */
type Members = (pairing: PairingRecord) => Member[];

/** Reads who the members of some pairings are. */
async function membersOf(
  { storage }: Ports,
  scheme: Scheme,
  records: readonly Versioned<PairingRecord>[],
): Promise<Members> {
  const ids = new Set<PersonId>(records.flatMap(({ value }) => value.members));
  const people = await storage.people.getMany([...ids]);
  return ({ members }) => members.map((id) => memberOf(id, people.get(id), scheme.zone));
}

/** Stores the `after` of some items, with the messages that no earlier write has stored. */
async function write(ports: Ports, items: readonly Item[], which: (item: Item) => boolean): Promise<Item[]> {
  const chosen = items.filter((item) => item.version !== null && which(item));
  const versions = await ports.storage.pairings.writeWith(
    chosen.map(({ before, after, version, decided }) => ({
      value: after,
      version,
      messages: before.revision === after.revision ? [] : decided.messages,
    })),
  );
  const written = new Map(chosen.map(({ before }, i) => [before.pairing, versions[i] ?? null]));
  return items.map((item) => {
    const version = written.get(item.before.pairing);
    return version === undefined ? item : { ...item, version, ...(version && { before: item.after }) };
  });
}

/** Where the steps are done. */
interface Place {
  readonly ports: Ports;
  readonly scheme: Scheme;
  readonly organiser: string;
  readonly members: Members;
}

async function act(place: Place, items: readonly Item[]): Promise<Item[]> {
  const { ports, scheme, organiser, members } = place;
  const created = await create(place, items);
  const actOn = async (item: Item): Promise<Item> => {
    const { decided } = item;
    if (!isOpen(item)) return item;
    try {
      switch (decided.step) {
        case 'move': {
          const { pairing } = decided;
          const moved = await ports.meetings.update(organiser, decided.event, invitationTo(place, pairing));
          const { slot } = pairing;
          switch (moved.kind) {
            case 'booked':
              return { ...item, after: withInvited(pairing, { ...moved.event, slot }) };
            case 'event-gone':
              return { ...item, after: withoutEvent(pairing) };
            case 'refused':
              return refused(item, pairing, ports.now());
            case 'mailbox-gone':
              return failed(item, moved.kind);
          }
        }
        case 'cancel': {
          // A cancellation that is refused for good is not repeated: nothing else can be done about the event.
          const cancelled = await ports.meetings.cancel(
            organiser,
            decided.event,
            cancellation(scheme.name, decided.pairing, members(decided.pairing)),
          );
          return cancelled === 'mailbox-gone' ? failed(item, cancelled) : item;
        }
        default:
          return item;
      }
    } catch (error) {
      return failed(item, error);
    }
  };
  return concurrently(created, actOn, requestsAtOnce);
}

/** Creates the new events, in one batch. */
async function create(place: Place, items: readonly Item[]): Promise<Item[]> {
  const { ports, organiser } = place;
  const invitations = items
    .filter(isOpen)
    .flatMap(({ decided }) =>
      decided.step === 'create' ? [[decided.pairing, invitationTo(place, decided.pairing)] as const] : [],
    );
  if (invitations.length === 0) return [...items];
  const pairings = invitations.map(([{ pairing }]) => pairing);
  try {
    const results = await ports.meetings.create(
      organiser,
      invitations.map(([, invited]) => invited),
    );
    return items.map((item) => {
      const at = pairings.indexOf(item.before.pairing);
      const [result, invitation] = [results[at], invitations[at]];
      if (result === undefined || invitation === undefined) return item;
      const [pairing] = invitation;
      switch (result.kind) {
        case 'booked':
          return { ...item, after: withInvited(pairing, result.event) };
        case 'refused':
          return refused(item, { ...pairing, event: noEvent }, ports.now());
        case 'mailbox-gone':
          // It made no event: another mailbox may.
          return { ...failed(item, result.kind), after: { ...pairing, event: noEvent } };
        case 'unknown':
          return failed(item, new Error(`Microsoft Graph did not make the event: ${result.reason}`));
      }
    });
  } catch (error) {
    return items.map((item) => (pairings.includes(item.before.pairing) ? failed(item, error) : item));
  }
}

function invitationTo({ scheme, members: membersOf }: Place, pairing: PairingIn<'planned'>): Invitation {
  const key = eventKey(pairing);
  const members = membersOf(pairing);
  return {
    key,
    ...invitation({
      schemeName: scheme.name,
      minutes: pairing.minutes,
      members,
      question: questionFrom(key),
    }),
    category: scheme.name,
    slot: pairing.slot,
    attendees: members.map(({ name, mail }) => ({ name, mail })),
  };
}

/** Whether its step is still to be done: nobody changed its record meanwhile, and the mailbox is there. */
function isOpen({ version, failure }: Item): boolean {
  return version !== null && failure === null;
}

function failed(item: Item, error: unknown): Item {
  const failure = error instanceof Error || error === 'mailbox-gone' ? error : new Error(String(error));
  return { ...item, after: item.before, failure };
}

/** Outlook refuses the event for good: the pairing has failed. */
function refused(item: Item, pairing: PairingIn<'planned'>, now: number): Item {
  const { pairing: after, messages } = failBooking(pairing, 'refused-by-outlook', now);
  return { ...item, after, decided: { ...item.decided, messages } };
}

function overtaken({ before }: Item): Error {
  return new Error(
    `pairing ${before.pairing} of round ${before.round} was changed by somebody else meanwhile`,
  );
}

function logSteps(ports: Ports, items: readonly Item[]): void {
  const [first] = items;
  if (first === undefined) return;
  const { scheme, round } = first.before;
  const of = (step: Decided['step']) =>
    items.filter(({ decided, failure }) => decided.step === step && failure === null).length;
  ports.log('calendar', {
    scheme,
    round,
    created: of('create'),
    moved: of('move'),
    cancelled: of('cancel'),
    failed: items.filter(({ failure }) => failure !== null).length,
    refused: items.filter(({ after }) => after.state === 'failed' && after.reason === 'refused-by-outlook')
      .length,
    offline: items.filter(({ after }) => eventOf(after)?.joinUrl === null).length,
  });
}
