import { Search } from './search.ts';
import { type MatchingState, newState } from './state.ts';

/**
 * A cheap start for the searches: each vertex's dual is raised as far as its cheapest edge allows, half an edge at first,
 * then the whole rest; an edge that becomes tight between two exposed vertices is matched.
 */
export function startGreedily(state: MatchingState): void {
  const { size, weight, y } = state;
  for (let v = 0; v < size; v++) {
    let least = Infinity;
    for (let u = 0, row = v * size; u < size; u++, row++) if (weight[row]! < least) least = weight[row]!;
    y[v] = least === Infinity ? 0 : least / 2;
  }
  matchTight(state);
}

/**
 * Raises the dual of each exposed vertex as far as its cheapest edge allows, and matches it when that edge leads to another. Only
 * those in no blossom.
 */
function matchTight({ size, weight, mate, y, outer }: MatchingState): void {
  for (let v = 0; v < size; v++) {
    if (mate[v] !== -1 || outer[v] !== v) continue;
    let least = Infinity;
    let partner = -1;
    for (let u = 0, row = v * size; u < size; u++, row++) {
      const rest = weight[row]! - y[u]!;
      if (rest < least || (rest === least && rest < Infinity && mate[partner] !== -1 && mate[u] === -1)) {
        least = rest;
        partner = u;
      }
    }
    if (least === Infinity) continue;
    y[v] = least;
    if (mate[partner] === -1 && outer[partner] === partner) {
      mate[v] = partner;
      mate[partner] = v;
    }
  }
}

/** The cheapest perfect matching of a graph, proved by its duals; null when there is no perfect one. */
export function cheapestPerfectMatching(size: number, weight: Float64Array): MatchingState | null {
  const state = newState(size, weight);
  startGreedily(state);
  const search = new Search(state);
  // As many as can be by edges that are tight now; then the duals of all who are left move together.
  for (let v = 0; v < size; v++) {
    if (state.mate[v] === -1 && search.from(v, 0) !== 'augmented') search.freeze();
  }
  search.thaw();
  matchTight(state);
  for (let v = 0; v < size; v++) {
    if (state.mate[v] === -1 && search.from(v) !== 'augmented') return null;
  }
  return state;
}

/** The parts into which the maximum matchings divide a graph (Gallai and Edmonds). */
export interface Structure {
  /** The factor-critical components; a maximum matching leaves `components.length − separators.length` of them short of one. */
  readonly components: readonly (readonly number[])[];
  /** The vertices next to them: in a maximum matching each serves one component. */
  readonly separators: readonly number[];
}

/** `weight` is 0 for an edge and Infinity for none. */
export function structureOf(size: number, weight: Float64Array): Structure {
  const state = newState(size, weight);
  startGreedily(state);
  const search = new Search(state);
  const components: number[][] = [];
  const separators: number[] = [];
  for (let v = 0; v < size; v++) {
    if (state.mate[v] !== -1 || search.from(v) === 'augmented') continue;
    const { even, odd } = search.freeze();
    components.push(...even);
    separators.push(...odd);
  }
  return { components, separators };
}
