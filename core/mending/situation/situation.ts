import type { GatheredPerson } from '../../pairing/gathered.ts';
import type { EventAnswer, PairingRecord } from '../../records/pairing.ts';
import { isAway, type Participant } from '../../records/participant.ts';
import type { PersonId } from '../../records/person.ts';
import type { Placement, PlacementReason } from '../../records/placement.ts';
import type { Round } from '../../records/round.ts';
import type { Scheme } from '../../records/scheme.ts';
import type { MeetingWeek } from '../../time/meeting-week.ts';

/** Somebody who is enrolled in the scheme, as just read. */
export interface PersonNow extends GatheredPerson, Pick<Participant, 'status' | 'pausedUntil' | 'joinedAt'> {}

/** The scheme, week and moment for which slots are looked for. */
export interface Looking {
  readonly scheme: Scheme;
  /** Pass the same object to every call: results that depend on the week alone are cached by it. */
  readonly week: MeetingWeek;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Everything a repair of a round is decided from. */
export interface Situation extends Looking {
  readonly round: Round;
  /** The round's seed. */
  readonly seed: number;
  /** Mail addresses of the service mailboxes that invite; at least one. */
  readonly organisers: readonly string[];
  /** Pairings that something concerns, and those in which somebody alone may find company. */
  readonly pairings: readonly PairingRecord[];
  /** Other pairings of the round that were read: other meetings keep away from the times at which most of them meet. */
  readonly others: readonly PairingRecord[];
  /** What each member answered to the current event of their pairing, as just read. By pairing and person. */
  readonly heard: ReadonlyMap<string, ReadonlyMap<PersonId, EventAnswer>>;
  readonly placements: ReadonlyMap<PersonId, Placement>;
  /** Booked pairings whose event is gone from the organiser's calendar. */
  readonly gone: ReadonlySet<string>;
  /** Booked pairings whose event could not be read, or not whole. */
  readonly unreadable: ReadonlySet<string>;
  /** Members of meetings under way who left or paused, and since when they take no part (epoch milliseconds). */
  readonly withdrewAt: ReadonlyMap<PersonId, number>;
  /** Enrolled people by id, with their calendars: members of `pairings`, and people who look for company. */
  readonly people: ReadonlyMap<PersonId, PersonNow>;
}

/** The people behind some members, in the same order. Members who are not enrolled any more are left out. */
export function peopleOf({ people }: Pick<Situation, 'people'>, members: readonly PersonId[]): PersonNow[] {
  return members.flatMap((id) => people.get(id) ?? []);
}

/**
 * Why somebody cannot take part at an instant, by what is known now; null when they can.
 * @param person undefined: not enrolled any more
 * @param zone the scheme's IANA zone, in which a pause ends
 * @param at epoch milliseconds
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
