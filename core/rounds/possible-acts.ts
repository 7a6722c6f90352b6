import type { DeskAct } from '../records/work.ts';
import { answersOf, isAhead, type PairingRecord, wishesOf } from '../records/pairing.ts';
import type { PersonId } from '../records/person.ts';
import type { Round } from '../records/round.ts';
import { isToCome } from '../time/slot.ts';
import { hour } from '../time/interval.ts';
import type { CurrentPairing } from './current-pairings.ts';
import { mayChoose } from './may-choose.ts';

/** How long the members of a pairing are not reminded again, in milliseconds. */
const reminderEvery = hour;

/** Whether a round has been paired and is not closed, so that something can be done about its meetings. */
export function isUnderWayRound({ stage }: Pick<Round, 'stage'>): boolean {
  return stage === 'booking' || stage === 'meeting';
}

/**
 * Members of a pairing that is still to come who have not said whether they will be there; where its time is to be chosen,
 * those who chose none.
 * @param now epoch milliseconds
 */
export function whoHasNotAnswered(pairing: PairingRecord, now: number): PersonId[] {
  if (!isAhead(pairing, now)) return [];
  if (pairing.state === 'suggested') {
    const mayChoose = pairing.offer.some((slot) => isToCome(slot, now));
    return mayChoose ? pairing.members.filter((id) => wishesOf(pairing)[id] === undefined) : [];
  }
  if (pairing.state !== 'booked') return [];
  const { coming = [] } = pairing;
  return pairing.members.filter(
    (id) => (answersOf(pairing)[id] ?? 'none') === 'none' && !coming.includes(id),
  );
}

/** Whether a coordinator had the members of a pairing reminded less than an hour ago. `now`: epoch milliseconds. */
export function isJustReminded({ remindedAt }: PairingRecord, now: number): boolean {
  return remindedAt !== undefined && now < remindedAt + reminderEvery;
}

/** Whether Outlook refused the invitation of a pairing for good. */
export function isRefused(pairing: PairingRecord): boolean {
  return pairing.state === 'failed' && pairing.reason === 'refused-by-outlook';
}

/** What a coordinator can do about a pairing now. `now`: epoch milliseconds. */
export function possibleActs(
  current: Pick<CurrentPairing, 'scheme' | 'round' | 'pairing'>,
  now: number,
): Extract<DeskAct['kind'], 'remind' | 'move' | 'call-off' | 'try-again'>[] {
  const { pairing, round } = current;
  if (!isUnderWayRound(round)) return [];
  const isToRemind = whoHasNotAnswered(pairing, now).length > 0 && !isJustReminded(pairing, now);
  return [
    ...(isToRemind ? (['remind'] as const) : []),
    // Where somebody's calendar cannot be read, its members choose the time themselves.
    ...(pairing.allPress !== true && mayChoose(current, now) ? (['move'] as const) : []),
    ...(isAhead(pairing, now) ? (['call-off'] as const) : []),
    ...(isRefused(pairing) && now < round.weekEnd ? (['try-again'] as const) : []),
  ];
}
