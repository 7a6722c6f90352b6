import type { PairingRecord } from '../../records/pairing.ts';
import type { WeekLoad } from '../../slots/week-load.ts';
import { askMembers } from '../situation/revise.ts';
import type { Situation } from '../situation/situation.ts';

/**
 * Somebody deleted the event of a booked pairing from the organiser's calendar: the members are asked to choose another
 * time. Null while the event is there.
 * @param pairing all its members can take part
 */
export function repairEventGone(
  situation: Situation,
  pairing: PairingRecord,
  load: WeekLoad,
): PairingRecord | null {
  return pairing.event === null ? askMembers(situation, pairing, load, null, {}) : null;
}
