import { isAllowedPair } from '../ground/rules.ts';
import { type Matching, pairUp } from './matching.ts';
import { possiblePartners } from './neighbours.ts';

const [UNSEEN, EVEN, ODD] = [0, 1, 2] as const;

/** The tree of a search that found no partner: proof that one of these people more than `separators` is left over. */
export interface FailedTree {
  /** Factor-critical: any one of a component may be left, the others can be matched among themselves. */
  readonly components: readonly (readonly number[])[];
  readonly separators: readonly number[];
}

/**
 * Makes the matching one of maximum cardinality: a search for an augmenting path from everybody who is left, in the manner of
 * Edmonds, with blossoms kept by union-find (Gabow 1976). A search that fails leaves a tree
 * that no later search can use; so all failed searches together look at every possible pair once.
 */
export function maximise(matching: Matching, left: readonly number[]): FailedTree[] {
  const search = new CardinalitySearch(matching, left);
  const failed: FailedTree[] = [];
  for (const person of left) {
    if (matching.mate[person] !== -1) continue;
    const tree = search.from(person);
    if (tree !== null) failed.push(tree);
  }
  return failed;
}

class CardinalitySearch {
  readonly #m: Matching;
  readonly #partners: (person: number) => Iterable<number>;
  readonly #label: Uint8Array;
  readonly #frozen: Uint8Array;
  /** Union-find of blossoms: the root of a vertex's set is the blossom's base. */
  readonly #group: Int32Array;
  /** By odd vertex, or vertex that has become even in a blossom: the even vertex by which a path to the root goes on. */
  readonly #before: Int32Array;
  readonly #seenBy: Int32Array;
  readonly #exposed: Set<number>;
  #touched: number[] = [];
  #queue: number[] = [];
  #climbs = 0;

  constructor(matching: Matching, left: readonly number[]) {
    const { count } = matching.roster;
    this.#m = matching;
    this.#partners = possiblePartners(matching.roster);
    this.#label = new Uint8Array(count);
    this.#frozen = new Uint8Array(count);
    this.#group = Int32Array.from({ length: count }, (_, i) => i);
    this.#before = new Int32Array(count).fill(-1);
    this.#seenBy = new Int32Array(count);
    this.#exposed = new Set(left);
  }

  /** Matches the root, by an augmenting path; or returns the tree that proves there is none. */
  from(root: number): FailedTree | null {
    this.#touched = [];
    this.#queue = [];
    const end = this.#labelEven(root, root) ?? this.#grow(root);
    if (end === null) return this.#freeze();
    this.#augment(end);
    this.#exposed.delete(root);
    this.#exposed.delete(end);
    for (const v of this.#touched) this.#forget(v);
    return null;
  }

  #grow(root: number): number | null {
    const { roster, mate } = this.#m;
    // The queue grows while it is read.
    for (const u of this.#queue) {
      for (const v of this.#partners(u)) {
        if (this.#label[v] === ODD || this.#frozen[v] === 1 || mate[u] === v) continue;
        if (this.#find(u) === this.#find(v) || !isAllowedPair(roster, u, v)) continue;
        if (this.#label[v] === EVEN) {
          const base = this.#meetingPoint(u, v);
          this.#shrink(u, v, base);
          this.#shrink(v, u, base);
          continue;
        }
        this.#label[v] = ODD;
        this.#before[v] = u;
        this.#touched.push(v);
        if (mate[v] === -1) return v;
        const end = this.#labelEven(mate[v]!, root);
        if (end !== null) return end;
      }
    }
    return null;
  }

  /** A new even vertex looks for an exposed one at once: in a dense graph this ends most searches. */
  #labelEven(v: number, root: number): number | null {
    this.#label[v] = EVEN;
    this.#touched.push(v);
    this.#queue.push(v);
    let tries = 64;
    for (const end of this.#exposed) {
      if (tries-- === 0) break;
      if (end === root || this.#label[end] !== UNSEEN || this.#frozen[end] === 1) continue;
      if (!isAllowedPair(this.#m.roster, v, end)) continue;
      this.#before[end] = v;
      this.#touched.push(end);
      return end;
    }
    return null;
  }

  #find(v: number): number {
    const group = this.#group;
    while (group[v] !== v) {
      group[v] = group[group[v]!]!;
      v = group[v]!;
    }
    return v;
  }

  #above(base: number): number {
    const partner = this.#m.mate[base]!;
    return partner === -1 ? -1 : this.#find(this.#before[partner]!);
  }

  #meetingPoint(u: number, v: number): number {
    const climb = ++this.#climbs;
    let [one, other] = [this.#find(u), this.#find(v)];
    while (this.#seenBy[one] !== climb) {
      this.#seenBy[one] = climb;
      one = this.#above(one);
      if (other !== -1) [one, other] = one === -1 ? [other, -1] : [other, one];
    }
    return one;
  }

  #shrink(u: number, v: number, base: number): void {
    const { mate } = this.#m;
    while (this.#find(u) !== base) {
      this.#before[u] = v;
      v = mate[u]!;
      if (this.#label[v] === ODD) {
        this.#label[v] = EVEN;
        this.#queue.push(v);
      }
      if (this.#group[u] === u) this.#group[u] = base;
      if (this.#group[v] === v) this.#group[v] = base;
      u = this.#before[v]!;
    }
  }

  #augment(end: number): void {
    for (let v = end; v !== -1;) {
      const u = this.#before[v]!;
      const next = this.#m.mate[u]!;
      pairUp(this.#m, u, v);
      v = next;
    }
  }

  #freeze(): FailedTree {
    const components = new Map<number, number[]>();
    const separators: number[] = [];
    for (const v of this.#touched) {
      this.#frozen[v] = 1;
      if (this.#label[v] === ODD) separators.push(v);
      else {
        const base = this.#find(v);
        const component = components.get(base) ?? [];
        component.push(v);
        components.set(base, component);
      }
    }
    return { components: [...components.values()], separators };
  }

  #forget(v: number): void {
    this.#label[v] = UNSEEN;
    this.#group[v] = v;
    this.#before[v] = -1;
  }
}
