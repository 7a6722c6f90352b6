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

/** The state of a meeting: ahead, under way, or over, and then whether its members met. */
export function stateOf(
  { pairing, state, slot, moves }: Pairing,
  { now, met }: Pick<Overview, 'now' | 'met'>,
): Look {
  if (state !== 'booked') return withoutMeeting[state];
  const said = met[pairing];
  if (said !== undefined) {
    if (said === null) return { words: 'not known', look: 'maybe' };
    return said ? { words: 'met', look: 'yes' } : { words: 'not met', look: 'no' };
  }
  if (slot !== null && slot.start <= now) return { words: 'under way', look: 'yes' };
  return { words: moves > 0 ? 'moved' : 'booked', look: 'none' };
}
