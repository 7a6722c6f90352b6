import type { PersonId } from '../../people/person.ts';
import type { WeekLoad } from '../../slots/week-load.ts';
import type { Member, Slot } from '../plan.ts';
import type { PairingRecord } from '../records.ts';
import { newsOf, repairAnswered } from './answers.ts';
import { withoutAbsent, type Departure } from './departures.ts';
import { absence, type Situation } from './situation.ts';
import { reducedTo } from './terms.ts';

/**
 * A meeting that has begun, and to which not all of its members came: whoever left or paused before its start, or declined it
 * before its end, did not. What is declined later tidies a calendar, and who leaves later was there or not.
 *
 * Where nobody, or one alone, came it is dealt with as before it: cancelled when less than two take part still, else moved;
 * nobody is absent then. Where two came, they hear while it lasts that the third left. Null when nothing is to change.
 */
export function repairMissed(situation: Situation, pairing: PairingRecord, load: WeekLoad): Departure | null {
  const { people, scheme, now } = situation;
  const { slot, members } = pairing;
  if (slot === null) return null;
  const declined = declinersBefore(situation, pairing, Date.parse(slot.end));
  const hasWithdrawn = ({ id }: Member) => hadWithdrawn(situation, id, slot);

  const came = members.filter((member) => !declined.has(member.id) && !hasWithdrawn(member));
  if (came.length > 1) {
    const absent = members.filter(hasWithdrawn).map((member) => ({ member, reason: 'withdrew' as const }));
    const isOver = now >= Date.parse(slot.end);
    return absent.length === 0 || isOver ? null : withoutAbsent(situation, pairing, absent, load);
  }

  const absent = members.flatMap((member) => {
    const reason = hasWithdrawn(member) ? 'withdrew' : absence(people.get(member.id), scheme.zone, now);
    return reason === null ? [] : [{ member, reason }];
  });
  const left = members.filter(({ id }) => absent.every(({ member }) => member.id !== id));
  if (left.length < 2) return withoutAbsent(situation, pairing, absent, load);
  const others =
    absent.length === 0
      ? pairing
      : { ...pairing, ...reducedTo(situation, pairing, (member) => left.includes(member)) };
  const able = left.flatMap(({ id }) => people.get(id) ?? []);
  const changed = repairAnswered(situation, others, able, load);
  return changed && { changed, absent, left: [] };
}

/** Who declined before an instant (epoch milliseconds), and was not dealt with yet. */
function declinersBefore(situation: Situation, pairing: PairingRecord, end: number): ReadonlySet<PersonId> {
  const declined = newsOf(situation, pairing).filter(
    ({ answer: { answer, at } }) =>
      answer === 'declined' && (at === null ? situation.now : Date.parse(at)) < end,
  );
  return new Set(declined.map(({ person }) => person));
}

/** Whether somebody had left, or paused over the start of a meeting, before it began. */
function hadWithdrawn({ people, scheme, withdrewAt }: Situation, person: PersonId, { start }: Slot): boolean {
  const since = withdrewAt.get(person);
  const begins = Date.parse(start);
  if (since === undefined || Date.parse(since) >= begins) return false;
  return absence(people.get(person), scheme.zone, begins) === 'withdrew';
}
