import type { BookedEvent } from '../records/event.ts';
import type { PairingRecord } from '../records/pairing.ts';
import { isSameSlot, isToCome, type Slot } from '../records/slot.ts';

/** What brings the calendar in line with a record, and the record: as it is to stand after `none` and `cancel`, before the others. */
export type Decided =
  | { readonly step: 'none'; readonly record: PairingRecord }
  | { readonly step: 'create'; readonly record: PairingRecord; readonly slot: Slot }
  | { readonly step: 'move'; readonly record: PairingRecord; readonly slot: Slot; readonly event: string }
  | { readonly step: 'cancel'; readonly record: PairingRecord; readonly event: string };

/**
 * Whether an event may stand of which the record does not know: somebody began to make it, and died before it could be
 * recorded, or the record was changed meanwhile.
 */
export function mayHaveEvent({ event, slot, state, revision }: PairingRecord): boolean {
  return event === null && (slot !== null || (state !== 'planned' && revision > 0));
}

/** Whether the calendar is in line with the record, as far as the record knows. */
export function isSettled({ state, event, slot }: PairingRecord): boolean {
  return state === 'booked' || (state !== 'planned' && event === null && slot === null);
}

/**
 * Decides what is to be done in the calendar for a pairing.
 * @param record with the event that stands, where one was looked for and found
 * @param now epoch milliseconds
 */
export function decideBooking(record: PairingRecord, now: number): Decided {
  if (record.state === 'booked') return { step: 'none', record };
  if (record.state !== 'planned') return withdrawn(record);

  const slot = slotOf(record, now);
  if (slot === null) {
    return withdrawn({ ...record, state: 'failed', tell: null, endedBecause: 'every-slot-passed' });
  }
  const wanted = inTime(record, slot);
  if (record.event === null) return { step: 'create', record: wanted, slot };
  return stands(wanted)
    ? { step: 'none', record: { ...wanted, state: 'booked' } }
    : { step: 'move', record: wanted, slot, event: record.event.id };
}

/** The record of a pairing whose event was found: booked when it stands as it is to. */
export function withEvent(record: PairingRecord, found: BookedEvent): PairingRecord {
  const { id, slot, joinUrl } = found;
  const members = found.attendees.map(
    (mail) => record.members.find((member) => member.mail.toLowerCase() === mail)?.id ?? mail,
  );
  const known = { ...record, event: { id, slot, members, joinUrl } };
  return known.state === 'planned' && stands(known) ? { ...known, state: 'booked' } : known;
}

/** The same when its members were just invited: Exchange may write their addresses in another way than it was given. */
export function withInvited(record: PairingRecord, event: Omit<BookedEvent, 'attendees'>): PairingRecord {
  return withEvent(record, { ...event, attendees: record.members.map(({ mail }) => mail.toLowerCase()) });
}

/** The record of a pairing whose event is no more: the next one has a key of its own. */
export function withoutEvent(record: PairingRecord): PairingRecord {
  return { ...record, event: null, generation: record.generation + 1 };
}

function withdrawn(record: PairingRecord): Decided {
  if (isSettled(record)) return { step: 'none', record };
  const without = { ...record, slot: null };
  return record.event === null
    ? { step: 'none', record: without }
    : { step: 'cancel', record: withoutEvent(without), event: record.event.id };
}

/** Where the event is to stand: the slot on the record, else the best one, of those that are still to come. */
function slotOf({ slot, slots, event }: PairingRecord, now: number): Slot | null {
  if (slot !== null && (isToCome(slot, now) || (event !== null && isSameSlot(slot, event.slot)))) return slot;
  return slots.find((one) => isToCome(one, now)) ?? null;
}

/** With a slot; where members were promised another one, which passed while it waited to be booked, all are told so. */
function inTime(record: PairingRecord, slot: Slot): PairingRecord {
  const isPromised = record.news === 'chosen' || record.news === 'proposed';
  return isPromised && record.slot !== null && !isSameSlot(record.slot, slot)
    ? { ...record, slot, news: 'moved', because: null, tell: null }
    : { ...record, slot };
}

function stands({ slot, members, event }: PairingRecord): boolean {
  if (slot === null || event === null || !isSameSlot(slot, event.slot)) return false;
  const invited = new Set(event.members);
  return invited.size === members.length && members.every(({ id }) => invited.has(id));
}
