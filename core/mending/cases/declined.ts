import type { PairingRecord } from '../../records/pairing.ts';
import type { Slot } from '../../records/slot.ts';
import type { WeekLoad } from '../../slots/week-load.ts';
import { findSlots, hasCalendar, suits } from '../situation/free-slots.ts';
import { openAnswers, withHandled } from '../situation/open-answers.ts';
import { askMembers, moveMeeting } from '../situation/revise.ts';
import { peopleOf, type Situation } from '../situation/situation.ts';
import { passedOverIn } from './proposed.ts';

/** How many declines move a meeting. After that its members are asked. */
const mostMoves = 2;

/**
 * A member declined: the meeting moves to the next slot that suits everybody, twice. After that, or when there is no such
 * slot, the members are asked to choose. Null when nobody declined.
 * @param pairing all its members can take part
 */
export function repairDeclined(
  situation: Situation,
  pairing: PairingRecord,
  load: WeekLoad,
): PairingRecord | null {
  const answers = openAnswers(situation, pairing);
  const decliner = answers.find(({ answer }) => answer.answer === 'declined')?.person;
  if (decliner === undefined) return null;
  const settled = {
    handled: withHandled(pairing, answers),
    passedOver: passedOverIn(situation, pairing),
  };
  const next = pairing.moves < mostMoves ? nextSlot(situation, pairing, load) : null;
  return next === null
    ? askMembers(situation, pairing, load, decliner, settled)
    : moveMeeting(pairing, next, 'moved', decliner, { ...settled, moves: pairing.moves + 1 });
}

/** The next planned slot that still suits everybody, else the best free one. Null while a calendar cannot be read. */
function nextSlot(situation: Situation, pairing: PairingRecord, load: WeekLoad): Slot | null {
  const people = peopleOf(situation, pairing.members);
  if (!people.every(hasCalendar)) return null;
  const untried = pairing.slots.slice(
    pairing.slots.findIndex(({ start }) => start === pairing.slot?.start) + 1,
  );
  const planned = untried.find((slot) => people.every((person) => suits(situation, pairing, person, slot)));
  return planned ?? findSlots(situation, pairing, people, load)[0] ?? null;
}
