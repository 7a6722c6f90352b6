import { match, type PastPair } from '../../core/matching/index.ts';

export interface OddGroupRow {
  readonly people: number;
  /** The number of rounds without a repeat, counted from the first: the smallest and the largest of all seasons. */
  readonly fewest: number;
  readonly most: number;
  /** n(n − 1) / (n + 3): a round with a trio uses (n + 3) / 2 of the n(n − 1) / 2 pairs. */
  readonly countingBound: number;
}

/** How many rounds odd groups with fixed members can go on without a repeat, beside the bound. */
export function oddGroups(groups: readonly number[], times: number): OddGroupRow[] {
  return groups.map((people) => {
    const rounds = Array.from({ length: times }, (_, season) => roundsWithoutRepeat(people, season));
    return {
      people,
      fewest: Math.min(...rounds),
      most: Math.max(...rounds),
      countingBound: (people * (people - 1)) / (people + 3),
    };
  });
}

function roundsWithoutRepeat(count: number, season: number): number {
  const people = Array.from({ length: count }, (_, i) => ({ id: `p${i}`, starts: new Uint32Array([1]) }));
  const history: PastPair[] = [];
  for (let round = 1; ; round++) {
    const { pairings, cost } = match({ people, excluded: [], history, seed: 1000 * season + round });
    if (cost.repeats > 0) return round - 1;
    for (const { members } of pairings) {
      for (const a of members) for (const b of members) if (a < b) history.push({ round, a, b, met: true });
    }
  }
}
