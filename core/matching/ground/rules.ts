import { repeatCost } from './cost.ts';
import { linkBetween } from './links.ts';
import type { Roster } from './roster.ts';

/** True when some quarter of the week suits both as a start. */
export function haveCommonStart(roster: Roster, a: number, b: number): boolean {
  const { starts, words } = roster;
  let [i, j] = [a * words, b * words];
  const end = i + words;
  // By three words, as a rule a day, at a time.
  for (; i + 2 < end; i += 3, j += 3) {
    const first = starts[i]! & starts[j]!;
    const second = starts[i + 1]! & starts[j + 1]!;
    const third = starts[i + 2]! & starts[j + 2]!;
    if ((first | second | third) !== 0) return true;
  }
  for (; i < end; i++, j++) if ((starts[i]! & starts[j]!) !== 0) return true;
  return false;
}

/** How many quarters of the week suit all members (two or three) as a start. */
export function countCommonStarts(roster: Roster, members: readonly number[]): number {
  const { starts, words } = roster;
  let count = 0;
  for (let w = 0; w < words; w++) {
    let common = -1;
    for (const member of members) common &= starts[member * words + w]!;
    for (; common !== 0; common &= common - 1) count++;
  }
  return count;
}

export function haveCommonStartOfThree(roster: Roster, a: number, b: number, c: number): boolean {
  const { starts, words } = roster;
  const [i, j, k] = [a * words, b * words, c * words];
  for (let w = 0; w < words; w++) {
    if ((starts[i + w]! & starts[j + w]! & starts[k + w]!) !== 0) return true;
  }
  return false;
}

export function isExcluded(roster: Roster, a: number, b: number): boolean {
  const { excludedOffset, excludedWith } = roster;
  for (let i = excludedOffset[a]!, end = excludedOffset[a + 1]!; i < end; i++) {
    if (excludedWith[i] === b) return true;
  }
  return false;
}

/** The hard rules for a pair: neither excluded the other, and there is a slot for both. */
export function isAllowedPair(roster: Roster, a: number, b: number): boolean {
  return a !== b && !isExcluded(roster, a, b) && haveCommonStart(roster, a, b);
}

/** The hard rules for a trio: all three pairs allowed, and one slot for all three. */
export function isAllowedTrio(roster: Roster, a: number, b: number, c: number): boolean {
  return (
    isAllowedPair(roster, a, b) &&
    isAllowedPair(roster, a, c) &&
    isAllowedPair(roster, b, c) &&
    haveCommonStartOfThree(roster, a, b, c)
  );
}

/** How many rounds ago the two last met; 0: never. */
export function roundsSinceMet(roster: Roster, a: number, b: number): number {
  const { metOffset, metWith, metAgo } = roster;
  for (let i = metOffset[a]!, end = metOffset[a + 1]!; i < end; i++) {
    if (metWith[i] === b) return metAgo[i]!;
  }
  return 0;
}

export function pairRepeats(roster: Roster, a: number, b: number): number {
  const ago = roundsSinceMet(roster, a, b);
  return ago === 0 ? 0 : repeatCost(ago);
}

export function shareManager(roster: Roster, a: number, b: number): boolean {
  const [ofA, ofB] = [roster.manager[a]!, roster.manager[b]!];
  return (ofA >= 0 && ofA === ofB) || ofA === b || ofB === a;
}

export function shareDepartment(roster: Roster, a: number, b: number): boolean {
  return roster.department[a]! >= 0 && roster.department[a] === roster.department[b];
}

export function shareOffice(roster: Roster, a: number, b: number): boolean {
  return roster.office[a]! >= 0 && roster.office[a] === roster.office[b];
}

/** 4 for a manager in common or one managing the other, 2 for the department, 1 for the office: 0 to 7. */
export function pairCloseness(roster: Roster, a: number, b: number): number {
  return (
    (shareManager(roster, a, b) ? 4 : 0) +
    (shareDepartment(roster, a, b) ? 2 : 0) +
    (shareOffice(roster, a, b) ? 1 : 0)
  );
}

/** The link between the departments of two people of which nobody has met, by `linkBetween`; -1 when they make none. */
export function newLink({ department, departments, linked }: Roster, a: number, b: number): number {
  const link = linkBetween(departments, department[a]!, department[b]!);
  return link < 0 || linked === null || linked.has(link) ? -1 : link;
}

/** 1 unless the two make a new link between departments; 0 for all when new links do not matter. */
export function pairCoverage(roster: Roster, a: number, b: number): number {
  return roster.linked === null || newLink(roster, a, b) >= 0 ? 0 : 1;
}
