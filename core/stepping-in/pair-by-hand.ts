import type { DeskRefusal } from '../api/acts.ts';
import { hasLeft } from '../mending/carry-out-repair.ts';
import { newPairing } from '../mending/cases/find-company.ts';
import { priceOf } from '../mending/situation/price-of.ts';
import { absence, type PersonNow } from '../mending/situation/situation.ts';
import { gatherPeople } from '../pairing/gather-people.ts';
import { isMatchable, whoPresses } from '../pairing/match-people.ts';
import type { Ports } from '../ports/ports.ts';
import type { PairingRecord } from '../records/pairing.ts';
import type { PersonId } from '../records/person.ts';
import type { Placement } from '../records/placement.ts';
import type { DeskAct } from '../records/work.ts';
import { bringAbout } from '../rounds/bring-about.ts';
import { longestSlots } from '../slots/lengths.ts';
import { rankFreeSlots } from '../slots/rank-free-slots.ts';
import { weekLoad } from '../slots/week-load.ts';
import { meetingWeek } from '../time/meeting-week.ts';
import { type ByHand, repairByHand, type Repairing } from './repair-by-hand.ts';

/**
 * Pairs two or three people of a round who have no meeting, at a time that is free in calendars read now, and has them told by
 * whom. Whoever may not meet is refused as those without a common time are, after the same reading. A repeat changes nothing.
 * @returns null: it is done
 */
export async function pairByHand(
  ports: Ports,
  act: Extract<DeskAct, { kind: 'pair' }>,
  by: PersonId,
): Promise<DeskRefusal | null> {
  const people = [...new Set(act.people)].sort();
  if (people.length < 2) return 'not-in';
  return repairByHand(ports, act, async (repairing) => {
    if (ports.now() >= repairing.round.weekEnd) return 'closed';
    const places = await placesOf(ports, repairing, people);
    if (places.length < people.length) return 'not-in';
    const [first] = places;
    const isTogether = places.every(({ placement }) => placement.pairing === first?.placement.pairing);
    if (first?.pairing !== undefined && isTogether && isMadeByHand(first, people)) {
      await bringAbout(ports, first.pairing);
      return null;
    }
    if (places.some(({ placement, pairing }) => hasMeeting(placement, pairing))) return 'has-meeting';
    return paired(ports, repairing, people, by);
  });
}

/** What the round has for somebody. */
interface Place {
  readonly placement: Placement;
  /** The pairing that it names; undefined: it names none, or one that cannot be read. */
  readonly pairing: PairingRecord | undefined;
}

async function placesOf(
  { storage }: Ports,
  { scheme, round }: Repairing,
  people: readonly PersonId[],
): Promise<Place[]> {
  const key = { scheme: scheme.id, round: round.round };
  const placements = await storage.placements.getMany(people.map((person) => ({ ...key, person })));
  const ids = new Set(placements.flatMap(({ value }) => value.pairing ?? []));
  const pairings = await storage.pairings.getMany([...ids].map((pairing) => ({ ...key, pairing })));
  const byId = new Map(pairings.map(({ value }) => [value.pairing, value]));
  return placements.map(({ value }) => ({
    placement: value,
    pairing: value.pairing === null ? undefined : byId.get(value.pairing),
  }));
}

/** Whether somebody has a meeting, or may have one in a pairing that cannot be read. */
function hasMeeting({ pairing: id, person }: Placement, pairing: PairingRecord | undefined): boolean {
  return id !== null && !hasLeft(pairing, person);
}

/** Whether a pairing that came after the plan has exactly these members. */
function isMadeByHand({ placement, pairing }: Place, people: readonly PersonId[]): boolean {
  if (pairing === undefined || placement.repair === 0 || hasLeft(pairing, placement.person)) return false;
  return pairing.members.toSorted().join() === people.join();
}

async function paired(
  ports: Ports,
  { scheme, round, number }: Repairing,
  ids: readonly PersonId[],
  by: PersonId,
): Promise<ByHand | DeskRefusal> {
  const week = meetingWeek(round.round, scheme.zone);
  const found = await ports.storage.participants.getMany(
    ids.map((person) => ({ scheme: scheme.id, person })),
  );
  const people: PersonNow[] = await gatherPeople(
    ports,
    scheme,
    found.map(({ value }) => value),
    (able) => ports.calendars.freeBusy(able, week),
  );
  const now = ports.now();
  const from = Math.max(week.start, now);
  const able = people.filter(isMatchable).filter((one) => absence(one, scheme.zone, from) === null);
  if (able.length < ids.length) return 'not-in';

  const price = priceOf({ people: new Map(able.map((one) => [one.id, one])), round }, ids);
  const { minutes, slots } = longestSlots(scheme.minutes, able, (length) =>
    rankFreeSlots({ scheme, week, now }, able, length, weekLoad(week)),
  );
  if (price === null || slots.length === 0) return 'no-common-slot';
  const { lastMet, closeness, newLink } = price;
  const made = newPairing(
    { scheme, round, organisers: ports.organisers, now },
    0,
    { members: [...ids], minutes, slots, lastMet, closeness, newLink, ...whoPresses(able) },
    { news: 'paired-by-coordinator', because: by },
  );
  const { pairing } = made.pairing;
  const placements = ids.map((person): Placement => ({
    scheme: scheme.id,
    round: round.round,
    person,
    pairing,
    reason: null,
    repair: number,
    changedAt: null,
  }));
  return { made: [made], placements };
}
