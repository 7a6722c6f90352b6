import type { Chance } from '../ground/chance.ts';
import { canPlaceItself, planExactly } from '../exact/plan-exactly.ts';
import { islandsOf } from './islands.ts';
import { type Matching, pairUp } from './matching.ts';
import { type FailedTree, maximise } from './maximum.ts';
import { rescueByTrios } from './rescue.ts';

/** So many people that stand in failed trees are planned exactly, trios and all. */
const REPLANNED_UP_TO = 1200;
/** A component with more people than this is taken to hold a trio that places it. */
const CHECKED_UP_TO = 400;

/** What becomes of those whom no walk could pair. People in trios have no mate. */
export interface Leftover {
  readonly trios: readonly (readonly number[])[];
  readonly unplaced: readonly number[];
  /** The fewest of these people who are unplaced in any plan, and the fewest who are unplaced or the third in a trio. */
  readonly mustBeUnplaced: number;
  readonly mustBeOver: number;
  /** New pairs were made, which may be repeats or close. */
  readonly repaired: boolean;
}

/**
 * Places those who are left, by a proof that no more pairs are possible and by trios. Nearly always there is one
 * person over, or one in every island; else a search for augmenting paths decides, and where it fails the people it
 * has reached, and only they, are planned anew by the exact solver.
 */
export function placeLeftover(matching: Matching, left: readonly number[], chance: Chance): Leftover {
  const alone = left.length > 1 ? aloneOnOddIslands(matching, left.length) : 0;
  if (alone !== null) {
    const rescued = rescueByTrios(matching, left, chance);
    if (rescued.left.length === alone) {
      endPairs(matching, rescued.trios);
      return {
        trios: rescued.trios,
        unplaced: rescued.left,
        mustBeUnplaced: alone,
        mustBeOver: left.length,
        repaired: false,
      };
    }
  }
  const failed = maximise(matching, left);
  const over = left.filter((person) => matching.mate[person] === -1);
  const reached = failed.flatMap(({ components, separators }) => [...components.flat(), ...separators]);
  return reached.length <= REPLANNED_UP_TO
    ? planReached(matching, Int32Array.from(reached), chance, over.length)
    : rescueReached(matching, failed, over, chance);
}

/** When every island of odd size leaves one person over and nobody else is: how many have an island to themselves. */
function aloneOnOddIslands({ roster }: Matching, left: number): number | null {
  const { sizes } = islandsOf(roster);
  return sizes.filter((size) => size % 2 === 1).length === left
    ? sizes.filter((size) => size === 1).length
    : null;
}

function endPairs({ mate }: Matching, trios: readonly (readonly number[])[]): void {
  for (const trio of trios) for (const person of trio) mate[person] = -1;
}

/** The failed trees hold every trio and every unplaced person of a best plan. They can be planned by themselves. */
function planReached(matching: Matching, reached: Int32Array, chance: Chance, over: number): Leftover {
  const unplaced = new Set(reached);
  const trios: (readonly number[])[] = [];
  for (const person of reached) matching.mate[person] = -1;
  for (const group of planExactly(matching.roster, reached, chance.below(2 ** 32))) {
    for (const person of group) unplaced.delete(person);
    if (group.length === 3) trios.push(group);
    else pairUp(matching, group[0]!, group[1]!);
  }
  return { trios, unplaced: [...unplaced], mustBeUnplaced: unplaced.size, mustBeOver: over, repaired: true };
}

function rescueReached(
  matching: Matching,
  failed: readonly FailedTree[],
  over: readonly number[],
  chance: Chance,
): Leftover {
  const { trios, left } = rescueByTrios(matching, over, chance);
  endPairs(matching, trios);
  let mustBeUnplaced = 0;
  for (const { components, separators } of failed) {
    const stuck = components.filter(
      (people) =>
        people.length < 3 || (people.length <= CHECKED_UP_TO && !canPlaceItself(matching.roster, people)),
    );
    mustBeUnplaced += Math.max(0, stuck.length - separators.length);
  }
  return { trios, unplaced: left, mustBeUnplaced, mustBeOver: over.length, repaired: true };
}
