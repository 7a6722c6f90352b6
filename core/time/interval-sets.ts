import type { Interval } from './interval.ts';

/** The time within any of the intervals. @returns ascending, with gaps between them; without empty and negative intervals */
export function union(intervals: Iterable<Interval>): Interval[] {
  const sorted = [...intervals].filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start);
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of sorted) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** The time of `from` that is not in `taken`. Arguments and result are as `union` gives them. */
export function subtract(from: readonly Interval[], taken: readonly Interval[]): Interval[] {
  const left: Interval[] = [];
  let t = 0;
  for (const { start, end } of from) {
    let at = start;
    for (let hole = taken[t]; hole && hole.start < end; hole = taken[t]) {
      if (at < hole.start) left.push({ start: at, end: hole.start });
      at = Math.max(at, hole.end);
      // A hole that ends after this interval may overlap the next one too.
      if (hole.end > end) break;
      t += 1;
    }
    if (at < end) left.push({ start: at, end });
  }
  return left;
}
