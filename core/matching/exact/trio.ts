import { dualValue, isFeasible, isProvedCheapest, sharedBlossomDuals } from './certificate.ts';
import type { PairTable } from './pair-table.ts';
import { startGreedily } from './perfect.ts';
import { Search } from './search.ts';
import { copyState, type MatchingState, newState } from './state.ts';

/** The cheapest way to place a whole factor-critical component with one trio. Vertices are the table's. */
interface TrioPlan {
  readonly cost: number;
  readonly trio: readonly number[];
  readonly pairs: readonly (readonly number[])[];
}

/** What is known of a component: the cheapest matching that leaves out v costs `all − y[i]`, v being its vertex i. */
export interface ComponentPlan {
  readonly vertices: readonly number[];
  readonly all: number;
  readonly y: Float64Array;
  readonly withTrio: TrioPlan | null;
}

/**
 * Solves a factor-critical component (odd, and perfectly matchable without any one vertex). The search from its last
 * exposed vertex finds no path and ends with the whole component as one even blossom; its duals price
 * the removal of every single vertex exactly, and bound from below what is left when a trio {a, b, c} is taken out:
 *
 *     bound(a, b, c) = trio(a, b, c) + all − y[a] − y[b] − y[c] + max Z,
 *
 * Z being the three sums of z over the blossoms that hold two of them. Pairs {a, b} are tried in the order of their
 * least bound. A trial is exact for all c at once: a and b are bound to new vertices of their own and a third new
 * vertex is joined to every c at the price of the trio; two searches complete the matching. It ends
 * when no bound is below the best plan found.
 */
export function solveComponent(table: PairTable, vertices: readonly number[]): ComponentPlan {
  const m = vertices.length;
  const size = m + 3;
  const state = newState(size, weightsOf(table, vertices, size));
  startGreedily(state);
  const search = new Search(state);
  for (let v = 0; v < m; v++) {
    if (state.mate[v] === -1) search.from(v);
  }
  if (!isFeasible(state))
    throw new Error('The duals of a component are not feasible: the exact solver has a fault.');
  const all = dualValue(state);
  return {
    vertices,
    all,
    y: state.y.slice(0, m),
    withTrio: m < 3 ? null : bestTrio(table, vertices, state, all),
  };
}

function weightsOf(table: PairTable, vertices: readonly number[], size: number): Float64Array {
  const weight = new Float64Array(size * size).fill(Infinity);
  vertices.forEach((a, i) => {
    vertices.forEach((b, j) => (weight[i * size + j] = table.weight[a * table.size + b]!));
  });
  return weight;
}

function bestTrio(
  table: PairTable,
  vertices: readonly number[],
  solved: MatchingState,
  all: number,
): TrioPlan | null {
  const m = vertices.length;
  const bounds = new TrioBounds(table, vertices, solved, all);
  const trial = new Trial(table, vertices, solved, all, bounds);
  let best: TrioPlan | null = null;
  for (;;) {
    const pairs = bounds.pairsBelow(best?.cost ?? Infinity);
    if (pairs.length === 0) return best;
    for (const pair of pairs) {
      if (best !== null && bounds.ofPair(pair) >= best.cost) return best;
      const better = trial.run(Math.floor(pair / m), pair % m, best?.cost ?? Infinity);
      bounds.close(pair);
      if (better === null) continue;
      // The first plan found prunes most pairs: look again at what is left before sorting it.
      const first = best === null;
      best = better;
      if (first) break;
    }
  }
}

/** Lower bounds for every pair a < b, over the trios with a third c > b. */
class TrioBounds {
  readonly #m: number;
  readonly #pair: Float64Array;
  readonly #weight: Float64Array;
  readonly #size: number;
  readonly #price: Float64Array;
  readonly #shared: Float64Array | null;
  readonly #all: number;

  constructor(table: PairTable, vertices: readonly number[], solved: MatchingState, all: number) {
    const m = vertices.length;
    this.#m = m;
    this.#weight = solved.weight;
    this.#size = solved.size;
    this.#price = Float64Array.from(vertices, (v, i) => table.reluctance[v]! - solved.y[i]!);
    this.#shared = sharedBlossomDuals(solved);
    this.#all = all;
    this.#pair = new Float64Array(m * m).fill(Infinity);
    for (let a = 0; a < m; a++) {
      for (let b = a + 1; b < m; b++) this.#pair[a * m + b] = this.#leastFrom(a, b);
    }
  }

