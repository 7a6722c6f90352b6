export interface MatchingPerson {
  readonly id: string;
  /**
   * Bit q (word q >>> 5, bit q & 31) is set when this person could be in a meeting of the scheme's length
   * that starts q quarters of an hour after the start of the meeting week: inside working hours, and free.
   * All people have the same number of words.
   */
  readonly starts: Uint32Array;
  readonly department?: string;
  readonly office?: string;
  /** The id of the manager, who need not be among the people. */
  readonly manager?: string;
  readonly trioVolunteer?: boolean;
  /** How many trios this person has been in. */
  readonly trios?: number;
  /** Rounds since the last trio; 1 = the last round. */
  readonly lastTrio?: number;
}

/** Two people who had a meeting together in a round; a trio counts as three. */
export interface PastPair {
  readonly round: number;
  readonly a: string;
  readonly b: string;
  /** False when the meeting was booked but did not happen: then it does not count. */
  readonly met: boolean;
}

export interface MatchingInput {
  readonly people: readonly MatchingPerson[];
  /** Pairs who may never meet, in either order. Unknown ids are passed over. */
  readonly excluded: readonly (readonly [string, string])[];
  /** Meetings of former rounds. Rows with unknown ids are passed over, but their round counts as past. */
  readonly history: readonly PastPair[];
  /** Decides among equals. */
  readonly seed: number;
  /** False switches the level off: pairs that make no new link between departments cost nothing. True when left out. */
  readonly coverage?: boolean;
  /** By id: the departments of those who take no part this time. Their meetings in the history link departments too. */
  readonly departments?: ReadonlyMap<string, string>;
}

/** The order of ids, which is the same on every machine. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
