import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { PairingRecord } from './pairing.ts';
import type { PersonId } from './person.ts';

/** Whether somebody takes no part at an instant (epoch milliseconds): not in, left, or paused and not back yet. */
export function isAway(
  participant: Pick<Participant, 'status' | 'pausedUntil'>,
  zone: string,
  at: number,
): boolean {
  if (participant.status !== 'paused') return participant.status !== 'active';
  if (participant.pausedUntil === null) return true;
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  return Temporal.PlainDate.compare(day, participant.pausedUntil) < 0;
}

/**
 * Since when somebody takes no part who leaves or pauses at `now` (epoch milliseconds), ISO 8601: who was away already, since
 * then. Null when that is not known.
 */
export function withdrawalAt(
  participant: Pick<Participant, 'status' | 'pausedUntil' | 'withdrewAt'>,
  zone: string,
  now: number,
): string | null {
  return isAway(participant, zone, now) ? participant.withdrewAt : new Date(now).toISOString();
}

export interface StandingNow {
  readonly status: 'active' | 'paused' | 'left' | 'not-in';
  /** ISO date; null unless paused. */
  readonly pausedUntil: string | null;
}

/** Where somebody stands at an instant (epoch milliseconds): a pause that is over counts as active. */
export function standingAt(participant: Participant | null, zone: string, at: number): StandingNow {
  if (participant === null) return { status: 'not-in', pausedUntil: null };
  const { status, pausedUntil } = participant;
  if (status !== 'paused') return { status, pausedUntil: null };
  return isAway(participant, zone, at) ? { status, pausedUntil } : { status: 'active', pausedUntil: null };
}

export const enrolmentStatus = z.enum(['active', 'paused', 'left']);

/** How somebody likes to meet. */
export const preferences = z.object({
  hours: z.enum(['morning', 'afternoon', 'either']),
  /** The shortest meeting that is worth it to them; null: the scheme's. */
  minutes: z.union([z.literal(30), z.literal(45), z.literal(60)]).nullable(),
});

export type Preferences = z.infer<typeof preferences>;

/** A meeting as the matcher needs it. `met` null: nobody has said (it counts as met). */
const pastMeeting = z.object({
  number: z.number().int(),
  round: z.iso.date().nullable(),
  with: z.array(z.string()).min(1).max(2),
  met: z.boolean().nullable(),
});

export type PastMeeting = z.infer<typeof pastMeeting>;

/** A person enrolled in a scheme, with what the matcher needs about them. */
export const participant = z.object({
  scheme: z.string(),
  person: z.string(),
  /** `not-in`: known from an earlier programme alone. */
  status: z.enum([...enrolmentStatus.options, 'not-in']),
  /** First day back, in the scheme's zone; null unless paused. */
  pausedUntil: z.iso.date().nullable(),
  /**
   * Since when they take no part, however often they left or paused meanwhile; of a pause that is over, since when they
   * did not. Null when they never withdrew since they joined, and when it is not known.
   */
  withdrewAt: z.iso.datetime().nullable(),
  joinedAt: z.iso.datetime(),
  meetings: z.array(pastMeeting),
  /** Null while nothing was chosen: either half of the day, the scheme's length. */
  preferences: preferences.nullable(),
  /** Minutes by which this person's meetings lay outside the comfortable part of their day, so far: shared out fairly. */
  awkward: z.number().int().min(0),
});

export type Participant = z.infer<typeof participant>;

/**
 * What a member keeps of a pairing once its week is over: whom they met, as far as is known. Two people did not meet when
 * the meeting was not booked, or when one of them declined it last: then the pair is not spent. With two partners of whom
 * one did not come, these are two meetings.
 */
export function meetingsOfMember(
  { round, members, answers, state }: PairingRecord,
  number: number,
  person: PersonId,
): PastMeeting[] {
  const declined = (id: PersonId) => answers[id] === 'declined';
  const missed = (other: PersonId) => state !== 'booked' || declined(person) || declined(other);
  const others = members.map(({ id }) => id).filter((id) => id !== person);
  return [...Map.groupBy(others, missed)].map(([wasMissed, partners]) => ({
    number,
    round,
    with: partners,
    met: wasMissed ? false : null,
  }));
}
