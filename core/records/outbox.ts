import * as z from 'zod';
import { unplacedReason } from './plans/plan.ts';
import { instant } from '../time/instant.ts';
import { slot } from '../time/slot.ts';
import { report } from './report.ts';

/** What a message about a pairing is about. Its reader is told of it in words for this. */
export const news = z.enum([
  /** Paired and booked. */
  'booked',
  /** Paired; the members choose a slot themselves. */
  'suggested',
  /** A member declined: another slot is booked. */
  'moved',
  /** Somebody moved the event by hand in the organiser's calendar: it stays at the new time. */
  'moved-by-hand',
  /** A member proposed a time that suits everybody: it is booked. */
  'proposed',
  /** The reader proposed a time that does not suit everybody: the meeting keeps its time. */
  'kept',
  /** A member chose a slot. */
  'chosen',
  /** A member would like a slot. It is booked once all have pressed the same one. */
  'wished',
  /** The members chose no slot: one is booked for them. */
  'booked-instead',
  /** Members declined too often, or the event is gone: the members choose a slot. */
  'asked',
  /** One of three members left, or now meets somebody who had no partner: the others meet as booked. */
  'member-left',
  /** A third member joined. */
  'member-joined',
  /** Matched again in the same week: an earlier pairing fell apart, they joined late, or they were one of three. */
  'rematched',
  /** A coordinator chose another time. */
  'moved-by-coordinator',
  /** A coordinator paired people who had no meeting. */
  'paired-by-coordinator',
]);
export type News = z.infer<typeof news>;

/** What a message says. It names people by their ids; words and names are found when it is sent. */
const said = z.discriminatedUnion('kind', [
  z.object({
    /** What changed about a pairing, and the pairing as it is when the message is sent. */
    kind: z.literal('pairing'),
    news,
    /** The person who caused it; null when nobody did. */
    because: z.string().nullable(),
    /** The person whom the reader was to meet before, and who cannot take part; null: nobody. */
    insteadOf: z.string().nullable(),
    /** Whether the reader proposed a time that was not taken, because it does not suit everybody. */
    passedOver: z.boolean(),
  }),
  /**
   * The meeting will not be, because somebody cannot take part, and somebody else may still be found; or a coordinator called
   * it off, `by` whom and with which word (empty: none), and nobody is looked for.
   */
  z.object({
    kind: z.literal('called-off'),
    by: z.object({ person: z.string(), word: z.string() }).exactOptional(),
  }),
  /** Why the reader has no meeting in the round. */
  z.object({ kind: z.literal('unplaced'), reason: unplacedReason }),
  /** The meeting that begins at `start` is near. `offer`: other times, because a member's calendar says they are away then. */
  z.object({ kind: z.literal('before'), start: instant, offer: z.array(slot) }),
  /**
   * A coordinator had the reader reminded, at `at`, to say whether they will be there at `start`; null: to choose a time.
   */
  z.object({ kind: z.literal('remind'), at: instant, start: instant.nullable() }),
  /** Did you meet, in the meeting that began at `start`? */
  z.object({ kind: z.literal('met'), start: instant }),
  /** The members did not meet at `start`: times after the meeting week. */
  z.object({ kind: z.literal('again'), start: instant, offer: z.array(slot) }),
  /** Nobody has chosen a time. `bookedAt`: when the product books one itself; null: it does not. */
  z.object({ kind: z.literal('choose'), bookedAt: instant.nullable() }),
  /** The next round is near. `asks`: whether the reader takes part only when they say so. */
  z.object({ kind: z.literal('call'), asks: z.boolean() }),
  /** The reader's break ends: `until` is the first day back. */
  z.object({ kind: z.literal('back'), until: z.iso.date() }),
  /** The reader was silent for several rounds. `asks`: whether they are asked to say something, or were stepped out. */
  z.object({ kind: z.literal('still'), asks: z.boolean() }),
  /** To a coordinator. */
  z.object({ kind: z.literal('coordinator'), report }),
]);
export type Said = z.infer<typeof said>;

/**
 * One message that the product sends on its own initiative. It is stored in the same transaction as the pairing that it is
 * about, and sent once the calendar is as that pairing says.
 */
export const outboxRecord = z.object({
  scheme: z.string(),
  round: z.iso.date(),
  key: z.string(),
  person: z.string(),
  /** The pairing that it is about; null: a person without one. */
  pairing: z.string().nullable(),
  /** The pairing's revision; without a pairing, the number of the repair. Of several unsent messages the latest is sent. */
  revision: z.number().int().min(0),
  said,
  /**
   * `unsent`: nobody has begun to send it. `sending`: a worker began at `at`, and may have died since. `doubtful`: it may have
   * arrived; the chat must be searched for it before it is sent again. `overtaken`: something later holds; it is never sent.
   */
  state: z.enum(['unsent', 'sending', 'doubtful', 'sent', 'unreachable', 'overtaken']),
  at: instant,
  /** It is not sent before; null: at once. */
  notBefore: instant.nullable(),
  /** The activity in the chat; null until it was sent. */
  activity: z.string().nullable(),
});
export type OutboxRecord = z.infer<typeof outboxRecord>;

/** Whether a message still needs sending. */
export function isOpen({ state }: OutboxRecord): boolean {
  return state === 'unsent' || state === 'sending' || state === 'doubtful';
}

/** What is to be said, to whom, and when at the earliest (epoch milliseconds; left out: at once). */
type ToSay = Pick<OutboxRecord, 'scheme' | 'round' | 'key' | 'person' | 'pairing' | 'revision' | 'said'> & {
  readonly notBefore?: number | null;
};

/** A message that nobody has begun to send. `now`: epoch milliseconds. */
export function unsentMessage({ notBefore = null, ...message }: ToSay, now: number): OutboxRecord {
  return { ...message, state: 'unsent', at: now, notBefore, activity: null };
}
