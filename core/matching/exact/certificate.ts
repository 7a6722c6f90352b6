import { collectVertices, type MatchingState } from './state.ts';

/** The value of the dual solution: no perfect matching costs less (weak duality), if the solution is feasible. */
export function dualValue(state: MatchingState): number {
  let value = 0;
  for (let v = 0; v < state.size; v++) value += state.y[v]!;
  for (let node = state.size; node < state.cycle.length; node++) {
    if (state.cycle[node] === null || state.z[node] === 0) continue;
    value -= (state.z[node]! * (collectVertices(state, node, []).length - 1)) / 2;
  }
  return value;
}

/** For a pair of vertices, Σ z over the blossoms that hold both; null when every z is 0. */
export function sharedBlossomDuals(state: MatchingState): Float64Array | null {
  const { size, z, cycle } = state;
  let shared: Float64Array | null = null;
  for (let node = size; node < cycle.length; node++) {
    if (cycle[node] === null || z[node] === 0) continue;
    shared ??= new Float64Array(size * size);
    const vertices = collectVertices(state, node, []);
    for (const u of vertices) for (const v of vertices) shared[u * size + v]! += z[node]!;
  }
  return shared;
}

/** Checks the duals against every edge, from the weights alone: then `dualValue` is a lower bound. O(n²) but for deep blossoms. */
export function isFeasible(state: MatchingState): boolean {
  const { size, weight, y, z, cycle } = state;
  for (let node = size; node < cycle.length; node++) {
    if (cycle[node] === null) continue;
    if (z[node]! < 0 || collectVertices(state, node, []).length % 2 === 0) return false;
  }
  const shared = sharedBlossomDuals(state);
  for (let u = 0; u < size; u++) {
    for (let v = 0, edge = u * size; v < u; v++, edge++) {
      if (weight[edge]! - y[u]! - y[v]! + (shared === null ? 0 : shared[edge]!) < 0) return false;
    }
  }
  return true;
}

/**
 * Checks, without trust in how they came about, that no perfect matching is cheaper than this one: the duals are
 * feasible and their value is what the matching costs.
 */
export function isProvedCheapest(state: MatchingState): boolean {
  const { size, weight, mate } = state;
  let twiceCost = 0;
  for (let u = 0; u < size; u++) {
    const partner = mate[u]!;
    if (partner < 0 || mate[partner] !== u) return false;
    twiceCost += weight[u * size + partner]!;
  }
  return Number.isSafeInteger(twiceCost) && twiceCost === 2 * dualValue(state) && isFeasible(state);
}
