import { seededChance } from '../ground/chance.ts';
import type { Cost } from '../ground/cost.ts';
import { pairsOf } from '../ground/groups.ts';
import { isEverythingLinked } from '../ground/links.ts';
import type { Roster } from '../ground/roster.ts';
import { pairCloseness, pairCoverage, pairRepeats } from '../ground/rules.ts';
import { closenessBound, coverageBound, pairsIn } from './bound.ts';
import { joinByStart } from './by-start.ts';
import { exchangePartners } from './exchange.ts';
import { pairAsTheyCome } from './first-pass.ts';
import { placeLeftover } from './leftover.ts';
import { linkDepartments } from './link-departments.ts';
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

/** The first pass leaves at most this number of people, or one in this number, where calendars are not sparse. */
const FEW = 64;
const ONE_IN = 512;

/** Plans a round for any number of people in about linear time: README, "Large groups". */
export function planLarge(roster: Roster, seed: number): LargePlan {
  const chance = seededChance(seed);
  const matching: Matching = { roster, mate: new Int32Array(roster.count).fill(-1) };
  linkDepartments(matching, chance);
  const { left: waiting, away, allFresh } = pairAsTheyCome(roster, matching.mate);
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
  // A look at every pair takes as long as the first pass: it is spared when all are known to be fresh.
  const mayCost = !allFresh || unlucky.length > 1 || rest.repaired;
  if (mayCost) exchangePartners(matching, chance);
  const { repeats, closeness } = costOf(matching, trios, mayCost);
  const coverage = coverageOf(matching, trios, pairsIn(roster.count, unplaced.length, trios.length));
  const mustBeUnplaced = away.length + rest.mustBeUnplaced;
  const mustBeTrios = rest.mustBeOver - rest.mustBeUnplaced;
  const bound = {
    unplaced: mustBeUnplaced,
    trios: mustBeTrios,
    repeats: 0,
    closeness: closeness === 0 ? 0 : closenessBound(roster, unplaced.length),
    coverage: coverage === 0 ? 0 : coverageBound(roster, mustBeUnplaced, mustBeTrios),
  };
  const cost = { unplaced: unplaced.length, trios: trios.length, repeats, closeness, coverage };
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

function coverageOf(
  { roster, mate }: Matching,
  trios: readonly (readonly number[])[],
  pairs: number,
): number {
  if (roster.linked === null) return 0;
  if (isEverythingLinked(roster)) return pairs;
  let coverage = 0;
  for (const trio of trios) for (const [a, b] of pairsOf(trio)) coverage += pairCoverage(roster, a, b);
  for (let a = 0; a < roster.count; a++) if (mate[a]! > a) coverage += pairCoverage(roster, a, mate[a]!);
  return coverage;
}
