/**
 * A matching of a small dense graph together with the dual solution that proves it cheapest; see the
 * README, "The exact solver". Vertices are 0 … size-1. A *node* is a vertex or a blossom (numbers from `size` on):
 * an odd cycle of nodes, contracted. A node that is in no blossom is called *outer*.
 *
 * Invariants between two searches (`search.ts`):
 *  1. weight is symmetric, even where finite, and Infinity where there is no edge; so all duals stay whole numbers;
 *  2. slack(u, v) = weight − y[u] − y[v] + Σ z[B] over the blossoms B that hold both is never negative;
 *  3. z is never negative; matched edges and the edges of every blossom's cycle have slack 0;
 *  4. inside a blossom all vertices but its base are matched among themselves, along its cycle.
 */
export interface MatchingState {
  readonly size: number;
  /** size × size. */
  readonly weight: Float64Array;
  /** The partner of a vertex, or -1: exposed. */
  readonly mate: Int32Array;
  /** The dual of a vertex. */
  readonly y: Float64Array;
  /** The dual of a blossom, by node. */
  readonly z: Float64Array;
  /** The blossom a node is a child of, or -1: outer (or not in use). */
  readonly parent: Int32Array;
  /** The outer node that holds a vertex. */
  readonly outer: Int32Array;
  /** The one vertex of a node that is not matched inside it. */
  readonly base: Int32Array;
  /** Which of a blossom's children holds its base. */
  readonly baseChild: Int32Array;
  /** A blossom's cycle, by node; null: not in use. Never changed once made. */
  readonly cycle: (Cycle | null)[];
}

/** Child i is joined to child i + 1 (the last to the first) by the edge from[i] – to[i]. */
export interface Cycle {
  readonly children: readonly number[];
  readonly from: readonly number[];
  readonly to: readonly number[];
}

export function newState(size: number, weight: Float64Array): MatchingState {
  const nodes = 2 * size + 1;
  const state: MatchingState = {
    size,
    weight,
    mate: new Int32Array(size).fill(-1),
    y: new Float64Array(size),
    z: new Float64Array(nodes),
    parent: new Int32Array(nodes).fill(-1),
    outer: Int32Array.from({ length: size }, (_, v) => v),
    base: Int32Array.from({ length: nodes }, (_, v) => v),
    baseChild: new Int32Array(nodes),
    cycle: new Array<Cycle | null>(nodes).fill(null),
  };
  return state;
}

/** Makes `target` equal to `source` (of the same size), its weights apart. */
export function copyState(target: MatchingState, source: MatchingState): void {
  target.mate.set(source.mate);
  target.y.set(source.y);
  target.z.set(source.z);
  target.parent.set(source.parent);
  target.outer.set(source.outer);
  target.base.set(source.base);
  target.baseChild.set(source.baseChild);
  for (let node = source.size; node < source.cycle.length; node++) target.cycle[node] = source.cycle[node]!;
}

/** Adds the vertices of a node to `found`. */
export function collectVertices(state: MatchingState, node: number, found: number[]): number[] {
  if (node < state.size) found.push(node);
  else for (const child of state.cycle[node]!.children) collectVertices(state, child, found);
  return found;
}

/** The child of `blossom` that holds the vertex. */
function childHolding(state: MatchingState, blossom: number, vertex: number): number {
  let node = vertex;
  while (state.parent[node] !== blossom) node = state.parent[node]!;
  return node;
}

/**
 * Matches the inside of a node anew so that `vertex` becomes its base: the children on the even way round the cycle from
 * the old base to the new one change partners. The edge that leaves the node is the caller's affair.
 */
export function setBase(state: MatchingState, node: number, vertex: number): void {
  if (node < state.size || state.base[node] === vertex) return;
  const { children, from, to } = state.cycle[node]!;
  const length = children.length;
  const child = childHolding(state, node, vertex);
  const start = children.indexOf(child);
  const oldBase = state.baseChild[node]!;
  const forward = (oldBase - start + length) % length;
  // Forward from the new base when that way is even, else backward; either way pair up what lies between.
  const step = forward % 2 === 0 ? 1 : -1;
  for (let i = start; i !== oldBase;) {
    const one = (i + step + length) % length;
    const two = (one + step + length) % length;
    const edge = step === 1 ? one : two;
    const [a, b] = [from[edge]!, to[edge]!];
    setBase(state, children[edge]!, a);
    setBase(state, children[(edge + 1) % length]!, b);
    state.mate[a] = b;
    state.mate[b] = a;
    i = two;
  }
  setBase(state, child, vertex);
  state.baseChild[node] = start;
  state.base[node] = vertex;
}

/** Contracts a cycle of outer nodes, of which the first holds the base, into a new outer blossom, with dual 0. */
export function contract(state: MatchingState, cycle: Cycle): number {
  let blossom = state.size;
  while (state.cycle[blossom] !== null) blossom++;
  state.cycle[blossom] = cycle;
  state.z[blossom] = 0;
  state.parent[blossom] = -1;
  state.baseChild[blossom] = 0;
  state.base[blossom] = state.base[cycle.children[0]!]!;
  for (const child of cycle.children) state.parent[child] = blossom;
  for (const v of collectVertices(state, blossom, [])) state.outer[v] = blossom;
  return blossom;
}

/** Undoes an outer blossom of dual 0: its children become outer. */
export function dissolve(state: MatchingState, blossom: number): readonly number[] {
  const { children } = state.cycle[blossom]!;
  state.cycle[blossom] = null;
  for (const child of children) {
    state.parent[child] = -1;
    for (const v of collectVertices(state, child, [])) state.outer[v] = child;
  }
  return children;
}

/** Outer blossoms of dual 0 prove nothing; undoing them keeps later searches simple. Those in `kept` (not 0 by vertex) stay. */
export function dissolveIdle(state: MatchingState, kept: Uint8Array): void {
  const idle: number[] = [];
  for (let node = state.size; node < state.parent.length; node++) {
    if (state.cycle[node] !== null && state.parent[node] === -1) idle.push(node);
  }
  for (let node = idle.pop(); node !== undefined; node = idle.pop()) {
    if (state.z[node] !== 0 || kept[state.base[node]!] !== 0) continue;
    for (const child of dissolve(state, node)) if (child >= state.size) idle.push(child);
  }
}
