import type { MatchingState } from './state.ts';

/** On which side of the search tree a vertex or an outer node stands; FROZEN: out of the graph. */
export const [FREE, EVEN, ODD, FROZEN] = [0, 1, 2, 3] as const;

/**
 * At which moments of a search, as sums of its steps (`delta`), edges from even vertices become tight. An even vertex's dual is
 * y = shifted + delta, so these moments never move:
 *  - reach[v] (v not even): min over even u of weight(u, v) − shifted[u], attained at reachFrom[v];
 *    tight at delta = reach[v] − y[v] when v is free;
 *  - clash[v] (v even): the least delta at which an edge to an even vertex of another outer node is tight, at
 *    clashWith[v]; when that vertex has come into the same blossom since, the row is scanned anew.
 */
export class Moments {
  readonly #s: MatchingState;
  readonly #side: Uint8Array;
  readonly #shifted: Float64Array;
  readonly reach: Float64Array;
  readonly reachFrom: Int32Array;
  readonly clash: Float64Array;
  readonly clashWith: Int32Array;

  /** `side` and `shifted`, by vertex, are kept by the search and read whenever a row is scanned. */
  constructor(state: MatchingState, side: Uint8Array, shifted: Float64Array) {
    const { size } = state;
    this.#s = state;
    this.#side = side;
    this.#shifted = shifted;
    this.reach = new Float64Array(size);
    this.reachFrom = new Int32Array(size);
    this.clash = new Float64Array(size);
    this.clashWith = new Int32Array(size);
  }

  /** Looks along all edges of a vertex that has just become even. */
  scan(v: number): void {
    const { size, weight, outer } = this.#s;
    const side = this.#side;
    const shifted = this.#shifted;
    const reach = this.reach;
    const reachFrom = this.reachFrom;
    const own = shifted[v]!;
    const node = outer[v]!;
    let clash = Infinity;
    let clashWith = v;
    for (let u = 0, row = v * size; u < size; u++, row++) {
      const rest = weight[row]! - own;
      if (side[u] !== EVEN) {
        if (rest < reach[u]!) {
          reach[u] = rest;
          reachFrom[u] = v;
        }
      } else {
        const twice = rest - shifted[u]!;
        if (twice < clash && outer[u] !== node) {
          clash = twice;
          clashWith = u;
        }
      }
    }
    this.clash[v] = clash / 2;
    this.clashWith[v] = clashWith;
  }

  /** Looks along the edges to even vertices anew. */
  rescanClashes(v: number): void {
    const { size, weight, outer } = this.#s;
    const side = this.#side;
    const shifted = this.#shifted;
    const own = shifted[v]!;
    const node = outer[v]!;
    let clash = Infinity;
    let clashWith = v;
    for (let u = 0, row = v * size; u < size; u++, row++) {
      if (side[u] !== EVEN) continue;
      const twice = weight[row]! - own - shifted[u]!;
      if (twice < clash && outer[u] !== node) {
        clash = twice;
        clashWith = u;
      }
    }
    this.clash[v] = clash / 2;
    this.clashWith[v] = clashWith;
  }
}
