import type { Scheme } from '../records/scheme.ts';
import type { PlannedPairing } from '../records/plan.ts';
import type { PairingRecord } from '../records/pairing.ts';

/** How many slots members are offered at most. */
export const mostOffered = 3;

/**
 * The record of a pairing that was just decided: to be booked, or, in a scheme with suggestions, for its members to choose a
 * slot.
 * @param organiser mail address of the mailbox that invites
 * @param news how members are told of a booked pairing
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
