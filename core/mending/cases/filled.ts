import type { Answer, PairingRecord } from '../../records/pairing.ts';
import type { PersonId } from '../../records/person.ts';
import { isToCome, type Slot } from '../../records/slot.ts';
import type { WeekLoad } from '../../slots/week-load.ts';
import { quarter } from '../../time/interval.ts';
import { offerOf } from './answers.ts';
import { type PersonNow, revised, type Situation } from './situation.ts';

/** What shows in a view, from nothing to out of office; anything not known is as much as busy. */
const ranks: Readonly<Record<string, number>> = { '0': 0, '4': 1, '1': 2, '2': 3, '3': 4 };
const busy = 3;

/** What a pairing's own event shows as in a member's calendar: tentative until it is accepted, gone once it is declined. */
const ownRank: Readonly<Record<Answer, number>> = { none: 2, tentative: 2, accepted: busy, declined: 0 };

/**
 * Offers other slots to members of a booked pairing into whose calendar something else came at that time, once for each
 * member and slot; the meeting stays booked. Null when there is nothing new.
 *
 * Something came when the view shows more than the pairing's own event would. The view says no more than the worst of
 * what stands there, so that under an accepted meeting, which is busy itself, it tells an absence alone.
 * @param people the pairing's members, all able to take part
 */
export function repairFilled(
  situation: Situation,
  pairing: PairingRecord,
  people: readonly PersonNow[],
  load: WeekLoad,
): PairingRecord | null {
  const { slot, event } = pairing;
  if (slot === null || event === null || !isToCome(slot, situation.now)) return null;
  if (event.slot.start !== slot.start) return null;
  const answers = situation.heard.get(pairing.pairing);
  const found = people.filter(
    (person) =>
      pairing.handled[findingOf(person.id)] !== slot.start &&
      isFilled(situation, person, slot, answers?.get(person.id)?.answer ?? 'none'),
  );
  const [first] = found;
  if (first === undefined) return null;
  return revised(pairing, 'filled', first.id, {
    tell: found.map(({ id }) => id),
    choicesSince: pairing.choicesSince,
    offer: offerOf(situation, pairing, people, load),
    handled: {
      ...pairing.handled,
      ...Object.fromEntries(found.map(({ id }) => [findingOf(id), slot.start])),
    },
  });
}

/** Under which name a pairing remembers that somebody was offered other slots. */
function findingOf(person: PersonId): string {
  return `filled:${person}`;
}

/** Whether more stands in somebody's calendar, in a quarter of an hour wholly inside the slot, than the event itself. */
function isFilled({ week }: Situation, { freeBusy }: PersonNow, slot: Slot, answer: Answer): boolean {
  if (freeBusy.kind !== 'read') return false;
  const first = Math.ceil((Date.parse(slot.start) - week.start) / quarter);
  const end = Math.floor((Date.parse(slot.end) - week.start) / quarter);
  return Array.from(freeBusy.view.slice(first, end)).some(
    (shown) => (ranks[shown] ?? busy) > ownRank[answer],
  );
}
