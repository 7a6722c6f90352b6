/** A stretch of time as instants, milliseconds since 1970 in UTC; `start` is inside, `end` is not. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

export const minute = 60_000;
/** The grid that slots start on, in milliseconds. */
export const quarter = 15 * minute;
