// What is stored about people and rounds. Instants are ISO 8601 in UTC, dates ISO.
import { z } from 'zod';
import { answer, enrolmentStatus, pairingState, preferences } from '../api/schemas.ts';
import { plannedPairing, slot, unplacedReason } from './plan.ts';

/** A person as this product knows them: how to reach them, and how they read. */
export const personRecord = z.object({
  id: z.string(),
  name: z.string(),
  language: z.string().nullable(),
  /** IANA zone of the person's Teams client. */
  zone: z.string().nullable(),
  /** How to reach the person's chat with the bot; null before the first contact and after the app was removed. */
  conversation: z.string().nullable(),
  /** False when the person blocked or removed the app. */
  reachable: z.boolean(),
  /**
   * The welcome of this install: the activity that it answers, and whether it was said for certain. Null before the app
   * is added.
   */
  welcome: z.object({ activity: z.string(), said: z.boolean() }).nullable(),
});
export type PersonRecord = z.infer<typeof personRecord>;

/** A meeting as the matcher needs it. `met` null: nobody has said (it counts as met). */
export const pastMeeting = z.object({
  number: z.number().int(),
  round: z.iso.date().nullable(),
  with: z.array(z.string()).min(1).max(2),
  met: z.boolean().nullable(),
});
export type PastMeeting = z.infer<typeof pastMeeting>;

export { preferences };
export type { Preferences } from '../api/schemas.ts';

/** A person enrolled in a scheme, with what the matcher needs about them. */
export const participant = z.object({
  scheme: z.string(),
  person: z.string(),
  /** `not-in`: known from an earlier programme alone. */
  status: z.enum([...enrolmentStatus.options, 'not-in']),
  /**
   * The mail address that the directory gave last, so that the calendar can be asked for before the directory has answered:
   * a hint alone, what the directory says now always wins. Null when it was never asked.
   */
  mail: z.string().nullable(),
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

/** What brought about a revision of a pairing: its members are told in these terms, once a revision. */
export const news = z.enum([
  /** Paired and booked. */
  'booked',
  /** Paired; the members choose a slot themselves. */
  'suggested',
  /** A member declined: another slot is booked. */
  'moved',
  /** Somebody moved the event in the organiser's calendar by hand: it stays there. */
  'moved-by-hand',
  /** A member proposed a time that suits all: it is booked. */
  'proposed',
  /** A member proposed a time that does not suit everybody: the meeting stays where it is. */
  'kept',
  /** A member chose a slot. */
  'chosen',
  /** Members declined too often, or no event stands any more: the members choose a slot. */
  'asked',
  /** Something else came into a member's calendar at that time: that member may choose another slot. */
  'filled',
  /** One of three members left: the others meet as booked. */
  'member-left',
  /** A third joined. */
  'member-joined',
  /** One of three meets somebody who had nobody: the other two meet as booked. */
  'split',
  /** The one of three, and the one who had nobody, meet each other. */
  'split-off',
  /** Matched anew in the same week, after an earlier pairing fell apart, or having joined late. */
  'rematched',
  /** A member cannot take part any more: no meeting. */
  'cancelled',
]);
export type News = z.infer<typeof news>;

/** A pairing of a round: what its members are to do, and what stands in the calendars. */
export const pairingRecord = z.object({
  scheme: z.string(),
  round: z.iso.date(),
  pairing: z.string(),
  ...plannedPairing.omit({ id: true }).shape,
  state: pairingState,
  /** How often what the members are to do has changed; 0: as first decided. Part of the messages' key. */
  revision: z.number().int().min(0),
  /** The revision since which nothing has changed of what members may choose: a press on what was sent since then counts. */
  choicesSince: z.number().int().min(0),
  news,
  /** The member who brought the revision about; null when nobody did. */
  because: z.string().nullable(),
  /** Who is told of the revision; null: every member. */
  tell: z.array(z.string()).nullable(),
  /** The mailbox that invites. */
  organiser: z.string(),
  /** The slot where the event is to stand; one for which an event may have been made already when `event` is null. */
  slot: slot.nullable(),
  /** What stands in the organiser's calendar, as last seen; null: nothing. `members`: who is invited. */
  event: z
    .object({ id: z.string(), slot, members: z.array(z.string()), joinUrl: z.string().nullable() })
    .nullable(),
  /** How many events of this pairing were cancelled: part of the key of the next one. */
  generation: z.number().int().min(0),
  /** How often a member's decline has moved the meeting. */
  moves: z.number().int().min(0),
  /** Slots that members may choose from; null: none are offered. */
  offer: z.array(slot).max(3).nullable(),
  /** Answers by person; who is absent has not answered. */
  answers: z.record(z.string(), answer),
  /**
   * What a revision has dealt with already. By person: when the answer was given, which counts as none from then on. By
   * `filled:` and person: the start of the slot over which something else came into their calendar. By `proposed:` and
   * person: when they proposed a time in vain.
   */
  handled: z.record(z.string(), z.string()),
  /** By member whom this revision brought here: who could not take part after all, by name, whom they were to meet before. */
  insteadOf: z.record(z.string(), z.string()),
  /** Members who proposed a time that this revision does not take, since it does not suit everybody. */
  passedOver: z.array(z.string()),
  problem: z.string().nullable(),
});
export type PairingRecord = z.infer<typeof pairingRecord>;

/** `withdrew`: left or paused after the round was planned. */
export const placementReason = z.enum([...unplacedReason.options, 'withdrew']);
export type PlacementReason = z.infer<typeof placementReason>;

/**
 * Where a participant stands in a round: in a pairing, or why not. One for everybody who took part: the round's receipt.
 * Both: that pairing fell apart, or went on without them, and why; its members were told by the pairing's own message.
 */
export const placement = z.object({
  scheme: z.string(),
  round: z.iso.date(),
  person: z.string(),
  name: z.string(),
  language: z.string(),
  zone: z.string(),
  pairing: z.string().nullable(),
  reason: placementReason.nullable(),
  /** The number of the repair that put them there; 0: the round's plan. */
  repair: z.number().int().min(0),
});
export type Placement = z.infer<typeof placement>;

/**
 * One message of the product's own initiative. `sending`: somebody began to send it at `at`, and may have died since;
 * `doubtful`: it may or may not have arrived, look before sending again.
 */
export const outboxRecord = z.object({
  scheme: z.string(),
  round: z.iso.date(),
  key: z.string(),
  person: z.string(),
  state: z.enum(['sending', 'doubtful', 'sent', 'unreachable']),
  at: z.iso.datetime(),
  activity: z.string().nullable(),
});
export type OutboxRecord = z.infer<typeof outboxRecord>;
