import { isMatchable, type Matchable } from '../../pairing/match-people.ts';
import type { PairingRecord } from '../../records/pairing.ts';
import type { PersonId } from '../../records/person.ts';
import type { Placement, PlacementReason } from '../../records/placement.ts';
import { absence, type PersonNow, type Situation } from '../situation/situation.ts';
import type { Departure } from './departed.ts';

/** Somebody who looks for company, and can be matched. */
export type Seeker = PersonNow & Matchable;

/** Reasons for having no meeting with which people still look for one. */
const looking: ReadonlySet<PlacementReason> = new Set([
  'alone',
  'no-common-slot',
  'better-used-elsewhere',
  'calendar-unreadable',
  'partner-left',
  'not-booked',
  'joined-late',
]);

/** Reasons that are over once the person can take part again. */
const cameBack: ReadonlySet<PlacementReason> = new Set(['withdrew', 'unreachable', 'not-in-directory']);

/**
 * Everybody who has nobody to meet in the round and could: members whom this repair leaves alone, members of pairings
 * that were cancelled or never booked, people whom the plan left out, and, until the meeting week begins, people who joined
 * or came back since the plan.
 */
export function whoNeedsCompany(situation: Situation, departures: readonly Departure[]): Seeker[] {
  const leftAlone = new Set(departures.flatMap(({ leftAlone }) => leftAlone));
  const pairings = new Map(situation.pairings.map((pairing) => [pairing.pairing, pairing]));
  const { scheme, week, now } = situation;
  return [...situation.people.values()].filter(isMatchable).filter((person) => {
    if (absence(person, scheme.zone, Math.max(week.start, now)) !== null) return false;
    return leftAlone.has(person.id) || isAlone(situation, pairings, person.id);
  });
}

/**
 * Everybody who joined or came back after the plan and found no company before the meeting week. The first look in the
 * week places them as `joined-late`, which tells them so; company is looked for further.
 */
export function whoJoinedTooLate(situation: Situation): PersonNow[] {
  const { people, placements, scheme, week, now } = situation;
  const members = membersOf(situation.pairings);
  return [...people.values()].filter((person) => {
    if (absence(person, scheme.zone, now) !== null || !mayBeTooLate(situation, members, person.id))
      return false;
    const cameBackTo = placements.get(person.id)?.reason ?? null;
    return cameBackTo !== null || person.joinedAt < week.start;
  });
}

/** The members of some pairings. */
export function membersOf(pairings: readonly PairingRecord[]): ReadonlySet<PersonId> {
  return new Set(pairings.flatMap(({ members }) => members));
}

/**
 * Whether this is the first look in the meeting week, and nothing is decided for somebody since they joined or came back.
 * @param members of the round's pairings
 */
export function mayBeTooLate(
  { placements, round, week, now }: Pick<Situation, 'placements' | 'round' | 'week' | 'now'>,
  members: ReadonlySet<PersonId>,
  person: PersonId,
): boolean {
  const lookedAt = round.answersCheckedAt;
  if (now < week.start || lookedAt === null || lookedAt >= week.start) return false;
  const placement = placements.get(person);
  if (placement === undefined || isUndecided(placement)) return true;
  // Without a reason: they were to join a pair, which then changed.
  if (placement.reason === null) return !members.has(person);
  return cameBack.has(placement.reason);
}

/** Whether somebody joined after the plan, and nothing was decided for them. */
function isUndecided({ pairing, reason }: Placement): boolean {
  return pairing === null && reason === null;
}

/** Whether somebody has no pairing that is still to take place, and looks for company if they can take part. */
export function isAlone(
  { placements, week, now }: Pick<Situation, 'placements' | 'week' | 'now'>,
  pairings: ReadonlyMap<string, PairingRecord>,
  person: PersonId,
): boolean {
  const isBeforeWeek = now < week.start;
  const placement = placements.get(person);
  if (placement === undefined || isUndecided(placement)) return isBeforeWeek;
  const { reason } = placement;
  const pairing = placement.pairing === null ? undefined : pairings.get(placement.pairing);
  if (pairing?.members.includes(person) === true) {
    // Outlook would refuse them again.
    if (pairing.state === 'failed') return pairing.reason !== 'refused-by-outlook';
    if (pairing.state !== 'cancelled') return false;
  }
  return reason === null || looking.has(reason) || (isBeforeWeek && cameBack.has(reason));
}
