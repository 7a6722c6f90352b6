import assert from 'node:assert/strict';
import edmonds from 'edmonds-blossom';
import { seededChance } from '../../../../core/matching/ground/chance.ts';
import { isProvedCheapest } from '../../../../core/matching/exact/certificate.ts';
import { cheapestPerfectMatching, structureOf } from '../../../../core/matching/exact/perfect.ts';

const none = Infinity;

/** A symmetric matrix from its edges. */
function graph(size: number, edges: readonly (readonly [number, number, number])[]): Float64Array {
  const weight = new Float64Array(size * size).fill(none);
  for (const [a, b, w] of edges) {
    weight[a * size + b] = w;
    weight[b * size + a] = w;
  }
  return weight;
}

function randomGraph(size: number, density: number, range: number, seed: number): Float64Array {
  const chance = seededChance(seed);
  const edges: [number, number, number][] = [];
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < a; b++) if (chance.below(10) < density) edges.push([a, b, 2 * chance.below(range)]);
  }
  return graph(size, edges);
}

/** What the package `edmonds-blossom` finds: how many are left, and what the pairs cost. */
function judged(size: number, weight: Float64Array): { left: number; cost: number } {
  const edges: [number, number, number][] = [];
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < a; b++) {
      const w = weight[a * size + b]!;
      if (w < none) edges.push([a, b, 1e7 - w]);
    }
  }
  const mate = edmonds(edges, true);
  const found = { left: 0, cost: 0 };
  for (let a = 0; a < size; a++) {
    const b = mate[a] ?? -1;
    if (b === -1) found.left++;
    else if (b < a) found.cost += weight[a * size + b]!;
  }
  return found;
}

function costOf(size: number, weight: Float64Array, mate: Int32Array): number {
  return mate.reduce((sum, b, a) => (b < a ? sum + weight[a * size + b]! : sum), 0);
}

describe('the exact solver, judged by edmonds-blossom', () => {
  it('finds the same cost and the same deficiency in 2,000 random graphs of up to 60', () => {
    for (let seed = 0; seed < 2000; seed++) {
      const size = 2 + (seed % (seed % 20 === 0 ? 59 : 19));
      const weight = randomGraph(size, 1 + (seed % 10), seed % 3 === 0 ? 3 : 40, seed);
      const { left, cost } = judged(size, weight);
      const { components, separators } = structureOf(
        size,
        weight.map((w) => (w < none ? 0 : none)),
      );
      assert.equal(components.length - separators.length, left, `deficiency, seed ${seed}`);
      const state = cheapestPerfectMatching(size, weight);
      assert.equal(state === null, left > 0, `perfect, seed ${seed}`);
      if (state === null) continue;
      assert.equal(costOf(size, weight, state.mate), cost, `cost, seed ${seed}`);
      assert.ok(isProvedCheapest(state), `proof, seed ${seed}`);
    }
  });

  // The hard cases that Joris van Rantwijk's mwmatching.py tests by name, as cheapest perfect matchings (10 − w, doubled).
  const named: readonly (readonly [string, number, readonly (readonly [number, number, number])[]])[] = [
    ['one blossom', 4, [[0, 1, 8], [0, 2, 9], [1, 2, 10], [2, 3, 7]]],
    ['a blossom with two tails', 6, [[0, 1, 8], [0, 2, 9], [1, 2, 10], [2, 3, 7], [0, 5, 5], [3, 4, 6]]],
    ['a nested blossom', 6, [[0, 1, 9], [0, 2, 9], [1, 2, 10], [1, 3, 8], [2, 4, 8], [3, 4, 10], [4, 5, 6]]],
    ['a nested blossom, relabelled', 8, [[0, 1, 10], [0, 6, 10], [1, 2, 12], [2, 3, 20], [2, 4, 20], [3, 4, 25], [4, 5, 10], [5, 6, 10], [6, 7, 8]]],
    ['a blossom that must expand', 8, [[0, 1, 8], [0, 2, 8], [1, 2, 10], [1, 3, 12], [2, 4, 12], [3, 4, 14], [3, 5, 12], [4, 6, 12], [5, 6, 14], [6, 7, 12]]],
    ['a nasty expansion', 10, [[0, 1, 45], [0, 4, 45], [1, 2, 50], [2, 3, 45], [3, 4, 50], [0, 5, 30], [2, 8, 35], [3, 7, 35], [4, 6, 26], [8, 9, 5]]],
    ['a nasty expansion, least slack', 10, [[0, 1, 45], [0, 4, 45], [1, 2, 50], [2, 3, 45], [3, 4, 50], [0, 5, 30], [2, 8, 35], [3, 7, 26], [4, 6, 40], [8, 9, 5]]],
    ['a blossom that expands to an odd child', 12, [[0, 1, 45], [0, 6, 45], [1, 2, 50], [2, 3, 45], [3, 4, 95], [3, 5, 94], [4, 5, 94], [5, 6, 50], [0, 7, 30], [2, 10, 35], [4, 8, 36], [6, 9, 26], [10, 11, 5]]],
    ['ties everywhere', 6, [[0, 1, 1], [1, 2, 1], [2, 3, 1], [3, 4, 1], [4, 5, 1], [5, 0, 1], [0, 3, 1]]],
  ]; // prettier-ignore
  for (const [what, size, gains] of named) {
    it(what, () => {
      const weight = graph(
        size,
        gains.map(([a, b, gain]) => [a, b, 2 * (100 - gain)] as const),
      );
      const { left, cost } = judged(size, weight);
      const state = cheapestPerfectMatching(size, weight);
      assert.equal(state === null, left > 0);
      if (state === null) return;
      assert.equal(costOf(size, weight, state.mate), cost);
      assert.ok(isProvedCheapest(state));
    });
  }

  it('does not take its own word for it: a tampered dual or matching fails the check', () => {
    const size = 12;
    const weight = randomGraph(size, 10, 50, 7);
    const dearer = cheapestPerfectMatching(size, weight)!;
    dearer.y[3]! += 2;
    assert.equal(isProvedCheapest(dearer), false);
    const swapped = cheapestPerfectMatching(size, weight)!;
    const [a, b] = [0, swapped.mate[0]!];
    const c = swapped.mate.findIndex((_, v) => v !== a && v !== b);
    const d = swapped.mate[c]!;
    for (const [u, v] of [
      [a, c],
      [b, d],
    ] as const) {
      swapped.mate[u] = v;
      swapped.mate[v] = u;
    }
    assert.equal(isProvedCheapest(swapped), false);
  });
});
