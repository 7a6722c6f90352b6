import { repeatCost } from '../ground/cost.ts';
import { coarserReluctance, MOST_TRIOS, mostReluctance, type Roster } from '../ground/roster.ts';
import { haveCommonStartOfThree, isAllowedPair, pairCloseness, pairCoverage } from '../ground/rules.ts';

/** What every pair and trio of a small group costs, under numbers of its own: vertex v is `people[v]`. */
export interface PairTable {
  readonly size: number;
  readonly people: Int32Array;
  /**
   * size × size: twice `repeats · R + closeness · C + coverage · V`, so weighted that repeats outrank any closeness, closeness
   * any coverage, and coverage any reluctance to be in a trio; Infinity where the hard rules forbid the pair. Twice, for the solver wants even numbers.
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
  // Each trio has three pairs.
  const pairs = Math.floor((size + 3 * mostTrios) / 2);
  const triosCounted = finestReluctance(pairs, mostTrios);
  const coverageUnit = 2 * (triosCounted < 0 ? 1 : mostTrios * mostReluctance(triosCounted) + 1);
  const closenessUnit = coverageUnit * (pairs + 1);
  const repeatUnit = closenessUnit * (7 * pairs + 1);
  const weight = new Float64Array(size * size).fill(Infinity);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < a; b++) {
      if (!isAllowedPair(roster, people[a]!, people[b]!)) continue;
      const cost =
        closenessUnit * pairCloseness(roster, people[a]!, people[b]!) +
        coverageUnit * pairCoverage(roster, people[a]!, people[b]!);
      weight[a * size + b] = cost;
      weight[b * size + a] = cost;
    }
  }
  const vertexOf = new Int32Array(roster.count).fill(-1);
  people.forEach((person, v) => (vertexOf[person] = v));
  const { metOffset, metWith, metAgo } = roster;
  people.forEach((person, a) => {
    for (let i = metOffset[person]!; i < metOffset[person + 1]!; i++) {
      const b = vertexOf[metWith[i]!]!;
      if (b >= 0) weight[a * size + b]! += repeatUnit * repeatCost(metAgo[i]!);
    }
  });
  const reluctance = Float64Array.from(people, (person) =>
    triosCounted < 0 ? 0 : 2 * coarserReluctance(roster.reluctance[person]!, triosCounted),
  );
  const trio = (a: number, b: number, c: number): number => {
    const pairs = weight[a * size + b]! + weight[a * size + c]! + weight[b * size + c]!;
    if (pairs === Infinity || !haveCommonStartOfThree(roster, people[a]!, people[b]!, people[c]!)) {
      return Infinity;
    }
    return pairs + reluctance[a]! + reluctance[b]! + reluctance[c]!;
  };
  return { size, people, weight, trio, reluctance };
}

/**
 * Up to which number of trios somebody was in reluctance can be told apart (`mostReluctance`) so that twice what the dearest plan
 * costs is still a safe integer, all of its pairs having met in the last round and sharing everything. With up to 13 trios
 * of 400 people all 60 can. Below 0: there is no room for reluctance at all.
 */
function finestReluctance(pairs: number, mostTrios: number): number {
  const room = Number.MAX_SAFE_INTEGER / (4 * (pairs + 1) * (7 * pairs + 1) * (1000 * pairs + 1));
  let most = MOST_TRIOS;
  while (most >= 0 && mostTrios * mostReluctance(most) + 1 > room) most--;
  return most;
}
