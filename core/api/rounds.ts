// What coordinators read of rounds. All instants are ISO 8601 in UTC, all dates ISO.
import * as z from 'zod';
import { answer, endReason, pairingState } from '../records/pairing.ts';
import { cost, plannedPairing } from '../records/plans/plan.ts';
import { figures } from '../records/report.ts';
import { stage } from '../records/round.ts';
import { slotView } from '../words/pairing-view.ts';

const instant = z.iso.datetime();
const date = z.iso.date();

const counts = z.object({
  /** Those who take part: without those who withdrew, and with those who joined since and wait for company. */
  participants: z.number().int(),
  /** Those whose members meet, or are about to. */
  pairings: z.number().int(),
  trios: z.number().int(),
  booked: z.number().int(),
  /** Pairings whose invitation is still to go out, or to be moved. */
  waiting: z.number().int(),
  /** Participants who are in none of the pairings. */
  unplaced: z.number().int(),
  /** Participants whom the latest message about what the round has for them reached. */
  told: z.number().int(),
});

/** GET /api/schemes/{scheme}/rounds (coordinators): newest first. */
export const rounds = z.array(
  z.object({
    round: date,
    number: z.number().int(),
    stage,
    weekStart: instant,
    weekEnd: instant,
    /** What became of its people; null until it is closed. */
    figures: figures.nullable(),
  }),
);
export type Rounds = z.infer<typeof rounds>;

/** GET /api/schemes/{scheme}/rounds/{round} (coordinators). */
export const roundDetail = z.object({
  scheme: z.string(),
  schemeName: z.string(),
  zone: z.string(),
  round: date,
  number: z.number().int(),
  stage,
  weekStart: instant,
  weekEnd: instant,
  /** Whether the plan is proved best, and what it costs, in the order of importance. Null before the plan is made. */
  plan: z
    .object({
      seed: z.number().int(),
      optimal: z.boolean(),
      cost,
    })
    .nullable(),
  /** How many invitations could not be read, or not whole, when all answers were last read. */
  unreadableEvents: z.number().int(),
  counts,
  /** What became of its people so far; once it is closed, what was decided then. */
  figures,
  /** How many people chose each of the four faces, the unhappiest first; null: fewer than five people chose one. */
  faces: z.array(z.number().int()).length(4).nullable(),
  /** The first two hundred in the order of their times, those without one last. All of them: `/pairings`. */
  pairings: z.array(
    z.object({
      pairing: z.string(),
      state: pairingState,
      /** Whether at least two of its members met; null while they may still. */
      outcome: z.enum(['met', 'not-met', 'not-known']).nullable(),
      slot: slotView.nullable(),
      online: z.boolean(),
      lastMet: z.number().int().nullable(),
      members: z.array(z.object({ id: z.string(), name: z.string(), answer })),
      /** How often somebody's answer has moved the meeting. */
      moves: z.number().int(),
      /** Present when a time is booked only once all members have pressed it, because a calendar cannot be read. */
      allPress: plannedPairing.shape.allPress,
      /** Why there will be no meeting; null while there may be one. */
      endedBecause: endReason.nullable(),
    }),
  ),
  /** What the round has for each participant, once: at most two hundred, by name. All of them: `/people`. */
  receipt: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      outcome: z.enum(['paired', 'unplaced']),
      pairing: z.string().nullable(),
      reason: z.string().nullable(),
      /** What Microsoft 365 said of a calendar that could not be read: its code. Null otherwise. */
      detail: z.string().nullable(),
      told: z.enum(['pending', 'sent', 'unreachable', 'failed']),
    }),
  ),
});
export type RoundDetail = z.infer<typeof roundDetail>;

/** GET /api/schemes/{scheme}/figures: how a scheme is doing, for everybody. Null: fewer than five. */
export const schemeFigures = z.object({
  scheme: z.string(),
  schemeName: z.string(),
  /** Rounds that were paired so far. */
  rounds: z.int().nullable(),
  /** Who takes part now. */
  people: z.int().nullable(),
  /** Of the people in closed rounds of whom it is known: how many met, from 0 to 1, in hundredths. */
  met: z.number().min(0).max(1).nullable(),
});
export type SchemeFigures = z.infer<typeof schemeFigures>;
