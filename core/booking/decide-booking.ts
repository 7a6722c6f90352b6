import type { BookedEvent } from '../records/event.ts';
import type { PairingRecord } from '../records/pairing.ts';
import { isSameSlot, isToCome, type Slot } from '../records/slot.ts';

/**
 * The next step in the calendar for a pairing, with its record: as it is once the step is done for `none` and `cancel`, as it
 * is written before the step for `create` and `move`.
 */
export type Decided =
  | { readonly step: 'none'; readonly record: PairingRecord }
  | { readonly step: 'create'; readonly record: PairingRecord; readonly slot: Slot }
  | { readonly step: 'move'; readonly record: PairingRecord; readonly slot: Slot; readonly event: string }
  | { readonly step: 'cancel'; readonly record: PairingRecord; readonly event: string };

/**
 * Whether the calendar may hold an event that the record does not know: a worker created it and was killed before recording
 * it, or the record was changed meanwhile.
 */
export function mayHaveEvent({ event, slot, state, revision }: PairingRecord): boolean {
  return event === null && (slot !== null || (state !== 'planned' && revision > 0));
}

/** Whether the calendar needs no step, as far as the record knows. */
export function isSettled({ state, event, slot }: PairingRecord): boolean {
  return state === 'booked' || (state !== 'planned' && event === null && slot === null);
}

/**
 * Decides the next step in the calendar for a pairing. A pairing whose slots have all passed fails.
 * @param record with its event, where one was looked for and found
 * @param now epoch milliseconds
 */
export function decideBooking(record: PairingRecord, now: number): Decided {
  if (record.state === 'booked') return { step: 'none', record };
  if (record.state !== 'planned') return withoutMeeting(record);

  const slot = slotToBook(record, now);
  if (slot === null) {
    return withoutMeeting({ ...record, state: 'failed', tell: null, endedBecause: 'every-slot-passed' });
  }
  const wanted = bookedAt(record, slot);
  if (record.event === null) return { step: 'create', record: wanted, slot };
  return isAsWanted(wanted)
    ? { step: 'none', record: { ...wanted, state: 'booked' } }
    : { step: 'move', record: wanted, slot, event: record.event.id };
}

/** The record of a pairing whose event was found: booked when the event has the wanted slot and attendees. */
export function withEvent(record: PairingRecord, found: BookedEvent): PairingRecord {
  const { id, slot, joinUrl } = found;
  const members = found.attendees.map(
    (mail) => record.members.find((member) => member.mail.toLowerCase() === mail)?.id ?? mail,
  );
  const known = { ...record, event: { id, slot, members, joinUrl } };
  return known.state === 'planned' && isAsWanted(known) ? { ...known, state: 'booked' } : known;
}

/**
 * The same for an event whose invitations were just sent. Its attendees are taken to be the members: Exchange may spell
 * their addresses differently from what it was given.
 */
export function withInvited(record: PairingRecord, event: Omit<BookedEvent, 'attendees'>): PairingRecord {
  return withEvent(record, { ...event, attendees: record.members.map(({ mail }) => mail.toLowerCase()) });
}

/** The record of a pairing whose event is gone. `generation` grows, so that the next event gets a new key. */
export function withoutEvent(record: PairingRecord): PairingRecord {
  return { ...record, event: null, generation: record.generation + 1 };
}

/** The step for a pairing that is to have no event. */
function withoutMeeting(record: PairingRecord): Decided {
  if (isSettled(record)) return { step: 'none', record };
  const without = { ...record, slot: null };
  return record.event === null
    ? { step: 'none', record: without }
    : { step: 'cancel', record: withoutEvent(without), event: record.event.id };
}

/** The slot on the record while it is still to come or the event is already there; else the best one still to come. */
function slotToBook({ slot, slots, event }: PairingRecord, now: number): Slot | null {
  if (slot !== null && (isToCome(slot, now) || (event !== null && isSameSlot(slot, event.slot)))) return slot;
  return slots.find((one) => isToCome(one, now)) ?? null;
}

/**
 * The record with the slot to book. When members were promised another slot, which came too near while booking waited, all
 * are told that the meeting has moved.
 */
function bookedAt(record: PairingRecord, slot: Slot): PairingRecord {
  const isPromised = record.news === 'chosen' || record.news === 'proposed';
  return isPromised && record.slot !== null && !isSameSlot(record.slot, slot)
    ? { ...record, slot, news: 'moved', because: null, tell: null }
    : { ...record, slot };
}

/** Whether the event has the record's slot and exactly its members as attendees. */
function isAsWanted({ slot, members, event }: PairingRecord): boolean {
  if (slot === null || event === null || !isSameSlot(slot, event.slot)) return false;
  const invited = new Set(event.members);
  return invited.size === members.length && members.every(({ id }) => invited.has(id));
}
