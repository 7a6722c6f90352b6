import { z } from 'zod';
import { unplacedReason } from './plan.ts';

/** `withdrew`: left or paused after the round was planned. */
const placementReason = z.enum([...unplacedReason.options, 'withdrew']);

export type PlacementReason = z.infer<typeof placementReason>;

/**
 * What a round has for a participant: a pairing, or the reason why there is none. Every participant of the round has one:
 * together they are the round's receipt. With both a pairing and a reason, that pairing fell apart or went on without them,
 * and the pairing's own message told its members.
 */
export const placement = z.object({
  scheme: z.string(),
  round: z.iso.date(),
  person: z.string(),
  pairing: z.string().nullable(),
  reason: placementReason.nullable(),
  /** The number of the repair that decided this; 0: the round's plan. */
  repair: z.number().int().min(0),
});

export type Placement = z.infer<typeof placement>;
