import { eventOf, type PairingRecord, slotOf } from '../../records/pairing.ts';
import type { PlannedPairing } from '../../records/plan.ts';
import type { Revision } from '../../records/repair.ts';
import { isToCome } from '../../records/slot.ts';
import { lengthFor } from '../../slots/lengths.ts';
import { addToLoad, type WeekLoad } from '../../slots/week-load.ts';
import { hasCalendar, rankFreeSlots, triedSlots } from '../situation/free-slots.ts';
import { byPrice, priceOf } from '../situation/price-of.ts';
import { keepMembers, revise } from '../situation/revise.ts';
import { absence, type PersonNow, type Situation } from '../situation/situation.ts';
import { atTheSameTime } from './departed.ts';
import type { Seeker } from './who-needs-company.ts';

/** A trio that became two pairs. */
export interface Split {
  /** The two who stay. They meet where the three were to. */
  readonly rest: Revision;
  /** The third and the seeker, in this order. */
  readonly pair: Omit<PlannedPairing, 'id'>;
}

/**
 * Somebody has nobody to meet: one of three meets them, and the other two keep their meeting. The third is chosen as in a
 * round: the two pairs have the fewest repeats, then the least closeness, and the new pair has a slot. Null when nobody of
 * any trio has time.
 * @param trios earlier ones win among equals; those without a slot are left alone
 * @param load counts the scheme's pairings; the new one is added
 */
export function splitTrio(
  situation: Situation,
  seeker: Seeker,
  trios: readonly PairingRecord[],
  load: WeekLoad,
): Split | null {
  for (const { trio, third, reasons } of optionsFor(situation, seeker, trios)) {
    if (!hasCalendar(third)) continue;
    const minutes = lengthFor(situation.scheme.minutes, [third, seeker]);
    const slots = rankFreeSlots(situation, [third, seeker], minutes, load, {
      ownOf: ({ id }) => (id === third.id ? (eventOf(trio)?.slot ?? null) : null),
      not: triedSlots(trio).filter(({ start }) => start !== slotOf(trio)?.start),
    });
    const [slot] = slots;
    if (slot === undefined) continue;
    addToLoad(load, slot);
    const rest = keepMembers(situation, trio, (id) => id !== third.id);
    const told = { news: 'member-left', because: third.id } as const;
    return {
      rest: revise(trio, atTheSameTime(rest), told, situation.now),
      pair: { members: [third.id, seeker.id], minutes, slots, ...reasons },
    };
  }
  return null;
}

/** Each member of the trios who could go, cheapest first. */
function optionsFor(situation: Situation, seeker: Seeker, trios: readonly PairingRecord[]) {
  const { people, scheme, week, now } = situation;
  return trios
    .filter((trio) => {
      const slot = slotOf(trio);
      return slot !== null && isToCome(slot, now);
    })
    .flatMap((trio) =>
      trio.members.flatMap((id) => {
        const third: PersonNow | undefined = people.get(id);
        if (third === undefined || absence(third, scheme.zone, Math.max(week.start, now)) !== null) return [];
        const stay = trio.members.filter((other) => other !== id);
        const [one, other] = [priceOf(situation, [id, seeker.id]), priceOf(situation, stay)];
        if (one === null || other === null) return [];
        const price = { repeats: one.repeats + other.repeats, closeness: one.closeness + other.closeness };
        const { lastMet, closeness, newLink } = one;
        return [{ trio, third, reasons: { lastMet, closeness, newLink }, ...price }];
      }),
    )
    .sort(byPrice);
}
