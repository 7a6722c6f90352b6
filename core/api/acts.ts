// What people do that invites, moves, cancels or tells others: it waits ten seconds, in which they can take it back.
import * as z from 'zod';
import { answers } from '../records/profile.ts';

const inScheme = { scheme: z.string() };
const inRound = { ...inScheme, round: z.iso.date() };

/** POST /api/me/acts. `Idempotency-Key` becomes the act's id. */
export const wantedAct = z.discriminatedUnion('kind', [
  /** Absent `answers`: as they were. */
  z.object({ kind: z.literal('join'), ...inScheme, answers: answers.exactOptional() }),
  z.object({ kind: z.literal('resume'), ...inScheme }),
  /** `until`: the first day back; null: until they come back. */
  z.object({ kind: z.literal('pause'), ...inScheme, until: z.iso.date().nullable() }),
  z.object({ kind: z.literal('leave'), ...inScheme }),
  /** They take part in a round, or do not. */
  z.object({ kind: z.literal('take-part'), ...inRound }),
  z.object({ kind: z.literal('skip'), ...inRound }),
  /** A time for the current meeting; `start` is one of those that were offered. */
  z.object({
    kind: z.literal('choose'),
    pairing: z.string(),
    revision: z.int(),
    start: z.iso.datetime(),
  }),
  z.object({ kind: z.literal('invite'), person: z.string() }),
]);
export type WantedAct = z.infer<typeof wantedAct>;

/**
 * An act, and what became of it. `waiting`: it can be taken back until `dueAt`. `refused`: the product could not do it;
 * `reason` says why, as the operation names it. Kept for an hour.
 */
export const actView = z.object({
  id: z.string(),
  act: wantedAct,
  dueAt: z.iso.datetime(),
  state: z.enum(['waiting', 'doing', 'done', 'refused']),
  reason: z.string().nullable(),
});
export type ActView = z.infer<typeof actView>;
