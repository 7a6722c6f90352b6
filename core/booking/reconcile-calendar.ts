import type { MailboxGone } from '../ports/meetings.ts';
import type { Ports } from '../ports/ports.ts';
import type { Versioned } from '../ports/storage.ts';
import { type BookedEvent, eventOf, type PairingRecord } from '../records/pairing.ts';
import { eventKey } from '../records/keys.ts';
import { memberOf, type PersonId } from '../records/person.ts';
import type { Scheme } from '../records/scheme.ts';
import { decideBooking, type Decided, withEvent } from './decide-booking.ts';
import { doSteps, failed, isStillToDo, type Item, type Members } from './do-steps.ts';
import { recheckSlots } from './recheck-slots.ts';

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
      return [isUnknown(pairing) && decided.step !== 'none' ? failed(item, 'mailbox-gone') : item];
    })
    .flat();

  // 2. Record which events are about to be made, do the steps, record the results. When somebody else changes a record
  // meanwhile, the repeat finds the event.
  const begun = await write(ports, items, (item) => item.decided.step === 'create' && isStillToDo(item));
  const done = await doSteps({ ports, scheme, organiser, members }, begun);
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
