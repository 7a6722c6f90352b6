import { mostOffered } from '../../pairing/fresh-pairing.ts';
import { memberOf } from '../../pairing/match-people.ts';
import type { PairingRecord } from '../../records/pairing.ts';
import { isToCome } from '../../records/slot.ts';
import { lengthFor } from '../../slots/lengths.ts';
import { addToLoad, type WeekLoad } from '../../slots/week-load.ts';
import { freeTimeOf, hasCalendar, liesIn, rankFreeSlots, triedSlots } from '../situation/free-slots.ts';
import { byPrice, type Price, priceOf } from '../situation/price-of.ts';
import { revise } from '../situation/revise.ts';
import { peopleOf, type Situation } from '../situation/situation.ts';
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
): PairingRecord | null {
  const [first] = cheapestFirst(situation, seeker, bookedWhenFree(situation, seeker, pairs));
  if (first !== undefined) return withThird(first, seeker, { state: 'planned' });

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
    if (pair.state === 'suggested') {
      const offer = slots.slice(0, mostOffered);
      return withThird(option, seeker, { news: 'suggested', minutes, slots, offer });
    }
    const all = [...tried.slice(-4), ...slots].slice(0, 5);
    return withThird(option, seeker, { state: 'planned', minutes, slot, slots: all, answers: {} });
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
    ({ state, slot, minutes }) =>
      state === 'booked' &&
      slot !== null &&
      minutes >= shortest &&
      isToCome(slot, situation.now) &&
      liesIn(slot, free),
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
      const price = priceOf(situation, [...pair.members.map(({ id }) => id), seeker.id]);
      return price === null ? [] : [{ pair, ...price }];
    })
    .sort(byPrice);
}

function withThird(
  { pair, lastMet, closeness, newLink }: Option,
  seeker: Seeker,
  changes: Partial<PairingRecord>,
): PairingRecord {
  const members = [...pair.members, memberOf(seeker)];
  return revise(pair, 'member-joined', seeker.id, { members, lastMet, closeness, newLink, ...changes });
}
