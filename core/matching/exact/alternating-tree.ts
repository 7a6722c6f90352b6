import { type Cycle, type MatchingState, setBase } from './state.ts';

/**
 * The tree of a search, as far as paths in it go: from an even node the matched edge at its base leads to an odd node,
 * and from there the edge by which the tree entered it leads to the next even node, up to the root.
 */
export class AlternatingTree {
  readonly #s: MatchingState;
  readonly #mark: Int32Array;
  #marks = 0;
  /** The exposed vertex from which the tree grows. */
  root = -1;
  /** By odd outer node: the tight edge by which the tree entered it, from an even vertex. */
  readonly entryFrom: Int32Array;
  readonly entryTo: Int32Array;

  constructor(state: MatchingState) {
    const nodes = state.parent.length;
    this.#s = state;
    this.#mark = new Int32Array(nodes);
    this.entryFrom = new Int32Array(nodes);
    this.entryTo = new Int32Array(nodes);
  }

  /** The even node from which the tree leads to this even node, two steps nearer the root; -1 at the root. */
  #above(node: number): number {
    const s = this.#s;
    const base = s.base[node]!;
    if (base === this.root) return -1;
    return s.outer[this.entryFrom[s.outer[s.mate[base]!]!]!]!;
  }

  /** The odd cycle that an edge u – v between two even nodes closes, the node nearest the root first. */
  cycleClosedBy(u: number, v: number): Cycle {
    const s = this.#s;
    // Climb from both ends by turns until one meets the trail of the other.
    const mark = ++this.#marks;
    let [one, other] = [s.outer[u]!, s.outer[v]!];
    while (this.#mark[one] !== mark) {
      this.#mark[one] = mark;
      one = this.#above(one);
      if (other !== -1) [one, other] = one === -1 ? [other, -1] : [other, one];
    }
    const top = one;
    const children: number[] = [];
    const from: number[] = [];
    const to: number[] = [];
    // From the top down to u's node: collected upward, then reversed.
    for (let node = s.outer[u]!; node !== top; node = this.#above(node)) {
      const base = s.base[node]!;
      const odd = s.outer[s.mate[base]!]!;
      children.push(node, odd);
      from.push(s.mate[base]!, this.entryFrom[odd]!);
      to.push(base, this.entryTo[odd]!);
    }
    children.push(top);
    children.reverse();
    from.reverse();
    to.reverse();
    from.push(u);
    to.push(v);
    for (let node = s.outer[v]!; node !== top; node = this.#above(node)) {
      const base = s.base[node]!;
      const odd = s.outer[s.mate[base]!]!;
      children.push(node, odd);
      from.push(base, this.entryTo[odd]!);
      to.push(s.mate[base]!, this.entryFrom[odd]!);
    }
    return { children, from, to };
  }

  /** Swaps matched and unmatched edges on the path from the root to u, and matches u with the exposed v. */
  augment(u: number, v: number): void {
    const s = this.#s;
    setBase(s, s.outer[v]!, v);
    for (;;) {
      const node = s.outer[u]!;
      const oldBase = s.base[node]!;
      const odd = oldBase === this.root ? -1 : s.outer[s.mate[oldBase]!]!;
      setBase(s, node, u);
      s.mate[u] = v;
      s.mate[v] = u;
      if (odd === -1) return;
      u = this.entryFrom[odd]!;
      v = this.entryTo[odd]!;
      setBase(s, odd, v);
    }
  }
}
