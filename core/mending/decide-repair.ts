import { memberOf } from '../pairing/match-people.ts';
import { isAhead, isUnderWay, type PairingRecord } from '../records/pairing.ts';
import type { Placement, PlacementReason } from '../records/placement.ts';
import type { Member } from '../records/plan.ts';
import type { Repair } from '../records/repair.ts';
import { endsAfter } from '../records/slot.ts';
import { weekLoad, type WeekLoad } from '../slots/week-load.ts';
import { repairAnswered } from './cases/answered.ts';
import { type Departure, repairDeparture } from './cases/departed.ts';
import { repairEventGone } from './cases/event-gone.ts';
import { findCompany } from './cases/find-company.ts';
import { repairMissed } from './cases/missed.ts';
import { repairNobodyChose } from './cases/nobody-chose.ts';
import { whoJoinedTooLate, whoNeedsCompany } from './cases/who-needs-company.ts';
import type { Situation } from './situation/situation.ts';

/**
 * Decides what changes in a round because people declined, proposed another time, left or joined late. One repair changes
 * each pairing at most once; what cannot be mended stays as it is. Null when nothing is to change.
 */
export function decideRepair(situation: Situation): Repair | null {
  const { round, week, now, pairings } = situation;
  const ahead = pairings.filter((pairing) => isAhead(pairing, now));
  const load = weekLoad(
    week,
    ahead.flatMap(({ slot, slots }) => slot ?? slots[0] ?? []),
  );

  // 1. Each pairing by itself.
  const departures: Departure[] = [];
  const changed: PairingRecord[] = [];
  const unchanged: PairingRecord[] = [];
  for (const pairing of ahead) {
    const departure = repairDeparture(situation, pairing, load);
    const next = departure === null ? repairPairing(situation, pairing, load) : null;
    if (departure !== null) departures.push(departure);
    else if (next !== null) changed.push(next);
    else unchanged.push(pairing);
  }
  for (const pairing of pairings.filter((one) => isUnderWay(one, situation))) {
    const departure = repairMissed(situation, pairing, load);
    if (departure !== null) departures.push(departure);
  }

  // 2. Company for those who have nobody to meet, until the week is over.
  const seekers = now < week.end ? whoNeedsCompany(situation, departures) : [];
  const open = unchanged.filter((pairing) => mayChangeMembers(pairing, week));
  const company = findCompany(situation, seekers, open, load);
  const withReason = (pairing: PairingRecord) => ({ ...pairing, insteadOf: insteadOf(pairing, departures) });
  const made = company.made.map(withReason);
  const joined = company.joined.map(withReason);

  // 3. Where people are placed now. Those who found company are not told that their old pairing is cancelled.
  const placements = placementsOf(situation, departures, made, joined);
  const placed = new Set(placements.filter(({ reason }) => reason === null).map(({ person }) => person));
  const left = departures.map(({ pairing }) => ({
    ...pairing,
    tell: pairing.tell?.filter((id) => !placed.has(id)) ?? null,
  }));
  const all = [...left, ...changed, ...joined, ...company.rests];
  if (all.length + made.length + placements.length === 0) return null;
  return {
    scheme: round.scheme,
    round: round.round,
    number: round.repairs + 1,
    changed: all,
    made,
    placements,
  };
}

/** The next revision of a pairing whose meeting has not begun and whose members can all take part, or null. */
function repairPairing(situation: Situation, pairing: PairingRecord, load: WeekLoad): PairingRecord | null {
  if (pairing.state === 'suggested') return repairNobodyChose(situation, pairing, load);
  if (pairing.state !== 'booked') return null;
  const next = repairEventGone(situation, pairing, load) ?? repairAnswered(situation, pairing, load);
  return next?.news === 'kept' && situation.untold?.has(pairing.pairing) === true ? null : next;
}

/** For each member who was left alone in their old pairing: the name of the member who could not come. */
function insteadOf({ members }: PairingRecord, departures: readonly Departure[]): PairingRecord['insteadOf'] {
  return Object.fromEntries(
    departures.flatMap(({ absent: [first], leftAlone }) =>
      leftAlone
        .filter(({ id }) => first !== undefined && members.some((member) => member.id === id))
        .map(({ id }) => [id, first?.member.name ?? '']),
    ),
  );
}

/**
 * Whether a seeker may join a pairing or take one of its three members. Not one whose members agreed on a time after the
 * week: a new slot would bring them back into it.
 */
function mayChangeMembers({ state, slot }: PairingRecord, week: Situation['week']): boolean {
  if (slot !== null && endsAfter(slot, week.end)) return false;
  return state === 'suggested' || state === 'booked';
}

/**
 * New placements: of members who cannot take part, of those left alone, of those who found company, and of those who
 * joined too late.
 * @param made new pairings, of people who all come from elsewhere
 * @param joined pairs with a third, who is the member that brought the revision about
 */
function placementsOf(
  situation: Situation,
  departures: readonly Departure[],
  made: readonly PairingRecord[],
  joined: readonly PairingRecord[],
): Placement[] {
  const { round } = situation;
  const place = (member: Member, pairing: string | null, reason: PlacementReason | null): Placement => ({
    scheme: round.scheme,
    round: round.round,
    person: member.id,
    name: member.name,
    language: member.language,
    zone: member.zone,
    pairing,
    reason,
    repair: round.repairs + 1,
  });
  const moved = [
    ...made.flatMap(({ pairing, members }) => members.map((member) => place(member, pairing, null))),
    ...joined.flatMap(({ pairing, members, because }) =>
      members.filter(({ id }) => id === because).map((member) => place(member, pairing, null)),
    ),
  ];
  const withCompany = new Set(moved.map(({ person }) => person));
  return [
    ...departures.flatMap(({ pairing: { pairing }, absent, leftAlone }) => [
      ...absent.map(({ member, reason }) => place(member, pairing, reason)),
      ...leftAlone
        .filter(({ id }) => !withCompany.has(id))
        .map((member) => place(member, pairing, 'partner-left')),
    ]),
    ...moved,
    ...whoJoinedTooLate(situation).map((person) => place(memberOf(person), null, 'joined-late')),
  ];
}
