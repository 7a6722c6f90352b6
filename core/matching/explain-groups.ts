import { explainPairing, type MatchedPairing } from './explain.ts';
import type { MatchingInput } from './ground/input.ts';
import type { Roster } from './ground/roster.ts';
import { isAllowedPair, isAllowedTrio } from './ground/rules.ts';
import { readRoster } from './read-roster.ts';

/**
 * The facts of groups that are given, as `match` would say them.
 * @param groups two or three ids each
 * @returns for each group; null where its members may not meet, have no start in common, or are not all among the people
 */
export function explainGroups(
  input: MatchingInput,
  groups: readonly (readonly string[])[],
): (MatchedPairing | null)[] {
  const read = readRoster(input);
  const numbers = new Map(read.ids.map((id, i) => [id, i]));
  return groups.map((ids) => {
    const members = ids.flatMap((id) => numbers.get(id) ?? []);
    const isWhole = members.length === ids.length && isAllowed(read.roster, members);
    return isWhole ? explainPairing(read, members) : null;
  });
}

function isAllowed(roster: Roster, [a, b, c, ...others]: readonly number[]): boolean {
  if (a === undefined || b === undefined || others.length > 0) return false;
  return c === undefined ? isAllowedPair(roster, a, b) : isAllowedTrio(roster, a, b, c);
}
