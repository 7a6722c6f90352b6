import { isWishedByOthers, type PairingIn, type PairingRecord, slotOf } from '../../records/pairing.ts';
import type { PersonId } from '../../records/person.ts';
import type { Revision } from '../../records/repair.ts';
import { type Slot, slotAt } from '../../time/slot.ts';
import { mustAllPress, suits } from '../situation/free-slots.ts';
import { type MemberAnswer, openAnswers, withHandled } from '../situation/open-answers.ts';
import { moveMeeting, revise, wishFor } from '../situation/revise.ts';
import { peopleOf, type Situation } from '../situation/situation.ts';

/** A time that a member proposed in Outlook. */
interface Proposal extends MemberAnswer {
  /** The proposed start, with the length of the pairing's meeting. */
  readonly slot: Slot;
  /** Whether it suits all other members; null when that is not known, so that all must press it. */
  readonly suitsAll: boolean | null;
}

/**
 * A member proposed another time that suits all others: the meeting moves there. The first such proposal counts, before
 * any decline. Null when there is none.
 */
export function repairProposed(situation: Situation, pairing: PairingIn<'booked'>): Revision | null {
  const taken = openProposals(situation, pairing).find(({ suitsAll }) => suitsAll === true);
  if (taken === undefined) return null;
  const passedOver = passedOverIn(situation, pairing);
  const handled = withHandled(pairing, openAnswers(situation, pairing));
  const told = { news: 'proposed', because: taken.person, passedOver } as const;
  return moveMeeting(pairing, taken.slot, told, { handled }, situation.now);
}

/**
 * A member proposed a time that does not suit everybody: the meeting stays where it is, and they alone are told. Null when
 * there is no such proposal.
 */
export function repairProposedInVain(situation: Situation, pairing: PairingIn<'booked'>): Revision | null {
  const inVain = openProposals(situation, pairing).filter(({ suitsAll }) => suitsAll === false);
  if (inVain.length === 0) return null;
  const to = inVain.map(({ person }) => person);
  const answered = inVain.map(({ person, answer }) => [inVainKey(person), answer.at] as const);
  const handled = { ...pairing.handled, ...Object.fromEntries(answered) };
  const told = { news: 'kept', because: null, to, passedOver: to } as const;
  const { pairing: next, messages } = revise(pairing, { ...pairing, handled }, told, situation.now);
  // The times on earlier cards can still be chosen.
  return { pairing: { ...next, choicesSince: pairing.choicesSince }, messages };
}

/**
 * A member proposed a time, and all must press it before it is booked: the others are told that it is wished. Null when there
 * is no such proposal.
 */
export function repairProposedToAll(situation: Situation, pairing: PairingIn<'booked'>): Revision | null {
  const wished = openProposals(situation, pairing).find(({ suitsAll }) => suitsAll === null);
  if (wished === undefined) return null;
  const { person, slot, answer } = wished;
  const handled = { ...pairing.handled, [inVainKey(person)]: answer.at };
  return wishFor(pairing, person, slot, situation.now, { handled });
}

/** Members whose proposed time is not taken when the meeting changes now. */
export function passedOverIn(situation: Situation, pairing: PairingIn<'booked'>): PersonId[] {
  const others = openProposals(situation, pairing).filter(({ suitsAll }) => suitsAll !== true);
  return others.map(({ person }) => person);
}

/**
 * Proposals that were neither taken nor answered yet, in the order in which they were given. A time need not suit its
 * proposer's own calendar.
 */
function openProposals(situation: Situation, pairing: PairingIn<'booked'>): Proposal[] {
  return openAnswers(situation, pairing).flatMap((given): Proposal[] => {
    const { person, answer } = given;
    if (answer.proposed === null || !isUnanswered(pairing, given)) return [];
    const slot = slotAt(answer.proposed.start, pairing.minutes);
    const people = peopleOf(situation, pairing.members);
    const others = people.filter(({ id }) => id !== person);
    const suitsAll = others.every((other) => suits(situation, pairing, other, slot));
    const isOpen = mustAllPress(pairing, people) && !isWishedByOthers(pairing, person, slot.start);
    return [{ person, answer, slot, suitsAll: suitsAll && isOpen ? null : suitsAll }];
  });
}

/** Whether an answer proposes another time, which was neither taken nor refused yet. */
export function isUnanswered(
  pairing: PairingRecord,
  { person, answer: { proposed, at } }: MemberAnswer,
): boolean {
  const isHandled = pairing.handled[inVainKey(person)] === at;
  return proposed !== null && !isHandled && proposed.start !== slotOf(pairing)?.start;
}

/** The key in `handled` for a proposal that was answered with no. The meeting stayed, so the answer itself still counts. */
function inVainKey(person: PersonId): string {
  return `proposed:${person}`;
}
