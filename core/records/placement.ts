import * as z from 'zod';
import { instant } from '../time/instant.ts';
import { longestNote, longestTakeaway } from './limits/most-written.ts';
import { unplacedReason } from './plans/plan.ts';

/** `withdrew`: left or paused after the round was planned. `called-off`: a coordinator called their meeting off. */
export const placementReason = z.enum([...unplacedReason.options, 'withdrew', 'called-off']);

export type PlacementReason = z.infer<typeof placementReason>;

/** How somebody found a meeting. */
export const feedback = z.object({
  /** From 1, the unhappiest of four faces, to 4; absent: none was chosen. */
  face: z.int().min(1).max(4).exactOptional(),
  /** One thing to take away. */
  takeaway: z.string().min(1).max(longestTakeaway).exactOptional(),
  /** Whether the people they met may read the takeaway. */
  shared: z.boolean(),
});
export type Feedback = z.infer<typeof feedback>;

/** Private notes to a meeting. Empty: none. */
export const note = z.object({
  before: z.string().max(longestNote),
  after: z.string().max(longestNote),
});
export type Note = z.infer<typeof note>;

/**
 * What a round has for a participant: a pairing, or the reason why there is none. Every participant of the round has one:
 * together they are the round's receipt. With both a pairing and a reason, that pairing fell apart or went on without them,
 * and the pairing's own message told its members. With neither, they joined after the plan, and company is looked for until
 * the week begins.
 */
export const placement = z.object({
  scheme: z.string(),
  round: z.iso.date(),
  person: z.string(),
  pairing: z.string().nullable(),
  reason: placementReason.nullable(),
  /** Why a calendar could not be read, when that is the reason: Graph's code. */
  detail: z.string().exactOptional(),
  /** The number of the repair that decided this; 0: the round's plan. */
  repair: z.number().int().min(0),
  /**
   * When something last happened for which looks consider this person: they left, paused, cannot be reached, joined, came
   * back, or lost their partner. Null: nothing since the plan.
   */
  changedAt: instant.nullable(),
  /** How the meeting was, as they say; absent: they have not said. Nobody else may read it. */
  feedback: feedback.exactOptional(),
  /** Private notes to the meeting; absent: none. Nobody else may read them. */
  note: note.exactOptional(),
});

export type Placement = z.infer<typeof placement>;

/** Whether looks consider somebody: they have no meeting, or something happened since the plan. */
export function isWatched({ pairing, reason, changedAt }: Placement): boolean {
  return pairing === null || reason !== null || changedAt !== null;
}
