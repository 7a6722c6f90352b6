import { minute } from '../../availability/interval.ts';
import type { MeetingWeek } from '../../availability/meeting-week.ts';
import type { PersonId } from '../../people/person.ts';
import type { EventAnswer } from '../../ports/microsoft365.ts';
import type { Scheme } from '../../schemes/scheme.ts';
import type { GatheredPerson } from '../decide-plan.ts';
import { isAway } from '../participation.ts';
import type { Slot } from '../plan.ts';
import type { News, PairingRecord, Participant, Placement, PlacementReason } from '../records.ts';
import type { Round } from '../round.ts';

/** Somebody of the scheme as they stand at this moment. */
export interface PersonNow extends GatheredPerson, Pick<Participant, 'status' | 'pausedUntil' | 'joinedAt'> {}

/** Where and when people look for a slot. */
export interface Looking {
  readonly scheme: Scheme;
  /** One object for all who look at the same week: what is worked out about it is kept with it. */
  readonly week: MeetingWeek;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Everything a repair of a round is decided from. */
export interface Situation extends Looking {
  readonly round: Round;
  /** The round's. */
  readonly seed: number;
  /** The service mailboxes that invite; at least one. */
  readonly organisers: readonly string[];
  readonly pairings: readonly PairingRecord[];
  /** By pairing and member: what they answered to the event that stands, as just read. */
  readonly heard: ReadonlyMap<string, ReadonlyMap<PersonId, EventAnswer>>;
  readonly placements: ReadonlyMap<PersonId, Placement>;
  /** Pairings of which somebody has not been told the latest: what concerns some of their members alone waits for that. */
  readonly untold?: ReadonlySet<string>;
  /** Members of meetings under way who left or paused: since when they took no part then, ISO 8601. */
  readonly withdrewAt: ReadonlyMap<PersonId, string>;
  /** Everybody who is enrolled in the scheme. Their free/busy is read when they are in a pairing or look for one. */
  readonly people: ReadonlyMap<PersonId, PersonNow>;
}

/** Nobody is asked to come to something that begins sooner: they could not read of it in time. */
export const notice = 30 * minute;

/** Whether a slot can still be given to somebody at `now` (epoch milliseconds). */
export function isToCome({ start }: Slot, now: number): boolean {
  return Date.parse(start) >= now + notice;
}

/** Whether two slots are the same time, however it is written. */
export function isSameSlot(a: Slot, b: Slot): boolean {
  return Date.parse(a.start) === Date.parse(b.start) && Date.parse(a.end) === Date.parse(b.end);
}

/** Whether two slots share any time. */
export function shareTime(a: Slot, b: Slot): boolean {
  return Date.parse(a.start) < Date.parse(b.end) && Date.parse(b.start) < Date.parse(a.end);
}

/** Whether a slot lies, at least with its end, after an instant (epoch milliseconds). */
export function endsAfter({ end }: Slot, instant: number): boolean {
  return Date.parse(end) > instant;
}

/** Whether members have something ahead of them together: to be booked, booked and not begun, or to be chosen. */
export function isAhead({ state, slot }: PairingRecord, now: number): boolean {
  if (state === 'suggested') return true;
  if (state !== 'planned' && state !== 'booked') return false;
  return slot === null || Date.parse(slot.start) > now;
}

/**
 * Whether a booked meeting has begun, and no look since its end has read its answers: one that was declined while somebody
 * waited in it is mended by the first look after it as well.
 */
export function isUnderWay(
  { state, slot, event }: PairingRecord,
  { round: { lookedAheadAt }, now }: Pick<Situation, 'round' | 'now'>,
): boolean {
  if (state !== 'booked' || slot === null || event === null || Date.parse(slot.start) > now) return false;
  return lookedAheadAt === null || Date.parse(lookedAheadAt) < Date.parse(slot.end);
}

/**
 * Why somebody cannot take part at an instant (epoch milliseconds), by what is known now; null when they can.
 * @param person undefined: not enrolled any more
 */
export function absence(
  person: PersonNow | undefined,
  zone: string,
  at: number,
): Extract<PlacementReason, 'withdrew' | 'not-in-directory' | 'unreachable'> | null {
  if (person === undefined || isAway(person, zone, at)) return 'withdrew';
  if (person.directory === null) return 'not-in-directory';
  return person.reachable ? null : 'unreachable';
}

/**
 * A pairing's next revision: everybody in it is told, nothing is offered, and what was to be chosen before is void, unless
 * `changes` say otherwise.
 */
export function revised(
  pairing: PairingRecord,
  news: News,
  because: PersonId | null,
  changes: Partial<PairingRecord>,
): PairingRecord {
  return {
    ...pairing,
    revision: pairing.revision + 1,
    choicesSince: pairing.revision + 1,
    news,
    because,
    tell: null,
    offer: null,
    problem: null,
    insteadOf: {},
    passedOver: [],
    ...changes,
  };
}
