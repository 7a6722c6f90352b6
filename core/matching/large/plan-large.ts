import { seededChance } from '../chance.ts';
import type { Cost } from '../cost.ts';
import { canPlaceItself } from '../exact/plan-exactly.ts';
import { pairsOf } from '../explain.ts';
import type { Roster } from '../roster.ts';
import { pairCloseness, pairRepeats } from '../rules.ts';
import { closenessBound } from './bound.ts';
import { exchangePartners } from './exchange.ts';
import { pairAsTheyCome } from './first-pass.ts';
import { islandsOf } from './islands.ts';
import type { Matching } from './matching.ts';
import { type FailedTree, maximise } from './maximum.ts';
import { rescueByTrios } from './rescue.ts';
import { walkToPartners } from './walk.ts';

/** A component with more people than this is taken to hold a trio that places it. */
const CHECKED_UP_TO = 400;

export interface LargePlan {
  /** By person; -1 for those in trios and those left. */
  readonly mate: Int32Array;
  readonly trios: readonly (readonly number[])[];
  readonly unplaced: readonly number[];
  readonly cost: Cost;
  /** No plan is better. */
  readonly bound: Cost;
}

/** Plans a round for any number of people in about linear time: README, "Large groups". */
export function planLarge(roster: Roster, seed: number): LargePlan {
  const chance = seededChance(seed);
  const order = Int32Array.from({ length: roster.count }, (_, i) => i);
  chance.shuffle(order);
  const matching: Matching = { roster, mate: new Int32Array(roster.count).fill(-1) };
  const { left: waiting, away, atNoCost } = pairAsTheyCome(roster, order, matching.mate);
  const unlucky = walkToPartners(matching, waiting, chance, true);
  let left = unlucky.length > 1 ? walkToPartners(matching, unlucky, chance, false) : unlucky;
  // With one left at most, no matching is larger; else the islands may say so; else the search does.
  let short = { unplaced: away.length, total: away.length + left.length };
  if (left.length > 1) {
    const { sizes } = islandsOf(roster);
    const odd = sizes.filter((size) => size % 2 === 1).length;
    const alone = sizes.filter((size) => size === 1).length;
    if (odd === left.length) short = { unplaced: away.length + alone, total: away.length + odd };
    else {
      const failed = maximise(matching, left);
      left = left.filter((person) => matching.mate[person] === -1);
      const stranded = failed.map((tree) => strandedIn(roster, tree)).reduce((a, b) => a + b, 0);
      short = { unplaced: away.length + stranded, total: away.length + left.length };
    }
  }
  // A look at every pair costs as much as the first pass: it is spared when nothing can be found.
  const mayCost = !atNoCost || unlucky.length > 1;
  if (mayCost) exchangePartners(matching, chance);
  const { trios, left: stranded } = rescueByTrios(matching, left, chance);
  for (const trio of trios) for (const person of trio) matching.mate[person] = -1;
  const unplaced = [...away, ...stranded].sort((a, b) => a - b);
  const { repeats, closeness } = costOf(matching, trios, mayCost);
  const bound = {
    unplaced: short.unplaced,
    trios: short.total - short.unplaced,
    repeats: 0,
    closeness: closeness === 0 ? 0 : closenessBound(roster, unplaced.length),
  };
  const cost = { unplaced: unplaced.length, trios: trios.length, repeats, closeness };
  return { mate: matching.mate, trios, unplaced, cost, bound };
}

function costOf(
  { roster, mate }: Matching,
  trios: readonly (readonly number[])[],
  mayCost: boolean,
): { repeats: number; closeness: number } {
  const sum = { repeats: 0, closeness: 0 };
  const add = (a: number, b: number): void => {
    sum.repeats += pairRepeats(roster, a, b);
    sum.closeness += pairCloseness(roster, a, b);
  };
  for (const trio of trios) for (const [a, b] of pairsOf(trio)) add(a, b);
  if (mayCost) for (let a = 0; a < roster.count; a++) if (mate[a]! > a) add(a, mate[a]!);
  return sum;
}

/** How many components of a failed tree have neither a separator nor a trio to place them, at least. */
function strandedIn(roster: Roster, { components, separators }: FailedTree): number {
  const stuck = components.filter(
    (people) => people.length < 3 || (people.length <= CHECKED_UP_TO && !canPlaceItself(roster, people)),
  );
  return Math.max(0, stuck.length - separators.length);
}
