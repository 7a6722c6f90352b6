// What coordinators read of a scheme today, and of the people of a round. All instants are ISO 8601 in UTC, all dates ISO.
import * as z from 'zod';
import { answer, endReason, pairingState } from '../records/pairing.ts';
import { placementReason } from '../records/placement.ts';
import { slotView } from '../words/pairing-view.ts';

const instant = z.iso.datetime();
const date = z.iso.date();
const named = z.object({ id: z.string(), name: z.string() });

/** How far somebody has come in a round; each step includes those before it. */
export const step = z.enum(['enrolled', 'in', 'paired', 'invited', 'accepted', 'met']);
export type Step = z.infer<typeof step>;

/** The round as a line: how many people have come to each step, or further. */
const line = z.object({
  enrolled: z.int(),
  in: z.int(),
  paired: z.int(),
  invited: z.int(),
  accepted: z.int(),
  met: z.int(),
});

/** Something that needs a hand. */
const hand = z.object({
  kind: z.enum([
    /** A draft waits for a coordinator, though its pairing time has come. */
    'not-released',
    /** People whom the latest message did not reach. */
    'not-reached',
    /** Pairings whose invitation Outlook refuses for good. */
    'refused-by-outlook',
    /** People whose calendar cannot be read. `detail`: Graph's code. */
    'calendar-unreadable',
    /** People who take part and have nobody to meet. */
    'nobody-to-meet',
    /** A service mailbox that refuses everything. `detail`: its address. */
    'mailbox-gone',
    /** Queue messages that were given up. `detail`: the queue. */
    'poison',
    /** A step of the round that is overdue. `detail`: the step. */
    'overdue',
  ]),
  /** How many people, pairings or messages. */
  count: z.int(),
  /** The round that it is about; null: none. */
  round: date.nullable(),
  /** The first twenty people. `mail`: null while it is not known. */
  people: z.array(named.extend({ mail: z.string().nullable() })),
  /** The first twenty pairings. */
  pairings: z.array(z.object({ pairing: z.string(), members: z.array(named) })),
  detail: z.string().nullable(),
});
export type Hand = z.infer<typeof hand>;

/** GET /api/schemes/{scheme}/today */
export const today = z.object({
  scheme: z.string(),
  schemeName: z.string(),
  zone: z.string(),
  at: instant,
  /** The most urgent first. */
  hands: z.array(hand),
  /** The round that is on: the latest that is not closed; null: none is. */
  round: z.object({ round: date, number: z.int(), stage: z.string(), line }).nullable(),
  /** How many people are enrolled now. */
  enrolled: z.int(),
  /** The next round to be paired. `draftAt`: null without a preview. */
  next: z.object({
    round: date,
    calledAt: instant,
    draftAt: instant.nullable(),
    pairingAt: instant,
    weekStart: instant,
  }),
  /** The draft of a round that is not released; null: there is none. */
  draft: z
    .object({ round: date, pairs: z.int(), trios: z.int(), without: z.int(), releasesAt: instant })
    .nullable(),
});
export type Today = z.infer<typeof today>;

/** GET /api/schemes/{scheme}/rounds/{round}/people: what became of everybody, by id, a page at a time. */
export const personRow = z.object({
  id: z.string(),
  /** Empty: they had themselves erased. */
  name: z.string(),
  department: z.string().nullable(),
  mail: z.string().nullable(),
  /** How far they have come. */
  step,
  /** Whom they meet, or met. */
  with: z.array(named),
  pairing: z.string().nullable(),
  slot: slotView.nullable(),
  answer: answer.nullable(),
  /** What became of it; null while it may still be. */
  outcome: z.enum(['met', 'not-met', 'not-known']).nullable(),
  /** Why they have no meeting; null when they have one, or are about to. */
  reason: placementReason.nullable(),
  /** What Microsoft 365 said of a calendar that could not be read: its code. Null otherwise. */
  detail: z.string().nullable(),
  /** Whether the latest message about what the round has for them reached them. */
  told: z.enum(['pending', 'sent', 'unreachable', 'failed']),
});
export type PersonRow = z.infer<typeof personRow>;

/** GET /api/schemes/{scheme}/rounds/{round}/pairings: in the order of their times, those without one last. */
export const pairingRow = z.object({
  pairing: z.string(),
  state: pairingState,
  /** A change names it, so that an act about an outdated pairing is refused. */
  revision: z.int(),
  outcome: z.enum(['met', 'not-met', 'not-known']).nullable(),
  slot: slotView.nullable(),
  online: z.boolean(),
  lastMet: z.int().nullable(),
  members: z.array(named.extend({ answer, mail: z.string().nullable(), coming: z.boolean() })),
  /** How often somebody's answer has moved the meeting. */
  moves: z.int(),
  allPress: z.literal(true).exactOptional(),
  endedBecause: endReason.nullable(),
  /** What can be done about it now. */
  acts: z.array(z.enum(['remind', 'move', 'call-off', 'try-again'])),
});
export type PairingRow = z.infer<typeof pairingRow>;

/** GET /api/schemes/{scheme}/rounds/{round}/pairings/{pairing}/times: times that suit its members, read now. */
export const pairingTimes = z.object({ revision: z.int(), times: z.array(slotView) });
export type PairingTimes = z.infer<typeof pairingTimes>;
