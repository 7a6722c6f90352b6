import type { PairingIn } from '../../records/pairing.ts';
import type { PersonId } from '../../records/person.ts';
import type { Slot } from '../../time/slot.ts';
import type { WeekLoad } from '../../slots/week-load.ts';
import { openAnswers } from '../situation/open-answers.ts';
import { keepMembers } from '../situation/revise.ts';
import { absence, type Situation } from '../situation/situation.ts';
import { repairAnswered } from './answered.ts';
import { type Departure, goOnWithout } from './departed.ts';

/**
 * A meeting has begun, and a member does not come: they left or paused before its start, or declined before its end. A
 * later decline only tidies a calendar, and somebody who leaves later may have been there: both change nothing.
 * @returns null when nothing is to change; a departure with nobody absent when the meeting only moves
 */
export function repairMissed(
  situation: Situation,
  pairing: PairingIn<'booked'>,
  load: WeekLoad,
): Departure | null {
  const { members } = pairing;
  const { slot } = pairing.event;
  const declined = declinedBefore(situation, pairing, slot.end);
  const withdrawn = new Set(members.filter((id) => withdrewBefore(situation, id, slot)));
  const came = members.filter((id) => !declined.has(id) && !withdrawn.has(id));
  if (came.length < 2) return repairWaitingAlone(situation, pairing, withdrawn, load);

  // Two of three meet. While the meeting lasts they are told that nobody else comes.
  if (withdrawn.size === 0 || situation.now >= slot.end) return null;
  const absent = members
    .filter((id) => withdrawn.has(id))
    .map((member) => ({ member, reason: 'withdrew' as const }));
  return goOnWithout(situation, pairing, absent, load);
}

/**
 * At most one member came. The meeting moves when two members can still take part. Else it is cancelled, and a member who
 * still takes part is told, even one who declined: another time with somebody who left meanwhile would fail.
 */
function repairWaitingAlone(
  situation: Situation,
  pairing: PairingIn<'booked'>,
  withdrawn: ReadonlySet<PersonId>,
  load: WeekLoad,
): Departure | null {
  const { people, scheme, now } = situation;
  const absent = pairing.members.flatMap((member) => {
    const reason = withdrawn.has(member) ? 'withdrew' : absence(people.get(member), scheme.zone, now);
    return reason === null ? [] : [{ member, reason }];
  });
  if (pairing.members.length - absent.length < 2) return goOnWithout(situation, pairing, absent, load);
  const gone = new Set(absent.map(({ member }) => member));
  const rest = gone.size === 0 ? pairing : keepMembers(situation, pairing, (id) => !gone.has(id));
  const revision = repairAnswered(situation, rest, load);
  return revision && { revision, absent, leftAlone: [] };
}

/** Members who declined before an instant (epoch milliseconds), where no revision has dealt with that yet. */
function declinedBefore(
  situation: Situation,
  pairing: PairingIn<'booked'>,
  end: number,
): ReadonlySet<PersonId> {
  const declined = openAnswers(situation, pairing).filter(
    ({ answer: { answer, at } }) => answer === 'declined' && (at ?? situation.now) < end,
  );
  return new Set(declined.map(({ person }) => person));
}

/** Whether somebody had left, or paused over the start of a meeting, before that start. */
function withdrewBefore(
  { people, scheme, withdrewAt }: Situation,
  person: PersonId,
  { start }: Slot,
): boolean {
  const since = withdrewAt.get(person);
  if (since === undefined || since >= start) return false;
  return absence(people.get(person), scheme.zone, start) === 'withdrew';
}
