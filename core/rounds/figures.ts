import type { PairingRecord } from '../records/pairing.ts';
import type { PersonId } from '../records/person.ts';
import type { Placement } from '../records/placement.ts';
import type { Figures } from '../records/report.ts';
import { heldBetween } from './held.ts';

/** What became of a meeting. */
type Became = 'met' | 'not-met' | 'not-known';

/** When a round is looked at. */
interface Moment {
  /** Epoch milliseconds. */
  readonly now: number;
  /** Whether the round is closed. */
  readonly isClosed: boolean;
}

/** Whether a member met at least one of the others; null while the meeting may still be. */
function outcomeOf(pairing: PairingRecord, person: PersonId, { now, isClosed }: Moment): Became | null {
  if (!isClosed && !isDecided(pairing, now)) return null;
  if (!pairing.members.includes(person)) return 'not-met';
  const others = pairing.members.filter((id) => id !== person);
  return summed(others.map((other) => outcomeBetween(pairing, person, other)));
}

/** Whether at least two members met; null while the meeting may still be. */
export function outcomeOfPairing(pairing: PairingRecord, moment: Moment): Became | null {
  if (!moment.isClosed && !isDecided(pairing, moment.now)) return null;
  return summed(pairing.members.flatMap((id) => outcomeOf(pairing, id, moment) ?? []));
}

/**
 * What became of the people of a round so far, or in the end. People who withdrew are left out; those whose meeting may
 * still be are in none of `met`, `notMet` and `notKnown`.
 * @param placements all of the round
 */
export function figuresOf(
  pairings: ReadonlyMap<string, PairingRecord>,
  placements: Iterable<Placement>,
  moment: Moment,
): Figures {
  const placed = [...placements].filter(takesPart);
  const paired = placed.filter(({ pairing }) => pairing !== null);
  const outcomes = paired.map((one) => outcomeFor(one, pairings.get(one.pairing ?? ''), moment));
  const count = (wanted: Became) => outcomes.filter((outcome) => outcome === wanted).length;
  return {
    tookPart: placed.length,
    paired: paired.length,
    met: count('met'),
    notMet: count('not-met'),
    notKnown: count('not-known'),
  };
}

/**
 * What became of the meeting that a round has, or had, for somebody; null while it may still be, and for people who were never
 * paired or withdrew.
 * @param pairing the one that the placement names; undefined: it is not known
 */
export function outcomeFor(
  placement: Placement,
  pairing: PairingRecord | undefined,
  moment: Moment,
): Became | null {
  if (placement.pairing === null || !takesPart(placement)) return null;
  return pairing === undefined ? 'not-known' : outcomeOf(pairing, placement.person, moment);
}

/** Whether somebody counts as a participant of a round: they did not withdraw since it was planned. */
export function takesPart({ reason }: Placement): boolean {
  return reason !== 'withdrew';
}

function isDecided(pairing: PairingRecord, now: number): boolean {
  if (pairing.state === 'booked') return pairing.event.slot.end <= now;
  return pairing.state === 'failed' || (pairing.state === 'cancelled' && pairing.isOver);
}

function outcomeBetween(pairing: PairingRecord, one: PersonId, other: PersonId): Became {
  const { met } = heldBetween(pairing, one, other);
  if (met === null) return 'not-known';
  return met ? 'met' : 'not-met';
}

function summed(outcomes: readonly Became[]): Became {
  if (outcomes.includes('met')) return 'met';
  return outcomes.includes('not-known') ? 'not-known' : 'not-met';
}
