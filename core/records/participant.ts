import * as z from 'zod';
import { instant } from '../time/instant.ts';
import { preferences } from './profile.ts';
import type { Round } from './round.ts';
import type { Scheme } from './scheme.ts';

/**
 * Whether somebody takes no part at an instant: not enrolled, left, or paused.
 * @param zone IANA, the scheme's
 * @param at epoch milliseconds
 */
export function isAway(
  participant: Pick<Participant, 'status' | 'pausedUntil'>,
  zone: string,
  at: number,
): boolean {
  if (participant.status !== 'paused') return participant.status !== 'active';
  if (participant.pausedUntil === null) return true;
  // Swedish writes dates as ISO 8601 does. Temporal would be loaded by every start.
  return new Intl.DateTimeFormat('sv', { timeZone: zone }).format(at) < participant.pausedUntil;
}

/**
 * The value of `withdrewAt` for a participant who leaves or pauses now. It does not change for one who is away already.
 * @param zone IANA, the scheme's
 * @param now epoch milliseconds
 */
export function withdrawalAt(
  participant: Pick<Participant, 'status' | 'pausedUntil' | 'withdrewAt'>,
  zone: string,
  now: number,
): number | null {
  return isAway(participant, zone, now) ? participant.withdrewAt : now;
}

/**
 * The participant without a pause that is over: active. Everybody else stays as they are, the same object.
 * @param zone IANA, the scheme's
 * @param at epoch milliseconds
 */
export function withoutPauseOver(participant: Participant, zone: string, at: number): Participant {
  const isOver = participant.status === 'paused' && !isAway(participant, zone, at);
  return isOver ? { ...participant, status: 'active', pausedUntil: null } : participant;
}

/**
 * Whether a participant who is not away is in a round: where people were asked before it, only when they said so. A round
 * before which nobody was called goes by the scheme's settings.
 */
export function isIn(
  { inRound }: Pick<Participant, 'inRound'>,
  { asking }: Pick<Scheme, 'asking'>,
  { round, called = asking }: Pick<Round, 'round' | 'called'>,
): boolean {
  return called === 'standing' || inRound === round;
}

/** The participant after a sign of life: nothing counts against them any more. */
export function heardFrom(participant: Participant): Participant {
  return without(participant, 'silent', 'unreached', 'counted');
}

/** What is absent from most participants. */
type Passing = 'silent' | 'unreached' | 'counted' | 'inRound' | 'backOn';

/** The participant without some of what passes. */
export function without(participant: Participant, ...fields: readonly Passing[]): Participant {
  const kept = { ...participant };
  for (const field of fields) Reflect.deleteProperty(kept, field);
  return kept;
}

interface StandingNow {
  readonly status: 'active' | 'paused' | 'left' | 'not-in';
  /** ISO date; null unless paused. */
  readonly pausedUntil: string | null;
}

/**
 * Somebody's status in a scheme at an instant. A pause that is over counts as active.
 * @param zone IANA, the scheme's
 * @param at epoch milliseconds
 */
export function standingAt(participant: Participant | null, zone: string, at: number): StandingNow {
  if (participant === null) return { status: 'not-in', pausedUntil: null };
  const { status, pausedUntil } = withoutPauseOver(participant, zone, at);
  return { status, pausedUntil: status === 'paused' ? pausedUntil : null };
}

export const enrolmentStatus = z.enum(['active', 'paused', 'left']);

/**
 * A past meeting. `met`: what its members said; null: neither did. `spent`: whether it counts as a meeting for matching.
 */
const pastMeeting = z.object({
  number: z.number().int(),
  round: z.iso.date().nullable(),
  with: z.array(z.string()).min(1).max(2),
  met: z.boolean().nullable(),
  spent: z.boolean(),
});

export type PastMeeting = z.infer<typeof pastMeeting>;

/** A person enrolled in a scheme, with the history that matching needs. */
export const participant = z.object({
  scheme: z.string(),
  person: z.string(),
  /** `not-in`: never enrolled, only known from an earlier programme. */
  status: z.enum([...enrolmentStatus.options, 'not-in']),
  /** First day back, in the scheme's zone; null unless paused. */
  pausedUntil: z.iso.date().nullable(),
  /**
   * When they began to take no part. Leaving or pausing again meanwhile does not change it, nor does the end of a pause. Null
   * when they never withdrew since they joined, or when it is not known.
   */
  withdrewAt: instant.nullable(),
  joinedAt: instant,
  meetings: z.array(pastMeeting),
  /**
   * The last five commands that they joined, left or paused by, as the command's name and its activity's id: one that Teams
   * sends again later must not undo what they did since.
   */
  commands: z.array(z.string()).max(5).exactOptional(),
  /** Null when they have chosen nothing: either half of the day, the scheme's length. */
  preferences: preferences.nullable(),
  /** Minutes of all their meetings so far outside the comfortable part of their day, for a fair share. */
  awkward: z.number().int().min(0),
  /** Rounds in a row in which they were paired and said nothing at all; absent: none. */
  silent: z.int().min(1).exactOptional(),
  /** Rounds in a row in which the app could not reach them; absent: none. */
  unreached: z.int().min(1).exactOptional(),
  /** The last round that was counted so: each is counted once. */
  counted: z.iso.date().exactOptional(),
  /** The round before which they were last asked or told whether they take part: the ISO date of its Monday. */
  called: z.iso.date().exactOptional(),
  /** The last round of which they said that they take part: the ISO date of its Monday. */
  inRound: z.iso.date().exactOptional(),
  /** The first day back from a break of whose end they are still to be told; absent: none. */
  backOn: z.iso.date().exactOptional(),
  /** The versions of the ground rules that they accepted, and when; absent: none. `own`: the scheme's own rule with them. */
  rules: z
    .array(z.object({ version: z.int(), acceptedAt: instant, own: z.string().exactOptional() }))
    .exactOptional(),
});

export type Participant = z.infer<typeof participant>;

/** The version of the ground rules (`words.signUp.rules`). Whoever changes what they ask for counts it up. */
export const rulesVersion = 1;

/** Whether somebody accepted the ground rules of today before, the scheme's own rule as it is worded now included. */
export function hasAcceptedRules(
  participant: Participant | null,
  { ownRule }: Pick<Scheme, 'ownRule'>,
): boolean {
  const isOfToday = ({ version, own }: { readonly version: number; readonly own?: string }) =>
    version === rulesVersion && (ownRule === null || own === ownRule);
  return participant?.rules?.some(isOfToday) ?? false;
}
