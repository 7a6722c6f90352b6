/**
 * The people of a round as a struct of arrays: what the engine works on. A person is a number from 0 to
 * `count - 1`; every array is indexed by that number, or by an offset array in the CSR manner
 * (the entries of person `i` stand from `offset[i]` up to, not including, `offset[i + 1]`).
 */
export interface Roster {
  readonly count: number;
  /** Words of 32 quarter hours a person has in `starts`. */
  readonly words: number;
  /** `starts[i * words + w]`: bit b is set when person i could start a meeting in quarter 32·w + b of the week. */
  readonly starts: Uint32Array;
  /** A department's number, or -1: none, which is shared by nobody. Likewise the office. */
  readonly department: Int32Array;
  readonly office: Int32Array;
  /** The manager's number (≥ `count` for a manager who is not in the round), or -1. */
  readonly manager: Int32Array;
  /** Whom each person has met before, once for each partner, and how many rounds ago last (1 = the last round). Symmetric. */
  readonly metOffset: Uint32Array;
  readonly metWith: Int32Array;
  readonly metAgo: Uint16Array;
  /** Who may never meet whom. Symmetric, no self-pairs. */
  readonly excludedOffset: Uint32Array;
  readonly excludedWith: Int32Array;
  /** How little a person should be in a trio again; see `trioReluctance`. */
  readonly reluctance: Uint32Array;
}

/** The meetings that took place in one former round, as pairs of people's numbers. */
export interface PastRound {
  readonly round: number;
  readonly pairs: readonly (readonly [number, number])[];
  /** False when somebody who met in this round is no longer among the people. */
  readonly complete: boolean;
}

/** The longest time since a meeting that is told apart: beyond it the cost of a repeat is 0 anyway. */
export const LONGEST_AGO = 0xffff;

/**
 * How little somebody should be chosen for a trio: having been in one last round weighs more than not having
 * volunteered, and that more than any number of trios so far (counted up to 60).
 */
export function trioReluctance(person: {
  readonly trioVolunteer?: boolean;
  readonly trios?: number;
  readonly lastTrio?: number;
}): number {
  const running = person.lastTrio === 1 ? 1 : 0;
  const unwilling = person.trioVolunteer === true ? 0 : 1;
  return RUNNING * running + UNWILLING * unwilling + Math.min(MOST_TRIOS, Math.max(0, person.trios ?? 0));
}
const MOST_TRIOS = 60;
const UNWILLING = 3 * MOST_TRIOS + 1;
const RUNNING = 4 * UNWILLING;
/** More than the reluctance of any three people together. */
export const MOST_RELUCTANCE = 3 * (RUNNING + UNWILLING + MOST_TRIOS) + 1;
