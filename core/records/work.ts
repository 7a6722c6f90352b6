import * as z from 'zod';

const inRound = { scheme: z.string(), round: z.iso.date() };

/**
 * A step of a round that is due. A tick puts each kind on the queue at most once a round. `call` asks or tells people before
 * the round is paired. `look-after` reads all answers, `look-ahead` those about meetings that begin soon, `look-at-changes`
 * none: somebody may not take part any more.
 */
export const stepWork = z.object({
  kind: z.enum(['call', 'pair', 'carry-out', 'look-after', 'look-ahead', 'look-at-changes', 'close']),
  ...inRound,
});
export type StepWork = z.infer<typeof stepWork>;

/**
 * Create, move and cancel events in a mailbox's calendar, as the records say. Only the message whose `at` the mailbox's record
 * names (`next`) has an effect.
 */
export const sendWork = z.object({ kind: z.literal('send'), mailbox: z.string(), at: z.number() });
export type SendWork = z.infer<typeof sendWork>;

/** The most pairings, or people without one, that one message tells of. */
export const toldTogether = 20;

/** Tell the members of pairings about the latest revision, and `people` why they have no pairing. */
export const messageWork = z.object({
  kind: z.literal('tell'),
  ...inRound,
  pairings: z.array(z.string()).max(toldTogether),
  people: z.array(z.string()).max(2 * toldTogether),
});
export type MessageWork = z.infer<typeof messageWork>;

/** Do what somebody asked for in the chat, which could not be done at once, and tell them. */
export const answerWork = z.object({
  kind: z.literal('answer'),
  person: z.string(),
  /** The id of the activity in which they asked. */
  activity: z.string(),
  /** How often it was tried before. */
  tries: z.int().min(0),
});
export type AnswerWork = z.infer<typeof answerWork>;

export type Work = StepWork | SendWork | MessageWork | AnswerWork;
