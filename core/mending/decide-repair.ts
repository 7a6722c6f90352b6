import { isAhead, isUnderWay, type PairingRecord, slotOf } from '../records/pairing.ts';
import type { PersonId } from '../records/person.ts';
import type { Placement, PlacementReason } from '../records/placement.ts';
import type { Repair, Revision } from '../records/repair.ts';
import { endsAfter } from '../time/slot.ts';
import { weekLoad, type WeekLoad } from '../slots/week-load.ts';
import { repairAnswered } from './cases/answered.ts';
import { type Departure, repairDeparture, repairUntold } from './cases/departed.ts';
import { repairEventGone } from './cases/event-gone.ts';
import { findCompany, type Joined } from './cases/find-company.ts';
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
    [...ahead, ...situation.others.filter((pairing) => isAhead(pairing, now))].flatMap(
      (pairing) => slotOf(pairing) ?? pairing.slots[0] ?? [],
    ),
  );

  // 1. Each pairing by itself.
  const departures: Departure[] = [];
  const changed: Revision[] = [];
  const unchanged: PairingRecord[] = [];
  for (const pairing of ahead) {
    const departure = repairDeparture(situation, pairing, load);
    const next = departure === null ? repairPairing(situation, pairing, load) : null;
    if (departure !== null) departures.push(departure);
    else if (next !== null) changed.push(next);
    else unchanged.push(pairing);
  }
  for (const pairing of pairings) {
    if (pairing.state !== 'booked' || !isUnderWay(pairing, situation)) continue;
    const departure = repairMissed(situation, pairing, load);
    if (departure !== null) departures.push(departure);
  }

  // 2. Company for those who have nobody to meet, until the week is over.
  const seekers = now < week.end ? whoNeedsCompany(situation, departures) : [];
  const open = unchanged.filter((pairing) => mayChangeMembers(pairing, week));
  const company = findCompany(situation, seekers, open, load);
  const instead = insteadOf(departures);
  const made = company.made.map((revision) => withReason(revision, instead));
  const joined = company.joined.map(({ revision, third }) => ({
    revision: withReason(revision, instead),
    third,
  }));
  const all = [...company.made, ...company.joined.map(({ revision }) => revision)];
  const found = new Set(all.flatMap(({ pairing }) => pairing.members));
  departures.push(
    ...seekers.flatMap((seeker) => (found.has(seeker.id) ? [] : (repairUntold(situation, seeker.id) ?? []))),
  );

  // 3. Where people are placed now. Those who found company are not told that their old pairing is cancelled.
  const placements = placementsOf(situation, departures, made, joined);
  const placed = new Set(placements.filter(({ reason }) => reason === null).map(({ person }) => person));
  const left = departures.map(({ revision: { pairing, messages } }) => ({
    pairing,
    messages: messages.filter(({ person, said }) => said.kind === 'pairing' || !placed.has(person)),
  }));
  const changes = [...left, ...changed, ...joined.map(({ revision }) => revision), ...company.rests].map(
    ({ pairing, messages }) => ({ pairing: { ...pairing, readAt: now }, messages }),
  );
  if (changes.length + made.length + placements.length === 0) return null;
  return {
    scheme: round.scheme,
    round: round.round,
    number: round.repairs + 1,
    changed: changes,
    made,
    placements,
  };
}

/** The next revision of a pairing whose meeting has not begun and whose members can all take part, or null. */
function repairPairing(situation: Situation, pairing: PairingRecord, load: WeekLoad): Revision | null {
  if (pairing.state === 'suggested') return repairNobodyChose(situation, pairing, load);
  if (pairing.state !== 'booked') return null;
  return repairEventGone(situation, pairing, load) ?? repairAnswered(situation, pairing, load);
}

/** For each member who was left alone in their old pairing: the member who could not come. */
function insteadOf(departures: readonly Departure[]): ReadonlyMap<PersonId, PersonId> {
  return new Map(
    departures.flatMap(({ absent: [first], leftAlone }) =>
      first === undefined ? [] : leftAlone.map((id) => [id, first.member] as const),
    ),
  );
}

/** A revision whose messages say whom their readers were to meet before. */
function withReason({ pairing, messages }: Revision, instead: ReadonlyMap<PersonId, PersonId>): Revision {
  return {
    pairing,
    messages: messages.map(({ said, ...message }) => ({
      ...message,
      said: said.kind === 'pairing' ? { ...said, insteadOf: instead.get(message.person) ?? null } : said,
    })),
  };
}

/**
 * Whether a seeker may join a pairing or take one of its three members. Not one whose members agreed on a time after the
 * week: a new slot would bring them back into it.
 */
export function mayChangeMembers(pairing: PairingRecord, week: Situation['week']): boolean {
  const slot = slotOf(pairing);
  if (slot !== null && endsAfter(slot, week.end)) return false;
  return pairing.state === 'suggested' || pairing.state === 'booked';
}

/**
 * New placements: of members who cannot take part, of those left alone, of those who found company, and of those who
 * joined too late.
 * @param made new pairings, of people who all come from elsewhere
 * @param joined pairs with a third
 */
function placementsOf(
  situation: Situation,
  departures: readonly Departure[],
  made: readonly Revision[],
  joined: readonly Joined[],
): Placement[] {
  const { round } = situation;
  const place = (person: PersonId, pairing: string | null, reason: PlacementReason | null): Placement => ({
    scheme: round.scheme,
    round: round.round,
    person,
    pairing,
    reason,
    repair: round.repairs + 1,
    changedAt: reason === 'partner-left' ? situation.now : null,
  });
  const moved = [
    ...made.flatMap(({ pairing: { pairing, members } }) => members.map((id) => place(id, pairing, null))),
    ...joined.map(({ revision: { pairing }, third }) => place(third, pairing.pairing, null)),
  ];
  const withCompany = new Set(moved.map(({ person }) => person));
  return [
    ...departures.flatMap(({ revision, absent, leftAlone }) => {
      const { pairing } = revision.pairing;
      return [
        ...absent.map(({ member, reason }) => place(member, pairing, reason)),
        ...leftAlone.filter((id) => !withCompany.has(id)).map((id) => place(id, pairing, 'partner-left')),
      ];
    }),
    ...moved,
    ...whoJoinedTooLate(situation)
      .filter(({ id }) => !withCompany.has(id))
      .map(({ id }) => place(id, null, 'joined-late')),
  ];
}
