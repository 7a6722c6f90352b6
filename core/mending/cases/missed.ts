import type { PairingRecord } from '../../records/pairing.ts';
import type { PersonId } from '../../records/person.ts';
import type { Member } from '../../records/plan.ts';
import type { Slot } from '../../records/slot.ts';
import type { WeekLoad } from '../../slots/week-load.ts';
import { newsOf, repairAnswered } from './answers.ts';
import { type Departure, withoutAbsent } from './departures.ts';
import { reducedTo } from './price-of.ts';
import { absence, type Situation } from './situation.ts';

/**
 * A meeting that has begun, and to which not all of its members came: whoever left or paused before its start, or declined it
 * before its end, did not. What is declined later tidies a calendar, and who leaves later was there or not.
 * @returns a departure of nobody where it merely moves; null when nothing is to change
 */
export function repairMissed(situation: Situation, pairing: PairingRecord, load: WeekLoad): Departure | null {
  const { slot, members } = pairing;
  if (slot === null) return null;
  const declined = declinersBefore(situation, pairing, Date.parse(slot.end));
  const withdrawn = members.filter(({ id }) => hadWithdrawn(situation, id, slot));
  const came = members.filter((member) => !declined.has(member.id) && !withdrawn.includes(member));
  if (came.length < 2) return repairAlone(situation, pairing, withdrawn, load);

  // Two of three meet: while it lasts they hear that nobody else comes.
  if (withdrawn.length === 0 || situation.now >= Date.parse(slot.end)) return null;
  const absent = withdrawn.map((member) => ({ member, reason: 'withdrew' as const }));
  return withoutAbsent(situation, pairing, absent, load);
}

/**
 * Nobody came, or one alone, who waits: it is dealt with as before it. Where two can take part still it moves, else it is
 * called off, also for who declined: another time with somebody who left meanwhile could not be kept.
 */
function repairAlone(
  situation: Situation,
  pairing: PairingRecord,
  withdrawn: readonly Member[],
  load: WeekLoad,
): Departure | null {
  const { people, scheme, now } = situation;
  const absent = pairing.members.flatMap((member) => {
    const reason = withdrawn.includes(member) ? 'withdrew' : absence(people.get(member.id), scheme.zone, now);
    return reason === null ? [] : [{ member, reason }];
  });
  const gone = new Set(absent.map(({ member }) => member.id));
  const able = pairing.members.filter(({ id }) => !gone.has(id)).flatMap(({ id }) => people.get(id) ?? []);
  if (able.length < 2) return withoutAbsent(situation, pairing, absent, load);
  const others =
    gone.size === 0 ? pairing : { ...pairing, ...reducedTo(situation, pairing, ({ id }) => !gone.has(id)) };
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
