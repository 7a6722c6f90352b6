import { wasMissed } from '../rounds/held.ts';
import { whoHasNotAnswered } from '../rounds/possible-acts.ts';
import type { OutboxRecord, Said } from '../records/outbox.ts';
import { nudge, type Nudge, type PairingRecord, slotOf, wishesOf } from '../records/pairing.ts';
import { isAway, type Participant } from '../records/participant.ts';
import type { PersonId } from '../records/person.ts';
import type { Placement } from '../records/placement.ts';
import { isToCome } from '../time/slot.ts';

/** `wait`: the calendar, an earlier message to the reader, or the end of the round decides what becomes of it. */
export type MessageStep = 'send' | 'wait' | 'overtaken';

/**
 * Whether to send a message about a pairing now.
 * @param pairing as it is stored now
 * @param others all open messages about the same pairing; of those to one reader only the latest is sent
 * @param moment `weekEnd` and `now` in epoch milliseconds
 */
export function decideMessage(
  message: OutboxRecord,
  pairing: PairingRecord,
  others: readonly OutboxRecord[],
  { weekEnd, now }: { readonly weekEnd: number; readonly now: number },
): MessageStep {
  const { person, said, revision } = message;
  const open = others.filter((other) => other.person === person && !isNudge(other.said));
  const theirs = open.filter((other) => other.said.kind !== 'remind');
  // News of the meeting that is still to be told reminds of it.
  if (said.kind === 'remind')
    return theirs.length === 0 && isStillToRemind(said, pairing, person, now) ? 'send' : 'overtaken';
  if (isNudge(said)) {
    const isReminded = said.kind === 'before' && said.offer.length === 0 && open.length > 0;
    return !isReminded && isStillToAsk(said, pairing, person, now) ? 'send' : 'overtaken';
  }
  // That a proposed time was not taken says nothing of what changed before: it follows what tells the reader of that.
  if (isKept(message) && theirs.some((other) => other.revision < revision)) return 'wait';
  if (theirs.some((other) => other.revision > revision && !isKept(other))) return 'overtaken';
  const isWeekOver = now >= weekEnd;
  switch (said.kind) {
    case 'unplaced':
      return pairing.state === 'failed' || pairing.state === 'cancelled' ? 'send' : 'overtaken';
    case 'called-off':
      // Once the week is over, nobody else can be found: the message at the round's end says so.
      return pairing.state === 'cancelled' && (said.by !== undefined || !isWeekOver) ? 'send' : 'overtaken';
    case 'pairing':
      if (!pairing.members.includes(person)) return 'overtaken';
      if (said.news === 'wished' && !isStillWished(pairing, said.because, person)) return 'overtaken';
      if (pairing.state === 'planned') return 'wait';
      if (pairing.state === 'booked') return 'send';
      if (pairing.state !== 'suggested') return 'overtaken';
      // The week is over, so nothing can be chosen: the message at the round's end says so. That no time suits is told at once.
      return isWeekOver && pairing.offer.length > 0 ? 'wait' : 'send';
    default:
      return 'overtaken';
  }
}

/** A question about a meeting. */
type AboutMeeting = Extract<Said, { kind: Nudge }>;

function isNudge(said: Said): said is AboutMeeting {
  return nudge.safeParse(said.kind).success;
}

/** Whether what a question asks is still open: the meeting that it is about is the one that holds. */
function isStillToAsk(said: AboutMeeting, pairing: PairingRecord, person: PersonId, now: number): boolean {
  if (!pairing.members.includes(person)) return false;
  if (said.kind === 'choose') {
    return pairing.state === 'suggested' && pairing.offer.some((slot) => isToCome(slot, now));
  }
  if (pairing.state !== 'booked' || pairing.event.slot.start !== said.start) return false;
  if (said.kind === 'before') return said.start > now;
  if (said.kind === 'again') {
    return wasMissed(pairing, now) && said.offer.some((slot) => isToCome(slot, now));
  }
  return pairing.followUps[person]?.start !== said.start;
}

/** Whether a coordinator's latest reminder still waits for the reader: the meeting that it is about holds and is to come. */
function isStillToRemind(
  said: Extract<Said, { kind: 'remind' }>,
  pairing: PairingRecord,
  person: PersonId,
  now: number,
): boolean {
  const isTheSame = pairing.remindedAt === said.at && (slotOf(pairing)?.start ?? null) === said.start;
  return isTheSame && whoHasNotAnswered(pairing, now).includes(person);
}

/** Whether somebody would like a time that the reader has not pressed, as the message says. */
function isStillWished(pairing: PairingRecord, because: PersonId | null, reader: PersonId): boolean {
  const wishes = wishesOf(pairing);
  const wished = because === null ? undefined : wishes[because];
  return wished !== undefined && wished !== wishes[reader];
}

function isKept({ said }: OutboxRecord): boolean {
  return said.kind === 'pairing' && said.news === 'kept';
}

/** What is known of the reader of a message that is about no pairing. */
interface Place {
  /** What the round has for them now. */
  readonly placement: Placement | undefined;
  /** Their row in the scheme. */
  readonly participant: Participant | undefined;
}

/**
 * Whether to send a message that is about no pairing now.
 * @param moment `pairingAt`: when the round is paired; `weekStart`: when its week begins; both in epoch milliseconds, as `now`.
 *   `zone`: IANA, the scheme's. `isReleased`: no draft of the round can be changed any more
 */
export function decideOtherMessage(
  { revision, round, said }: OutboxRecord,
  { placement, participant }: Place,
  moment: {
    readonly pairingAt: number;
    readonly weekStart: number;
    readonly now: number;
    readonly zone: string;
    readonly isReleased: boolean;
  },
): MessageStep {
  if (said.kind === 'unplaced') {
    const isWithout = placement?.pairing === null || placement?.reason === said.reason;
    return isWithout && placement.repair === revision ? 'send' : 'overtaken';
  }
  if (said.kind === 'coordinator')
    return said.report.about === 'draft' && moment.isReleased ? 'overtaken' : 'send';
  if (participant === undefined) return 'overtaken';
  const { status, pausedUntil, silent, inRound } = participant;
  const isCalled = moment.now < moment.pairingAt && !isAway(participant, moment.zone, moment.weekStart);
  switch (said.kind) {
    case 'call':
      return isCalled && !(said.asks && inRound === round) ? 'send' : 'overtaken';
    case 'still':
      if (said.asks) return isCalled && silent !== undefined ? 'send' : 'overtaken';
      return status === 'paused' && pausedUntil === null ? 'send' : 'overtaken';
    case 'back':
      return status === 'paused' && pausedUntil === said.until ? 'send' : 'overtaken';
    default:
      return 'overtaken';
  }
}
