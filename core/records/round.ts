import * as z from 'zod';
import { instant } from '../time/instant.ts';
import { minute } from '../time/interval.ts';
import { figures } from './report.ts';
import { asking } from './scheme.ts';

/**
 * A round's stages, in order: before it is paired, while people are asked or told that it comes; deciding who meets whom;
 * sending invitations and messages; waiting for the meetings; over.
 */
export const stage = z.enum(['calling', 'pairing', 'booking', 'meeting', 'closed']);

/** One turn of a scheme. Its id is the ISO date of the meeting week's Monday. */
export const round = z.object({
  scheme: z.string(),
  round: z.iso.date(),
  /** 1 for the scheme's first round (after the rounds of an earlier programme). */
  number: z.number().int().min(1),
  stage,
  /** How the scheme asked people before the round whether they take part; absent: they were not called. */
  called: asking.exactOptional(),
  /** When a draft of it was made, and its coordinators were told; absent: not yet, or its scheme has no preview. */
  draftedAt: instant.exactOptional(),
  /** When a coordinator released it; absent: nobody did. */
  releasedAt: instant.exactOptional(),
  /** The number of the draft that becomes its plan: later drafts do not count. Absent while the last one counts. */
  releasedDraft: z.int().min(1).exactOptional(),
  /** Pairs that a coordinator forbade in it; absent: none. */
  apart: z.array(z.tuple([z.string(), z.string()])).exactOptional(),
  /** The seed of all random choices in the plan and in repairs, so that a repeat chooses the same. */
  seed: z.number().int().min(0),
  weekStart: instant,
  weekEnd: instant,
  /** When the last look began that read all answers. */
  answersCheckedAt: instant.nullable(),
  /** How many events that look could not read, or not whole. Missing before the first look. */
  unreadableEvents: z.number().int().min(0).exactOptional(),
  /** When the last look began that read all answers, or those about meetings that begin soon. */
  lookedAheadAt: instant.nullable(),
  /** When the whole directory was last read: for pairing, or to find people who are gone since. */
  directoryReadAt: instant,
  /** The earliest start of the meetings of which answers are still to be read half an hour before; null: there are none. */
  nextMeetingAt: instant.nullable(),
  /** When the last meeting ends that the last look knew of; null when there was none. */
  lastMeetingEndsAt: instant.nullable(),
  /** When the next message is to be sent that waits for its time; null: none waits. */
  nextMessageAt: instant.nullable(),
  /** When closing is next due, after an attempt that found something open; null: when the week is over. */
  closeAt: instant.nullable(),
  /** The number of the latest repair that was carried out; 0: none yet. */
  repairs: z.number().int().min(0),
  /** What became of its people; absent until the round is closed and its coordinators' messages are stored. */
  figures: figures.exactOptional(),
});
export type Round = z.infer<typeof round>;

/** How long before a meeting its answers are read once more, in milliseconds: half an hour, so that nobody waits there alone. */
export const lookBefore = 30 * minute;

/** How long a round stays open at most after its week, in milliseconds: 14 days. */
const longestOpen = 14 * 24 * 60 * 60_000;

/** When a round is closed even though meetings lie ahead in it: epoch milliseconds. */
export function latestClosing({ weekEnd }: Round): number {
  return weekEnd + longestOpen;
}

/**
 * Whether to close a round, or to try: its week is over, and so are all meetings that a look since then knew of, and an
 * attempt that found something open was long enough ago.
 * @param now epoch milliseconds
 */
export function isToClose(round: Round, now: number): boolean {
  const { weekEnd, answersCheckedAt, lastMeetingEndsAt, closeAt } = round;
  if (now < weekEnd) return false;
  if (now >= latestClosing(round)) return true;
  const isChecked = answersCheckedAt !== null && answersCheckedAt >= weekEnd;
  const isOver = lastMeetingEndsAt === null || lastMeetingEndsAt <= now;
  return !isChecked || (isOver && now >= (closeAt ?? weekEnd));
}

/** The sooner of two instants, where there are any. */
export function soonerOf(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}

/** The later of two instants, where there are any. */
export function laterOf(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other);
}

/**
 * The round once its open messages were looked through.
 * @param nextMessageAt the next of them that waits for its time; null: none
 * @param now when they were looked through; epoch milliseconds
 */
export function withNextMessage(round: Round, nextMessageAt: number | null, now: number): Round {
  const known = round.nextMessageAt !== null && round.nextMessageAt > now ? round.nextMessageAt : null;
  return { ...round, nextMessageAt: soonerOf(known, nextMessageAt) };
}

/** Whether a message of the round has waited until its time. `now`: epoch milliseconds. */
export function isMessageDue({ nextMessageAt }: Pick<Round, 'nextMessageAt'>, now: number): boolean {
  return nextMessageAt !== null && nextMessageAt <= now;
}
