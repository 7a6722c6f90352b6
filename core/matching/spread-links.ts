import type { Chance } from './ground/chance.ts';
import { pairsOf } from './ground/groups.ts';
import { linkBetween } from './ground/links.ts';
import type { Roster } from './ground/roster.ts';
import { isAllowedPair, newLink } from './ground/rules.ts';
import { pairWeight } from './ground/weight.ts';

type Groups = readonly (readonly number[])[];

/** How many pairs make a link, where that many can: not everybody who is booked meets. */
const TIMES = 3;
/** The most exchanges tried for one link, and for all links; for all, one more for each person. */
const TRIES = 64;
const ALL_TRIES = 200_000;

/**
 * Makes more of the open links at the same cost: coverage counts every pair that makes a new link, so a best plan may make one
 * link ten times and another not at all. For a link that is made too seldom, somebody of the one department and somebody of the
 * other, drawn at random, become partners, and so do their partners, where no field of the cost changes and no other link is
 * made less often than this one is then. Trios stay as they are.
 */
export function spreadLinks(roster: Roster, groups: Groups, chance: Chance): Groups {
  const { departments, department, open } = roster;
  if (open === null) return groups;
  const mate = new Int32Array(roster.count).fill(-1);
  const people = open.map((): number[] => []);
  /** By link: how many pairs make it. */
  const times = new Uint32Array(departments ** 2);
  /** How often the link of a pair is made; as if always when it makes none. */
  const timesOf = (a: number, b: number): number => times[newLink(roster, a, b)] ?? Infinity;
  const count = (a: number, b: number, change: 1 | -1): void => {
    const link = newLink(roster, a, b);
    if (link >= 0) times[link]! += change;
  };
  for (const group of groups) {
    for (const [a, b] of pairsOf(group)) count(a, b, 1);
    if (group.length === 3) continue;
    const [a, b] = [group[0]!, group[1]!];
    [mate[a], mate[b]] = [b, a];
    for (const person of group) if (department[person]! >= 0) people[department[person]!]!.push(person);
  }

  const join = (a: number, b: number, level: number): boolean => {
    const [c, d] = [mate[a]!, mate[b]!];
    if (timesOf(a, c) <= level + 1 || timesOf(b, d) <= level + 1) return false;
    if (!isAllowedPair(roster, a, b) || !isAllowedPair(roster, c, d)) return false;
    const now = pairWeight(roster, a, c) + pairWeight(roster, b, d);
    if (pairWeight(roster, a, b) + pairWeight(roster, c, d) !== now) return false;
    count(a, c, -1);
    count(b, d, -1);
    count(a, b, 1);
    count(c, d, 1);
    [mate[a], mate[b], mate[c], mate[d]] = [b, a, d, c];
    return true;
  };
  let left = ALL_TRIES + roster.count;
  for (let level = 0; level < TIMES; level++) {
    for (const [one, others] of open.entries()) {
      for (const other of others) {
        if (other < one || times[linkBetween(departments, one, other)]! !== level) continue;
        const [ofOne, ofOther] = [people[one]!, people[other]!];
        for (let tries = Math.min(TRIES, ofOne.length * ofOther.length); tries > 0 && left > 0; tries--) {
          left--;
          const a = ofOne[chance.below(ofOne.length)]!;
          if (join(a, ofOther[chance.below(ofOther.length)]!, level)) break;
        }
      }
    }
  }
  const pairs = [...mate.entries()].filter(([a, b]) => a < b);
  return [...pairs, ...groups.filter((group) => group.length === 3)];
}
