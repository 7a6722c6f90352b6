import type { Preferences } from '../records/profile.ts';
import type { Slot } from '../time/slot.ts';

interface WithWish {
  readonly preferences: Preferences | null;
}

/**
 * The length in minutes that all of these people wish for: the shortest of their wishes, and at least the scheme's. One
 * member's wish alone makes no meeting longer.
 */
export function lengthFor(schemeMinutes: number, members: readonly WithWish[]): number {
  const wishes = members.map(({ preferences }) => preferences?.minutes ?? schemeMinutes);
  return Math.max(schemeMinutes, Math.min(...wishes));
}

/** The lengths that meetings among these people can have, in minutes, ascending. */
export function lengthsAmong(schemeMinutes: number, people: readonly WithWish[]): number[] {
  const lengths = new Set(people.map((person) => lengthFor(schemeMinutes, [person])));
  return [...lengths.add(schemeMinutes)].sort((a, b) => a - b);
}

/**
 * The length of a meeting and its slots: as long as all members wish, or, where no such slot is free, of the scheme's length.
 * So nobody is left out because of a wish.
 * @param rank gives the slots of a length in minutes, best first
 */
export function longestSlots(
  schemeMinutes: number,
  members: readonly WithWish[],
  rank: (minutes: number) => Slot[],
): { readonly minutes: number; readonly slots: Slot[] } {
  const minutes = lengthFor(schemeMinutes, members);
  const slots = rank(minutes);
  return slots.length > 0 || minutes === schemeMinutes
    ? { minutes, slots }
    : { minutes: schemeMinutes, slots: rank(schemeMinutes) };
}
