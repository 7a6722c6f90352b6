import * as z from 'zod';
import { type OutboxRecord, outboxRecord } from './outbox.ts';
import { type PairingRecord, pairingRecord } from './pairing.ts';
import { placement } from './placement.ts';

const revision = z.object({ pairing: pairingRecord, messages: z.array(outboxRecord) });

/** A pairing as it becomes, and what its members are told of that. */
export interface Revision<P extends PairingRecord = PairingRecord> {
  readonly pairing: P;
  readonly messages: OutboxRecord[];
}

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
   * record meanwhile, such as a member who chose a slot, theirs wins. What the calendar holds stays as stored.
   */
  changed: z.array(revision),
  /** New pairings, revision 0. */
  made: z.array(revision),
  /** Placements that change; `repair` in them is this repair's number. */
  placements: z.array(placement),
});
export type Repair = z.infer<typeof repair>;
