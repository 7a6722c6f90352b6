import type { RoundDetail } from '../../../core/api/rounds.ts';
import type { Show } from './people/shows.ts';

/** A figure of a round: what it counts, and whom it opens. */
export interface Figure {
  readonly what: 'takePart' | 'booked' | 'met' | 'unplaced' | 'waiting' | 'notMet';
  readonly n: number;
  /** Of how many; null: it is no part of anything. */
  readonly of: number | null;
  readonly show: Show;
}

/** The figure that matters most in the round's stage, and at most two beside it. */
export function figuresOf({
  stage,
  plan,
  counts,
  figures,
}: Pick<RoundDetail, 'stage' | 'plan' | 'counts' | 'figures'>): readonly Figure[] {
  if (plan === null) return [{ what: 'takePart', n: counts.participants, of: null, show: 'in' }];
  const unplaced: Figure = { what: 'unplaced', n: counts.unplaced, of: null, show: 'unplaced' };
  const { met, notMet, notKnown } = figures;
  // Who does not meet may be known long before, when a meeting is called off.
  if (stage === 'closed' || met + notKnown > 0)
    return [
      { what: 'met', n: met, of: counts.participants, show: 'met' },
      { what: 'notMet', n: notMet, of: null, show: 'not-met' },
      unplaced,
    ];
  return [
    { what: 'booked', n: counts.booked, of: counts.pairings, show: 'invited' },
    { what: 'waiting', n: counts.waiting, of: null, show: 'paired' },
    unplaced,
  ];
}
