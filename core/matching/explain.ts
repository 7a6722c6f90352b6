import type { MatchedPairing, SharedTrait, UnplacedReason } from './match.ts';
import { byCodeUnits } from './read-roster.ts';
import type { Roster } from './roster.ts';
import {
  countCommonStarts,
  haveCommonStart,
  isExcluded,
  pairCloseness,
  pairRepeats,
  roundsSinceMet,
  shareDepartment,
  shareManager,
  shareOffice,
} from './rules.ts';

/** The two or three pairs of people of a pairing. */
export function pairsOf(members: readonly number[]): (readonly [number, number])[] {
  return members.flatMap((a, i) => members.slice(i + 1).map((b) => [a, b] as const));
}

/** The facts that made a pairing. */
export function explainPairing(
  roster: Roster,
  ids: readonly string[],
  members: readonly number[],
): MatchedPairing {
  const pairs = pairsOf(members);
  const ago = pairs.map(([a, b]) => roundsSinceMet(roster, a, b)).filter((rounds) => rounds > 0);
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
    shared: traits.filter(([, share]) => pairs.some(([a, b]) => share(roster, a, b))).map(([trait]) => trait),
    commonStarts: countCommonStarts(roster, members),
  };
}

/** Why somebody is left without a meeting, by looking at everybody else. */
export function whyUnplaced(roster: Roster, person: number): UnplacedReason {
  if (countCommonStarts(roster, [person]) === 0) return 'away-all-week';
  let reason: UnplacedReason = 'no-common-slot';
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
