import type { News } from '../records/outbox.ts';
import { mostOffered, noEvent, type PairingRecord } from '../records/pairing.ts';
import type { PlannedPairing } from '../records/plans/plan.ts';
import type { Revision } from '../records/repair.ts';
import type { Scheme } from '../records/scheme.ts';
import { messagesToMembers } from '../telling/new-messages.ts';

/**
 * A pairing that was just decided: to be booked at its best slot, or, in a scheme with suggestions and where all members must
 * press, for its members to choose a slot; and what its members are told.
 * @param organiser mail address of the mailbox that invites
 * @param told how members are told of a booked pairing
 * @param when now, and when its members' calendars were read, or earlier; epoch milliseconds
 */
export function freshPairing(
  scheme: Scheme,
  round: string,
  { id, ...planned }: PlannedPairing,
  organiser: string,
  told: { readonly news: News; readonly because?: string },
  when: { readonly now: number; readonly readAt: number },
): Revision {
  const core = {
    scheme: scheme.id,
    round,
    pairing: id,
    ...planned,
    organiser,
    event: noEvent,
    readAt: when.readAt,
    revision: 0,
    choicesSince: 0,
    generation: 0,
    moves: 0,
    handled: {},
    nudged: [],
    followUps: {},
  };
  const [slot] = planned.slots;
  if (slot === undefined) throw new RangeError(`pairing ${id} was planned without a slot`);
  const isChosen = scheme.booking === 'suggestions' || planned.allPress === true;
  const pairing: PairingRecord = isChosen
    ? { ...core, state: 'suggested', offer: planned.slots.slice(0, mostOffered), tried: [] }
    : { ...core, state: 'planned', slot, promised: false, answers: {} };
  const news = isChosen ? 'suggested' : told.news;
  return { pairing, messages: messagesToMembers(pairing, { because: null, ...told, news }, when.now) };
}
