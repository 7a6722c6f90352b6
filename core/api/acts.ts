// What people do that invites, moves, cancels or tells others, and what became of it.
import * as z from 'zod';
import { deskAct, wantedAct } from '../records/work.ts';

/** POST /api/me/acts. `Idempotency-Key` becomes the act's id. */
export { type DeskAct, deskAct, wantedAct, type WantedAct } from '../records/work.ts';

/**
 * An act, and what became of it. `waiting`: it can be taken back; it is done at `dueAt` or soon after. `refused`: the product
 * could not do it; `reason` says why, as the operation names it, or `unavailable` when Microsoft 365 did not answer for half
 * an hour. Kept for an hour.
 */
export const actView = z.object({
  id: z.string(),
  act: z.union([wantedAct, deskAct]),
  dueAt: z.iso.datetime(),
  state: z.enum(['waiting', 'withdrawn', 'doing', 'done', 'refused']),
  reason: z.string().nullable(),
});
export type ActView = z.infer<typeof actView>;
