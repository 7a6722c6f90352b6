import { minute, type Interval } from './interval.ts';

/** Everything but free, and working elsewhere. */
const taken = /[^04]+/g;

/**
 * When somebody is taken, from Graph's `availabilityView`: one character for every `minutes` from `start` (an instant)
 * on. 0 is free and 4 working elsewhere; tentative, busy, out of office and any character not known count as taken.
 * @returns ascending, with room between them
 */
export function busyInView(view: string, minutes: number, start: number): Interval[] {
  const length = minutes * minute;
  return Array.from(view.matchAll(taken), ({ index, 0: run }) => ({
    start: start + index * length,
    end: start + (index + run.length) * length,
  }));
}
