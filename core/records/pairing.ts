import { z } from 'zod';
import { instant } from '../time/instant.ts';
import { plannedPairing } from './plan.ts';
import type { Round } from './round.ts';
import { slot, type Slot } from './slot.ts';

/** What a revision of a pairing is about. Its members are told about each revision once, in words for this. */
export const news = z.enum([
  /** Paired and booked. */
  'booked',
  /** Paired; the members choose a slot themselves. */
  'suggested',
  /** A member declined: another slot is booked. */
  'moved',
  /** Somebody moved the event by hand in the organiser's calendar: it stays at the new time. */
  'moved-by-hand',
  /** A member proposed a time that suits everybody: it is booked. */
  'proposed',
  /** A member proposed a time that does not suit everybody: the meeting keeps its time. */
  'kept',
  /** A member chose a slot. */
  'chosen',
  /** Members declined too often, or the event is gone: the members choose a slot. */
  'asked',
  /** One of three members left, or now meets somebody who had no partner: the others meet as booked. */
  'member-left',
  /** A third member joined. */
  'member-joined',
  /** Matched again in the same week: an earlier pairing fell apart, they joined late, or they were one of three. */
  'rematched',
  /** A member cannot take part any more: there is no meeting. */
  'cancelled',
]);
export type News = z.infer<typeof news>;

export const answer = z.enum(['none', 'accepted', 'tentative', 'declined']);

export type Answer = z.infer<typeof answer>;

/**
 * `planned`: to be booked, or to be moved to another slot. `suggested`: the members choose among slots. `failed`: no time is
 * left. `cancelled`: a member cannot take part any more.
 */
export const pairingState = z.enum(['planned', 'booked', 'suggested', 'failed', 'cancelled']);

/**
 * Why a pairing ended without a meeting. `every-slot-passed`: every slot passed before it could be booked. `nobody-chose`:
 * the members chose none of the offered times. `nobody-found`: it fell apart, and nobody else was found for the member left.
 */
export const endReason = z.enum(['every-slot-passed', 'nobody-chose', 'nobody-found']);

/** A pairing of a round: what its members are to do, and what is in the organiser's calendar. */
export const pairingRecord = z.object({
  scheme: z.string(),
  round: z.iso.date(),
  pairing: z.string(),
  ...plannedPairing.omit({ id: true }).shape,
  state: pairingState,
  /** How often the pairing has changed for its members; 0: as planned. Part of the keys of messages. */
  revision: z.number().int().min(0),
  /** The revision that last changed what members may choose. Buttons on messages from this revision on still work. */
  choicesSince: z.number().int().min(0),
  news,
  /** The member who caused the revision; null when no member did. */
  because: z.string().nullable(),
  /** Members to tell about the revision; null: all. */
  tell: z.array(z.string()).nullable(),
  /** The mailbox that invites. */
  organiser: z.string(),
  /** The slot that the event is to have. When `event` is null, an event may already have been made for it. */
  slot: slot.nullable(),
  /** The event in the organiser's calendar, as last read; null: there is none. `members`: who is invited. */
  event: z
    .object({ id: z.string(), slot, members: z.array(z.string()), joinUrl: z.string().nullable() })
    .nullable(),
  /** How many events of this pairing were cancelled. Part of the key of the next event. */
  generation: z.number().int().min(0),
  /** How often a member's decline has moved the meeting. */
  moves: z.number().int().min(0),
  /** Slots that members may choose from; null: no choice is offered. */
  offer: z.array(slot).max(3).nullable(),
  /** Answers by person; a person without an entry has not answered. */
  answers: z.record(z.string(), answer),
  /**
   * Answers and proposals that revisions have dealt with already, by when they were given; null: not known. Key: the person
   * for an answer, `proposed:` and the person for a proposal. A later look ignores them.
   */
  handled: z.record(z.string(), instant.nullable()),
  /** For members whom this revision brought here: the name of the person they were to meet before, who cannot take part. */
  insteadOf: z.record(z.string(), z.string()),
  /** Members who proposed a time that this revision does not use, because it does not suit everybody. */
  passedOver: z.array(z.string()),
  /** Why there will be no meeting; null while one is possible. */
  endedBecause: endReason.nullable(),
});
export type PairingRecord = z.infer<typeof pairingRecord>;

/**
 * Whether the members may still meet: the meeting is to be booked, or is booked and has not begun, or its time is to be
 * chosen.
 * @param now epoch milliseconds
 */
export function isAhead({ state, slot }: PairingRecord, now: number): boolean {
  if (state === 'suggested') return true;
  if (state !== 'planned' && state !== 'booked') return false;
  return slot === null || slot.start > now;
}

/**
 * Whether a booked meeting has begun, and its answers have not been read since it ended. A meeting that a member declined
 * while it ran is therefore repaired by the first look after its end too.
 * @param now epoch milliseconds
 */
export function isUnderWay(
  { state, slot, event }: PairingRecord,
  { round: { lookedAheadAt }, now }: { readonly round: Pick<Round, 'lookedAheadAt'>; readonly now: number },
): boolean {
  if (state !== 'booked' || slot === null || event === null || slot.start > now) return false;
  return lookedAheadAt === null || lookedAheadAt < slot.end;
}

/**
 * The earliest start (epoch milliseconds) of the meetings that are booked or to be booked and had not ended at `readAt`;
 * null when there is none.
 * @param readAt when answers were last read, in epoch milliseconds
 */
export function nextMeeting(pairings: readonly PairingRecord[], readAt: number): number | null {
  const starts = pairings.flatMap(({ state, slot, slots }) => {
    const next = state === 'planned' ? (slot ?? slots[0]) : state === 'booked' ? slot : null;
    return next && next.end > readAt ? [next.start] : [];
  });
  return starts.sort((a, b) => a - b)[0] ?? null;
}

/** When the last of the meetings ends that are booked or to be booked (epoch milliseconds); null when there is none. */
export function lastMeetingEnd(pairings: readonly PairingRecord[]): number | null {
  const ends = pairings.flatMap((pairing) => slotOf(pairing)?.end ?? []);
  return ends.sort((a, b) => b - a)[0] ?? null;
}

/** The slot of a meeting that is booked or to be booked; null when the pairing has none. */
export function slotOf({ state, slot }: PairingRecord): Slot | null {
  return state === 'planned' || state === 'booked' ? slot : null;
}
