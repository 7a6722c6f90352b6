import type { Invitation } from '../ports/meetings.ts';
import { requestsAtOnce } from '../mailbox/with-mailbox.ts';
import type { Ports } from '../ports/ports.ts';
import type { Versioned } from '../ports/storage.ts';
import type { BookedEvent } from '../records/event.ts';
import { eventKey } from '../records/keys.ts';
import type { PairingRecord } from '../records/pairing.ts';
import type { Scheme } from '../records/scheme.ts';
import type { Slot } from '../records/slot.ts';
import { concurrently } from '../shared/concurrently.ts';
import { cancellation, invitation, questionFrom } from '../words/invitation.ts';
import {
  decideBooking,
  type Decided,
  mayHaveEvent,
  withEvent,
  withInvited,
  withoutEvent,
} from './decide-booking.ts';

/** A pairing and its step in the calendar. */
interface Item {
  /** The stored record. */
  readonly before: PairingRecord;
  readonly decided: Decided;
  /** The record to be stored. */
  readonly after: PairingRecord;
  /** The version of the stored record; null when somebody else changed it meanwhile. */
  readonly version: string | null;
  /** Why the step failed. It may have been done all the same. */
  readonly failure: Error | null;
}

export interface Reconciled {
  /** The records of pairings whose step is done. */
  readonly done: readonly PairingRecord[];
  /** One for each pairing whose step is to be repeated. */
  readonly failures: readonly Error[];
}

/**
 * Creates, moves and cancels the events of at most twenty pairings in one organiser's calendar. A pairing gets exactly one
 * event, whatever is repeated: its slot is recorded before the event is created, and when an earlier attempt may have
 * created it, the calendar is searched first. Call it during the mailbox's turn.
 */
export async function reconcileCalendar(
  ports: Ports,
  scheme: Scheme,
  organiser: string,
  records: readonly Versioned<PairingRecord>[],
): Promise<Reconciled> {
  // 1. Find events that are not on record, and decide each step.
  const found = await findUnrecorded(ports, organiser, records);
  const items = records.map(({ value, version }): Item => {
    const event = found.get(value.pairing);
    const decided = decideBooking(event === undefined ? value : withEvent(value, event), ports.now());
    return { before: value, decided, after: decided.record, version, failure: null };
  });

  // 2. Record the slots of new events, do the steps, record the results. When somebody else changes a record meanwhile,
  // the repeat finds the event.
  const planned = await write(
    ports,
    items,
    ({ decided, before }) => decided.step === 'create' && decided.slot !== before.slot,
  );
  const done = await act(ports, scheme, organiser, planned);
  const recorded = await write(ports, done, ({ after, before }) => after !== before);

  logSteps(ports, recorded);
  const failures = recorded.map((item) => item.failure ?? (item.version === null ? overtaken(item) : null));
  return {
    done: recorded.flatMap(({ after }, i) => (failures[i] === null ? [after] : [])),
    failures: failures.filter((failure) => failure !== null),
  };
}

/** Events that earlier attempts created and could not record, by pairing. */
async function findUnrecorded(
  ports: Ports,
  organiser: string,
  records: readonly Versioned<PairingRecord>[],
): Promise<ReadonlyMap<string, BookedEvent>> {
  const unsure = records.map(({ value }) => value).filter(mayHaveEvent);
  if (unsure.length === 0) return new Map();
  const found = await ports.meetings.find(organiser, unsure.map(eventKey));
  const events = new Map<string, BookedEvent>();
  for (const record of unsure) {
    const event = found.get(eventKey(record));
    if (event !== undefined) events.set(record.pairing, event);
  }
  return events;
}

/** Stores the `after` of some items in one transaction. */
async function write(ports: Ports, items: readonly Item[], which: (item: Item) => boolean): Promise<Item[]> {
  const chosen = items.filter((item) => item.version !== null && which(item));
  const versions = await ports.storage.pairings.write(
    chosen.map(({ after, version }) => ({ value: after, version })),
  );
  const written = new Map(chosen.map(({ before }, i) => [before.pairing, versions[i] ?? null]));
  return items.map((item) => {
    const version = written.get(item.before.pairing);
    return version === undefined ? item : { ...item, version, ...(version && { before: item.after }) };
  });
}

async function act(ports: Ports, scheme: Scheme, organiser: string, items: readonly Item[]): Promise<Item[]> {
  const created = await create(ports, scheme, organiser, items);
  const actOn = async (item: Item): Promise<Item> => {
    const { decided, version } = item;
    if (version === null) return item;
    try {
      switch (decided.step) {
        case 'move': {
          const { record, slot } = decided;
          const moved = await ports.meetings.update(
            organiser,
            decided.event,
            invitationTo(scheme, record, slot),
          );
          const after = moved === null ? withoutEvent(record) : withInvited(record, { ...moved, slot });
          return { ...item, after };
        }
        case 'cancel':
          await ports.meetings.cancel(
            organiser,
            decided.event,
            cancellation({ schemeName: scheme.name, ...decided.record }),
          );
          return item;
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
async function create(
  ports: Ports,
  scheme: Scheme,
  organiser: string,
  items: readonly Item[],
): Promise<Item[]> {
  const invitations = items.flatMap(({ decided, version }) =>
    decided.step === 'create' && version !== null
      ? [[decided.record.pairing, invitationTo(scheme, decided.record, decided.slot)] as const]
      : [],
  );
  if (invitations.length === 0) return [...items];
  const pairings = invitations.map(([pairing]) => pairing);
  try {
    const results = await ports.meetings.create(
      organiser,
      invitations.map(([, invited]) => invited),
    );
    return items.map((item) => {
      const result = results[pairings.indexOf(item.before.pairing)];
      if (result === undefined) return item;
      return result.kind === 'booked'
        ? { ...item, after: withInvited(item.after, result.event) }
        : failed(item, new Error(`Microsoft Graph refused the event: ${result.reason}`));
    });
  } catch (error) {
    return items.map((item) => (pairings.includes(item.before.pairing) ? failed(item, error) : item));
  }
}

function invitationTo(scheme: Scheme, pairing: PairingRecord, slot: Slot): Invitation {
  const key = eventKey(pairing);
  const { minutes, members } = pairing;
  return {
    key,
    ...invitation({ schemeName: scheme.name, minutes, members, question: questionFrom(key) }),
    category: scheme.name,
    slot,
    attendees: members.map(({ name, mail }) => ({ name, mail })),
  };
}

function failed(item: Item, error: unknown): Item {
  return { ...item, after: item.before, failure: error instanceof Error ? error : new Error(String(error)) };
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
    offline: items.filter(({ after }) => after.event !== null && after.event.joinUrl === null).length,
  });
}
