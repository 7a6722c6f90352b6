import { z } from 'zod';
import { plannedPairing } from './plan.ts';
import type { Round } from './round.ts';
import { slot, type Slot } from './slot.ts';

/** What brought about a revision of a pairing: its members are told in these terms, once a revision. */
export const news = z.enum([
  /** Paired and booked. */
  'booked',
  /** Paired; the members choose a slot themselves. */
  'suggested',
  /** A member declined: another slot is booked. */
  'moved',
  /** Somebody moved the event in the organiser's calendar by hand: it stays there. */
  'moved-by-hand',
  /** A member proposed a time that suits all: it is booked. */
  'proposed',
  /** A member proposed a time that does not suit everybody: the meeting stays where it is. */
  'kept',
  /** A member chose a slot. */
  'chosen',
  /** Members declined too often, or no event stands any more: the members choose a slot. */
  'asked',
  /** One of three members left, or meets somebody who had nobody: the others meet as booked. */
  'member-left',
  /** A third joined. */
  'member-joined',
  /** Matched anew in the same week: an earlier pairing fell apart, they joined late, or were one of three. */
  'rematched',
  /** A member cannot take part any more: no meeting. */
  'cancelled',
]);
export type News = z.infer<typeof news>;

export const answer = z.enum(['none', 'accepted', 'tentative', 'declined']);

export type Answer = z.infer<typeof answer>;

/**
 * `planned`: to be booked, or its event to be moved; `booked`; `suggested`: its members choose among slots; `failed`: every
 * slot passed; `cancelled`: a member cannot take part any more.
 */
export const pairingState = z.enum(['planned', 'booked', 'suggested', 'failed', 'cancelled']);

/**
 * Why a pairing ended without a meeting. `every-slot-passed`: before one could be booked; `nobody-chose`: of the times that
 * were offered; `nobody-found`: it fell apart, and whoever was left found nobody else.
 */
export const endReason = z.enum(['every-slot-passed', 'nobody-chose', 'nobody-found']);

/** A pairing of a round: what its members are to do, and what stands in the calendars. */
export const pairingRecord = z.object({
  scheme: z.string(),
  round: z.iso.date(),
  pairing: z.string(),
  ...plannedPairing.omit({ id: true }).shape,
  state: pairingState,
  /** How often what the members are to do has changed; 0: as first decided. Part of the messages' key. */
  revision: z.number().int().min(0),
  /** The revision since which nothing has changed of what members may choose: a press on what was sent since then counts. */
  choicesSince: z.number().int().min(0),
  news,
  /** The member who brought the revision about; null when nobody did. */
  because: z.string().nullable(),
  /** Who is told of the revision; null: every member. */
  tell: z.array(z.string()).nullable(),
  /** The mailbox that invites. */
  organiser: z.string(),
  /** The slot where the event is to stand; one for which an event may have been made already when `event` is null. */
  slot: slot.nullable(),
  /** What stands in the organiser's calendar, as last seen; null: nothing. `members`: who is invited. */
  event: z
    .object({ id: z.string(), slot, members: z.array(z.string()), joinUrl: z.string().nullable() })
    .nullable(),
  /** How many events of this pairing were cancelled: part of the key of the next one. */
  generation: z.number().int().min(0),
  /** How often a member's decline has moved the meeting. */
  moves: z.number().int().min(0),
  /** Slots that members may choose from; null: none are offered. */
  offer: z.array(slot).max(3).nullable(),
  /** Answers by person; who is absent has not answered. */
  answers: z.record(z.string(), answer),
  /**
   * What a revision has dealt with already. By person: when the answer was given, which counts as none from then on. By
   * `proposed:` and person: when they proposed a time in vain.
   */
  handled: z.record(z.string(), z.string()),
  /** By member whom this revision brought here: who could not take part after all, by name, whom they were to meet before. */
  insteadOf: z.record(z.string(), z.string()),
  /** Members who proposed a time that this revision does not take, since it does not suit everybody. */
  passedOver: z.array(z.string()),
  /** Why there will be no meeting; null while there may be one. */
  endedBecause: endReason.nullable(),
});
export type PairingRecord = z.infer<typeof pairingRecord>;

/** Whether members have something ahead of them together: to be booked, booked and not begun, or to be chosen. */
export function isAhead({ state, slot }: PairingRecord, now: number): boolean {
  if (state === 'suggested') return true;
  if (state !== 'planned' && state !== 'booked') return false;
  return slot === null || Date.parse(slot.start) > now;
}

/**
 * Whether a booked meeting has begun, and no look since its end has read its answers: one that was declined while somebody
 * waited in it is mended by the first look after it as well.
 */
export function isUnderWay(
  { state, slot, event }: PairingRecord,
  { round: { lookedAheadAt }, now }: { readonly round: Pick<Round, 'lookedAheadAt'>; readonly now: number },
): boolean {
  if (state !== 'booked' || slot === null || event === null || Date.parse(slot.start) > now) return false;
  return lookedAheadAt === null || Date.parse(lookedAheadAt) < Date.parse(slot.end);
}

/**
 * When the first of these meetings starts (ISO 8601) that is booked or to be booked, and was not over when its answers were
 * last read: it may be over since. Null when there is none.
 * @param readAt epoch milliseconds
 */
export function nextMeeting(pairings: readonly PairingRecord[], readAt: number): string | null {
  const starts = pairings.flatMap(({ state, slot, slots }) => {
    const next = state === 'planned' ? (slot ?? slots[0]) : state === 'booked' ? slot : null;
    return next && Date.parse(next.end) > readAt ? [next.start] : [];
  });
  return starts.sort((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null;
}

/** Where the meeting stands, or is to stand. */
export function slotOf({ state, slot }: PairingRecord): Slot | null {
  return state === 'planned' || state === 'booked' ? slot : null;
}
