import type { Step } from '../../api/desk.ts';
import type { RoundDetail } from '../../api/rounds.ts';
import type { Enrolment } from '../../ports/storage.ts';
import { eventOf, type PairingRecord } from '../../records/pairing.ts';
import { isAway, isIn } from '../../records/participant.ts';
import type { PersonId } from '../../records/person.ts';
import type { Placement, PlacementReason } from '../../records/placement.ts';
import type { Round } from '../../records/round.ts';
import type { Scheme } from '../../records/scheme.ts';
import { outcomeFor, takesPart } from '../../rounds/figures.ts';
import { hasSaidYes } from '../../rounds/held.ts';

/** How somebody stands in a round. */
export interface PersonInRound {
  readonly person: PersonId;
  readonly step: Step;
  /** What the round has for them; null: nothing yet. */
  readonly placement: Placement | null;
  /** The pairing that the placement names, whatever became of it; null: none that can be read. */
  readonly named: PairingRecord | null;
  /** The pairing in which they meet, or are about to; null: none. */
  readonly pairing: PairingRecord | null;
  /** Why they have none; null where it is not decided. */
  readonly reason: PlacementReason | null;
  readonly outcome: RoundDetail['pairings'][number]['outcome'];
}

/** What a round is looked at with. `now`: epoch milliseconds. */
interface Look {
  readonly scheme: Scheme;
  readonly round: Round;
  readonly now: number;
}

/** How somebody stands in a round that has something for them, or said why it has nothing. */
export function placedPerson(
  placement: Placement,
  named: PairingRecord | null,
  { round, now }: Look,
): PersonInRound {
  const reason = reasonOf(placement, named);
  const pairing = reason === null ? named : null;
  const outcome = outcomeFor(placement, named ?? undefined, { now, isClosed: round.stage === 'closed' });
  const person = placement.person;
  const step =
    pairing === null ? (takesPart(placement) ? 'in' : 'enrolled') : stepIn(pairing, person, outcome);
  return { person, step, placement, named, pairing, reason, outcome };
}

/** How somebody stands for whom the round has nothing yet; null: they are not enrolled. */
export function enrolledPerson(enrolment: Enrolment, { scheme, round, now }: Look): PersonInRound | null {
  const isThere = !isAway(enrolment, scheme.zone, round.weekStart);
  if (!isThere && isAway(enrolment, scheme.zone, now)) return null;
  // People who join after the plan may still meet somebody, until the week begins.
  const isOpen = round.stage === 'calling' || round.stage === 'pairing' || now < round.weekStart;
  const step = isThere && isOpen && isIn(enrolment, scheme, round) ? 'in' : 'enrolled';
  const nothing = { placement: null, named: null, pairing: null, reason: null, outcome: null };
  return { person: enrolment.person, step, ...nothing };
}

function stepIn(pairing: PairingRecord, person: PersonId, outcome: PersonInRound['outcome']): Step {
  if (outcome === 'met') return 'met';
  if (eventOf(pairing) === null) return 'paired';
  return hasSaidYes(pairing, person) ? 'accepted' : 'invited';
}

/** Why somebody has no meeting; null when they have one, are about to, or it is not decided. */
function reasonOf({ pairing, reason }: Placement, named: PairingRecord | null): PlacementReason | null {
  if (reason !== null || pairing === null) return reason;
  if (named === null) return 'record-unreadable';
  if (named.state === 'failed') return 'not-booked';
  return named.state === 'cancelled' ? 'partner-left' : null;
}

/** What Microsoft 365 said of a calendar that could not be read: its code. Null otherwise. */
export function detailOf({ placement, reason }: PersonInRound): string | null {
  return (reason === 'calendar-unreadable' ? placement?.detail : null) ?? null;
}
