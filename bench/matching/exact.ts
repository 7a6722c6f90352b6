import { seededChance } from '../../core/matching/ground/chance.ts';
import { isProvedCheapest } from '../../core/matching/exact/certificate.ts';
import { pairTable } from '../../core/matching/exact/pair-table.ts';
import { cheapestPerfectMatching } from '../../core/matching/exact/perfect.ts';
import { planExactly } from '../../core/matching/exact/plan-exactly.ts';
import { organisation } from './organisations.ts';
import { byEdmondsBlossom, type Mate } from './rivals.ts';
import { leastTime } from './timing.ts';

const people = 400;

export interface ExactRow {
  readonly costs: string;
  readonly people: number;
  readonly engineMs: number;
  readonly edmondsBlossomMs: number;
  readonly timesFaster: number;
  readonly engineCost: number;
  readonly edmondsBlossomCost: number;
}

/** Compares the exact solver, with its own check, to the npm package, on the same costs. */
export function exact(): ExactRow[] {
  return [
    ownCosts('history and closeness', 24),
    ownCosts('a long history and closeness', 350),
    randomCosts(10_000),
  ];
}

/**
 * From the roster to the plan, with the table of costs. Everybody is free all week, so nearly every pair is allowed.
 */
function ownCosts(costs: string, rounds: number): ExactRow {
  const roster = organisation(people, rounds, 5);
  roster.starts.fill(0xff);
  const everybody = Int32Array.from({ length: people }, (_, i) => i);
  const { weight } = pairTable(roster, everybody, 0);
  const price = (a: number, b: number): number => weight[a * people + b]! / 2;
  let groups = planExactly(roster, everybody, 0);
  const engineMs = leastTime(20, (seed) => (groups = planExactly(roster, everybody, seed)));
  let mate: Mate = new Int32Array(0);
  const edmondsBlossomMs = leastTime(2, () => (mate = byEdmondsBlossom(people, price)));
  return row(costs, engineMs, edmondsBlossomMs, {
    engine: groups.reduce((sum, [a, b]) => sum + price(a!, b!), 0),
    edmonds: costOf(mate, price),
  });
}

function randomCosts(range: number): ExactRow {
  const chance = seededChance(9);
  const weight = new Float64Array(people * people).fill(Infinity);
  for (let a = 0; a < people; a++) {
    for (let b = 0; b < a; b++) {
      weight[a * people + b] = 2 * chance.below(range);
      weight[b * people + a] = weight[a * people + b]!;
    }
  }
  const price = (a: number, b: number): number => weight[a * people + b]! / 2;
  let mate: Mate = new Int32Array(0);
  const engineMs = leastTime(10, () => {
    const state = cheapestPerfectMatching(people, weight);
    if (state === null || !isProvedCheapest(state)) throw new Error('no proof');
    mate = state.mate;
  });
  const engine = costOf(mate, price);
  const edmondsBlossomMs = leastTime(2, () => (mate = byEdmondsBlossom(people, price)));
  return row('random whole numbers', engineMs, edmondsBlossomMs, { engine, edmonds: costOf(mate, price) });
}

function row(
  costs: string,
  engineMs: number,
  edmondsBlossomMs: number,
  cost: { engine: number; edmonds: number },
): ExactRow {
  return {
    costs,
    people,
    engineMs,
    edmondsBlossomMs,
    timesFaster: edmondsBlossomMs / engineMs,
    engineCost: cost.engine,
    edmondsBlossomCost: cost.edmonds,
  };
}

function costOf(mate: Int32Array, price: (a: number, b: number) => number): number {
  return mate.reduce((sum, b, a) => (b > a ? sum + price(a, b) : sum), 0);
}
