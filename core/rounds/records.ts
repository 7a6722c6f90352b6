// What is stored about people and rounds. Instants are ISO 8601 in UTC, dates ISO.
import { z } from 'zod';
import { answer, enrolmentStatus, pairingState } from '../api/schemas.ts';
import { plannedPairing, slot, unplacedReason } from './plan.ts';

/** A person as this product knows them: how to reach them, and how they read. */
export const personRecord = z.object({
  id: z.string(),
  name: z.string(),
  language: z.string().nullable(),
  /** IANA zone of the person's Teams client. */
  zone: z.string().nullable(),
  /** How to reach the person's chat with the bot; null before the first contact and after the app was removed. */
  conversation: z.string().nullable(),
  /** False when the person blocked or removed the app. */
  reachable: z.boolean(),
  /**
   * The welcome of this install: the activity that it answers, and whether it was said for certain. Null before the app
   * is added.
   */
  welcome: z.object({ activity: z.string(), said: z.boolean() }).nullable(),
});
export type PersonRecord = z.infer<typeof personRecord>;

/** A meeting as the matcher needs it. `met` null: nobody has said (it counts as met). */
export const pastMeeting = z.object({
  number: z.number().int(),
  round: z.iso.date().nullable(),
  with: z.array(z.string()).min(1).max(2),
  met: z.boolean().nullable(),
});
export type PastMeeting = z.infer<typeof pastMeeting>;

/** A person enrolled in a scheme, with what the matcher needs about them. */
export const participant = z.object({
  scheme: z.string(),
  person: z.string(),
  /** `not-in`: known from an earlier programme alone. */
  status: z.enum([...enrolmentStatus.options, 'not-in']),
  /** First day back, in the scheme's zone; null unless paused. */
  pausedUntil: z.iso.date().nullable(),
  joinedAt: z.iso.datetime(),
  meetings: z.array(pastMeeting),
});
export type Participant = z.infer<typeof participant>;

/** A pairing of a round: what was planned, and what became of it. */
export const pairingRecord = z.object({
  scheme: z.string(),
  round: z.iso.date(),
  pairing: z.string(),
  ...plannedPairing.omit({ id: true }).shape,
  state: pairingState,
  /** The mailbox that invites. */
  organiser: z.string(),
  /** The slot that is booked, or for which an event may have been made already (`state` planned). */
  slot: slot.nullable(),
  event: z.string().nullable(),
  joinUrl: z.string().nullable(),
  /** Answers by person; who is absent has not answered. */
  answers: z.record(z.string(), answer),
  problem: z.string().nullable(),
});
export type PairingRecord = z.infer<typeof pairingRecord>;

/** Where a participant stands in a round: in a pairing, or why not. One for everybody who took part: the round's receipt. */
export const placement = z.object({
  scheme: z.string(),
  round: z.iso.date(),
  person: z.string(),
  name: z.string(),
  language: z.string(),
  zone: z.string(),
  pairing: z.string().nullable(),
  reason: unplacedReason.nullable(),
});
export type Placement = z.infer<typeof placement>;

/**
 * One message of the product's own initiative. `sending`: somebody began to send it at `at`, and may have died since;
 * `doubtful`: it may or may not have arrived, look before sending again.
 */
export const outboxRecord = z.object({
  scheme: z.string(),
  round: z.iso.date(),
  key: z.string(),
  person: z.string(),
  state: z.enum(['sending', 'doubtful', 'sent', 'unreachable']),
  at: z.iso.datetime(),
  activity: z.string().nullable(),
});
export type OutboxRecord = z.infer<typeof outboxRecord>;
