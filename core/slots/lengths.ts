import type { Preferences } from '../records/participant.ts';
import { type MemberWeek, startsOf } from './member-week.ts';

/** How long a meeting of these people is, in minutes: the scheme's length, or the longest that one of them asks for. */
export function lengthFor(
  schemeMinutes: number,
  members: readonly { readonly preferences: Preferences | null }[],
): number {
  return Math.max(schemeMinutes, ...members.map(({ preferences }) => preferences?.minutes ?? 0));
}

/** The lengths that meetings among these people can have, ascending: what their weeks are to be worked out for. */
export function lengthsAmong(
  schemeMinutes: number,
  people: readonly { readonly preferences: Preferences | null }[],
): number[] {
  const lengths = new Set(people.map((person) => lengthFor(schemeMinutes, [person])));
  return [...lengths.add(schemeMinutes)].sort((a, b) => a - b);
}

/**
 * Somebody's possible starts as the matching engine wants them: a block of bits for each length, those below what the
 * person asks for left empty. So two people have a bit in common just when they have a start in common for a meeting that
 * is as long as both ask for. With one length it is the starts themselves.
 * @param lengths as `lengthsAmong` gives them for all who are matched
 * @param shortest minutes: `lengthFor` this person alone
 */
export function startsForMatching(
  member: MemberWeek,
  lengths: readonly number[],
  shortest: number,
): Uint32Array {
  const blocks = lengths.map((minutes) => {
    const starts = startsOf(member, minutes);
    return minutes < shortest ? new Uint32Array(starts.length) : starts;
  });
  return Uint32Array.from(blocks.flatMap((block) => [...block]));
}
