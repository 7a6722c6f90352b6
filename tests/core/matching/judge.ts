import assert from 'node:assert/strict';
import type { Cost, MatchingInput, MatchingPerson, MatchingResult } from '../../../core/matching/index.ts';

interface Members {
  readonly pairings: readonly { readonly members: readonly string[] }[];
}

interface Price {
  readonly repeats: number;
  readonly closeness: number;
  readonly coverage: number;
}

export interface Judged {
  readonly cost: Cost;
  /** Of all members of trios; see `#reluctance`. */
  readonly reluctance: number;
}

/**
 * The rules of design.md written a second time, plainly and slowly, from the input as it stands: the
 * tests judge the engine by it, so it shares no code with the engine.
 */
export class Judge {
  readonly #input: MatchingInput;
  readonly #last: number;
  readonly #by = new Map<string, MatchingPerson>();
  readonly #costs = new Map<string, Price | null>();

  constructor(input: MatchingInput) {
    this.#input = input;
    this.#last = Math.max(0, ...input.history.map(({ round }) => round));
    for (const person of input.people) this.#by.set(person.id, person);
  }

  #common(...ids: string[]): boolean {
    const people = ids.map((id) => this.#by.get(id)!);
    return people[0]!.starts.some((_, w) => people.reduce((all, { starts }) => all & starts[w]!, -1) !== 0);
  }

  /** Null when the pair is forbidden. */
  pair(a: string, b: string): Price | null {
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    let cost = this.#costs.get(key);
    if (cost === undefined) this.#costs.set(key, (cost = this.#judgePair(a, b)));
    return cost;
  }

