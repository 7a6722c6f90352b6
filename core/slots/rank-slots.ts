import { quarter, type Interval } from '../availability/interval.ts';
import type { Slot } from '../rounds/plan.ts';

const halfDay = 12 * 60 * 60_000;
/** A pairing keeps at most so many slots to fall back on. */
const kept = 5;

/**
 * The slots that are free for every member, ranked: one from each half-day (UTC), the one nearest the middle of what
 * that half-day offers, so that a fallback is not spoilt by the same meeting as the first choice.
 *
 * @param starts the members' possible starts, one bit a quarter of an hour from the start of the week
 * @param turn which half-day comes first: dealing the pairings out by turns spreads a scheme over the week
 * @returns at most five; none when the members have no start in common
 */
export function rankSlots(
  week: Interval,
  minutes: number,
  starts: readonly Uint32Array[],
  turn: number,
): Slot[] {
  const byHalfDay = Map.groupBy(commonStarts(week, starts), (start) => Math.floor(start / halfDay));
  const choices = [...byHalfDay.values()].flatMap((free) => free[Math.floor(free.length / 2)] ?? []);
  const first = choices.length === 0 ? 0 : turn % choices.length;
  return [...choices.slice(first), ...choices.slice(0, first)].slice(0, kept).map((start) => ({
    start: new Date(start).toISOString(),
    end: new Date(start + minutes * 60_000).toISOString(),
  }));
}

/** Epoch milliseconds, ascending. */
function commonStarts(week: Interval, [first, ...others]: readonly Uint32Array[]): number[] {
  if (first === undefined) return [];
  const common: number[] = [];
  first.forEach((word, w) => {
    let bits = others.reduce((left, other) => left & (other[w] ?? 0), word);
    for (; bits !== 0; bits &= bits - 1) {
      const bit = 31 - Math.clz32(bits & -bits);
      common.push(week.start + (w * 32 + bit) * quarter);
    }
  });
  return common;
}
