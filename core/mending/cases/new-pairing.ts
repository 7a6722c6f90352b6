import { freshPairing } from '../../pairing/fresh-pairing.ts';
import type { PlannedPairing } from '../../records/plan.ts';
import type { PairingRecord } from '../../records/pairing.ts';
import type { Situation } from './situation.ts';

/**
 * A pairing that a repair makes. Its id says which repair and the how many-th of it; organisers take turns.
 * @param i 0 for the repair's first
 */
export function newPairing(
  { scheme, round, organisers }: Situation,
  i: number,
  planned: Omit<PlannedPairing, 'id'>,
): PairingRecord {
  const number = round.repairs + 1;
  const organiser = organisers[(number + i) % organisers.length];
  if (organiser === undefined) throw new Error('no organiser mailbox is configured');
  const id = `r${String(number).padStart(3, '0')}-${String(i + 1).padStart(2, '0')}`;
  return freshPairing(scheme, round.round, { id, ...planned }, organiser, 'rematched');
}
