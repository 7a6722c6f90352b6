/** An interval of time in epoch milliseconds, from `start` up to but not including `end`. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** In milliseconds. */
export const minute = 60_000;
/** In milliseconds. */
export const hour = 60 * minute;
/** A quarter of an hour in milliseconds. Slots start on quarters, in UTC. */
export const quarter = 15 * minute;
