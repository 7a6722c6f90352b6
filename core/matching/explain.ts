import { pairsOf } from './ground/groups.ts';
import { byCodeUnits } from './ground/input.ts';
import type { Roster } from './ground/roster.ts';
import {
  countCommonStarts,
  haveCommonStart,
  isExcluded,
  newLink,
  pairCloseness,
  pairCoverage,
  pairRepeats,
  roundsSinceMet,
  shareDepartment,
  shareManager,
  shareOffice,
} from './ground/rules.ts';
import type { ReadRoster } from './read-roster.ts';

type SharedTrait = 'manager' | 'department' | 'office';

export interface MatchedPairing {
  /** Two or three ids, in the order of their code units. */
  readonly members: readonly string[];
  /** The most recent meeting among its pairs; null when no two of them ever met. */
  readonly lastMet: { readonly rounds: number } | null;
  readonly repeats: number;
  readonly closeness: number;
  /** How many of its pairs make no new link between departments; 0 when the level is switched off. */
  readonly coverage: number;
  /** Two departments of its members of which nobody has met yet, in the order of their code units; null: there are none. */
  readonly newLink: readonly [string, string] | null;
  /** What at least two members have in common (the manager: or one manages the other). */
  readonly shared: readonly SharedTrait[];
  /** How many starts (quarters of an hour) suit all members. */
  readonly commonStarts: number;
}

/**
 * `away-all-week`: no start of the week suits this person. `no-common-slot`: some do, but with nobody else's in
 * common. `excluded`: everybody with a common slot is excluded. `better-used-elsewhere`: there are allowed
 * partners, and all of them are needed by others who would otherwise be left out.
 */
export type UnmatchedReason = 'away-all-week' | 'no-common-slot' | 'excluded' | 'better-used-elsewhere';

/** The facts that made a pairing. */
export function explainPairing(
  { roster, ids, departments }: Pick<ReadRoster, 'roster' | 'ids' | 'departments'>,
  members: readonly number[],
): MatchedPairing {
  const pairs = pairsOf(members);
  const ago = pairs.map(([a, b]) => roundsSinceMet(roster, a, b)).filter((rounds) => rounds > 0);
  const linking = pairs.find(([a, b]) => newLink(roster, a, b) >= 0);
  const nameOf = (person: number): string => departments[roster.department[person]!]!;
  const traits: readonly [SharedTrait, typeof shareManager][] = [
    ['manager', shareManager],
    ['department', shareDepartment],
    ['office', shareOffice],
  ];
  return {
    members: members.map((member) => ids[member]!).sort(byCodeUnits),
    lastMet: ago.length === 0 ? null : { rounds: Math.min(...ago) },
    repeats: sum(pairs, ([a, b]) => pairRepeats(roster, a, b)),
    closeness: sum(pairs, ([a, b]) => pairCloseness(roster, a, b)),
    coverage: sum(pairs, ([a, b]) => pairCoverage(roster, a, b)),
    newLink: linking === undefined ? null : inOrder(nameOf(linking[0]), nameOf(linking[1])),
    shared: traits.filter(([, share]) => pairs.some(([a, b]) => share(roster, a, b))).map(([trait]) => trait),
    commonStarts: countCommonStarts(roster, members),
  };
}

function inOrder(one: string, other: string): [string, string] {
  return byCodeUnits(one, other) < 0 ? [one, other] : [other, one];
}

/** Why somebody is left without a meeting, by looking at everybody else. */
export function whyUnplaced(roster: Roster, person: number): UnmatchedReason {
  if (countCommonStarts(roster, [person]) === 0) return 'away-all-week';
  let reason: UnmatchedReason = 'no-common-slot';
  for (let other = 0; other < roster.count; other++) {
    if (other === person || !haveCommonStart(roster, person, other)) continue;
    if (!isExcluded(roster, person, other)) return 'better-used-elsewhere';
    reason = 'excluded';
  }
  return reason;
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
