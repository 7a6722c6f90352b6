import { z } from 'zod';
import { unplacedReason } from './plan.ts';

/** `withdrew`: left or paused after the round was planned. */
const placementReason = z.enum([...unplacedReason.options, 'withdrew']);

export type PlacementReason = z.infer<typeof placementReason>;

/**
 * Where a participant stands in a round: in a pairing, or why not. One for everybody who took part: the round's receipt.
 * Both: that pairing fell apart, or went on without them, and why; its members were told by the pairing's own message.
 */
export const placement = z.object({
  scheme: z.string(),
  round: z.iso.date(),
  person: z.string(),
  name: z.string(),
  language: z.string(),
  zone: z.string(),
  pairing: z.string().nullable(),
  reason: placementReason.nullable(),
  /** The number of the repair that put them there; 0: the round's plan. */
  repair: z.number().int().min(0),
});

export type Placement = z.infer<typeof placement>;