  #leastFrom(a: number, b: number): number {
    const weight = this.#weight;
    const price = this.#price;
    const [rowA, rowB] = [a * this.#size, b * this.#size];
    const common = weight[rowA + b]! + this.#all + price[a]! + price[b]!;
    if (common === Infinity) return Infinity;
    let least = Infinity;
    if (this.#shared === null) {
      for (let c = b + 1; c < this.#m; c++) {
        const bound = weight[rowA + c]! + weight[rowB + c]! + price[c]!;
        if (bound < least) least = bound;
      }
      return common + least;
    }
    for (let c = b + 1; c < this.#m; c++) least = Math.min(least, this.of(a, b, c));
    return least;
  }

  of(a: number, b: number, c: number): number {
    const [rowA, rowB] = [a * this.#size, b * this.#size];
    const shared = this.#shared;
    return (
      this.#weight[rowA + b]! +
      this.#weight[rowA + c]! +
      this.#weight[rowB + c]! +
      this.#all +
      this.#price[a]! +
      this.#price[b]! +
      this.#price[c]! +
      (shared === null ? 0 : Math.max(shared[rowA + b]!, shared[rowA + c]!, shared[rowB + c]!))
    );
  }

  ofPair(pair: number): number {
    return this.#pair[pair]!;
  }

  close(pair: number): void {
    this.#pair[pair] = Infinity;
  }

  /** The open pairs with a bound below `limit`, lowest first; while nothing limits them, only those with the lowest. */
  pairsBelow(limit: number): number[] {
    const bounds = this.#pair;
    let least = Infinity;
    for (const bound of bounds) if (bound < least) least = bound;
    const pairs: number[] = [];
    if (least === Infinity) return pairs;
    for (let pair = 0; pair < bounds.length; pair++) {
      const bound = bounds[pair]!;
      if (limit === Infinity ? bound === least : bound < limit) pairs.push(pair);
    }
    return pairs.sort((p, q) => bounds[p]! - bounds[q]! || p - q);
  }
}

/** One exact trial after the other on a copy of the solved component. */
class Trial {
  readonly #table: PairTable;
  readonly #vertices: readonly number[];
  readonly #solved: MatchingState;
  readonly #all: number;
  readonly #bounds: TrioBounds;
  readonly #state: MatchingState;
  readonly #search: Search;

  constructor(
    table: PairTable,
    vertices: readonly number[],
    solved: MatchingState,
    all: number,
    bounds: TrioBounds,
  ) {
    this.#table = table;
    this.#vertices = vertices;
    this.#solved = solved;
    this.#all = all;
    this.#bounds = bounds;
    this.#state = newState(solved.size, solved.weight);
    this.#search = new Search(this.#state);
  }

  /** The cheapest plan with a and b in the trio and a third c > b, if it costs less than `best`. */
  run(a: number, b: number, best: number): TrioPlan | null {
    const state = this.#state;
    const { size, weight, y } = state;
    const m = this.#vertices.length;
    const [ownOfA, ownOfB, third] = [m, m + 1, m + 2];
    copyState(state, this.#solved);
    const join = (u: number, v: number, cost: number): void => {
      weight[u * size + v] = cost;
      weight[v * size + u] = cost;
    };
    let least = Infinity;
    for (let c = b + 1; c < m; c++) {
      const cost =
        this.#bounds.of(a, b, c) < best
          ? this.#table.trio(this.#vertices[a]!, this.#vertices[b]!, this.#vertices[c]!)
          : Infinity;
      join(third, c, cost);
      least = Math.min(least, cost - y[c]!);
    }
    let plan: TrioPlan | null = null;
    if (least < Infinity) {
      join(ownOfA, a, 0);
      join(ownOfB, b, 0);
      y[ownOfA] = -y[a]!;
      y[ownOfB] = -y[b]!;
      y[third] = least;
      const start = this.#all + y[ownOfA] + y[ownOfB] + y[third];
      // a's own vertex takes the component's exposed base at once; b's completes the matching.
      const completed =
        this.#search.from(ownOfA) === 'augmented' &&
        this.#search.from(ownOfB, best - start - 1) === 'augmented';
      if (completed) plan = this.#read(a, b);
      join(ownOfA, a, Infinity);
      join(ownOfB, b, Infinity);
    }
    for (let c = b + 1; c < m; c++) join(third, c, Infinity);
    return plan;
  }

  #read(a: number, b: number): TrioPlan {
    if (!isProvedCheapest(this.#state)) {
      throw new Error('A plan with a trio failed its own check: the exact solver has a fault.');
    }
    const { mate } = this.#state;
    const vertices = this.#vertices;
    const m = vertices.length;
    const pairs: number[][] = [];
    for (let v = 0; v < m; v++) {
      const partner = mate[v]!;
      if (partner < v) pairs.push([vertices[v]!, vertices[partner]!]);
    }
    const trio = [a, b, mate[m + 2]!].map((v) => vertices[v]!);
    return { cost: dualValue(this.#state), trio, pairs };
  }
}
