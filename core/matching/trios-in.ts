import type { PastPair } from './ground/input.ts';

/** How often somebody was in a trio, and how many rounds ago last (1: the last round). */
export interface TriosOfPerson {
  readonly trios: number;
  readonly lastTrio: number;
}

/** Finds those who were in trios: a trio counts as three meetings, so its members have two partners in one round. */
export function triosIn(history: readonly Pick<PastPair, 'round' | 'a' | 'b'>[]): Map<string, TriosOfPerson> {
  let planned = 0;
  /** By round and person: the one partner seen so far, or null when there were two. */
  const partner = new Map<number, Map<string, string | null>>();
  const found = new Map<string, { trios: number; last: number }>();
  const meet = (round: number, person: string, other: string): void => {
    const ofRound = partner.get(round) ?? new Map<string, string | null>();
    partner.set(round, ofRound);
    const known = ofRound.get(person);
    if (known === undefined) ofRound.set(person, other);
    if (known === undefined || known === null || known === other) return;
    ofRound.set(person, null);
    const before = found.get(person) ?? { trios: 0, last: 0 };
    found.set(person, { trios: before.trios + 1, last: Math.max(before.last, round) });
  };
  for (const { round, a, b } of history) {
    planned = Math.max(planned, round + 1);
    meet(round, a, b);
    meet(round, b, a);
  }
  return new Map(
    [...found].map(([person, { trios, last }]) => [person, { trios, lastTrio: planned - last }]),
  );
}
