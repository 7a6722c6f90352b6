// The tab's API: what `functions/` answers and `tab/` reads. All instants are ISO 8601 in UTC, all dates ISO.
import { z } from 'zod';

const instant = z.iso.datetime();
const date = z.iso.date();
const slot = z.object({ start: instant, end: instant });

export const answer = z.enum(['none', 'accepted', 'tentative', 'declined']);
export type Answer = z.infer<typeof answer>;

export const enrolmentStatus = z.enum(['active', 'paused', 'left']);

const memberView = z.object({
  id: z.string(),
  name: z.string(),
  department: z.string().optional(),
  office: z.string().optional(),
  zone: z.string(),
  answer,
});

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
  settings: z.object({ reachable: z.boolean() }),
});
export type Me = z.infer<typeof me>;

/**
 * `planned`: to be booked, or its event to be moved; `booked`; `suggested`: its members choose among slots; `failed`: every
 * slot passed; `cancelled`: a member cannot take part any more.
 */
export const pairingState = z.enum(['planned', 'booked', 'suggested', 'failed', 'cancelled']);

/** GET /api/me/pairing: the pairing whose meeting week is not over, or null. */
export const myPairing = z
  .object({
    scheme: z.string(),
    schemeName: z.string(),
    round: date,
    pairing: z.string(),
    state: pairingState,
    slot: slot.nullable(),
    joinUrl: z.url().nullable(),
    myAnswer: answer,
    partners: z.array(memberView),
    /** Rounds since the members last met, null when never. */
    lastMet: z.number().int().nullable(),
  })
  .nullable();
export type MyPairing = z.infer<typeof myPairing>;

/** GET /api/me/history: newest first. `met` null: nobody has said yet. `week` null: a round from before this product. */
export const myHistory = z.array(
  z.object({
    scheme: z.string(),
    schemeName: z.string(),
    number: z.number().int(),
    week: date.nullable(),
    partners: z.array(z.object({ id: z.string(), name: z.string() })),
    met: z.boolean().nullable(),
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

export const stage = z.enum(['pairing', 'booking', 'meeting', 'closed']);

const counts = z.object({
  participants: z.number().int(),
  pairings: z.number().int(),
  trios: z.number().int(),
  booked: z.number().int(),
  unplaced: z.number().int(),
  told: z.number().int(),
});

/** GET /api/schemes/{scheme}/rounds (coordinators): newest first. */
export const rounds = z.array(
  z.object({ round: date, number: z.number().int(), stage, weekStart: instant, weekEnd: instant }),
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
      cost: z.object({ unplaced: z.number(), trios: z.number(), repeats: z.number(), closeness: z.number() }),
    })
    .nullable(),
  counts,
  pairings: z.array(
    z.object({
      pairing: z.string(),
      state: pairingState,
      slot: slot.nullable(),
      online: z.boolean(),
      lastMet: z.number().int().nullable(),
      members: z.array(z.object({ id: z.string(), name: z.string(), answer })),
      /** In plain words' key: why it is not booked. */
      problem: z.string().nullable(),
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
      told: z.enum(['pending', 'sent', 'unreachable', 'failed']),
    }),
  ),
});
export type RoundDetail = z.infer<typeof roundDetail>;

/** Every refusal of the API. */
export const apiError = z.object({
  error: z.object({
    code: z.enum(['unauthorised', 'forbidden', 'not-found', 'bad-request', 'unavailable']),
    message: z.string(),
  }),
});
