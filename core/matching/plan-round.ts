import { seededChance } from './chance.ts';
import { type Cost, NO_COST } from './cost.ts';
import { pairsOf } from './explain.ts';
import type { PastRound } from './read-roster.ts';
import type { Roster } from './roster.ts';
import { isAllowedPair, isAllowedTrio, pairCloseness, pairRepeats } from './rules.ts';

/** Who meets whom, by number: every person stands in exactly one group or in `unplaced`. */
export interface RoundPlan {
  /** Two or three people each, ascending. */
  readonly groups: readonly (readonly number[])[];
  readonly unplaced: readonly number[];
  readonly cost: Cost;
  readonly bound: Cost;
  readonly optimal: boolean;
}

export function planRound(roster: Roster, _rounds: readonly PastRound[], seed: number): RoundPlan {
  const order = Int32Array.from({ length: roster.count }, (_, i) => i);
  seededChance(seed).shuffle(order);
  const free = new Set<number>(order);
  const groups: number[][] = [];
  for (const a of order) {
    if (!free.has(a)) continue;
    let best = -1;
    let bestCost = Infinity;
    for (const b of free) {
      if (!isAllowedPair(roster, a, b)) continue;
      const cost = pairRepeats(roster, a, b) * 8 + pairCloseness(roster, a, b);
      if (cost < bestCost) [best, bestCost] = [b, cost];
    }
    if (best < 0) continue;
    free.delete(a);
    free.delete(best);
    groups.push([a, best]);
  }
  for (const c of [...free]) {
    const host = groups.find((group) => group.length === 2 && isAllowedTrio(roster, group[0]!, group[1]!, c));
    if (host === undefined) continue;
    host.push(c);
    free.delete(c);
  }
  for (const group of groups) group.sort((a, b) => a - b);
  const cost = costOf(roster, groups, free.size);
  return { groups, unplaced: [...free].sort((a, b) => a - b), cost, bound: NO_COST, optimal: false };
}

export function costOf(roster: Roster, groups: readonly (readonly number[])[], unplaced: number): Cost {
  let [trios, repeats, closeness] = [0, 0, 0];
  for (const group of groups) {
    if (group.length === 3) trios++;
    for (const [a, b] of pairsOf(group)) {
      repeats += pairRepeats(roster, a, b);
      closeness += pairCloseness(roster, a, b);
    }
  }
  return { unplaced, trios, repeats, closeness };
}
