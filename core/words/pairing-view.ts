// A pairing as one of its members sees it: what the bot's cards and messages show, and what the tab's API answers.
import * as z from 'zod';
import { answer, metAnswer, pairingState } from '../records/pairing.ts';
import { plannedPairing } from '../records/plans/plan.ts';
import { shownFacts } from '../records/person.ts';
import { ownWords } from '../records/profile.ts';
import type { Slot } from '../time/slot.ts';
import { toIso } from '../time/instant.ts';

/** A member of a pairing as the others see them. It lists what they may see, so nothing else of a member gets through. */
export const memberView = z.object({
  id: z.string(),
  ...shownFacts.shape,
  ...ownWords.shape,
  /** The members of a pairing have each other's address from the invitation. Absent while it is not known. */
  mail: z.string().min(1).exactOptional(),
  /** IANA zone of the member's working hours. */
  zone: z.string(),
  answer,
});
export type MemberView = z.infer<typeof memberView>;

/** When a meeting is, as the tab and the cards get it: ISO 8601 in UTC. */
export const slotView = z.object({ start: z.iso.datetime(), end: z.iso.datetime() });
export type SlotView = z.infer<typeof slotView>;

/** A slot as the tab and the cards get it. */
export function shownSlot({ start, end }: Slot): SlotView {
  return { start: toIso(start), end: toIso(end) };
}

/** A question to start from, as a place in the catalogue of each language: `questions[theme][index]`. */
const question = z.object({
  theme: z.enum(['think', 'do', 'share']),
  index: z.number().int().nonnegative(),
});
export type Question = z.infer<typeof question>;

/** Instants are ISO 8601 in UTC. */
export const pairingView = z.object({
  scheme: z.string(),
  schemeName: z.string(),
  round: z.iso.date(),
  pairing: z.string(),
  state: pairingState,
  /** A button to choose a time carries it, so that a press on an outdated card can be refused. */
  revision: z.number().int(),
  /** When the meeting is, or will be once the invitation is sent; null while no time is fixed. */
  slot: slotView.nullable(),
  /** Whether somebody moved the meeting by hand to a time so long after the meeting week that no other can be chosen. */
  isAfterWeek: z.boolean(),
  /** Times that the members may choose from, in the chat with the bot; at most three. Null: none are offered. */
  offer: z.array(slotView).readonly().nullable(),
  /**
   * Present where a time is booked only once all members have pressed it: the times that members have pressed, while not all
   * have pressed the same one.
   */
  wishes: z
    .array(z.object({ person: z.string(), slot: slotView }))
    .readonly()
    .exactOptional(),
  /** Null before the event is made, and when Microsoft made it without a Teams meeting. */
  joinUrl: z.url().nullable(),
  myAnswer: answer,
  /** What the reader said of whether they met; null: nothing yet. */
  mySaid: metAnswer.nullable(),
  /** Present when a coordinator called the meeting off: nobody else is looked for. */
  isCalledOff: z.literal(true).exactOptional(),
  /** When the pairing was read. */
  seenAt: z.iso.datetime(),
  /** The other members. */
  partners: z.array(memberView).readonly(),
  /** Rounds since the members last met; null when never. */
  lastMet: z.number().int().nullable(),
  newLink: plannedPairing.shape.newLink,
  question,
});
export type PairingView = z.infer<typeof pairingView>;
