import type { GatheredPerson } from '../../pairing/gathered.ts';
import type { Matchable } from '../../pairing/match-people.ts';
import type { EventAnswer } from '../../records/event.ts';
import type { News, PairingRecord } from '../../records/pairing.ts';
import { isAway, type Participant } from '../../records/participant.ts';
import type { PersonId } from '../../records/person.ts';
import type { Placement, PlacementReason } from '../../records/placement.ts';
import type { Round } from '../../records/round.ts';
import type { Scheme } from '../../records/scheme.ts';
import type { MeetingWeek } from '../../time/meeting-week.ts';

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
  /** Pairings of which somebody has not been told the latest: news for some of their members alone waits for that. */
  readonly untold?: ReadonlySet<string>;
  /** Members of meetings under way who left or paused: since when they took no part then, ISO 8601. */
  readonly withdrewAt: ReadonlyMap<PersonId, string>;
  /** Everybody who is enrolled in the scheme. Their free/busy is read when they are in a pairing or look for one. */
  readonly people: ReadonlyMap<PersonId, PersonNow>;
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
    endedBecause: null,
    insteadOf: {},
    passedOver: [],
    ...changes,
  };
}

/** Somebody who looks for company, and can be matched. */
export type Seeker = PersonNow & Matchable;
