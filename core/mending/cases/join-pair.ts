import { whoPresses } from '../../pairing/match-people.ts';
import {
  answersOf,
  coreOf,
  mostOffered,
  type PairingIn,
  type PairingRecord,
  slotOf,
} from '../../records/pairing.ts';
import type { Revision } from '../../records/repair.ts';
import { isToCome, type Slot, slotAt } from '../../time/slot.ts';
import { lengthFor } from '../../slots/lengths.ts';
import { liesIn, rankFreeSlots } from '../../slots/rank-free-slots.ts';
import { addToLoad, type WeekLoad } from '../../slots/week-load.ts';
import { freeTimeOf, hasHours, mustAllPress, triedSlots } from '../situation/free-slots.ts';
import { byPrice, type Price, priceOf, reluctanceOf } from '../situation/price-of.ts';
import { revise } from '../situation/revise.ts';
import { peopleOf, type Situation } from '../situation/situation.ts';
import type { MayMeet } from './split-trio.ts';
import type { Seeker } from './who-needs-company.ts';

/** At most this many pairs are priced for one seeker: enough to find good company in a large scheme. */
const mostPriced = 100;

/**
 * Somebody has nobody to meet: they join a pair as a third. A pair whose booked meeting suits them comes first. Otherwise
 * they join at a time that suits all three: a booked meeting moves, and members who are choosing choose anew. A meeting that
 * is longer than the third wishes becomes as short as that; it never becomes longer. Somebody whose calendar cannot be read
 * only joins members who are choosing, so that all press. Null when there is no such pair.
 * @param pairs earlier ones win among equals
 * @param load counts the scheme's pairings; a meeting that moves is added
 */
export function joinPair(
  situation: Situation,
  seeker: Seeker,
  pairs: readonly PairingRecord[],
  load: WeekLoad,
  mayMeet: MayMeet,
): Revision | null {
  const longest = lengthFor(situation.scheme.minutes, [seeker]);
  const options = pairs
    .filter(({ members }) => members.every((id) => mayMeet(id, seeker.id)))
    .map((pair): Candidate => ({ pair, minutes: Math.min(pair.minutes, longest) }));
  const [first] = cheapestFirst(situation, seeker, freeWhenBooked(situation, seeker, options));
  if (first !== undefined) return withThird(situation, first, seeker, atTheSameStart(first));

  for (const option of cheapestFirst(situation, seeker, options)) {
    const { pair, minutes } = option;
    const people = [...peopleOf(situation, pair.members), seeker];
    if (people.length !== 3 || !people.every(hasHours)) continue;
    // A booked meeting moves to no time that one of them has not pressed.
    if (pair.state !== 'suggested' && mustAllPress(pair, people)) continue;
    const tried = triedSlots(pair);
    const slots = rankFreeSlots(situation, people, minutes, load, { not: tried });
    const [slot] = slots;
    if (slot === undefined) continue;
    addToLoad(load, slot);
    if (pair.state === 'suggested') {
      const offer = slots.slice(0, mostOffered);
      return withThird(situation, option, seeker, {
        ...coreOf(pair),
        ...whoPresses(people),
        state: 'suggested',
        slots,
        offer,
        tried: pair.tried,
      });
    }
    const all = [...tried.slice(-4).map(lasting(minutes)), ...slots].slice(0, 5);
    return withThird(situation, option, seeker, { ...plannedAt(pair, slot, false), slots: all, answers: {} });
  }
  return null;
}

/** A pair that the seeker may join, and how long the three would meet, in minutes. */
interface Candidate {
  readonly pair: PairingRecord;
  readonly minutes: number;
}

const lasting =
  (minutes: number) =>
  ({ start }: Slot): Slot =>
    slotAt(start, minutes);

/** The pairs whose booked meeting begins at a time that is free in the seeker's calendar. */
function freeWhenBooked(
  situation: Situation,
  seeker: Seeker,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  if (mustAllPress({}, [seeker])) return [];
  const free = freeTimeOf(situation, seeker, null);
  return candidates.filter(({ pair, minutes }) => {
    if (pair.state !== 'booked') return false;
    const slot = lasting(minutes)(pair.event.slot);
    return isToCome(slot, situation.now) && liesIn(slot, free);
  });
}

/** The booked meeting keeps its start. */
function atTheSameStart({ pair, minutes }: Candidate): PairingIn<'planned'> {
  const slot = slotOf(pair);
  if (slot === null) throw new RangeError(`pairing ${pair.pairing} is not booked`);
  return { ...plannedAt(pair, lasting(minutes)(slot), true), slots: pair.slots.map(lasting(minutes)) };
}

function plannedAt(pair: PairingRecord, slot: Slot, promised: boolean): PairingIn<'planned'> {
  return { ...coreOf(pair), state: 'planned', slot, promised, answers: answersOf(pair) };
}

/** A candidate, what it costs when the seeker joins it, and how little its members should be in a trio. */
type Option = Candidate & Price & { readonly reluctance: number };

function cheapestFirst(situation: Situation, seeker: Seeker, candidates: readonly Candidate[]): Option[] {
  return candidates
    .slice(0, mostPriced)
    .flatMap((candidate): Option[] => {
      const price = priceOf(situation, [...candidate.pair.members, seeker.id]);
      const reluctance = reluctanceOf(situation, candidate.pair.members);
      return price === null ? [] : [{ ...candidate, ...price, reluctance }];
    })
    .sort((a, b) => byPrice(a, b) || a.reluctance - b.reluctance);
}

/** @param next the pair as it becomes, without its third member */
function withThird(
  { now }: Situation,
  { pair, minutes, lastMet, closeness, newLink }: Option,
  { id }: Seeker,
  next: PairingRecord,
): Revision {
  const three = { ...next, minutes, members: [...pair.members, id], lastMet, closeness, newLink };
  const news = next.state === 'suggested' ? 'suggested' : 'member-joined';
  return revise(pair, three, { news, because: id }, now);
}
