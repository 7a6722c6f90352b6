import { AlternatingTree } from './alternating-tree.ts';
import { EVEN, FREE, FROZEN, Moments, ODD } from './moments.ts';
import {
  collectVertices,
  contract,
  type Cycle,
  dissolve,
  dissolveIdle,
  type MatchingState,
} from './state.ts';

/** What a search for an augmenting path came to. */
export type Outcome = 'augmented' | 'no-path' | 'too-dear';

/**
 * Edmonds' search from one exposed vertex in the primal-dual manner: an alternating tree grows along edges of slack 0, odd
 * cycles are contracted, and when no edge is left the duals move by the least step that makes one; until an exposed
 * vertex is reached. One search costs O(n²) but for rescans; each augments the matching by one edge and keeps it, among
 * those that leave the same vertices exposed, cheapest.
 *
 * Duals are kept lazily against `delta`, the sum of the steps of this search. While a vertex is
 * even its dual rises, y = shifted + delta; while odd it falls, y = shifted − delta; while free it stands still. Outer
 * blossoms do the same at double speed. So the moments at which edges become tight never move (`Moments`).
 */
export class Search {
  readonly #s: MatchingState;
  readonly #side: Uint8Array; // by vertex
  readonly #label: Uint8Array; // by outer node
  readonly #shifted: Float64Array; // by vertex
  readonly #zShifted: Float64Array; // by outer blossom
  readonly #moments: Moments;
  readonly #tree: AlternatingTree;
  readonly #frozen: Uint8Array; // by vertex: its side in a frozen tree
  #delta = 0;
  /** Outer odd blossoms, which may have to be dissolved. */
  #oddBlossoms: number[] = [];

  constructor(state: MatchingState) {
    const { size } = state;
    const nodes = state.parent.length;
    this.#s = state;
    this.#side = new Uint8Array(size);
    this.#label = new Uint8Array(nodes);
    this.#shifted = new Float64Array(size);
    this.#zShifted = new Float64Array(nodes);
    this.#moments = new Moments(state, this.#side, this.#shifted);
    this.#tree = new AlternatingTree(state);
    this.#frozen = new Uint8Array(size);
  }

  /** How far the duals moved in the last search: by so much the proved cost rose. */
  get delta(): number {
    return this.#delta;
  }

  /** Looks for an augmenting path from an exposed vertex; gives up when the duals would have to move beyond `limit`. */
  from(root: number, limit = Infinity): Outcome {
    this.#side.set(this.#frozen.map((side) => (side === FREE ? FREE : FROZEN)));
    this.#label.fill(FREE);
    this.#moments.reach.fill(Infinity);
    this.#oddBlossoms = [];
    this.#delta = 0;
    this.#tree.root = root;
    this.#makeEven(this.#s.outer[root]!);
    const outcome = this.#grow(limit);
    this.#settle();
    if (outcome === 'augmented') dissolveIdle(this.#s, this.#frozen);
    return outcome;
  }

  /**
   * After `no-path`: the tree of the failed search, which no later search can use (Edmonds), is
   * taken out of the graph. Its even outer nodes are factor-critical, its odd ones single vertices when all weights are equal.
   */
  freeze(): { readonly even: number[][]; readonly odd: number[] } {
    const { size, outer } = this.#s;
    const even = new Map<number, number[]>();
    const odd: number[] = [];
    for (let v = 0; v < size; v++) {
      const side = this.#side[v]!;
      if (side === EVEN) {
        const node = even.get(outer[v]!) ?? [];
        node.push(v);
        even.set(outer[v]!, node);
      } else if (side === ODD) odd.push(v);
      if (side === EVEN || side === ODD) this.#frozen[v] = side;
    }
    return { even: [...even.values()], odd };
  }

  /**
   * After searches that failed for want of tight edges, each frozen: moves the duals of all their trees at once, as far as a whole
   * number allows, and puts them back into the graph. What single searches would come to one after the other. Only before
   * any blossom has a dual, so that odd nodes are vertices.
   */
  thaw(): void {
    const { size, weight, y, z, outer } = this.#s;
    const frozen = this.#frozen;
    let step = Infinity;
    for (let u = 0; u < size; u++) {
      if (frozen[u] !== EVEN) continue;
      for (let v = 0, row = u * size; v < size; v++, row++) {
        if (frozen[v] === ODD || outer[v] === outer[u]) continue;
        const slack = weight[row]! - y[u]! - y[v]!;
        step = Math.min(step, frozen[v] === EVEN ? Math.floor(slack / 2) : slack);
      }
    }
    if (step < Infinity) {
      const raised = new Set<number>();
      for (let v = 0; v < size; v++) {
        if (frozen[v] === ODD) y[v]! -= step;
        if (frozen[v] !== EVEN) continue;
        y[v]! += step;
        if (outer[v]! >= size) raised.add(outer[v]!);
      }
      for (const blossom of raised) z[blossom]! += 2 * step;
    }
    frozen.fill(FREE);
  }

  #grow(limit: number): Outcome {
    const { size, outer, y, mate, base } = this.#s;
    const side = this.#side;
    const { reach, reachFrom, clash, clashWith } = this.#moments;
    for (;;) {
      let next = Infinity;
      let at = -1;
      for (let v = 0; v < size; v++) {
        if (side[v] === FREE) {
          const moment = reach[v]! - y[v]!;
          if (moment < next || (moment === next && moment < Infinity && mate[base[outer[v]!]!] === -1)) {
            next = moment;
            at = v;
          }
        } else if (side[v] === EVEN && clash[v]! < next) {
          if (outer[clashWith[v]!] === outer[v]) this.#moments.rescanClashes(v);
          if (clash[v]! < next) {
            next = clash[v]!;
            at = v;
          }
        }
      }
      let blossom = -1;
      for (const candidate of this.#oddBlossoms) {
        const moment = this.#zShifted[candidate]! / 2;
        if (moment < next) {
          next = moment;
          blossom = candidate;
        }
      }
      if (next === Infinity) return 'no-path';
      if (next > limit) return 'too-dear';
      this.#delta = next;
      if (blossom >= 0) this.#open(blossom);
      else if (side[at] === EVEN) this.#contractTree(this.#tree.cycleClosedBy(at, clashWith[at]!));
      else if (this.#extend(reachFrom[at]!, at)) return 'augmented';
    }
  }

  /** The tree reaches the free vertex v from the even vertex u; true when v's node was exposed and the path is used. */
  #extend(u: number, v: number): boolean {
    const s = this.#s;
    const node = s.outer[v]!;
    const partner = s.mate[s.base[node]!]!;
    if (partner === -1) {
      this.#tree.augment(u, v);
      return true;
    }
    this.#makeOdd(node, u, v);
    this.#makeEven(s.outer[partner]!);
    return false;
  }

