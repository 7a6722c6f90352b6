import { seededChance } from '../ground/chance.ts';
import type { Cost } from '../ground/cost.ts';
import { pairsOf } from '../ground/groups.ts';
import type { Roster } from '../ground/roster.ts';
import { pairCloseness, pairRepeats } from '../ground/rules.ts';
import { closenessBound } from './bound.ts';
import { joinByStart } from './by-start.ts';
import { exchangePartners } from './exchange.ts';
import { pairAsTheyCome } from './first-pass.ts';
import { placeLeftover } from './leftover.ts';
import type { Matching } from './matching.ts';
import { walkToPartners } from './walk.ts';

export interface LargePlan {
  /** By person; -1 for those in trios and those left. */
  readonly mate: Int32Array;
  readonly trios: readonly (readonly number[])[];
  readonly unplaced: readonly number[];
  readonly cost: Cost;
  /** No plan is better. */
  readonly bound: Cost;
}

/** Up to so many, or one in so many people, are left by the first pass where calendars are not sparse. */
const FEW = 64;
const ONE_IN = 512;

/** Plans a round for any number of people in about linear time: README, "Large groups". */
export function planLarge(roster: Roster, seed: number): LargePlan {
  const chance = seededChance(seed);
  const matching: Matching = { roster, mate: new Int32Array(roster.count).fill(-1) };
  const { left: waiting, away, atNoCost } = pairAsTheyCome(roster, matching.mate);
  // A few find partners fastest by walking; many are left only where calendars are sparse, and walks are long there.
  const few =
    waiting.length > Math.max(FEW, roster.count / ONE_IN) ? joinByStart(matching, waiting, true) : waiting;
  const unlucky = walkToPartners(matching, few, chance, true);
  const left =
    unlucky.length > 1
      ? walkToPartners(matching, joinByStart(matching, unlucky, false), chance, false)
      : unlucky;
  const rest =
    left.length === 0
      ? { trios: [], unplaced: [], mustBeUnplaced: 0, mustBeOver: 0, repaired: false }
      : placeLeftover(matching, left, chance);
  const { trios } = rest;
  const unplaced = [...away, ...rest.unplaced].sort((a, b) => a - b);
  // A look at every pair costs as much as the first pass: it is spared when nothing can be found.
  const mayCost = !atNoCost || unlucky.length > 1 || rest.repaired;
  if (mayCost) exchangePartners(matching, chance);
  const { repeats, closeness } = costOf(matching, trios, mayCost);
  const bound = {
    unplaced: away.length + rest.mustBeUnplaced,
    trios: rest.mustBeOver - rest.mustBeUnplaced,
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
