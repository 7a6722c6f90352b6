import { isAhead, isUnderWay, type PairingIn, type PairingRecord, slotOf } from '../records/pairing.ts';
import { isAway, type Participant } from '../records/participant.ts';
import type { PersonId } from '../records/person.ts';
import { isToCome, movingNotice } from '../time/slot.ts';
import { hour } from '../time/interval.ts';
import { bookingInstead } from './cases/nobody-chose.ts';
import { isUnanswered } from './cases/proposed.ts';
import { isAlone, mayBeTooLate, membersOf } from './cases/who-needs-company.ts';
import { openAnswers } from './situation/open-answers.ts';
import type { Situation } from './situation/situation.ts';

/** What a look knows before it asks for anybody's calendar. */
export interface Known extends Pick<
  Situation,
  'scheme' | 'round' | 'week' | 'now' | 'pairings' | 'heard' | 'gone' | 'placements'
> {
  /** Whether this is the first look of the day: it considers everybody. */
  readonly isFirstOfDay: boolean;
  /** Enrolments that were read, by person; null: there is none. */
  readonly enrolled: ReadonlyMap<PersonId, Pick<Participant, 'status' | 'pausedUntil'> | null>;
  /** People who cannot be reached, or are gone from the directory, as far as that was read. */
  readonly absent: ReadonlySet<PersonId>;
}

/** How long every look tries again for somebody in vain, in milliseconds. Later only the first look of each day does. */
const triedAgain = 3 * hour;

/** Pairings whose meeting is still to come or under way, and for which something is to be decided. */
export function whichAreConcerned(known: Known): PairingRecord[] {
  return known.pairings.filter((pairing) => {
    if (isUnderWay(pairing, known)) {
      return whoIsAway(known, pairing).length > 0 || hasOpenAnswer(known, pairing);
    }
    if (!isAhead(pairing, known.now)) return false;
    if (whoIsAway(known, pairing).length > 0) return true;
    if (pairing.state === 'suggested')
      return ranOutOfTimes(known, pairing) || isToBookInstead(known, pairing);
    return pairing.state === 'booked' && (known.gone.has(pairing.pairing) || hasOpenAnswer(known, pairing));
  });
}

/** How many of some pairings lose so many members that one is left alone. */
export function howManyLeftAlone(known: Known, concerned: readonly PairingRecord[]): number {
  return concerned.filter((pairing) => pairing.members.length - whoIsAway(known, pairing).length === 1)
    .length;
}

/** People who have no meeting, as far as is known, and look for company, or are to hear that they joined too late. */
export function whoIsAlone(known: Known): PersonId[] {
  if (known.now >= known.week.end) return [];
  const pairings = new Map(known.pairings.map((pairing) => [pairing.pairing, pairing]));
  const people = new Set([...known.placements.keys(), ...known.enrolled.keys()]);
  const members = membersOf(known.pairings);
  return [...people].filter(
    (person) => isAlone(known, pairings, person) || mayBeTooLate(known, members, person),
  );
}

/** Whether somebody's search for company, or a pairing's for other times, is to be tried in every look. */
function isNew(since: number, now: number): boolean {
  return since > now - triedAgain;
}

/** Whether somebody who is alone became so in the last hours, or was to come into a pairing that then changed. */
export function isNewlyAlone({ placements, pairings, now }: Known, person: PersonId): boolean {
  const placement = placements.get(person);
  if (placement === undefined) return false;
  const failed = pairings.find(({ pairing, state }) => pairing === placement.pairing && state === 'failed');
  if (failed === undefined && placement.pairing !== null && placement.reason === null) return true;
  return isNew(Math.max(placement.changedAt ?? 0, failed?.readAt ?? 0), now);
}

/** Whether somebody can take part at an instant (epoch milliseconds), as far as is known. */
export function canTakePart({ scheme, enrolled, absent }: Known, person: PersonId, at: number): boolean {
  const enrolment = enrolled.get(person);
  if (absent.has(person) || enrolment === null) return false;
  return enrolment === undefined || !isAway(enrolment, scheme.zone, at);
}

/** Members of a pairing who cannot take part in its meeting. */
function whoIsAway(known: Known, pairing: PairingRecord): PersonId[] {
  const offered = pairing.state === 'suggested' ? pairing.offer[0] : undefined;
  const start = (slotOf(pairing) ?? offered ?? pairing.slots[0])?.start ?? 0;
  const at = Math.max(start, known.week.start, known.now);
  return pairing.members.filter((id) => !canTakePart(known, id, at));
}

/** Whether all offered times came too near in the last hours; in the first look of the day, ever. */
function ranOutOfTimes({ now, isFirstOfDay }: Known, { offer }: PairingIn<'suggested'>): boolean {
  if (offer.some((slot) => isToCome(slot, now))) return false;
  return isFirstOfDay || offer.some(({ start }) => isNew(start - movingNotice, now));
}

/** Whether the time has come to book a time for members who chose none. */
function isToBookInstead({ scheme, round, week, now }: Known, pairing: PairingRecord): boolean {
  const at = bookingInstead(scheme, round, pairing);
  return at !== null && at <= now && now < week.end;
}

/** Whether a member declined, or proposed a time that was neither taken nor refused. */
function hasOpenAnswer(known: Known, pairing: PairingRecord): boolean {
  return openAnswers(known, pairing).some(
    (given) => given.answer.answer === 'declined' || isUnanswered(pairing, given),
  );
}
