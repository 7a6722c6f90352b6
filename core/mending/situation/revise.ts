import { mostOffered } from '../../pairing/fresh-pairing.ts';
import type { News, PairingRecord } from '../../records/pairing.ts';
import type { PersonId } from '../../records/person.ts';
import type { Member } from '../../records/plan.ts';
import type { Slot } from '../../records/slot.ts';
import type { WeekLoad } from '../../slots/week-load.ts';
import { findSlots, slotsAfterMove } from './free-slots.ts';
import { priceOf } from './price-of.ts';
import { peopleOf, type Situation } from './situation.ts';

/**
 * A pairing's next revision. Unless `changes` say otherwise, every member is told, no slots are offered, and buttons on
 * earlier cards no longer count.
 * @param because the member who brought it about; null when nobody did
 */
export function revise(
  pairing: PairingRecord,
  news: News,
  because: PersonId | null,
  changes: Partial<PairingRecord>,
): PairingRecord {
  return {
    ...pairing,
    revision: pairing.revision + 1,
    choicesSince: pairing.revision + 1,
    news,
    because,
    tell: null,
    offer: null,
    endedBecause: null,
    insteadOf: {},
    passedOver: [],
    ...changes,
  };
}

/** Moves the meeting of a pairing to another slot. Answers to the old one no longer count. */
export function moveMeeting(
  pairing: PairingRecord,
  slot: Slot,
  news: 'moved' | 'proposed' | 'chosen',
  because: PersonId,
  more: Partial<Pick<PairingRecord, 'handled' | 'passedOver' | 'moves'>>,
): PairingRecord {
  const slots = slotsAfterMove(pairing, slot);
  return revise(pairing, news, because, { state: 'planned', slot, slots, answers: {}, ...more });
}

/** Calls the event off and asks the members to choose another time. The offer is empty when no time suits all. */
export function askMembers(
  situation: Situation,
  pairing: PairingRecord,
  load: WeekLoad,
  because: PersonId | null,
  more: Partial<Pick<PairingRecord, 'handled' | 'passedOver'>>,
): PairingRecord {
  const offer = slotsToOffer(situation, pairing, load);
  return revise(pairing, 'asked', because, { state: 'suggested', slot: null, offer, answers: {}, ...more });
}

/** Up to three slots that suit all members, best first, for them to choose from. */
export function slotsToOffer(situation: Situation, pairing: PairingRecord, load: WeekLoad): Slot[] {
  return findSlots(situation, pairing, peopleOf(situation, pairing.members), load).slice(0, mostOffered);
}

/**
 * A pairing that goes on with some of its members, at least two, before it is revised: their answers, and how long ago
 * they met and how close they are.
 */
export function keepMembers(
  situation: Situation,
  pairing: PairingRecord,
  stays: (member: Member) => boolean,
): PairingRecord {
  const members = pairing.members.filter(stays);
  const ids = members.map(({ id }) => id);
  const { lastMet, closeness, newLink } = priceOf(situation, ids) ?? pairing;
  const answers = Object.fromEntries(Object.entries(pairing.answers).filter(([id]) => ids.includes(id)));
  return { ...pairing, members, answers, lastMet, closeness, newLink };
}
