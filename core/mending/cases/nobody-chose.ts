import type { PairingRecord } from '../../records/pairing.ts';
import { isToCome } from '../../records/slot.ts';
import type { WeekLoad } from '../../slots/week-load.ts';
import { revise, slotsToOffer } from '../situation/revise.ts';
import type { Situation } from '../situation/situation.ts';

/**
 * Times were offered and nobody chose one before the last came too near: others are offered. Null while a time can
 * still be chosen, and when the week has no other.
 * @param pairing its members are choosing, and all can take part
 */
export function repairNobodyChose(
  situation: Situation,
  pairing: PairingRecord,
  load: WeekLoad,
): PairingRecord | null {
  if (pairing.offer?.some((slot) => isToCome(slot, situation.now)) === true) return null;
  const offer = slotsToOffer(situation, pairing, load);
  return offer.length === 0 ? null : revise(pairing, 'suggested', null, { offer });
}
