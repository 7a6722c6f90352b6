import { z } from 'zod';
import { pairingRecord } from './pairing.ts';
import { placement } from './placement.ts';

/**
 * One repair of a round under way: what changes because people declined, proposed, left or joined late. Repairs are
 * numbered from 1 and each is written once, on the condition that none of that number exists; whoever writes it first wins.
 * What is done afterwards follows from it and may be repeated.
 */
export const repair = z.object({
  scheme: z.string(),
  round: z.iso.date(),
  number: z.number().int().min(1),
  /**
   * Pairings as they are to be from here on. One replaces the record of its predecessor, `revision` − 1, alone: whoever
   * changed the record meanwhile (a member who chose a slot) wins. `event` and `generation` are left as they stand.
   */
  changed: z.array(pairingRecord),
  /** New pairings, revision 0. */
  made: z.array(pairingRecord),
  /** People whose place in the round is another now; `repair` is this repair's number. */
  placements: z.array(placement),
});
export type Repair = z.infer<typeof repair>;
