import { z } from 'zod';

/** A round's stages, in order: deciding who meets whom, sending invitations and messages, the meeting week, over. */
export const stage = z.enum(['pairing', 'booking', 'meeting', 'closed']);

/** One turn of a scheme. Its id is the ISO date of the meeting week's Monday. */
export const round = z.object({
  scheme: z.string(),
  round: z.iso.date(),
  /** 1 for the scheme's first round (after the rounds of an earlier programme). */
  number: z.number().int().min(1),
  stage,
  /** Chance decides among equals from it, in the plan and in repairs: the same every time. */
  seed: z.number().int().min(0),
  weekStart: z.iso.datetime(),
  weekEnd: z.iso.datetime(),
  /** When the round was last looked after: answers read, and what fell apart repaired. The look began then. */
  answersCheckedAt: z.iso.datetime().nullable(),
  /** When the answers to what is about to begin, or under way, were last read, by that look or one after all. It began then. */
  lookedAheadAt: z.iso.datetime().nullable(),
  /** The start of the next meeting, or of one that was not over at that look, as far as is known; null: none is. */
  nextMeetingAt: z.iso.datetime().nullable(),
  /** When the look comes back that waits for a mailbox: until then there is no other. Null: none ever waited. */
  lookWaitsUntil: z.iso.datetime().nullable(),
  /** The number of the latest repair that was carried out; 0: none yet. */
  repairs: z.number().int().min(0),
});
export type Round = z.infer<typeof round>;

/** A round stays open at most so long after its week, in milliseconds: 14 days. */
const longestOpen = 14 * 24 * 60 * 60_000;

/** When a round is closed, whatever lies ahead in it: epoch milliseconds. */
export function latestClosing({ weekEnd }: Round): number {
  return Date.parse(weekEnd) + longestOpen;
}

/**
 * Whether a round is to be closed: its week is over, and no meeting is known to lie ahead. Until a round was looked at after
 * its week, nothing is known.
 * @param now epoch milliseconds
 */
export function isToClose(round: Round, now: number): boolean {
  const { weekEnd, answersCheckedAt, nextMeetingAt } = round;
  const over = Date.parse(weekEnd);
  if (now < over) return false;
  const isChecked = answersCheckedAt !== null && Date.parse(answersCheckedAt) >= over;
  const isMeetingAhead = nextMeetingAt !== null && Date.parse(nextMeetingAt) > now;
  return !isChecked || !isMeetingAhead || now >= latestClosing(round);
}

/** Whether a look after the round waits for a mailbox. `now`: epoch milliseconds. */
export function isLookWaiting({ lookWaitsUntil }: Round, now: number): boolean {
  return lookWaitsUntil !== null && now < Date.parse(lookWaitsUntil);
}
