// The tab's API: what `functions/` answers and `tab/` reads. All instants are ISO 8601 in UTC, all dates ISO.
import * as z from 'zod';
import { answer, endReason, pairingState } from '../records/pairing.ts';
import { enrolmentStatus } from '../records/participant.ts';
import { preferences } from '../records/person.ts';
import { cost, plannedPairing } from '../records/plan.ts';
import { figures } from '../records/report.ts';
import { stage } from '../records/round.ts';
import { storedSettings } from '../schemes/settings-schemas.ts';
import { pairingView, slotView } from '../words/pairing-view.ts';

const instant = z.iso.datetime();
const date = z.iso.date();

/** GET /api/me */
export const me = z.object({
  id: z.string(),
  name: z.string(),
  language: z.string(),
  zone: z.string(),
  coordinator: z.boolean(),
  enrolments: z.array(
    z.object({
      scheme: z.string(),
      name: z.string(),
      status: enrolmentStatus,
      pausedUntil: date.nullable(),
      joinedAt: instant,
    }),
  ),
  settings: z.object({
    reachable: z.boolean(),
    /** Of the first scheme that the person knows; null while nothing was chosen. They are set in the chat with the bot. */
    preferences: preferences.nullable(),
  }),
});
export type Me = z.infer<typeof me>;

/** GET /api/me/pairing: the soonest pairing whose meeting week, or whose meeting, is not over; null when there is none. */
export const myPairing = pairingView.nullable();

/** GET /api/me/history: newest first. `met` null: nobody has said yet. `week` null: a round from before this product. */
export const myHistory = z.array(
  z.object({
    scheme: z.string(),
    schemeName: z.string(),
    number: z.number().int(),
    week: date.nullable(),
    partners: z.array(z.object({ id: z.string(), name: z.string() })),
    met: z.boolean().nullable(),
    /** What the person takes away from it; null: they have not said. */
    takeaway: z.string().nullable(),
    /** What partners take away from it and share. */
    shared: z.array(z.object({ id: z.string(), name: z.string(), takeaway: z.string() })),
  }),
);
export type MyHistory = z.infer<typeof myHistory>;

/** GET /api/schemes */
export const schemes = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    minutes: z.number().int(),
    zone: z.string(),
    next: z.object({ pairingAt: instant, week: date }),
    status: z.union([enrolmentStatus, z.literal('not-in')]),
  }),
);
export type Schemes = z.infer<typeof schemes>;

const counts = z.object({
  participants: z.number().int(),
  pairings: z.number().int(),
  trios: z.number().int(),
  booked: z.number().int(),
  /** Pairings whose invitation is still to go out, or to be moved. */
  waiting: z.number().int(),
  unplaced: z.number().int(),
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
  /** Accounts for every participant of the round, once. */
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

/**
 * POST /api/me/erase: an empty object asks what would happen; with the `token` of that answer as `confirm` it is done.
 */
export const eraseRequest = z.object({ confirm: z.string().exactOptional() });

/** Every refusal of the API. */
export const apiError = z.object({
  error: z.object({
    code: z.enum(['unauthorised', 'forbidden', 'not-found', 'bad-request', 'conflict', 'unavailable']),
    message: z.string(),
  }),
});

/** 409 of a change of settings: somebody else changed them meanwhile; `standing` is what they are now. */
export const settingsConflict = apiError.extend({ standing: storedSettings });
export type SettingsConflict = z.infer<typeof settingsConflict>;
