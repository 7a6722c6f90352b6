import * as z from 'zod';
import { instant } from '../time/instant.ts';
import { slot, type Slot } from '../time/slot.ts';
import { plannedPairing } from './plans/plan.ts';
import type { PersonId } from './person.ts';
import type { Round } from './round.ts';

export const answer = z.enum(['none', 'accepted', 'tentative', 'declined']);

export type Answer = z.infer<typeof answer>;

/** An event that is in the organiser's calendar, as last read or sent. */
const madeEvent = z.object({
  kind: z.literal('made'),
  id: z.string(),
  slot,
  /** Who is invited: ids, and `stranger` for an address that is no member's. */
  members: z.array(z.string()),
  /** Null when Microsoft made the event without a Teams meeting, because of a licence or a policy. */
  joinUrl: z.string().nullable(),
  /** The answers that were last recorded, as a short text to compare with; absent: none yet. */
  answersRead: z.string().exactOptional(),
});
export type MadeEvent = z.infer<typeof madeEvent>;

/** `begun`: a worker was about to create it, and may have done so. The calendar is searched before another is created. */
const event = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('begun') }),
  madeEvent,
]);

/** There is no event in the calendar. */
export const noEvent = { kind: 'none' } as const;

/**
 * Why a pairing ended without a meeting. `every-slot-passed`: every slot passed before it could be booked. `nobody-chose`:
 * the members chose none of the offered times. `refused-by-outlook`: Outlook does not take its event, however often it is
 * asked.
 */
const failure = z.enum(['every-slot-passed', 'nobody-chose', 'refused-by-outlook']);

/**
 * Why a pairing ended without a meeting, for coordinators. `nobody-found`: nobody else was found for the member
 * left. `called-off`: a coordinator called it off.
 */
export const endReason = z.enum([...failure.options, 'nobody-found', 'called-off']);

/** Answers by person; a person without an entry has not answered. */
const answers = z.record(z.string(), answer);

/** What is asked about a pairing at a certain time: see `nudging/`. */
export const nudge = z.enum(['before', 'met', 'again', 'choose']);
export type Nudge = z.infer<typeof nudge>;

/** What a member said of a meeting: whether it was. */
export const metAnswer = z.enum(['yes', 'not-yet', 'no']);
export type MetAnswer = z.infer<typeof metAnswer>;

/** A member's answer to "did you meet?". */
const followUp = z.object({
  said: metAnswer,
  /** The start of the meeting that it is about: a meeting that is held later is asked about anew. */
  start: instant,
  at: instant,
});

/** How many slots members are offered at most. */
export const mostOffered = 3;

/**
 * The time that each member would like, by person: its start. Kept where all members must press the same time, until they
 * have; absent: nobody has pressed one.
 */
const wishes = z.record(z.string(), instant);

/** What every pairing of a round has. People are ids: their names and addresses are in their own records. */
const common = {
  scheme: z.string(),
  round: z.iso.date(),
  pairing: z.string(),
  ...plannedPairing.omit({ id: true }).shape,
  /** The mailbox that invites. */
  organiser: z.string(),
  /** What the organiser's calendar holds. */
  event,
  /** When its members' calendars were last read, to choose times for it. */
  readAt: instant,
  /** How often the pairing has changed for its members; 0: as planned. Part of the keys of messages. */
  revision: z.number().int().min(0),
  /** The revision that last changed what members may choose. Buttons on messages from this revision on still work. */
  choicesSince: z.number().int().min(0),
  /** How many events of this pairing were cancelled. Part of the key of the next event. */
  generation: z.number().int().min(0),
  /** How often a member's decline has moved the meeting. */
  moves: z.number().int().min(0),
  /**
   * Answers and proposals that revisions have dealt with already, by when they were given. Key: the person for an answer,
   * `proposed:` and the person for a proposal. Null: when it is not known. A later look ignores them.
   */
  handled: z.record(z.string(), instant.nullable()),
  /** What its members were asked, and about which meeting, by its start. `asked` false: nobody needed to be asked. */
  nudged: z.array(z.object({ nudge, start: instant, asked: z.boolean() })),
  /** When the first member is to be reminded of the meeting that begins at `start`; absent: not worked out yet. */
  remindAt: z.object({ start: instant, at: instant }).exactOptional(),
  /** What members said of the meeting, by person. */
  followUps: z.record(z.string(), followUp),
  /** When a coordinator last had its members reminded; absent: never. */
  remindedAt: instant.exactOptional(),
} as const;

