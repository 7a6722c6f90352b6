import type { PairingIn } from '../../records/pairing.ts';
import type { Revision } from '../../records/repair.ts';
import { isToCome } from '../../records/slot.ts';
import type { WeekLoad } from '../../slots/week-load.ts';
import { revise, slotsToOffer } from '../situation/revise.ts';
import type { Situation } from '../situation/situation.ts';

/**
 * Times were offered and nobody chose one before the last came too near: others are offered. Null while a time can
 * still be chosen, and when the week has no other.
 * @param pairing all its members can take part
 */
export function repairNobodyChose(
  situation: Situation,
  pairing: PairingIn<'suggested'>,
  load: WeekLoad,
): Revision | null {
  const { now } = situation;
  if (pairing.offer.some((slot) => isToCome(slot, now))) return null;
  const offer = slotsToOffer(situation, pairing, load);
  if (offer.length === 0) return null;
  return revise(pairing, { ...pairing, offer }, { news: 'suggested', because: null }, now);
}
