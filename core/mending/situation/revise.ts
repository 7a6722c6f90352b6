import { whoPresses } from '../../pairing/match-people.ts';
import {
  answersOf,
  coreOf,
  mostOffered,
  type PairingIn,
  type PairingRecord,
  wishesOf,
} from '../../records/pairing.ts';
import type { PersonId } from '../../records/person.ts';
import type { Revision } from '../../records/repair.ts';
import type { Slot } from '../../time/slot.ts';
import type { WeekLoad } from '../../slots/week-load.ts';
import { messagesToMembers, type Told } from '../../telling/new-messages.ts';
import { findSlots, slotsAfterMove, triedSlots } from './free-slots.ts';
import { priceOf } from './price-of.ts';
import { peopleOf, type Situation } from './situation.ts';

/** What some changes of a pairing have in common. */
interface Dealt {
  /** Answers that are dealt with from now on, with those of before. */
  readonly handled?: PairingRecord['handled'];
  readonly passedOver?: readonly PersonId[];
}

/**
 * A pairing's next revision. Buttons on earlier cards no longer count.
 * @param next the pairing as it becomes; its revision does not matter
 * @param told what its members are told; null: nothing
 * @param now epoch milliseconds
 */
export function revise<P extends PairingRecord>(
  before: PairingRecord,
  next: P,
  told: Told | null,
  now: number,
): Revision<P> {
  const revision = before.revision + 1;
  const pairing = { ...next, revision, choicesSince: revision };
  return { pairing, messages: told === null ? [] : messagesToMembers(pairing, told, now) };
}

/** Moves the meeting of a pairing to another slot. Answers to the old one no longer count. */
export function moveMeeting(
  pairing: PairingRecord,
  slot: Slot,
  told: Omit<Told, 'news'> & {
    readonly news: 'moved' | 'proposed' | 'chosen' | 'booked-instead' | 'moved-by-coordinator';
  },
  more: Pick<Dealt, 'handled'> & { readonly moves?: number },
  now: number,
): Revision {
  const next: PairingIn<'planned'> = {
    ...coreOf(pairing),
    ...more,
    state: 'planned',
    slot,
    slots: slotsAfterMove(pairing, slot),
    promised: told.news !== 'moved',
    answers: {},
  };
  return revise(pairing, next, told, now);
}

/** Calls the event off and asks the members to choose another time. The offer is empty when no time suits all. */
export function askMembers(
  situation: Situation,
  pairing: PairingRecord,
  load: WeekLoad,
  because: PersonId | null,
  { handled = pairing.handled, passedOver = [] }: Dealt = {},
): Revision<PairingIn<'suggested'>> {
  const offer = slotsToOffer(situation, pairing, load);
  const tried = [...triedSlots(pairing)];
  const next: PairingIn<'suggested'> = {
    ...coreOf(pairing),
    ...whoPresses(peopleOf(situation, pairing.members)),
    handled,
    state: 'suggested',
    offer,
    tried,
  };
  return revise(pairing, next, { news: 'asked', because, passedOver }, situation.now);
}

/** Up to three slots that suit all members, best first, for them to choose from. */
export function slotsToOffer(situation: Situation, pairing: PairingRecord, load: WeekLoad): Slot[] {
  return findSlots(situation, pairing, peopleOf(situation, pairing.members), load).slice(0, mostOffered);
}

/**
 * A pairing that goes on with some of its members, at least two, before it is revised: their answers, and how long ago
 * they met and how close they are.
 */
export function keepMembers<P extends PairingRecord>(
  situation: Situation,
  pairing: P,
  stays: (member: PersonId) => boolean,
): P {
  const members = pairing.members.filter(stays);
  const { lastMet, closeness, newLink } = priceOf(situation, members) ?? pairing;
  const kept = { ...pairing, members, lastMet, closeness, newLink };
  const ofMembers = <T>(all: Readonly<Record<PersonId, T>>) =>
    Object.fromEntries(Object.entries(all).filter(([id]) => members.includes(id)));
  const wished = 'wishes' in kept ? { wishes: ofMembers(kept.wishes ?? {}) } : {};
  const answered =
    kept.state === 'booked' || kept.state === 'planned' ? { answers: ofMembers(answersOf(kept)) } : {};
  return { ...kept, ...wished, ...answered };
}

/**
 * A member would like a slot that all must press: the others are told, and what is booked stays. Times on earlier cards can
 * still be chosen.
 */
export function wishFor(
  pairing: PairingIn<'booked' | 'suggested'>,
  person: PersonId,
  { start }: Slot,
  now: number,
  more: Pick<Dealt, 'handled'> = {},
): Revision {
  const wishes = { ...wishesOf(pairing), [person]: start };
  const to = pairing.members.filter((id) => id !== person);
  const told = { news: 'wished', because: person, to } as const;
  const next: PairingIn<'booked' | 'suggested'> = { ...pairing, ...more, allPress: true, wishes };
  const { pairing: wished, messages } = revise(pairing, next, told, now);
  return { pairing: { ...wished, choicesSince: pairing.choicesSince }, messages };
}
