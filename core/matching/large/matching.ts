import type { Roster } from '../ground/roster.ts';

/** A matching of all people that is being improved. Invariant: mate[mate[i]] = i where mate[i] ≥ 0. */
export interface Matching {
  readonly roster: Roster;
  /** By person; -1: nobody yet. */
  readonly mate: Int32Array;
}

export function pairUp({ mate }: Matching, a: number, b: number): void {
  mate[a] = b;
  mate[b] = a;
}
