import { union } from './interval-sets.ts';
import { minute, type Interval } from './interval.ts';

/** Free, and working elsewhere. */
const open = new Set(['0', '4']);

/**
 * When somebody is taken, from Graph's `availabilityView`: one character for every `minutes` from `start` (an instant)
 * on. 0 is free and 4 working elsewhere; tentative, busy, out of office and any character not known count as taken.
 */
export function busyInView(view: string, minutes: number, start: number): Interval[] {
  const length = minutes * minute;
  const taken = Array.from(view, String).flatMap((character, index) =>
    open.has(character) ? [] : [{ start: start + index * length, end: start + (index + 1) * length }],
  );
  return union(taken);
}
