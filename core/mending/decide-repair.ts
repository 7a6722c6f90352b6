import { memberOf } from '../pairing/match-people.ts';
import { isAhead, isUnderWay, type PairingRecord } from '../records/pairing.ts';
import type { Placement, PlacementReason } from '../records/placement.ts';
import type { Member } from '../records/plan.ts';
import type { Repair } from '../records/repair.ts';
import { endsAfter } from '../records/slot.ts';
import { weekLoad, type WeekLoad } from '../slots/week-load.ts';
import { repairAnswered, repairGone, repairLapsed } from './cases/answers.ts';
import { type Departure, repairDeparture } from './cases/departures.ts';
import { findCompany } from './cases/find-company.ts';
import { repairMissed } from './cases/missed.ts';
import type { PersonNow, Situation } from './cases/situation.ts';
import { whoNeedsCompany, whoJoinedTooLate } from './cases/who-needs-company.ts';

/**
 * Decides what to change in a round under way, because people declined, proposed another time, left or joined late. No
 * pairing is changed twice in one repair, and what cannot be mended stays as it
 * is. Null when nothing is to change.
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
  const sound: PairingRecord[] = [];
  for (const pairing of ahead) {
    const departure = repairDeparture(situation, pairing, load);
    const next = departure === null ? repairOf(situation, pairing, load) : null;
    if (departure !== null) departures.push(departure);
    else if (next !== null) changed.push(next);
    else sound.push(pairing);
  }
  for (const pairing of pairings.filter((one) => isUnderWay(one, situation))) {
    const departure = repairMissed(situation, pairing, load);
    if (departure !== null) departures.push(departure);
  }

  // 2. Company for whoever has nobody to meet, while the week has time for it.
  const orphans = now < week.end ? whoNeedsCompany(situation, departures) : [];
  const company = findCompany(
    situation,
    orphans,
    sound.filter((pairing) => isOpen(pairing, week)),
    load,
  );
  const explained = (pairing: PairingRecord) => ({ ...pairing, insteadOf: insteadOf(pairing, departures) });
  const made = [...company.made, ...company.split.map(({ pair }) => pair)].map(explained);
  const joined = company.joined.map(explained);

  // 3. Who stands where now. Whoever found other company hears of that alone.
  const number = round.repairs + 1;
  const late = whoJoinedTooLate(situation);
  const seekers = [...orphans.map(memberOf), ...company.split.map(({ goer }) => goer)];
  const placements = placementsOf(situation, departures, seekers, [...made, ...joined], late);
  const placed = new Set(placements.filter(({ reason }) => reason === null).map(({ person }) => person));
  const parted = departures.map(({ changed: pairing }) => ({
    ...pairing,
    tell: pairing.tell?.filter((id) => !placed.has(id)) ?? null,
  }));
  const all = [...parted, ...changed, ...joined, ...company.split.map(({ rest }) => rest)];
  if (all.length + made.length + placements.length === 0) return null;
  return { scheme: round.scheme, round: round.round, number, changed: all, made, placements };
}

/** What becomes of a pairing whose members can all take part. */
function repairOf(situation: Situation, pairing: PairingRecord, load: WeekLoad): PairingRecord | null {
  const people = membersOf(situation, pairing);
  if (pairing.state === 'suggested') return repairLapsed(situation, pairing, people, load);
  if (pairing.state !== 'booked') return null;
  if (pairing.event === null) return repairGone(situation, pairing, people, load);
  const next = repairAnswered(situation, pairing, people, load);
  return next?.news === 'kept' && situation.untold?.has(pairing.pairing) === true ? null : next;
}

function membersOf({ people }: Situation, { members }: PairingRecord): PersonNow[] {
  return members.flatMap(({ id }) => people.get(id) ?? []);
}

/** Members who were just left alone, with the name of whom they were to meet. */
function insteadOf({ members }: PairingRecord, departures: readonly Departure[]): PairingRecord['insteadOf'] {
  return Object.fromEntries(
    departures.flatMap(({ absent: [first], left }) =>
      left
        .filter(({ id }) => first !== undefined && members.some((member) => member.id === id))
        .map(({ id }) => [id, first?.member.name ?? '']),
    ),
  );
}

/**
 * Whether others may join it or one of three leave it: its members have not agreed on a time after the week, from which
 * company would bring them back.
 */
function isOpen({ state, slot }: PairingRecord, week: Situation['week']): boolean {
  if (slot !== null && endsAfter(slot, week.end)) return false;
  return state === 'suggested' || state === 'booked';
}

/**
 * Places that are others now: of those who cannot take part, of those left alone, and of those who found company.
 * @param seekers who may have found company
 */
function placementsOf(
  { round }: Situation,
  departures: readonly Departure[],
  seekers: readonly Member[],
  found: readonly PairingRecord[],
  late: readonly PersonNow[],
): Placement[] {
  const at = new Map(
    found.flatMap(({ pairing, members }) => members.map(({ id }) => [id, pairing] as const)),
  );
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
  return [
    ...departures.flatMap(({ changed: { pairing }, absent, left }) => [
      ...absent.map(({ member, reason }) => place(member, pairing, reason)),
      ...left.filter(({ id }) => !at.has(id)).map((member) => place(member, pairing, 'partner-left')),
    ]),
    ...seekers.flatMap((member) => {
      const pairing = at.get(member.id);
      return pairing === undefined ? [] : [place(member, pairing, null)];
    }),
    ...late.map((person) => place(memberOf(person), null, 'joined-late')),
  ];
}
