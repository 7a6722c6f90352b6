import type { Roster } from '../ground/roster.ts';
import { WaitingRoom } from './waiting-room.ts';

export interface FirstPass {
  readonly left: readonly number[];
  /** Those without any start. */
  readonly away: readonly number[];
  /** All pairs made are fresh: they cost neither repeats nor closeness. */
  readonly allFresh: boolean;
}

/**
 * Pairs people as they come, in the order of their numbers, which is one drawn at random. Fills `mate` (by person, -1: nobody), where people may have a partner already, and
 * returns those who are left, and those who have no start at all. Linear: everybody looks at one or two of those waiting, 64 at
 * most; and memory is read from beginning to end: people who wait have come just before and are still in the processor's cache.
 */
export function pairAsTheyCome(roster: Roster, mate: Int32Array): FirstPass {
  const room = new WaitingRoom(roster, mate);
  const away: number[] = [];
  for (let person = 0; person < roster.count; person++) {
    if (mate[person] === -1 && !room.enter(person)) away.push(person);
  }
  return { ...room.close(), away };
}
