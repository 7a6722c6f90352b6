import { mostOffered } from '../../pairing/fresh-pairing.ts';
import type { EventAnswer } from '../../records/event.ts';
import type { PairingRecord } from '../../records/pairing.ts';
import type { PersonId } from '../../records/person.ts';
import { isToCome, type Slot } from '../../records/slot.ts';
import type { WeekLoad } from '../../slots/week-load.ts';
import { freshSlots, isSeen, slotsWith, suits } from './free-slots.ts';
import { givenAt, type Heard, keptInSpite, proposalsAmong } from './proposals.ts';
import { type PersonNow, revised, type Situation } from './situation.ts';

/** How often a decline moves a meeting; after that its members are asked. */
const mostMoves = 2;

/**
 * What becomes of a booked pairing whose members declined or proposed another time: a proposal that suits all others is
 * taken, and whoever proposed another is told; a decline moves the meeting to the next slot that still suits all, twice,
 * and then its members are asked. Null when nothing is to change.
 * @param people the pairing's members, all able to take part
 */
export function repairAnswered(
  situation: Situation,
  pairing: PairingRecord,
  people: readonly PersonNow[],
  load: WeekLoad,
): PairingRecord | null {
  const heard = newsOf(situation, pairing);
  const proposals = proposalsAmong(situation, pairing, people, heard);
  const proposal = proposals.find(({ suitsAll }) => suitsAll === true);
  const decliner = heard.find(({ answer }) => answer.answer === 'declined');
  const handled = {
    ...pairing.handled,
    ...Object.fromEntries(heard.map(({ person, answer }) => [person, givenAt(answer)])),
  };
  const passedOver = proposals.filter(({ suitsAll }) => suitsAll !== true).map(({ person }) => person);
  if (proposal !== undefined) {
    return movedTo(pairing, proposal.slot, 'proposed', proposal.person, { handled, passedOver });
  }
  if (decliner === undefined) return keptInSpite(pairing, proposals);

  const next = pairing.moves < mostMoves ? nextSlot(situation, pairing, people, load) : null;
  return next === null
    ? asked(situation, pairing, people, load, decliner.person, { handled, passedOver })
    : movedTo(pairing, next, 'moved', decliner.person, { handled, passedOver, moves: pairing.moves + 1 });
}

/** Somebody took the event of a booked pairing out of the organiser's calendar: its members choose when to meet. */
export function repairGone(
  situation: Situation,
  pairing: PairingRecord,
  people: readonly PersonNow[],
  load: WeekLoad,
): PairingRecord {
  return asked(situation, pairing, people, load, null, {});
}

/**
 * Times were offered, all of them have come too near or passed, and nobody chose one: others are offered while the week
 * has any. Null when nothing is to change.
 */
export function repairLapsed(
  situation: Situation,
  pairing: PairingRecord,
  people: readonly PersonNow[],
  load: WeekLoad,
): PairingRecord | null {
  if (pairing.offer?.some((slot) => isToCome(slot, situation.now)) === true) return null;
  const offer = offerOf(situation, pairing, people, load);
  return offer.length === 0 ? null : revised(pairing, 'suggested', null, { offer });
}

/** Another slot for a pairing; what was answered to the old one is void. */
export function movedTo(
  pairing: PairingRecord,
  slot: Slot,
  news: 'moved' | 'proposed' | 'chosen',
  because: PersonId,
  more: Partial<Pick<PairingRecord, 'handled' | 'passedOver' | 'moves'>>,
): PairingRecord {
  const slots = slotsWith(pairing, slot);
  return revised(pairing, news, because, { state: 'planned', slot, slots, answers: {}, ...more });
}

/** Up to three slots that suit all by a fresh look, for the members to choose from. */
export function offerOf(
  situation: Situation,
  pairing: PairingRecord,
  people: readonly PersonNow[],
  load: WeekLoad,
): Slot[] {
  return freshSlots(situation, pairing, people, load).slice(0, mostOffered);
}

function asked(
  situation: Situation,
  pairing: PairingRecord,
  people: readonly PersonNow[],
  load: WeekLoad,
  because: PersonId | null,
  more: Partial<Pick<PairingRecord, 'handled' | 'passedOver'>>,
): PairingRecord {
  const offer = offerOf(situation, pairing, people, load);
  return revised(pairing, 'asked', because, { state: 'suggested', slot: null, offer, answers: {}, ...more });
}

/** Declines and proposals of members that no revision has dealt with yet, in the order in which they were given. */
export function newsOf({ heard }: Situation, pairing: PairingRecord): Heard[] {
  const answers = heard.get(pairing.pairing);
  return pairing.members
    .flatMap(({ id }): Heard[] => {
      const answer = answers?.get(id);
      return answer === undefined ? [] : [{ person: id, answer }];
    })
    .filter(({ answer }) => answer.answer === 'declined' || answer.answer === 'tentative')
    .filter(({ person, answer }) => !isHandled(pairing, person, answer))
    .sort((a, b) => givenAt(a.answer).localeCompare(givenAt(b.answer)));
}

/** Whether a revision has dealt with somebody's answer already: it counts as none from then on. */
export function isHandled({ handled }: PairingRecord, person: PersonId, answer: EventAnswer): boolean {
  return handled[person] === givenAt(answer);
}

/** The next of the planned slots that still suits all, else the best by a fresh look; null while a calendar cannot be read. */
function nextSlot(
  situation: Situation,
  pairing: PairingRecord,
  people: readonly PersonNow[],
  load: WeekLoad,
): Slot | null {
  if (!people.every(isSeen)) return null;
  const planned = untried(pairing).find((slot) =>
    people.every((person) => suits(situation, pairing, person, slot)),
  );
  return planned ?? freshSlots(situation, pairing, people, load)[0] ?? null;
}

function untried({ slots, slot }: PairingRecord): Slot[] {
  return slots.slice(slots.findIndex(({ start }) => start === slot?.start) + 1);
}
