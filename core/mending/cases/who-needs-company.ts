import { isMatchable, type Matchable } from '../../pairing/match-people.ts';
import type { PairingRecord } from '../../records/pairing.ts';
import type { PersonId } from '../../records/person.ts';
import type { PlacementReason } from '../../records/placement.ts';
import { absence, type PersonNow, type Situation } from '../situation/situation.ts';
import type { Departure } from './departed.ts';

/** Somebody who looks for company, and can be matched. */
export type Seeker = PersonNow & Matchable;

/** Reasons for having no meeting with which people still look for one. */
const looking: ReadonlySet<PlacementReason> = new Set([
  'alone',
  'no-common-slot',
  'better-used-elsewhere',
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
  const { people, placements, pairings, scheme, round, week, now } = situation;
  const members = new Set(pairings.flatMap((pairing) => pairing.members));
  const lookedAt = round.answersCheckedAt;
  if (now < week.start || lookedAt === null || lookedAt >= week.start) return [];
  return [...people.values()].filter((person) => {
    if (absence(person, scheme.zone, now) !== null) return false;
    const placement = placements.get(person.id);
    if (placement === undefined) return person.joinedAt < week.start;
    // Without a reason: they were to join a pair, which then changed.
    return placement.reason === null ? !members.has(person.id) : cameBack.has(placement.reason);
  });
}

/** Whether somebody has no pairing that is still to take place, and looks for company. */
function isAlone(
  { placements, week, now }: Situation,
  pairings: ReadonlyMap<string, PairingRecord>,
  person: PersonId,
): boolean {
  const isBeforeWeek = now < week.start;
  const placement = placements.get(person);
  if (placement === undefined) return isBeforeWeek;
  const { reason } = placement;
  const pairing = placement.pairing === null ? undefined : pairings.get(placement.pairing);
  if (pairing?.members.includes(person) === true) {
    if (pairing.state === 'failed') return true;
    if (pairing.state !== 'cancelled') return false;
  }
  return reason === null || looking.has(reason) || (isBeforeWeek && cameBack.has(reason));
}
