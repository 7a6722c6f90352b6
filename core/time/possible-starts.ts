import { subtract, union } from './interval-sets.ts';
import { minute, quarter, type Interval } from './interval.ts';

/**
 * When a meeting could start. Bit q (word `q >>> 5`, bit `q & 31`) is for the meeting that starts q quarters of an hour after
 * the start of the week. It is set when the whole meeting is inside the week, inside working time and outside busy time.
 * @param minutes a multiple of 5, at most 240
 * @param working in any order; intervals may overlap, and are not rounded to quarters
 * @param busy likewise
 * @returns the same number of words for everybody in the same week
 * @throws RangeError for other lengths
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