  #judgePair(a: string, b: string): Price | null {
    const same = (x: string, y: string): boolean => (x === a && y === b) || (x === b && y === a);
    if (a === b || !this.#common(a, b) || this.#input.excluded.some(([x, y]) => same(x, y))) return null;
    const rounds = this.#input.history.filter((row) => row.met && same(row.a, row.b)).map((row) => row.round);
    const repeats = rounds.length === 0 ? 0 : Math.round(1000 / (this.#last + 1 - Math.max(...rounds)));
    const [one, two] = [this.#by.get(a)!, this.#by.get(b)!];
    const shared = (key: 'manager' | 'department' | 'office'): boolean =>
      (one[key] ?? '') !== '' && one[key] === two[key];
    const managed = one.manager === b || two.manager === a;
    const closeness =
      (shared('manager') || managed ? 4 : 0) + (shared('department') ? 2 : 0) + (shared('office') ? 1 : 0);
    return { repeats, closeness, coverage: this.#coverage(one, two) };
  }

  /** 0 when nobody of the two people's departments has met anybody of the other's, or nobody asks. */
  #coverage(one: MatchingPerson, two: MatchingPerson): number {
    if (this.#input.coverage === false) return 0;
    const of = (id: string): string => this.#by.get(id)?.department ?? this.#input.departments?.get(id) ?? '';
    const [x, y] = [one.department ?? '', two.department ?? ''];
    const met = this.#input.history.some(
      (row) => row.met && ((of(row.a) === x && of(row.b) === y) || (of(row.a) === y && of(row.b) === x)),
    );
    return x !== '' && y !== '' && x !== y && !met ? 0 : 1;
  }

  /** Null when the members may not meet. */
  group(ids: readonly string[]): (Price & { reluctance: number }) | null {
    if (!this.#common(...ids)) return null;
    let [repeats, closeness, coverage] = [0, 0, 0];
    for (let i = 0; i < ids.length; i++) {
      for (let j = 0; j < i; j++) {
        const cost = this.pair(ids[i]!, ids[j]!);
        if (cost === null) return null;
        repeats += cost.repeats;
        closeness += cost.closeness;
        coverage += cost.coverage;
      }
    }
    return { repeats, closeness, coverage, reluctance: ids.length === 3 ? this.#reluctance(ids) : 0 };
  }

  /** Twice running, then unwillingness, then how often: as one number for up to nine people. */
  #reluctance(ids: readonly string[]): number {
    return ids
      .map((id) => this.#by.get(id)!)
      .reduce(
        (sum, p) => sum + (p.lastTrio === 1 ? 1e4 : 0) + (p.trioVolunteer ? 0 : 100) + (p.trios ?? 0),
        0,
      );
  }

  /** What a result costs; fails when it is no valid plan. */
  result({ pairings, unplaced }: Pick<MatchingResult, 'unplaced'> & Members): Judged {
    const seen = [...pairings.flatMap(({ members }) => members), ...unplaced.map(({ id }) => id)].sort();
    assert.deepEqual(seen, [...this.#by.keys()].sort(), 'everybody once');
    const cost = { unplaced: unplaced.length, trios: 0, repeats: 0, closeness: 0, coverage: 0 };
    let reluctance = 0;
    for (const { members } of pairings) {
      const one = members.length === 2 || members.length === 3 ? this.group(members) : null;
      assert.ok(one !== null, `forbidden: ${members.join()}`);
      cost.trios += members.length - 2;
      cost.repeats += one.repeats;
      cost.closeness += one.closeness;
      cost.coverage += one.coverage;
      reluctance += one.reluctance;
    }
    return { cost, reluctance };
  }

  /** The best cost of all plans, by trying every one (dynamic programming over the sets of people). */
  best(): Judged {
    const ids = [...this.#by.keys()];
    const pairs = ids.map((_, a) =>
      ids.map((_, b) => {
        const cost = b > a ? this.pair(ids[a]!, ids[b]!) : null;
        return cost === null ? Infinity : cost.repeats * REPEAT + cost.closeness * CLOSE + cost.coverage;
      }),
    );
    const least = new Float64Array(1 << ids.length);
    const reluctance = new Float64Array(1 << ids.length);
    const trios = new Map<number, [number, number]>();
    const trioAt = (a: number, b: number, c: number): [number, number] => {
      const key = (a * 16 + b) * 16 + c;
      let value = trios.get(key);
      if (value === undefined) {
        const cost = this.group([a, b, c].map((i) => ids[i]!));
        value =
          cost === null
            ? [Infinity, 0]
            : [TRIO + cost.repeats * REPEAT + cost.closeness * CLOSE + cost.coverage, cost.reluctance];
        trios.set(key, value);
      }
      return value;
    };
    for (let set = 1; set < least.length; set++) {
      const a = 31 - Math.clz32(set & -set);
      const rest = set & (set - 1);
      let [best, bestReluctance] = [UNPLACED + least[rest]!, reluctance[rest]!];
      const offer = (cost: number, reluctant: number): void => {
        if (cost < best || (cost === best && reluctant < bestReluctance))
          [best, bestReluctance] = [cost, reluctant];
      };
      for (let b = a + 1; b < ids.length; b++) {
        if ((rest & (1 << b)) === 0) continue;
        const without = rest & ~(1 << b);
        offer(pairs[a]![b]! + least[without]!, reluctance[without]!);
        for (let c = b + 1; c < ids.length; c++) {
          if ((rest & (1 << c)) === 0) continue;
          const [cost, reluctant] = trioAt(a, b, c);
          const others = without & ~(1 << c);
          offer(cost + least[others]!, reluctance[others]! + reluctant);
        }
      }
      least[set] = best;
      reluctance[set] = bestReluctance;
    }
    const total = least.at(-1)!;
    const cost = {
      unplaced: Math.floor(total / UNPLACED),
      trios: Math.floor((total % UNPLACED) / TRIO),
      repeats: Math.floor((total % TRIO) / REPEAT),
      closeness: Math.floor((total % REPEAT) / CLOSE),
      coverage: total % CLOSE,
    };
    return { cost, reluctance: reluctance.at(-1)! };
  }
}

// Units of one number that holds a whole cost of at most nine people without carrying.
const CLOSE = 1e2;
const REPEAT = 1e4;
const TRIO = 1e9;
const UNPLACED = 1e11;
