import type { Preferences } from '../records/participant.ts';
import { type MemberWeek, startsOf } from './member-week.ts';

/** The length of a meeting of these people in minutes: the scheme's, or the longest that a member asks for. */
export function lengthFor(
  schemeMinutes: number,
  members: readonly { readonly preferences: Preferences | null }[],
): number {
  return Math.max(schemeMinutes, ...members.map(({ preferences }) => preferences?.minutes ?? 0));
}

/** The lengths that meetings among these people can have, in minutes, ascending. */
export function lengthsAmong(
  schemeMinutes: number,
  people: readonly { readonly preferences: Preferences | null }[],
): number[] {
  const lengths = new Set(people.map((person) => lengthFor(schemeMinutes, [person])));
  return [...lengths.add(schemeMinutes)].sort((a, b) => a - b);
}

/**
 * Somebody's possible starts, for the matching engine: a block of bits for each length, empty for lengths that are too short
 * for this person. Two people share a bit exactly when they share a start of a meeting long enough for both.
 * @param lengths as `lengthsAmong` gives them for everybody to be matched
 * @param shortest in minutes: `lengthFor` this person alone
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