  #makeOdd(node: number, entryFrom: number, entryTo: number): void {
    const s = this.#s;
    this.#label[node] = ODD;
    this.#tree.entryFrom[node] = entryFrom;
    this.#tree.entryTo[node] = entryTo;
    if (node >= s.size) {
      this.#zShifted[node] = s.z[node]! + 2 * this.#delta;
      this.#oddBlossoms.push(node);
    }
    for (const v of collectVertices(s, node, [])) {
      this.#side[v] = ODD;
      this.#shifted[v] = s.y[v]! + this.#delta;
    }
  }

  /** A free node becomes even. */
  #makeEven(node: number): void {
    const s = this.#s;
    this.#label[node] = EVEN;
    if (node >= s.size) this.#zShifted[node] = s.z[node]! - 2 * this.#delta;
    const vertices = collectVertices(s, node, []);
    for (const v of vertices) {
      this.#side[v] = EVEN;
      this.#shifted[v] = s.y[v]! - this.#delta;
    }
    for (const v of vertices) this.#moments.scan(v);
  }

  /** An edge between two even nodes is tight: the odd cycle it closes in the tree becomes a blossom. */
  #contractTree(cycle: Cycle): void {
    const s = this.#s;
    const delta = this.#delta;
    const fresh: number[] = [];
    for (const child of cycle.children) {
      const wasOdd = this.#label[child] === ODD;
      if (child >= s.size) {
        s.z[child] = this.#zShifted[child]! + (wasOdd ? -2 : 2) * delta;
        if (wasOdd) this.#oddBlossoms.splice(this.#oddBlossoms.indexOf(child), 1);
      }
      if (!wasOdd) continue;
      const before = fresh.length;
      collectVertices(s, child, fresh);
      for (let i = before; i < fresh.length; i++) this.#shifted[fresh[i]!]! -= 2 * delta;
    }
    const blossom = contract(s, cycle);
    this.#label[blossom] = EVEN;
    this.#zShifted[blossom] = -2 * delta;
    for (const v of fresh) this.#side[v] = EVEN;
    for (const v of fresh) this.#moments.scan(v);
  }

  /**
   * The dual of an odd outer blossom has come down to 0: its children become outer. Those on the even way from
   * where the tree enters to the base stay in the tree, odd and even by turns; the others become free.
   */
  #open(blossom: number): void {
    const s = this.#s;
    const delta = this.#delta;
    const { children, from, to } = s.cycle[blossom]!;
    const length = children.length;
    const target = s.baseChild[blossom]!;
    let entryFrom = this.#tree.entryFrom[blossom]!;
    let entryTo = this.#tree.entryTo[blossom]!;
    s.z[blossom] = 0;
    this.#label[blossom] = FREE;
    this.#oddBlossoms.splice(this.#oddBlossoms.indexOf(blossom), 1);
    for (const v of collectVertices(s, blossom, [])) {
      this.#side[v] = FREE;
      s.y[v] = this.#shifted[v]! - delta;
    }
    dissolve(s, blossom);
    for (const child of children) this.#label[child] = FREE;
    let i = children.indexOf(s.outer[entryTo]!);
    const step = ((target - i + length) % length) % 2 === 0 ? 1 : -1;
    const evenChildren: number[] = [];
    for (;;) {
      this.#makeOdd(children[i]!, entryFrom, entryTo);
      if (i === target) break;
      const even = (i + step + length) % length;
      const odd = (even + step + length) % length;
      evenChildren.push(children[even]!);
      [entryFrom, entryTo] = step === 1 ? [from[even]!, to[even]!] : [to[odd]!, from[odd]!];
      i = odd;
    }
    for (const child of evenChildren) this.#makeEven(child);
  }

  /** Writes the lazily kept duals back. */
  #settle(): void {
    const s = this.#s;
    const delta = this.#delta;
    for (let v = 0; v < s.size; v++) {
      const side = this.#side[v];
      if (side === EVEN) s.y[v] = this.#shifted[v]! + delta;
      else if (side === ODD) s.y[v] = this.#shifted[v]! - delta;
    }
    for (let node = s.size; node < s.parent.length; node++) {
      if (s.cycle[node] === null || s.parent[node] !== -1) continue;
      if (this.#label[node] === EVEN) s.z[node] = this.#zShifted[node]! + 2 * delta;
      else if (this.#label[node] === ODD) s.z[node] = this.#zShifted[node]! - 2 * delta;
    }
  }
}
