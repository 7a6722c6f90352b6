import { isEverythingLinked } from '../ground/links.ts';
import type { Roster } from '../ground/roster.ts';

/** With more departments than this their people are only counted. */
const MOST_DEPARTMENTS = 512;

/**
 * A lower bound of closeness from the sizes of classes: of a class of m people, of whom at most `unplaced` are left out, the n − m
 * others can take in one each, and the rest meet among themselves: (m − unplaced − (n − m)) / 2 pairs
 * at least (a trio never does better). Departments, offices and managers add up.
 */
export function closenessBound(roster: Roster, unplaced: number): number {
  const pairs = (classes: Int32Array): number => {
    const sizes = new Map<number, number>();
    let largest = 0;
    for (const number of classes) {
      if (number < 0) continue;
      const size = (sizes.get(number) ?? 0) + 1;
      sizes.set(number, size);
      if (size > largest) largest = size;
    }
    return Math.max(0, Math.ceil((2 * largest - unplaced - classes.length) / 2));
  };
  return 4 * pairs(roster.manager) + 2 * pairs(roster.department) + pairs(roster.office);
}

/**
 * A lower bound of coverage in plans with so many unplaced and trios. All pairs but those that can make a new link cost 1. Of each trio one
 * of its pairs can be kept so that a matching is left, which loses at most two new links (`mostLost`); and the new links of a
 * matching are at most what departments as large as they are can make with one another in halves (`mostNewLinks`).
 */
export function coverageBound(roster: Roster, unplaced: number, trios: number): number {
  if (roster.linked === null) return 0;
  const pairs = pairsIn(roster.count, unplaced, trios);
  if (isEverythingLinked(roster)) return pairs;
  const lost = trios === 0 ? 0 : trios * mostLost(roster);
  return Math.max(0, pairs - lost - mostNewLinks(roster));
}

/** How many pairs there are in a plan, each trio counted as three. */
export function pairsIn(people: number, unplaced: number, trios: number): number {
  return Math.floor((people - unplaced + 3 * trios) / 2);
}

/** A trio makes one new link more than the pair that is kept of it, or two where each two of some three departments have no link yet. */
function mostLost({ open, departments }: Roster): 1 | 2 {
  if (open === null || departments > MOST_DEPARTMENTS) return 2;
  const sets = open.map((others) => new Set(others));
  const isTriangle = sets.some((ofOne) =>
    [...ofOne].some((other) => open[other]!.some((third) => ofOne.has(third))),
  );
  return isTriangle ? 2 : 1;
}

/** No more pairs than this make a new link when everybody is in one pair at most. */
function mostNewLinks(roster: Roster): number {
  const sizes = new Array<number>(roster.departments).fill(0);
  for (const department of roster.department) if (department >= 0) sizes[department]!++;
  const people = sizes.reduce((sum, size) => sum + size, 0);
  const isCounted = roster.open === null || roster.departments > MOST_DEPARTMENTS;
  return Math.floor((isCounted ? people : largestFlow(roster.open, sizes)) / 2);
}

/**
 * The largest flow from each department's people, as givers, to each department's people, as takers, along open links. Half of
 * it is the most that pairs, in fractions, can use of everybody (two people of one pair give to and take from one another).
 */
function largestFlow(open: readonly (readonly number[])[], sizes: readonly number[]): number {
  const [toGive, toTake] = [[...sizes], [...sizes]];
  const flow = sizes.map(() => new Map<number, number>());
  const add = (giver: number, taker: number, amount: number): void => {
    flow[giver]!.set(taker, (flow[giver]!.get(taker) ?? 0) + amount);
  };
  let sum = 0;
  // Most of it at once, then by augmenting paths.
  open.forEach((takers, giver) => {
    for (const taker of takers) {
      const amount = Math.min(toGive[giver]!, toTake[taker]!);
      add(giver, taker, amount);
      toGive[giver]! -= amount;
      toTake[taker]! -= amount;
      sum += amount;
    }
  });
  for (;;) {
    const reachedFrom = new Map<number, number>();
    const takenFrom = new Map<number, number>();
    const givers = [...toGive.keys()].filter((giver) => toGive[giver]! > 0);
    for (const giver of givers) takenFrom.set(giver, -1);
    let end = -1;
    search: for (const giver of givers) {
      for (const taker of open[giver]!) {
        if (reachedFrom.has(taker)) continue;
        reachedFrom.set(taker, giver);
        if (toTake[taker]! > 0) {
          end = taker;
          break search;
        }
        flow.forEach((given, other) => {
          if (takenFrom.has(other) || (given.get(taker) ?? 0) === 0) return;
          takenFrom.set(other, taker);
          givers.push(other);
        });
      }
    }
    if (end < 0) return sum;
    const path: [number, number][] = [];
    for (let taker = end; taker !== -1; taker = takenFrom.get(reachedFrom.get(taker)!)!) {
      path.push([reachedFrom.get(taker)!, taker]);
    }
    const start = path.at(-1)![0];
    // The other edges of the path are those by which a giver takes back.
    const back = path.slice(0, -1).map(([giver]) => [giver, takenFrom.get(giver)!] as const);
    const amount = Math.min(
      toGive[start]!,
      toTake[end]!,
      ...back.map(([giver, taker]) => flow[giver]!.get(taker)!),
    );
    for (const [giver, taker] of path) add(giver, taker, amount);
    for (const [giver, taker] of back) add(giver, taker, -amount);
    toGive[start]! -= amount;
    toTake[end]! -= amount;
    sum += amount;
  }
}
