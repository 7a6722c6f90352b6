import type { MatchingResult, UnmatchedReason } from '../../core/matching/index.ts';
import type { Gathered } from './gather.ts';

export interface Unplaced {
  readonly id: string;
  readonly reason: UnmatchedReason | 'alone' | 'calendar-unreadable';
}

/** Everybody who is left without a meeting, and why. Somebody is alone who is the only person of the staff directory. */
export function unplacedOf({ employees, unreadable }: Gathered, { unplaced }: MatchingResult): Unplaced[] {
  const alone = employees.size === 1;
  return [
    ...unreadable.map((id) => ({ id, reason: 'calendar-unreadable' as const })),
    ...unplaced.map(({ id, reason }) => ({ id, reason: alone ? ('alone' as const) : reason })),
  ];
}
