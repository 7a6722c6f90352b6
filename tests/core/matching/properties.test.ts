import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareCosts } from '../../../core/matching/ground/cost.ts';
import { match, type MatchingInput } from '../../../core/matching/index.ts';
import { always, name, randomInput } from './instances.ts';
import { Judge } from './judge.ts';

const anyInput = fc
  .record({ seed: fc.nat(), count: fc.integer({ min: 0, max: 60 }) })
  .map(({ seed, count }) => (count < 2 ? { ...randomInput(seed, 2), people: [] } : randomInput(seed, count)));

describe('matching: what always holds', () => {
  it('everybody stands in exactly one place, the hard rules hold, and the cost is what the rules say', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const result = match(input);
        const { cost } = new Judge(input).result(result);
        assert.deepEqual(result.cost, cost);
        assert.deepEqual(result.bound, cost);
        assert.equal(result.optimal, true);
      }),
      { numRuns: 500 },
    );
  });

  it('the same input gives the same answer, in whatever order it comes', () => {
    fc.assert(
      fc.property(anyInput, fc.nat(), (input, turn) => {
        const turned: MatchingInput = {
          ...input,
          people: rotated(input.people, turn),
          excluded: rotated(input.excluded, turn).map(([a, b]) => [b, a]),
          history: rotated(input.history, turn).map((row) => ({ ...row, a: row.b, b: row.a })),
        };
        assert.deepEqual(match(turned), match(input));
      }),
      { numRuns: 200 },
    );
  });

  it('one more allowed pair never makes a plan worse', () => {
    fc.assert(
      fc.property(anyInput, fc.nat(), (input, which) => {
        if (input.excluded.length === 0) return;
        const [a, b] = input.excluded[which % input.excluded.length]!;
        const fewer = input.excluded.filter(([x, y]) => !((x === a && y === b) || (x === b && y === a)));
        const better = match({ ...input, excluded: fewer }).cost;
        assert.ok(compareCosts(better, match(input).cost) <= 0);
      }),
      { numRuns: 200 },
    );
  });

  it('does not change its input', () => {
    const input = randomInput(11, 15);
    const before = structuredClone(input);
    match(input);
    assert.deepEqual(input, before);
  });
});

describe('matching: chance among equals', () => {
  const input = (seed: number): MatchingInput => ({
    people: Array.from({ length: 8 }, (_, i) => ({ id: name(i), starts: always() })),
    excluded: [],
    history: [
      { round: 1, a: name(0), b: name(1), met: true },
      { round: 1, a: name(2), b: name(3), met: true },
      { round: 1, a: name(4), b: name(5), met: true },
    ],
    seed,
  });

  it('favours nobody: over 6,000 seeds the best partners of a person come equally often (chi-squared, 1 in 10,000)', () => {
    const times = new Map<string, number>();
    const seeds = 6000;
    for (let seed = 0; seed < seeds; seed++) {
      const pairing = match(input(seed)).pairings.find(({ members }) => members.includes(name(0)))!;
      const partner = pairing.members.find((id) => id !== name(0))!;
      times.set(partner, (times.get(partner) ?? 0) + 1);
    }
    assert.equal(times.has(name(1)), false, 'a repeat');
    // p02 to p05 are alike, and so are p06 and p07, who have met nobody and have more plans open to them.
    for (const alike of [
      [2, 3, 4, 5],
      [6, 7],
    ]) {
      const counts = alike.map((i) => times.get(name(i)) ?? 0);
      const mean = counts.reduce((a, b) => a + b, 0) / counts.length;
      const chi = counts.reduce((sum, count) => sum + (count - mean) ** 2 / mean, 0);
      assert.ok(chi < 21.1, `${counts.join()}: chi-squared ${chi}`);
      assert.ok(mean > 0.14 * seeds, `${counts.join()} of ${seeds}`);
    }
  });

  it('another seed gives another plan', () => {
    const plans = new Set(
      Array.from({ length: 40 }, (_, seed) => JSON.stringify(match(input(seed)).pairings)),
    );
    assert.ok(plans.size > 15, `${plans.size} plans`);
  });
});

function rotated<T>(items: readonly T[], turn: number): T[] {
  const at = items.length === 0 ? 0 : turn % items.length;
  return [...items.slice(at), ...items.slice(0, at)].reverse();
}
