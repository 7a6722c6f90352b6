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
  /** Departments are numbered from 0 up to, not including, this. */
  readonly departments: number;
  /** The pairs of departments of which some two people have met (`linkBetween`); null: new links do not matter. */
  readonly linked: ReadonlySet<number> | null;
  /** By department: those with which it has no link yet; see `openLinks`. */
  readonly open: readonly (readonly number[])[] | null;
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
  return weigh(running, unwilling, Math.max(0, person.trios ?? 0), MOST_TRIOS);
}

/** The same reluctance with the number of trios counted up to `most` only (0 to 60). */
export function coarserReluctance(reluctance: number, most: number): number {
  const [unwillingWeight, runningWeight] = weights(MOST_TRIOS);
  const others = reluctance % runningWeight;
  const running = Math.floor(reluctance / runningWeight);
  return weigh(running, Math.floor(others / unwillingWeight), others % unwillingWeight, most);
}

/** The number of trios is counted up to this. */
export const MOST_TRIOS = 60;
/** More than the reluctance of any three people together. */
export const MOST_RELUCTANCE = mostReluctance(MOST_TRIOS);

/** More than the reluctance of any three people together when trios are counted up to `most`. */
export function mostReluctance(most: number): number {
  return 3 * weigh(1, 1, most, most) + 1;
}

function weigh(running: number, unwilling: number, trios: number, most: number): number {
  const [unwillingWeight, runningWeight] = weights(most);
  return runningWeight * running + unwillingWeight * unwilling + Math.min(most, trios);
}

/** Each more than three people can have of what comes after it: of not volunteering, and of a trio last round. */
function weights(most: number): readonly [number, number] {
  return [3 * most + 1, 4 * (3 * most + 1)];
}
