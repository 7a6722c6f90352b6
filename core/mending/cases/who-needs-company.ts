import { isMatchable } from '../../pairing/match-people.ts';
import type { PairingRecord } from '../../records/pairing.ts';
import type { PersonId } from '../../records/person.ts';
import type { PlacementReason } from '../../records/placement.ts';
import type { Departure } from './departures.ts';
import { absence, type Seeker, type PersonNow, type Situation } from './situation.ts';

/** Why somebody may have no meeting who would be glad of one. */
const glad: ReadonlySet<PlacementReason> = new Set([
  'alone',
  'no-common-slot',
  'better-used-elsewhere',
  'partner-left',
  'not-booked',
  'joined-late',
]);

/**
 * Who has nobody to meet in the round and could: those whom a repair leaves alone, those whose pairing fell apart or was
 * never booked, those whom the plan left out, and, until the meeting week begins, whoever joined or came back since.
 */
export function whoNeedsCompany(situation: Situation, departures: readonly Departure[]): Seeker[] {
  const pairings = new Map(situation.pairings.map((pairing) => [pairing.pairing, pairing]));
  const freed = new Set(departures.flatMap(({ left }) => left.map(({ id }) => id)));
  const { scheme, week, now } = situation;
  return [...situation.people.values()].filter(isMatchable).filter((person) => {
    if (absence(person, scheme.zone, Math.max(week.start, now)) !== null) return false;
    return freed.has(person.id) || isAlone(situation, pairings, person.id);
  });
}

/**
 * Who joined or came back after the pairing and found no company before the meeting week: they are told, by the first look
 * in the week, and are glad of company still.
 */
export function whoJoinedTooLate({ people, placements, scheme, round, week, now }: Situation): PersonNow[] {
  const lookedAt = round.answersCheckedAt;
  if (now < week.start || lookedAt === null || Date.parse(lookedAt) >= week.start) return [];
  return [...people.values()].filter((person) => {
    if (absence(person, scheme.zone, now) !== null) return false;
    const placement = placements.get(person.id);
    if (placement === undefined) return Date.parse(person.joinedAt) < week.start;
    return placement.reason !== null && cameBack.has(placement.reason);
  });
}

/** Whether somebody's place in the round is none. */
function isAlone(
  { placements, week, now }: Situation,
  pairings: ReadonlyMap<string, PairingRecord>,
  person: PersonId,
): boolean {
  const early = now < week.start;
  const placement = placements.get(person);
  if (placement === undefined) return early;
  const { pairing: id, reason } = placement;
  const pairing = id === null ? undefined : pairings.get(id);
  if (pairing?.members.some((member) => member.id === person) === true) {
    if (pairing.state === 'failed') return true;
    if (pairing.state !== 'cancelled') return false;
  }
  return reason === null || glad.has(reason) || (early && cameBack.has(reason));
}

/** Those who could not take part then, and can now. */
const cameBack: ReadonlySet<PlacementReason> = new Set(['withdrew', 'unreachable', 'not-in-directory']);
