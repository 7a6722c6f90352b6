import type { Scheme } from '../records/scheme.ts';
import type { PlannedPairing } from '../records/plan.ts';
import type { PairingRecord } from '../records/pairing.ts';

/** Members choose among so many slots. */
export const mostOffered = 3;

/**
 * The record of a pairing that was just decided: to be booked, or, in a scheme of suggestions, for its members to choose
 * a slot.
 * @param news what a booked one is to its members
 */
export function freshPairing(
  scheme: Scheme,
  round: string,
  { id, ...planned }: PlannedPairing,
  organiser: string,
  news: 'booked' | 'rematched',
): PairingRecord {
  const chosenByMembers = scheme.booking === 'suggestions';
  return {
    scheme: scheme.id,
    round,
    pairing: id,
    ...planned,
    state: chosenByMembers ? 'suggested' : 'planned',
    revision: 0,
    choicesSince: 0,
    news: chosenByMembers ? 'suggested' : news,
    because: null,
    tell: null,
    organiser,
    slot: null,
    event: null,
    generation: 0,
    moves: 0,
    offer: chosenByMembers ? planned.slots.slice(0, mostOffered) : null,
    answers: {},
    handled: {},
    insteadOf: {},
    passedOver: [],
    endedBecause: null,
  };
}
