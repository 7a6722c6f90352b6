import {
  type Cost,
  explainGroups,
  match,
  type MatchedPairing,
  type MatchingInput,
  type MatchingResult,
} from '../matching/index.ts';
import type { PersonId } from '../records/person.ts';

/** The ids of two or three people. */
export type Group = readonly PersonId[];

/** Groups that are fixed before people are matched. One whose members may not meet, or have no start in common, is not. */
export interface Fixed {
  /** Meet whatever it costs. */
  readonly always: readonly Group[];
  /** Meet unless more people would then be without a meeting, or more trios made. The last ones give way first. */
  readonly kept: readonly Group[];
  /** Pairs who both wish to meet again. They come after `kept`, and cost nothing wherever they are. */
  readonly wished: readonly Group[];
}

/**
 * Matches people around groups that are fixed before.
 * @returns its `bound` and `optimal` are those of the best result around the groups that stayed
 */
export function matchAround(input: MatchingInput, fixed: Fixed): MatchingResult {
  const { firm, loose } = groupsIn(input, fixed);
  const wishes = new Set(fixed.wished.map(keyOf));
  const open = withoutThose(input, firm);
  const together = (rest: MatchingResult, kept: readonly MatchedPairing[]): MatchingResult => {
    const all = [...firm, ...kept];
    const costly = all.filter(({ members }) => !wishes.has(keyOf(members)));
    return {
      ...rest,
      pairings: [...rest.pairings, ...all].sort((a, b) => (first(a) < first(b) ? -1 : 1)),
      cost: costWith(rest.cost, costly),
      bound: costWith(rest.bound, costly),
    };
  };
  let free: MatchingResult | undefined;
  for (let released = 0; released < loose.length; released = Math.max(1, released * 2)) {
    const kept = loose.slice(0, loose.length - released);
    const rest = match(withoutThose(open, kept));
    const { unplaced } = rest.cost;
    const trios = rest.cost.trios + triosAmong(kept);
    const isBest = unplaced === 0 && trios <= open.people.length % 2;
    if (isBest || isNoWorse({ unplaced, trios }, (free ??= match(open)).cost)) return together(rest, kept);
  }
  return together(free ?? match(open), []);
}

/** The groups that can meet. Nobody is in two of them. */
function groupsIn(input: MatchingInput, { always, kept, wished }: Fixed) {
  const groups = [...always, ...kept, ...wished];
  const taken = new Set<PersonId>();
  const explained = groups.length === 0 ? [] : explainGroups(input, groups);
  const held = explained.map((pairing) => {
    if (pairing === null || pairing.members.some((id) => taken.has(id))) return null;
    for (const id of pairing.members) taken.add(id);
    return pairing;
  });
  const those = (from: number, to?: number) => held.slice(from, to).filter((pairing) => pairing !== null);
  return { firm: those(0, always.length), loose: those(always.length) };
}

function withoutThose(input: MatchingInput, groups: readonly MatchedPairing[]): MatchingInput {
  const gone = new Set(groups.flatMap(({ members }) => members));
  return gone.size === 0 ? input : { ...input, people: input.people.filter(({ id }) => !gone.has(id)) };
}

/** Whether no more people are without a meeting, and no more trios are made. */
function isNoWorse(one: Pick<Cost, 'unplaced' | 'trios'>, free: Cost): boolean {
  if (one.unplaced !== free.unplaced) return one.unplaced < free.unplaced;
  return one.trios <= free.trios;
}

function costWith(cost: Cost, groups: readonly MatchedPairing[]): Cost {
  const sum = (of: (group: MatchedPairing) => number) => groups.reduce((total, one) => total + of(one), 0);
  return {
    unplaced: cost.unplaced,
    trios: cost.trios + triosAmong(groups),
    repeats: cost.repeats + sum(({ repeats }) => repeats),
    closeness: cost.closeness + sum(({ closeness }) => closeness),
    coverage: cost.coverage + sum(({ coverage }) => coverage),
  };
}

function triosAmong(groups: readonly MatchedPairing[]): number {
  return groups.filter(({ members }) => members.length === 3).length;
}

function first({ members }: MatchedPairing): string {
  return members[0] ?? '';
}

/** The same for the same members, in whatever order. */
export function keyOf(members: Group): string {
  return [...members].sort().join();
}
