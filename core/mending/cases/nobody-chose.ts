import { whoPresses } from '../../pairing/match-people.ts';
import type { PairingIn, PairingRecord } from '../../records/pairing.ts';
import type { Revision } from '../../records/repair.ts';
import type { Round } from '../../records/round.ts';
import type { Scheme } from '../../records/scheme.ts';
import { isToCome } from '../../time/slot.ts';
import { hour } from '../../time/interval.ts';
import { nthWorkingDay } from '../../schemes/working-days.ts';
import type { WeekLoad } from '../../slots/week-load.ts';
import { mustAllPress, suits } from '../situation/free-slots.ts';
import { moveMeeting, revise, slotsToOffer } from '../situation/revise.ts';
import { peopleOf, type Situation } from '../situation/situation.ts';

/** Where the product books nothing by itself, other times are offered at most once in this time: milliseconds. */
const offersAgainAfter = 20 * hour;

/**
 * Times were offered, and nobody has chosen one. At noon of the second working day of the week the best one of them that is
 * left is booked, else another. Before, and where all must press, others are offered when the last comes too near; there at
 * most once a day. Null while a time can still be chosen, and when the week has no other.
 * @param pairing all its members can take part
 */
export function repairNobodyChose(
  situation: Situation,
  pairing: PairingIn<'suggested'>,
  load: WeekLoad,
): Revision | null {
  const { now } = situation;
  const people = peopleOf(situation, pairing.members);
  const bookAt = bookingInstead(situation.scheme, situation.round, pairing);
  const isDue = bookAt !== null && now >= bookAt;
  const isToBook = isDue && !mustAllPress(pairing, people);
  if (!isDue && pairing.offer.some((slot) => isToCome(slot, now))) return null;
  if (pairing.allPress === true && now < pairing.readAt + offersAgainAfter) return null;
  const offer = slotsToOffer(situation, pairing, load);
  const [best] = offer;
  if (best === undefined) return null;
  if (!isToBook) {
    const next = { ...pairing, ...whoPresses(people), offer };
    return revise(pairing, next, { news: 'suggested', because: null }, now);
  }
  const offered = pairing.offer.find((slot) => people.every((one) => suits(situation, pairing, one, slot)));
  return moveMeeting(pairing, offered ?? best, { news: 'booked-instead', because: null }, {}, now);
}

/**
 * When the product books a time for members who choose none of those that were suggested: noon of the second working day of
 * the week, epoch milliseconds. Null when the scheme does not wish it, where all must press, and for members who gave up
 * other times before.
 */
export function bookingInstead(
  scheme: Scheme,
  { weekStart }: Pick<Round, 'weekStart'>,
  pairing: PairingRecord,
): number | null {
  const isFresh = pairing.state === 'suggested' && pairing.tried.length === 0 && pairing.allPress !== true;
  return scheme.booksForSilent && isFresh ? nthWorkingDay(scheme, weekStart, 2, '12:00') : null;
}
