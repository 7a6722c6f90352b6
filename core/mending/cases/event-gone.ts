import { noEvent, type PairingIn } from '../../records/pairing.ts';
import type { Revision } from '../../records/repair.ts';
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
  pairing: PairingIn<'booked'>,
  load: WeekLoad,
): Revision | null {
  if (!situation.gone.has(pairing.pairing)) return null;
  const asked = askMembers(situation, pairing, load, null);
  // A new generation: the next event gets another key.
  const without = { event: noEvent, generation: pairing.generation + 1 };
  return { ...asked, pairing: { ...asked.pairing, ...without } };
}
