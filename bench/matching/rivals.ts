import edmondsBlossom from 'edmonds-blossom';
import { seededChance } from '../../core/matching/ground/chance.ts';
import type { Roster } from '../../core/matching/ground/roster.ts';
import {
  isAllowedPair,
  pairCloseness,
  pairRepeats,
  roundsSinceMet,
} from '../../core/matching/ground/rules.ts';

/** Everybody's partner; -1 for nobody. */
export type Mate = Int32Array;

/** The method of Microsoft's Icebreaker: shuffle, then pair neighbours, whoever they are. */
export function shuffled(count: number, seed: number): Mate {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  seededChance(seed).shuffle(order);
  const mate = new Int32Array(count).fill(-1);
  for (let i = 0; i + 1 < count; i += 2) {
    mate[order[i]!] = order[i + 1]!;
    mate[order[i + 1]!] = order[i]!;
  }
  return mate;
}

/**
 * The usual method: shuffle, then pair each person with the first whom they have not met, or with the first if there
 * is none.
 */
export function preferNew(roster: Roster, seed: number): Mate {
  const { count } = roster;
  const order = Int32Array.from({ length: count }, (_, i) => i);
  seededChance(seed).shuffle(order);
  const mate = new Int32Array(count).fill(-1);
  const next = Int32Array.from({ length: count + 1 }, (_, i) => i + 1);
  for (let at = 0; at < count; at++) {
    const a = order[at]!;
    if (mate[a] !== -1) continue;
    // The chain of places from `at` on contains only free ones.
    let [before, place] = [at, next[at]!];
    while (place < count && roundsSinceMet(roster, a, order[place]!) > 0)
      [before, place] = [place, next[place]!];
    if (place >= count) [before, place] = [at, next[at]!];
    if (place >= count) break;
    const b = order[place]!;
    next[before] = next[place]!;
    mate[a] = b;
    mate[b] = a;
    const following = next[at]!;
    if (at > 0) next[at - 1] = following;
  }
  return mate;
}

/** The npm package: the cheapest of the largest matchings. An infinite cost forbids a pair. */
export function byEdmondsBlossom(count: number, cost: (a: number, b: number) => number): Mate {
  const edges: [number, number, number][] = [];
  let dearest = 0;
  for (let a = 0; a < count; a++) {
    for (let b = 0; b < a; b++) {
      const price = cost(a, b);
      if (price === Infinity) continue;
      edges.push([a, b, price]);
      dearest = Math.max(dearest, price);
    }
  }
  const mate = edmondsBlossom(
    edges.map(([a, b, price]) => [a, b, dearest + 1 - price] as const),
    true,
  );
  return Int32Array.from({ length: count }, (_, a) => mate[a] ?? -1);
}

export interface Figures {
  readonly unplaced: number;
  /** Pairs that break a hard rule because they have no time in common. */
  readonly impossible: number;
  readonly repeats: number;
  readonly closeness: number;
}

export function figuresOf(roster: Roster, mate: Mate): Figures {
  const sum = { unplaced: 0, impossible: 0, repeats: 0, closeness: 0 };
  mate.forEach((b, a) => {
    if (b === -1) sum.unplaced++;
    if (b <= a) return;
    if (!isAllowedPair(roster, a, b)) sum.impossible++;
    sum.repeats += pairRepeats(roster, a, b);
    sum.closeness += pairCloseness(roster, a, b);
  });
  return sum;
}
