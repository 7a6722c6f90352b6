import type { PairingIn } from '../../records/pairing.ts';
import type { Revision } from '../../records/repair.ts';
import type { WeekLoad } from '../../slots/week-load.ts';
import type { Situation } from '../situation/situation.ts';
import { repairDeclined } from './declined.ts';
import { repairProposed, repairProposedInVain, repairProposedToAll } from './proposed.ts';

/**
 * Members answered the invitation: a proposed time that suits everybody comes before a decline, and a decline before
 * telling somebody that their proposed time does not suit. Null when nothing is to change.
 * @param pairing all its members can take part
 */
export function repairAnswered(
  situation: Situation,
  pairing: PairingIn<'booked'>,
  load: WeekLoad,
): Revision | null {
  return (
    repairProposed(situation, pairing) ??
    repairDeclined(situation, pairing, load) ??
    repairProposedToAll(situation, pairing) ??
    repairProposedInVain(situation, pairing)
  );
}
