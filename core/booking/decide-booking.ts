import {
  type BookedEvent,
  coreOf,
  eventOf,
  type MadeEvent,
  mostOffered,
  noEvent,
  type PairingIn,
  type PairingRecord,
} from '../records/pairing.ts';
import type { Member } from '../records/person.ts';
import type { Revision } from '../records/repair.ts';
import { isSettled } from '../records/mailbox.ts';
import { isSameSlot, isToCome, type Slot } from '../time/slot.ts';
import { messagesToMembers, messageTo } from '../telling/new-messages.ts';

/**
 * The next step in the calendar for a pairing, with its record and the messages that it brings: as they are once the step is
 * done for `none` and `cancel`, as they are written before the step for `create` and `move`.
 */
export type Decided = Revision &
  (
    | { readonly step: 'none' }
    | { readonly step: 'create'; readonly pairing: PairingIn<'planned'> }
    | { readonly step: 'move'; readonly pairing: PairingIn<'planned'>; readonly event: string }
    | { readonly step: 'cancel'; readonly event: string }
  );

/**
 * Decides the next step in the calendar for a pairing. A pairing whose slots have all passed fails.
 * @param pairing with its event, where one was looked for and found
 * @param now epoch milliseconds
 */
export function decideBooking(pairing: PairingRecord, now: number): Decided {
  if (pairing.state === 'booked') return { step: 'none', pairing, messages: [] };
  if (pairing.state !== 'planned') return withoutMeeting({ pairing, messages: [] });

  const slot = slotToBook(pairing, now);
  if (slot === null) {
    return withoutMeeting(
      pairing.allPress === true
        ? askAgain(
            pairing,
            pairing.slots.filter((one) => isToCome(one, now)),
            now,
          )
        : failBooking(pairing, 'every-slot-passed', now),
    );
  }
  const { pairing: wanted, messages } = bookedAt(pairing, slot, now);
  const event = eventOf(wanted);
  if (event === null) {
    return { step: 'create', pairing: { ...wanted, event: { kind: 'begun' } }, messages };
  }
  return isAsWanted(wanted, event)
    ? { step: 'none', pairing: booked(wanted, event), messages }
    : { step: 'move', pairing: wanted, messages, event: event.id };
}

/**
 * The record of a pairing whose event was found: booked when the event has the wanted slot and attendees.
 * @param members the pairing's
 */
export function withEvent(
  pairing: PairingRecord,
  { id, slot, joinUrl, attendees }: BookedEvent,
  members: readonly Member[],
): PairingRecord {
  const invited = attendees.map(
    (mail) => members.find((member) => member.mail.toLowerCase() === mail)?.id ?? 'stranger',
  );
  const event: MadeEvent = { kind: 'made', id, slot, members: invited, joinUrl };
  if (pairing.state !== 'planned') return { ...pairing, event };
  return isAsWanted(pairing, event) ? booked(pairing, event) : { ...pairing, event };
}

/**
 * The same for an event whose invitations were just sent. Its attendees are taken to be the members: Exchange may spell
 * their addresses differently from what it was given.
 */
export function withInvited(
  pairing: PairingIn<'planned'>,
  { id, slot, joinUrl }: Omit<BookedEvent, 'attendees'>,
): PairingRecord {
  const event: MadeEvent = { kind: 'made', id, slot, members: pairing.members, joinUrl };
  return isAsWanted(pairing, event) ? booked(pairing, event) : { ...pairing, event };
}

/** The record of a pairing whose event is gone. `generation` grows, so that the next event gets a new key. */
export function withoutEvent<P extends Exclude<PairingRecord, PairingIn<'booked'>>>(pairing: P): P {
  return { ...pairing, event: noEvent, generation: pairing.generation + 1 };
}

function booked(pairing: PairingIn<'planned'>, event: MadeEvent): PairingIn<'booked'> {
  return { ...coreOf(pairing), state: 'booked', event, answers: pairing.answers };
}

/**
 * No time is left, or Outlook refuses the event for good: the members are told that there is no meeting. An event that the
 * pairing has is to be cancelled.
 */
export function failBooking(
  pairing: PairingIn<'planned'>,
  reason: 'every-slot-passed' | 'refused-by-outlook',
  now: number,
): Revision<Unbooked> {
  const next: Unbooked = { ...coreOf(pairing), revision: pairing.revision + 1, state: 'failed', reason };
  const said = { kind: 'unplaced', reason: 'not-booked' } as const;
  return { pairing: next, messages: next.members.map((person) => messageTo(person, next, said, now)) };
}

/**
 * The time that all members pressed cannot be booked any more: they are asked to choose another one. An event that the
 * pairing has is to be cancelled.
 * @param slots the times that are left, best first
 */
export function askAgain(
  pairing: PairingIn<'planned'>,
  slots: readonly Slot[],
  now: number,
): Revision<PairingIn<'suggested'>> {
  const revision = pairing.revision + 1;
  const tried = [pairing.slot];
  const offer = slots.filter((slot) => !isSameSlot(slot, pairing.slot)).slice(0, mostOffered);
  const next = {
    ...coreOf(pairing),
    revision,
    choicesSince: revision,
    state: 'suggested',
    offer,
    tried,
  } as const;
  return { pairing: next, messages: messagesToMembers(next, { news: 'asked', because: null }, now) };
}

type Unbooked = Exclude<PairingRecord, PairingIn<'booked' | 'planned'>>;

/** The step for a pairing that is to have no event. */
function withoutMeeting({ pairing, messages }: Revision<Unbooked>): Decided {
  const event = eventOf(pairing);
  if (event !== null) return { step: 'cancel', pairing: withoutEvent(pairing), messages, event: event.id };
  // The calendar was searched for an event that may have been made: there is none.
  return { step: 'none', pairing: isSettled(pairing) ? pairing : { ...pairing, event: noEvent }, messages };
}

/**
 * The slot on the record while it is still to come or the event is already there; else, where not all must press it, the best
 * one still to come.
 */
function slotToBook(pairing: PairingIn<'planned'>, now: number): Slot | null {
  const { slot, slots } = pairing;
  const event = eventOf(pairing);
  if (isToCome(slot, now) || (event !== null && isSameSlot(slot, event.slot))) return slot;
  return pairing.allPress === true ? null : (slots.find((one) => isToCome(one, now)) ?? null);
}

/**
 * The record with the slot to book. When members were promised another slot, which came too near while booking waited, all
 * are told that the meeting has moved.
 */
export function bookedAt(
  pairing: PairingIn<'planned'>,
  slot: Slot,
  now: number,
): Revision<PairingIn<'planned'>> {
  if (isSameSlot(pairing.slot, slot)) return { pairing, messages: [] };
  if (!pairing.promised) return { pairing: { ...pairing, slot }, messages: [] };
  const revision = pairing.revision + 1;
  const moved = { ...pairing, slot, promised: false, revision, choicesSince: revision };
  return { pairing: moved, messages: messagesToMembers(moved, { news: 'moved', because: null }, now) };
}

/** Whether the event has the record's slot and exactly its members as attendees. */
function isAsWanted({ slot, members }: PairingIn<'planned'>, event: MadeEvent): boolean {
  if (!isSameSlot(slot, event.slot)) return false;
  const invited = new Set(event.members);
  return invited.size === members.length && members.every((id) => invited.has(id));
}