/** A pairing of a round. Each state says what holds; what its members are still to be told is in the outbox. */
export const pairingRecord = z.discriminatedUnion('state', [
  z.object({
    ...common,
    /** The meeting is to be booked at `slot`, or its event is to get that time and these members. */
    state: z.literal('planned'),
    slot,
    /** Whether members were told of this time already, because one of them chose or proposed it. */
    promised: z.boolean(),
    answers,
  }),
  z.object({
    ...common,
    state: z.literal('booked'),
    event: madeEvent,
    answers,
    /** Members who said in the chat that they will be there; absent: nobody. */
    coming: z.array(z.string()).exactOptional(),
    wishes: wishes.exactOptional(),
  }),
  z.object({
    ...common,
    /** The members choose a time. */
    state: z.literal('suggested'),
    offer: z.array(slot).max(mostOffered),
    /** Times that were booked and given up: they are not offered. */
    tried: z.array(slot),
    wishes: wishes.exactOptional(),
  }),
  z.object({ ...common, state: z.literal('failed'), reason: failure }),
  z.object({
    ...common,
    /** A member cannot take part, and fewer than two are left; or a coordinator called it off. */
    state: z.literal('cancelled'),
    /** The member who cannot take part; null when it is not known. */
    because: z.string().nullable(),
    /** Whether it is over: nobody else is looked for. */
    isOver: z.boolean(),
    /** The coordinator who called it off; absent: nobody did. */
    by: z.string().exactOptional(),
  }),
]);
export type PairingRecord = z.infer<typeof pairingRecord>;
type PairingState = PairingRecord['state'];
/** A pairing in one of some states. */
export type PairingIn<S extends PairingState> = Extract<PairingRecord, { readonly state: S }>;
/** What a pairing keeps whatever its state. */
export type PairingCore = z.infer<typeof core>;

export const pairingState = z.enum(['planned', 'booked', 'suggested', 'failed', 'cancelled']);

const core = z.object(common);

/** What a pairing has whatever its state, without what belongs to its state. */
export function coreOf(pairing: PairingRecord): PairingCore {
  return core.parse(pairing);
}

/** The event that is known to be in the calendar; null when there is none, or perhaps one. */
export function eventOf({ event }: PairingRecord): MadeEvent | null {
  return event.kind === 'made' ? event : null;
}

/** The slot of a meeting that is booked or to be booked; null when the pairing has none. */
export function slotOf(pairing: PairingRecord): Slot | null {
  if (pairing.state === 'planned') return pairing.slot;
  return pairing.state === 'booked' ? pairing.event.slot : null;
}

/** The starts of the times that members would like, by person, while not all have pressed the same one. Else empty. */
export function wishesOf(pairing: PairingRecord): Readonly<Record<PersonId, number>> {
  const mayWish = pairing.state === 'booked' || pairing.state === 'suggested';
  return (mayWish ? pairing.wishes : undefined) ?? {};
}

/** Whether all other members would like the slot with this start (epoch milliseconds) too. */
export function isWishedByOthers(pairing: PairingRecord, person: PersonId, start: number): boolean {
  return pairing.members.every((id) => id === person || wishesOf(pairing)[id] === start);
}

/** The answers to the invitation, by person; empty while there is no meeting. */
export function answersOf(pairing: PairingRecord): Readonly<Record<PersonId, Answer>> {
  return pairing.state === 'planned' || pairing.state === 'booked' ? pairing.answers : {};
}

/**
 * Whether the members may still meet: the meeting is to be booked, or is booked and has not begun, or its time is to be
 * chosen.
 * @param now epoch milliseconds
 */
export function isAhead(pairing: PairingRecord, now: number): boolean {
  const slot = slotOf(pairing);
  return pairing.state === 'suggested' || (slot !== null && slot.start > now);
}

/** Whether every look reads a pairing: it failed, or one of its three members may meet somebody who is alone. */
export function isInEveryLook({ state, members }: PairingRecord): boolean {
  return state === 'failed' || (members.length === 3 && (state === 'booked' || state === 'suggested'));
}

/**
 * Whether a booked meeting has begun, and its answers have not been read since it ended. A meeting that a member declined
 * while it ran is therefore repaired by the first look after its end too.
 * @param now epoch milliseconds
 */
export function isUnderWay(
  pairing: PairingRecord,
  { round, now }: { readonly round: Pick<Round, 'answersCheckedAt'>; readonly now: number },
): boolean {
  if (pairing.state !== 'booked' || pairing.event.slot.start > now) return false;
  return round.answersCheckedAt === null || round.answersCheckedAt < pairing.event.slot.end;
}

/** An event in the organiser's calendar. */
export interface BookedEvent {
  readonly id: string;
  /** The event's time in the calendar. */
  readonly slot: Slot;
  /** Mail addresses in lower case. */
  readonly attendees: readonly string[];
  /** Null when Microsoft made the event without a Teams meeting, because of a licence or a policy. */
  readonly joinUrl: string | null;
}

/** An attendee's answer to the invitation. */
export interface EventAnswer {
  readonly answer: Answer;
  /** When it was given (epoch milliseconds); null without an answer, or when it is not known. */
  readonly at: number | null;
  /** Another time that the attendee proposed when declining or answering tentatively. */
  readonly proposed: Slot | null;
}
