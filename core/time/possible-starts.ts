import { subtract, union } from './interval-sets.ts';
import { minute, quarter, type Interval } from './interval.ts';

/**
 * When a meeting of `minutes` could start: bit q (word `q >>> 5`, bit `q & 31`) is set when the meeting that starts q
 * quarters of an hour after the week lies wholly inside the week and inside working time, and outside all busy time.
 * Everybody's answer for the same week has the same number of words.
 *
 * @param minutes a multiple of 5, at most 240
 * @param working, busy in any order; they may overlap, and are taken exactly, not rounded to quarters
 */
export function possibleStarts(
  week: Interval,
  minutes: number,
  working: readonly Interval[],
  busy: readonly Interval[],
): Uint32Array {
  if (!(minutes > 0 && minutes <= 240 && minutes % 5 === 0)) {
    throw new RangeError(`a meeting of ${minutes} minutes; expected a multiple of 5, at most 240`);
  }
  const length = minutes * minute;
  const starts = new Uint32Array(Math.ceil((week.end - week.start) / quarter / 32));
  for (const free of subtract(union(working), union(busy))) {
    const first = Math.ceil((Math.max(free.start, week.start) - week.start) / quarter);
    const last = Math.floor((Math.min(free.end, week.end) - length - week.start) / quarter);
    for (let q = first; q <= last; q += 1) starts[q >>> 5] = (starts[q >>> 5] ?? 0) | (1 << (q & 31));
  }
  return starts;
}
