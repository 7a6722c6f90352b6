import * as z from 'zod';
import { instant } from '../time/instant.ts';
import { longestWord } from './limits/most-written.ts';
import { answers } from './profile.ts';

const inRound = { scheme: z.string(), round: z.iso.date() };

/**
 * A step of a round that is due. A tick puts each kind on the queue at most once a round. `call` asks or tells people before
 * the round is paired. `draft` shows coordinators the round before it is. `look-after` reads all answers, `look-ahead` those about meetings that begin soon, `look-at-changes`
 * none: somebody may not take part any more.
 */
export const stepWork = z.object({
  kind: z.enum([
    'call',
    'draft',
    'pair',
    'carry-out',
    'look-after',
    'look-ahead',
    'look-at-changes',
    'close',
  ]),
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

/** An id, as the tab sends it: ten acts are kept in one row. */
const id = z.string().max(100);

/**
 * What people do in the tab that invites, moves, cancels or tells others: it waits ten seconds, in which they can take it
 * back.
 */
export const wantedAct = z.discriminatedUnion('kind', [
  /** Absent `answers`: as they were. */
  z.object({ kind: z.literal('join'), scheme: id, answers: answers.exactOptional() }),
  z.object({ kind: z.literal('resume'), scheme: id }),
  /** `until`: the first day back; null: until they come back. */
  z.object({ kind: z.literal('pause'), scheme: id, until: z.iso.date().nullable() }),
  z.object({ kind: z.literal('leave'), scheme: id }),
  /** They take part in a round, or do not. */
  z.object({ kind: z.literal('take-part'), scheme: id, round: z.iso.date() }),
  z.object({ kind: z.literal('skip'), scheme: id, round: z.iso.date() }),
  /** A time for the current meeting; `start` is one of those that were offered. */
  z.object({
    kind: z.literal('choose'),
    pairing: id,
    revision: z.int(),
    start: z.iso.datetime(),
  }),
  z.object({ kind: z.literal('invite'), person: id }),
]);
export type WantedAct = z.infer<typeof wantedAct>;

/**
 * What a coordinator does at the desk. It waits as other acts do. `revision`: of the pairing as she saw it.
 */
export const deskAct = z.discriminatedUnion('kind', [
  /** The draft of a round becomes its plan. `draft`: its number as she saw it. */
  z.object({ kind: z.literal('release'), ...inRound, draft: z.int() }),
  /** Asks those members of a pairing who have not answered whether they will be there. */
  z.object({ kind: z.literal('remind'), ...inRound, pairing: id }),
  z.object({ kind: z.literal('move'), ...inRound, pairing: id, revision: z.int(), start: z.iso.datetime() }),
  /** Pairs two or three people of the round who have no meeting. */
  z.object({ kind: z.literal('pair'), ...inRound, people: z.array(id).min(2).max(3) }),
  /** `word`: what its members are told; empty: nothing besides. */
  z.object({
    kind: z.literal('call-off'),
    ...inRound,
    pairing: id,
    revision: z.int(),
    word: z.string().trim().max(longestWord),
  }),
  /** Tells people again whom a message did not reach. */
  z.object({ kind: z.literal('tell-again'), ...inRound, people: z.array(id).min(1).max(20) }),
  /** Books a pairing again whose invitation Outlook refused. */
  z.object({ kind: z.literal('try-again'), ...inRound, pairing: id }),
]);
export type DeskAct = z.infer<typeof deskAct>;

/** Something that somebody asked for in the tab. It is shown for an hour after it is due, and goes with the next one. */
export const personAct = z.object({
  /** Chosen by the tab: a repeat of the same request has the same id. */
  id: z.string(),
  act: z.union([wantedAct, deskAct]),
  /** When it is to be done. They can take it back while it is `waiting`. */
  dueAt: instant,
  /** `doing`: a worker began it, and may have died since. `refused`: it could not be done, for a `reason`. */
  state: z.enum(['waiting', 'withdrawn', 'doing', 'done', 'refused']),
  /** Null unless refused. */
  reason: z.string().nullable(),
});

/** How long an act waits, in milliseconds. */
export const actDelay = 10_000;

/** How many acts are kept of somebody. */
export const mostActs = 10;

/** Do what somebody asked for in the tab, unless they took it back. `id`: of the act in the person's record. */
export const actWork = z.object({ kind: z.literal('act'), person: z.string(), id: z.string() });
export type ActWork = z.infer<typeof actWork>;

export type Work = StepWork | SendWork | MessageWork | AnswerWork | ActWork;
