import { mostOffered } from '../../pairing/fresh-pairing.ts';
import { coreOf, type PairingRecord } from '../../records/pairing.ts';
import type { Revision } from '../../records/repair.ts';
import { isToCome } from '../../records/slot.ts';
import { lengthFor } from '../../slots/lengths.ts';
import { addToLoad, type WeekLoad } from '../../slots/week-load.ts';
import { freeTimeOf, hasCalendar, liesIn, rankFreeSlots, triedSlots } from '../situation/free-slots.ts';
import { byPrice, type Price, priceOf } from '../situation/price-of.ts';
import { revise } from '../situation/revise.ts';
import { peopleOf, type Situation } from '../situation/situation.ts';
import { atTheSameTime } from './departed.ts';
import type { Seeker } from './who-needs-company.ts';

/** At most this many pairs are priced for one seeker: enough to find good company in a large scheme. */
const mostPriced = 100;

/**
 * Somebody has nobody to meet: they join a pair as a third. A pair whose booked meeting suits them comes first. Otherwise
 * they join at a time that suits all three: a booked meeting moves, and members who are choosing choose anew. Null when
 * there is no such pair.
 * @param pairs earlier ones win among equals
 * @param load counts the scheme's pairings; a meeting that moves is added
 */
export function joinPair(
  situation: Situation,
  seeker: Seeker,
  pairs: readonly PairingRecord[],
  load: WeekLoad,
): Revision | null {
  const [first] = cheapestFirst(situation, seeker, bookedWhenFree(situation, seeker, pairs));
  if (first !== undefined) return withThird(situation, first, seeker, atTheSameTime(first.pair));

  for (const option of cheapestFirst(situation, seeker, pairs)) {
    const { pair } = option;
    const people = [...peopleOf(situation, pair.members), seeker];
    if (people.length !== 3 || !people.every(hasCalendar)) continue;
    const minutes = Math.max(pair.minutes, lengthFor(situation.scheme.minutes, [seeker]));
    const tried = triedSlots(pair);
    const slots = rankFreeSlots(situation, people, minutes, load, { not: tried });
    const [slot] = slots;
    if (slot === undefined) continue;
    addToLoad(load, slot);
    const core = { ...coreOf(pair), minutes };
    if (pair.state === 'suggested') {
      const offer = slots.slice(0, mostOffered);
      return withThird(situation, option, seeker, { ...core, state: 'suggested', slots, offer });
    }
    const all = [...tried.slice(-4), ...slots].slice(0, 5);
    const moved = { state: 'planned', slot, slots: all, promised: false, answers: {} } as const;
    return withThird(situation, option, seeker, { ...core, ...moved });
  }
  return null;
}

/** The pairs whose booked meeting is at a time, and of a length, that suits the seeker. */
function bookedWhenFree(
  situation: Situation,
  seeker: Seeker,
  pairs: readonly PairingRecord[],
): PairingRecord[] {
  const free = freeTimeOf(situation, seeker, null);
  const shortest = lengthFor(situation.scheme.minutes, [seeker]);
  return pairs.filter(
    (pair) =>
      pair.state === 'booked' &&
      pair.minutes >= shortest &&
      isToCome(pair.event.slot, situation.now) &&
      liesIn(pair.event.slot, free),
  );
}

/** A pair, and what it costs when the seeker joins it. */
interface Option extends Price {
  readonly pair: PairingRecord;
}

function cheapestFirst(situation: Situation, seeker: Seeker, pairs: readonly PairingRecord[]): Option[] {
  return pairs
    .slice(0, mostPriced)
    .flatMap((pair): Option[] => {
      const price = priceOf(situation, [...pair.members, seeker.id]);
      return price === null ? [] : [{ pair, ...price }];
    })
    .sort(byPrice);
}

function withThird(
  { now }: Situation,
  { pair, lastMet, closeness, newLink }: Option,
  { id }: Seeker,
  next: PairingRecord,
): Revision {
  const members = [...pair.members, id];
  const news = next.state === 'suggested' ? 'suggested' : 'member-joined';
  return revise(pair, { ...next, members, lastMet, closeness, newLink }, { news, because: id }, now);
}
