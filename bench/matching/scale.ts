import { seededChance } from '../../core/matching/ground/chance.ts';
import type { Cost } from '../../core/matching/ground/cost.ts';
import { type LargePlan, planLarge } from '../../core/matching/large/plan-large.ts';
import type { Roster } from '../../core/matching/ground/roster.ts';
import { organisation } from './organisations.ts';
import { type Figures, figuresOf, preferNew, shuffled } from './rivals.ts';
import { leastTime } from './timing.ts';

export interface ScaleRow {
  readonly people: number;
  readonly shuffleMs: number;
  readonly engineMs: number;
  readonly preferNewMs: number;
  /** The engine's time divided by the bare shuffle's. */
  readonly ratio: number;
  /** How much the engine's time grows for each doubling, from the size before to this one. */
  readonly perDoubling: number | null;
  readonly engine: { readonly cost: Cost; readonly bound: Cost };
  readonly shuffle: Figures;
  readonly preferNew: Figures;
}

/** How often each size has its turn, and how many times it runs in a turn. */
const TURNS = 30;
const runsOf = (people: number): number => Math.max(1, Math.min(20, Math.floor(1_000_000 / people)));

/**
 * The engine in one thread on organisations with 24 earlier rounds, compared to a bare shuffle of the same people.
 * Reading the input numbers people in a random order (`readRoster`); drawing it counts as the engine's work. All
 * sizes take turns, so that changes of the machine's load hit them alike.
 */
export function scale(sizes: readonly number[]): ScaleRow[] {
  const contests = sizes.map((people) => new Contest(people));
  for (let turn = 0; turn < TURNS; turn++) {
    for (const contest of contests) contest.run();
  }
  return contests.map((contest, i) => contest.figures(contests[i - 1]));
}

class Contest {
  readonly people: number;
  engineMs = Infinity;
  readonly #roster: Roster;
  readonly #order: Int32Array;
  #shuffleMs = Infinity;
  #preferNewMs = Infinity;
  #plan: LargePlan;

  constructor(people: number) {
    this.people = people;
    this.#roster = organisation(people, 24, 1);
    this.#order = Int32Array.from({ length: people }, (_, i) => i);
    this.#plan = planLarge(this.#roster, 0);
  }

  run(): void {
    const [roster, order, runs] = [this.#roster, this.#order, runsOf(this.people)];
    const engine = (seed: number): void => {
      seededChance(seed, 1).shuffle(order);
      this.#plan = planLarge(roster, seed);
    };
    this.#shuffleMs = Math.min(this.#shuffleMs, leastTime(runs + 2, (seed) => { seededChance(seed).shuffle(order); })); // prettier-ignore
    this.engineMs = Math.min(this.engineMs, leastTime(runs, engine));
    this.#preferNewMs = Math.min(
      this.#preferNewMs,
      leastTime(1, (seed) => preferNew(roster, seed)),
    );
  }

  figures(before: Contest | undefined): ScaleRow {
    const { people, engineMs } = this;
    return {
      people,
      shuffleMs: this.#shuffleMs,
      engineMs,
      preferNewMs: this.#preferNewMs,
      ratio: engineMs / this.#shuffleMs,
      perDoubling:
        before === undefined ? null : (engineMs / before.engineMs) ** (1 / Math.log2(people / before.people)),
      engine: { cost: this.#plan.cost, bound: this.#plan.bound },
      shuffle: figuresOf(this.#roster, shuffled(people, 1)),
      preferNew: figuresOf(this.#roster, preferNew(this.#roster, 1)),
    };
  }
}
