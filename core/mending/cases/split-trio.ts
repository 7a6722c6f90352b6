import { whoPresses } from '../../pairing/match-people.ts';
import { eventOf, type PairingRecord, slotOf } from '../../records/pairing.ts';
import type { PersonId } from '../../records/person.ts';
import type { PlannedPairing } from '../../records/plans/plan.ts';
import type { Revision } from '../../records/repair.ts';
import { isToCome } from '../../time/slot.ts';
import { longestSlots } from '../../slots/lengths.ts';
import { rankFreeSlots } from '../../slots/rank-free-slots.ts';
import { addToLoad, type WeekLoad } from '../../slots/week-load.ts';
import { hasHours, triedSlots } from '../situation/free-slots.ts';
import { byPrice, priceOf } from '../situation/price-of.ts';
import { absence, type PersonNow, type Situation } from '../situation/situation.ts';
import { withoutMembers } from './departed.ts';
import type { Seeker } from './who-needs-company.ts';

/** A trio that became two pairs. */
export interface Split {
  /** The two who stay. They go on as the three were to. */
  readonly rest: Revision;
  /** The third and the seeker, in this order. */
  readonly pair: Omit<PlannedPairing, 'id'>;
}

/** Whether two people may meet. */
export type MayMeet = (one: PersonId, other: PersonId) => boolean;

/**
 * Somebody has nobody to meet: one of three meets them, and the other two keep their meeting, or go on choosing its time. A
 * third who came to the trio later than the others goes first. Otherwise the third is chosen as in a round: the two pairs
 * have the fewest repeats, then the least closeness. The new pair needs a slot. Null when nobody of any trio has time.
 * @param trios earlier ones win among equals; those whose slot is too near or still to be found are left alone
 * @param load counts the scheme's pairings; the new one is added
 */
export function splitTrio(
  situation: Situation,
  seeker: Seeker,
  trios: readonly PairingRecord[],
  load: WeekLoad,
  mayMeet: MayMeet,
): Split | null {
  for (const { trio, third, reasons } of optionsFor(situation, seeker, trios, mayMeet)) {
    if (!hasHours(third)) continue;
    const { minutes, slots } = longestSlots(situation.scheme.minutes, [third, seeker], (length) =>
      rankFreeSlots(situation, [third, seeker], length, load, {
        ownOf: ({ id }) => (id === third.id ? (eventOf(trio)?.slot ?? null) : null),
        not: triedSlots(trio).filter(({ start }) => start !== slotOf(trio)?.start),
      }),
    );
    const [slot] = slots;
    if (slot === undefined) continue;
    addToLoad(load, slot);
    return {
      rest: withoutMembers(situation, trio, new Set([third.id]), load),
      pair: { members: [third.id, seeker.id], minutes, slots, ...reasons, ...whoPresses([third, seeker]) },
    };
  }
  return null;
}

/** Each member of the trios who could go: those who came late first, then the cheapest. */
function optionsFor(situation: Situation, seeker: Seeker, trios: readonly PairingRecord[], mayMeet: MayMeet) {
  const { people, scheme, week, now } = situation;
  return trios
    .filter((trio) => {
      const slot = slotOf(trio);
      return trio.state === 'suggested' || (slot !== null && isToCome(slot, now));
    })
    .flatMap((trio) =>
      trio.members.flatMap((id) => {
        const third: PersonNow | undefined = people.get(id);
        if (third === undefined || absence(third, scheme.zone, Math.max(week.start, now)) !== null) return [];
        if (!mayMeet(id, seeker.id)) return [];
        const stay = trio.members.filter((other) => other !== id);
        const [one, other] = [priceOf(situation, [id, seeker.id]), priceOf(situation, stay)];
        if (one === null || other === null) return [];
        const price = { repeats: one.repeats + other.repeats, closeness: one.closeness + other.closeness };
        const { lastMet, closeness, newLink } = one;
        const isLate = stay.every((member) => cameWith(situation, member) < cameWith(situation, id));
        return [{ trio, third, isLate, reasons: { lastMet, closeness, newLink }, ...price }];
      }),
    )
    .sort((a, b) => Number(b.isLate) - Number(a.isLate) || byPrice(a, b));
}

/** The number of the repair that brought somebody to their pairing; 0: the plan did. */
function cameWith({ placements }: Situation, person: PersonId): number {
  return placements.get(person)?.repair ?? 0;
}
