import { seededChance } from '../../core/matching/chance.ts';
import type { Cost } from '../../core/matching/cost.ts';
import { planLarge } from '../../core/matching/large/plan-large.ts';
import { organisation } from './organisations.ts';
import { type Figures, figuresOf, preferNew, shuffled } from './rivals.ts';
import { leastTime } from './timing.ts';

export interface ScaleRow {
  readonly people: number;
  readonly shuffleMs: number;
  readonly engineMs: number;
  readonly preferNewMs: number;
  /** The engine's time against the bare shuffle's. */
  readonly ratio: number;
  /** The engine's time against its time for the size before, for each doubling. */
  readonly perDoubling: number | null;
  /** Of the whole process so far, inputs included, in megabytes. */
  readonly peakMemoryMb: number;
  readonly engine: { readonly cost: Cost; readonly bound: Cost };
  readonly shuffle: Figures;
  readonly preferNew: Figures;
}

/** The engine in one thread on organisations with 24 rounds behind them, against a bare shuffle of the same people. */
export function scale(sizes: readonly number[]): ScaleRow[] {
  const rows: ScaleRow[] = [];
  for (const people of sizes) {
    const roster = organisation(people, 24, 1);
    const order = Int32Array.from({ length: people }, (_, i) => i);
    const runs = people >= 500_000 ? 7 : 40;
    // By turns, so that both meet the same weather on the machine.
    let [shuffleMs, engineMs] = [Infinity, Infinity];
    let plan = planLarge(roster, 0);
    for (let run = 0; run < runs; run++) {
      shuffleMs = Math.min(shuffleMs, leastTime(3, (seed) => { seededChance(seed).shuffle(order); })); // prettier-ignore
      engineMs = Math.min(engineMs, leastTime(1, () => { plan = planLarge(roster, run); })); // prettier-ignore
    }
    const preferNewMs = leastTime(2, (seed) => preferNew(roster, seed));
    const before = rows.at(-1);
    rows.push({
      people,
      shuffleMs,
      engineMs,
      preferNewMs,
      ratio: engineMs / shuffleMs,
      perDoubling:
        before === undefined ? null : (engineMs / before.engineMs) ** (1 / Math.log2(people / before.people)),
      peakMemoryMb: process.resourceUsage().maxRSS / 1024,
      engine: { cost: plan.cost, bound: plan.bound },
      shuffle: figuresOf(roster, shuffled(people, 1)),
      preferNew: figuresOf(roster, preferNew(roster, 1)),
    });
  }
  return rows;
}
