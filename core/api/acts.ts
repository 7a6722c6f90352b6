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

/**
 * Why something that a coordinator asked for was not done. `unknown`: there is no such round or pairing. `closed`: the round is
 * not paired yet, or is over. `changed`: the meeting is not as she saw it any more. `passed`: it has begun. `taken`: the time
 * does not suit everybody any more. `must-choose`: the calendar of a member cannot be read, so they choose the time. `too-soon`:
 * they were reminded less than an hour ago. `all-answered`: there is nobody to remind. `not-in`: somebody takes no part, or
 * cannot be reached. `has-meeting`: somebody has one. `no-common-slot`: there is no time, or nothing more may be said.
 * `all-told`: they missed no message. `released`: the round is released. `no-draft`: there is nothing to release.
 */
export type DeskRefusal =
  | 'unknown'
  | 'closed'
  | 'changed'
  | 'passed'
  | 'taken'
  | 'must-choose'
  | 'too-soon'
  | 'all-answered'
  | 'not-in'
  | 'has-meeting'
  | 'no-common-slot'
  | 'all-told'
  | 'released'
  | 'no-draft';
