import type { Overview } from '../../overview.ts';
import type { Pairing } from '../view.ts';

/** How the state of a meeting is shown. */
export interface Look {
  readonly words: string;
  readonly look: 'yes' | 'maybe' | 'no' | 'none';
}

const withoutMeeting: Readonly<Record<Exclude<Pairing['state'], 'booked'>, Look>> = {
  planned: { words: 'being booked', look: 'none' },
  suggested: { words: 'to be chosen', look: 'maybe' },
  failed: { words: 'not booked', look: 'no' },
  cancelled: { words: 'called off', look: 'no' },
};

const outcomes: Readonly<Record<NonNullable<Pairing['outcome']>, Look>> = {
  met: { words: 'met', look: 'yes' },
  'not-met': { words: 'not met', look: 'no' },
  'not-known': { words: 'not known', look: 'maybe' },
};

/** The state of a meeting: ahead, under way, or over, and then whether its members met. */
export function stateOf({ state, slot, moves, outcome }: Pairing, { now }: Pick<Overview, 'now'>): Look {
  if (state !== 'booked') return withoutMeeting[state];
  if (outcome !== null) return outcomes[outcome];
  if (slot !== null && slot.start <= now) return { words: 'under way', look: 'yes' };
  return { words: moves > 0 ? 'moved' : 'booked', look: 'none' };
}
