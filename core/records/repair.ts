import { z } from 'zod';
import { pairingRecord } from './pairing.ts';
import { placement } from './placement.ts';

/**
 * One repair of a round under way: what changes because people declined, proposed another time, left or joined late. Repairs
 * are numbered from 1. Each is written once: the first writer of a number wins. Carrying out a repair may be repeated.
 */
export const repair = z.object({
  scheme: z.string(),
  round: z.iso.date(),
  number: z.number().int().min(1),
  /**
   * Changed pairings. Each replaces only a record of the previous revision, `revision` − 1: when somebody else changed the
   * record meanwhile, such as a member who chose a slot, theirs wins. `event` and `generation` stay as stored.
   */
  changed: z.array(pairingRecord),
  /** New pairings, revision 0. */
  made: z.array(pairingRecord),
  /** Placements that change; `repair` in them is this repair's number. */
  placements: z.array(placement),
});
export type Repair = z.infer<typeof repair>;
