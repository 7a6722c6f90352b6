import { type PairingIn, slotOf } from '../../records/pairing.ts';
import type { Revision } from '../../records/repair.ts';
import type { Slot } from '../../time/slot.ts';
import type { WeekLoad } from '../../slots/week-load.ts';
import { findSlots, mustAllPress, suits } from '../situation/free-slots.ts';
import { openAnswers, withHandled } from '../situation/open-answers.ts';
import { askMembers, moveMeeting } from '../situation/revise.ts';
import { peopleOf, type Situation } from '../situation/situation.ts';
import { passedOverIn } from './proposed.ts';

/** How many declines move a meeting. After that its members are asked. */
const mostMoves = 2;

/**
 * A member declined: the meeting moves to the next slot that suits everybody, twice. After that, when there is no such slot,
 * or where all must press, the members are asked to choose. Null when nobody declined.
 * @param pairing all its members can take part
 */
export function repairDeclined(
  situation: Situation,
  pairing: PairingIn<'booked'>,
  load: WeekLoad,
): Revision | null {
  const answers = openAnswers(situation, pairing);
  const decliner = answers.find(({ answer }) => answer.answer === 'declined')?.person;
  if (decliner === undefined) return null;
  const handled = withHandled(pairing, answers);
  const passedOver = passedOverIn(situation, pairing);
  const next = pairing.moves < mostMoves ? nextSlot(situation, pairing, load) : null;
  if (next === null) return askMembers(situation, pairing, load, decliner, { handled, passedOver });
  const told = { news: 'moved', because: decliner, passedOver } as const;
  return moveMeeting(pairing, next, told, { handled, moves: pairing.moves + 1 }, situation.now);
}

/** The next planned slot that still suits everybody, else the best free one. Null where all must press. */
function nextSlot(situation: Situation, pairing: PairingIn<'booked'>, load: WeekLoad): Slot | null {
  const people = peopleOf(situation, pairing.members);
  if (mustAllPress(pairing, people)) return null;
  const current = slotOf(pairing);
  const untried = pairing.slots.slice(pairing.slots.findIndex(({ start }) => start === current?.start) + 1);
  const planned = untried.find((slot) => people.every((person) => suits(situation, pairing, person, slot)));
  return planned ?? findSlots(situation, pairing, people, load)[0] ?? null;
}
