import { repeatCost } from '../ground/cost.ts';
import { MOST_RELUCTANCE, type Roster } from '../ground/roster.ts';
import { haveCommonStart, haveCommonStartOfThree, pairCloseness } from '../ground/rules.ts';

/** What every pair and trio of a small group costs, under numbers of its own: vertex v is `people[v]`. */
export interface PairTable {
  readonly size: number;
  readonly people: Int32Array;
  /**
   * size × size: twice `repeats · R + closeness · C`, so weighted that repeats outrank any closeness, and closeness any
   * reluctance to be in a trio; Infinity where the hard rules forbid the pair. Twice, for the solver wants even numbers.
   */
  readonly weight: Float64Array;
  /** What three people cost as a trio, in the same units; Infinity where the hard rules forbid it. */
  readonly trio: (a: number, b: number, c: number) => number;
  /** Twice the reluctance of a vertex to be in a trio. */
  readonly reluctance: Float64Array;
}

/** `mostTrios` is an upper bound of the number of trios in a plan. */
export function pairTable(roster: Roster, people: Int32Array, mostTrios: number): PairTable {
  const size = people.length;
  const closenessUnit = 2 * (mostTrios * MOST_RELUCTANCE + 1);
  // A plan has at most size / 2 pairs and three for a trio: fewer than `size` in all cases.
  const repeatUnit = closenessUnit * (7 * size + 1);
  const weight = new Float64Array(size * size).fill(Infinity);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < a; b++) {
      if (!haveCommonStart(roster, people[a]!, people[b]!)) continue;
      const cost = closenessUnit * pairCloseness(roster, people[a]!, people[b]!);
      weight[a * size + b] = cost;
      weight[b * size + a] = cost;
    }
  }
  const vertexOf = new Int32Array(roster.count).fill(-1);
  people.forEach((person, v) => (vertexOf[person] = v));
  const { metOffset, metWith, metAgo, excludedOffset, excludedWith } = roster;
  people.forEach((person, a) => {
    for (let i = metOffset[person]!; i < metOffset[person + 1]!; i++) {
      const b = vertexOf[metWith[i]!]!;
      if (b >= 0) weight[a * size + b]! += repeatUnit * repeatCost(metAgo[i]!);
    }
    for (let i = excludedOffset[person]!; i < excludedOffset[person + 1]!; i++) {
      const b = vertexOf[excludedWith[i]!]!;
      if (b >= 0) weight[a * size + b] = Infinity;
    }
  });
  const reluctance = Float64Array.from(people, (person) => 2 * roster.reluctance[person]!);
  const trio = (a: number, b: number, c: number): number => {
    const pairs = weight[a * size + b]! + weight[a * size + c]! + weight[b * size + c]!;
    if (pairs === Infinity || !haveCommonStartOfThree(roster, people[a]!, people[b]!, people[c]!)) {
      return Infinity;
    }
    return pairs + reluctance[a]! + reluctance[b]! + reluctance[c]!;
  };
  return { size, people, weight, trio, reluctance };
}
