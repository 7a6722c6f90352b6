import * as z from 'zod';
import { slot } from '../../time/slot.ts';

/** In the order of importance. */
export const cost = z.object({
  unplaced: z.number().int(),
  trios: z.number().int(),
  repeats: z.number().int(),
  closeness: z.number().int(),
  coverage: z.number().int(),
});

export const unplacedReason = z.enum([
  'away-all-week',
  'no-common-slot',
  'better-used-elsewhere',
  'calendar-unreadable',
  'alone',
  'not-in-directory',
  'not-booked',
  'unreachable',
  'partner-left',
  'joined-late',
  'record-unreadable',
  'left-out',
]);

export const plannedPairing = z.object({
  id: z.string(),
  /** Ids of two or three people. */
  members: z.array(z.string()).min(2).max(3),
  /** The meeting's length: at least the scheme's, and longer only where all members wish it. */
  minutes: z.number().int(),
  /** Free for every member, as far as their calendars could be read; best first, at most five, at least one. */
  slots: z.array(slot).min(1).max(5),
  /** Rounds since the members last met; null when never. */
  lastMet: z.number().int().nullable(),
  closeness: z.number().int(),
  /** Two departments of the members of which nobody had met when they were matched; null: there were none. */
  newLink: z.tuple([z.string(), z.string()]).readonly().nullable(),
  /**
   * Present when the calendar of a member cannot be read: nothing is booked before all members have pressed the same time.
   * Absent: the product may book, or whoever presses first decides.
   */
  allPress: z.literal(true).exactOptional(),
});
export type PlannedPairing = z.infer<typeof plannedPairing>;

/**
 * The round's plan: who meets whom and when they could. Written once, on the condition that none exists; everything
 * that is done in the round follows from it. It has every participant exactly once.
 */
export const plan = z.object({
  scheme: z.string(),
  round: z.iso.date(),
  number: z.number().int(),
  seed: z.number().int(),
  pairings: z.array(plannedPairing),
  unplaced: z.array(
    z.object({
      id: z.string(),
      reason: unplacedReason,
      /** Why a calendar could not be read: Graph's code. */
      detail: z.string().exactOptional(),
    }),
  ),
  cost,
  bound: cost,
  optimal: z.boolean(),
});
export type Plan = z.infer<typeof plan>;

/** Why somebody has no meeting in a round. */
export type UnplacedReason = z.infer<typeof unplacedReason>;
