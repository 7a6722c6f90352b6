import { coreOf, type PairingIn, type PairingRecord, slotOf } from '../../records/pairing.ts';
import type { PersonId } from '../../records/person.ts';
import type { PlacementReason } from '../../records/placement.ts';
import type { Revision } from '../../records/repair.ts';
import { isToCome, type Slot } from '../../time/slot.ts';
import type { WeekLoad } from '../../slots/week-load.ts';
import { messageTo } from '../../telling/new-messages.ts';
import { keepMembers, revise, slotsToOffer } from '../situation/revise.ts';
import { absence, type Situation } from '../situation/situation.ts';

/** What becomes of a pairing, and of each member, when some of them cannot take part or did not come. */
export interface Departure {
  readonly revision: Revision;
  readonly absent: readonly { readonly member: PersonId; readonly reason: PlacementReason }[];
  /** Members who take part and have nobody to meet. The pairing's message tells them, unless company is found. */
  readonly leftAlone: readonly PersonId[];
}

/**
 * A member left, paused over the slot, is gone from the directory, or cannot be reached. Two others still meet, or choose
 * when to. One alone does not: the pairing is cancelled. Null when everybody can take part.
 * @param pairing its meeting has not begun
 */
export function repairDeparture(
  situation: Situation,
  pairing: PairingRecord,
  load: WeekLoad,
): Departure | null {
  const { people, scheme, week, now } = situation;
  const offered = pairing.state === 'suggested' ? pairing.offer[0] : undefined;
  const at = (slotOf(pairing) ?? offered ?? pairing.slots[0])?.start ?? week.start;
  const absent = pairing.members.flatMap((member) => {
    const reason = absence(people.get(member), scheme.zone, Math.max(at, week.start, now));
    return reason === null ? [] : [{ member, reason }];
  });
  return absent.length === 0 ? null : goOnWithout(situation, pairing, absent, load);
}

/**
 * Takes members out of a pairing. Two who stay go on with it; with fewer it is cancelled.
 * @param pairing planned, booked or suggested
 * @param absent at least one
 */
export function goOnWithout(
  situation: Situation,
  pairing: PairingRecord,
  absent: Departure['absent'],
  load: WeekLoad,
): Departure {
  const because = absent[0]?.member ?? null;
  const gone = new Set(absent.map(({ member }) => member));
  const stay = pairing.members.filter((id) => !gone.has(id));
  if (stay.length < 2) {
    return { revision: callOff(situation, pairing, because, stay), absent, leftAlone: stay };
  }
  return { revision: withoutMembers(situation, pairing, gone, load), absent, leftAlone: [] };
}

/**
 * The next revision of three of whom two go on: with their booked meeting, or choosing its time.
 * @param gone those who do not; the first of them brings the revision about
 */
export function withoutMembers(
  situation: Situation,
  trio: PairingRecord,
  gone: ReadonlySet<PersonId>,
  load: WeekLoad,
): Revision {
  const [because = null] = gone;
  const pair = keepMembers(situation, trio, (id) => !gone.has(id));
  const next = pair.state === 'suggested' ? choosing(situation, pair, load) : atTheSameTime(pair);
  return revise(trio, next, { news: 'member-left', because }, situation.now);
}

/** The meeting keeps its time, and the event gets the members who stay. */
function atTheSameTime(pair: PairingRecord): PairingRecord {
  if (pair.state !== 'booked') return pair;
  const { event, answers } = pair;
  return { ...coreOf(pair), state: 'planned', slot: event.slot, promised: true, answers };
}

/** Ends a pairing, and tells the members who are left. After the week they hear that nobody else is looked for. */
function callOff(
  { now, week }: Situation,
  pairing: PairingRecord,
  because: PersonId | null,
  stay: readonly PersonId[],
): Revision {
  const isOver = now >= week.end;
  const { pairing: cancelled } = revise(
    pairing,
    { ...coreOf(pairing), state: 'cancelled', because, isOver },
    null,
    now,
  );
  const said = isOver
    ? ({ kind: 'unplaced', reason: 'partner-left' } as const)
    : ({ kind: 'called-off' } as const);
  return { pairing: cancelled, messages: stay.map((person) => messageTo(person, cancelled, said, now)) };
}

/**
 * Somebody's pairing was cancelled without telling them, because they were to come into another one; that was dropped, and
 * now nobody else is found: they are told. Null when they know, or have a pairing.
 */
export function repairUntold({ placements, pairings, now }: Situation, person: PersonId): Departure | null {
  const theirs = pairings.filter(({ members }) => members.includes(person));
  const last = theirs.at(-1);
  const knows = placements.get(person)?.reason !== null;
  if (knows || last === undefined || theirs.some(({ state }) => state !== 'cancelled')) return null;
  const { pairing } = revise(last, last, null, now);
  const messages = [messageTo(person, pairing, { kind: 'called-off' }, now)];
  return { revision: { pairing, messages }, absent: [], leftAlone: [person] };
}

/** The slots already offered that are still to come. When there are none: slots that suit those who stay. */
function choosing(
  situation: Situation,
  pair: PairingIn<'suggested'>,
  load: WeekLoad,
): PairingIn<'suggested'> {
  const left: Slot[] = pair.offer.filter((slot) => isToCome(slot, situation.now));
  return { ...pair, offer: left.length > 0 ? left : slotsToOffer(situation, pair, load) };
}
