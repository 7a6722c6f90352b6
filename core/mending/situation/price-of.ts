import { match, triosIn, trioReluctance } from '../../matching/index.ts';
import { closenessOf, meetingsOf, whoNeverMeet } from '../../pairing/match-people.ts';
import type { PairingRecord } from '../../records/pairing.ts';
import type { PersonId } from '../../records/person.ts';
import type { Situation } from './situation.ts';

/**
 * What it costs to have two or three people meet, as the matching engine counts it. `newLink` is null: that nobody of two
 * departments has met is known only where a whole round is planned.
 */
export interface Price extends Pick<PairingRecord, 'lastMet' | 'closeness' | 'newLink'> {
  readonly repeats: number;
}

/** One start that suits everybody: the engine is asked for the price alone, not for a time. */
const anyStart = Uint32Array.of(1);

/**
 * What it costs to have these people meet in the round; null when they may not.
 * @param ids two or three people of the situation
 */
export function priceOf(
  { people, round }: Pick<Situation, 'people' | 'round'>,
  ids: readonly PersonId[],
): Price | null {
  const members = ids.flatMap((id) => people.get(id) ?? []);
  // The engine plans the round after the latest one in the history: this entry makes it the situation's round.
  const lastRound = { round: round.number - 1, a: '', b: '', met: true };
  const { pairings } = match({
    people: members.map((member) => ({ ...closenessOf(member), starts: anyStart })),
    excluded: whoNeverMeet(members),
    history: [...meetingsOf(members), lastRound],
    seed: 0,
  });
  const [pairing] = pairings;
  if (pairing?.members.length !== ids.length) return null;
  const { lastMet, closeness, repeats } = pairing;
  return { lastMet: lastMet?.rounds ?? null, closeness, newLink: null, repeats };
}

/**
 * How little these people should be in a trio, as in a round: it tells apart what costs the same. Less for those who are happy
 * to be a third, then for those who were in fewer trios.
 */
export function reluctanceOf({ people, round }: Situation, ids: readonly PersonId[]): number {
  const members = ids.flatMap((id) => people.get(id) ?? []);
  const trios = triosIn([...meetingsOf(members), { round: round.number - 1, a: '', b: '' }]);
  return members.reduce((sum, { id, preferences }) => {
    const trioVolunteer = preferences?.third === true;
    return sum + trioReluctance({ ...trios.get(id), trioVolunteer });
  }, 0);
}

/** Cheapest first, as in a round: by repeats, then by closeness. */
export function byPrice(
  a: Pick<Price, 'repeats' | 'closeness'>,
  b: Pick<Price, 'repeats' | 'closeness'>,
): number {
  return a.repeats - b.repeats || a.closeness - b.closeness;
}
