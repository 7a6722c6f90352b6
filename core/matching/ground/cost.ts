/**
 * What a plan costs, in the order of importance of its fields: fewer people unplaced is worth any number of
 * trios, fewer trios any number of repeats, fewer repeats any closeness, less closeness any coverage. All are whole numbers ≥ 0.
 */
export interface Cost {
  readonly unplaced: number;
  readonly trios: number;
  readonly repeats: number;
  readonly closeness: number;
  /** Pairs that make no new link between departments; 0 when the level is switched off. */
  readonly coverage: number;
}

/** Negative when `a` is the better cost, positive when `b` is, 0 when they are equal. */
export function compareCosts(a: Cost, b: Cost): number {
  return (
    a.unplaced - b.unplaced ||
    a.trios - b.trios ||
    a.repeats - b.repeats ||
    a.closeness - b.closeness ||
    a.coverage - b.coverage
  );
}

/** The cost of meeting again a person whom one last met `k` rounds ago (`k = 1`: the last round). */
export function repeatCost(k: number): number {
  return Math.round(1000 / k);
}
