import { type Step, step as steps, type Today } from '../../api/desk.ts';
import type { RoundDetail } from '../../api/rounds.ts';
import type { PairingRecord } from '../../records/pairing.ts';
import type { PersonId } from '../../records/person.ts';
import type { PersonInRound } from './person-in-round.ts';

/** How many people have come to each step of a round, or further. */
export function lineOf(everybody: readonly PersonInRound[]): NonNullable<Today['round']>['line'] {
  const reached = (wanted: Step) => {
    const isFar = new Set(steps.options.slice(steps.options.indexOf(wanted)));
    return everybody.filter(({ step }) => isFar.has(step)).length;
  };
  return {
    enrolled: reached('enrolled'),
    in: reached('in'),
    paired: reached('paired'),
    invited: reached('invited'),
    accepted: reached('accepted'),
    met: reached('met'),
  };
}

/**
 * The figures of a round. Its participants are those who take part: without those who withdrew, and with those who joined since
 * and wait for company. Pairings count while their members meet, or are about to.
 */
export function countsOf(
  everybody: readonly PersonInRound[],
  all: readonly PairingRecord[],
  told: ReadonlyMap<PersonId, string>,
): RoundDetail['counts'] {
  const { in: participants, paired } = lineOf(everybody);
  const pairings = all.filter(({ state }) => state !== 'cancelled' && state !== 'failed');
  return {
    participants,
    pairings: pairings.length,
    trios: pairings.filter(({ members }) => members.length === 3).length,
    booked: pairings.filter(({ state }) => state === 'booked').length,
    waiting: pairings.filter(({ state }) => state === 'planned').length,
    unplaced: participants - paired,
    told: everybody.filter(({ step, person }) => step !== 'enrolled' && told.get(person) === 'sent').length,
  };
}
