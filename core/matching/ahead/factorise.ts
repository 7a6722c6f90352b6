import { type Chance, seededChance } from '../chance.ts';
import { type Factor, fingerprint } from './factor.ts';

/** Moves of the search before it gives up; a graph of 800 edges that can be divided takes a few thousand. */
const PATIENCE = 100_000;

/**
 * Divides a regular graph into perfect matchings: an edge colouring with as many colours as every vertex has edges. `partners` is
 * by vertex. Null when none was found (there may be none: two triangles have none).
 *
 * One uncoloured edge after the other gets a colour that is missing at both ends, if need be after a Kempe chain has been
 * swapped; where that fails too it takes a colour by force, and the edges it drives out wait again. The moves are drawn
 * from a seed made of the graph, so that the same graph always gives the same answer: that is how a later round, which
 * knows the graph from the history alone, finds the plan of an earlier one again.
 */
export function factorise(partners: readonly (readonly number[])[]): Factor[] | null {
  const degree = partners[0]?.length ?? 0;
  if (degree === 0 || partners.some((others) => others.length !== degree)) return null;
  const edges = partners.flatMap((others, a) => others.filter((b) => b > a).map((b) => [a, b] as const));
  const colouring = new Colouring(partners.length, degree, seededChance(fingerprint(edges)));
  return colouring.complete(edges) ? colouring.factors : null;
}

class Colouring {
  readonly #degree: number;
  readonly #chance: Chance;
  /** factors[c][v]: v's partner by colour c, or -1. */
  readonly factors: Factor[];

  constructor(size: number, degree: number, chance: Chance) {
    this.#degree = degree;
    this.#chance = chance;
    this.factors = Array.from({ length: degree }, () => new Int32Array(size).fill(-1));
  }

  complete(edges: readonly (readonly [number, number])[]): boolean {
    const waiting = [...edges];
    for (let moves = PATIENCE; moves > 0; moves--) {
      if (waiting.length === 0) return true;
      const at = this.#chance.below(waiting.length);
      const [a, b] = waiting[at]!;
      waiting[at] = waiting.at(-1)!;
      waiting.pop();
      for (const driven of this.#colour(a, b)) waiting.push(driven);
    }
    return waiting.length === 0;
  }

  /** Gives an edge a colour; returns the edges that lost theirs. */
  #colour(a: number, b: number): (readonly [number, number])[] {
    const ofA = this.#missing(a);
    const ofB = this.#missing(b);
    const common = ofA.filter((colour) => this.factors[colour]![b] === -1);
    if (common.length > 0) {
      this.#set(common[this.#chance.below(common.length)]!, a, b);
      return [];
    }
    // A colour missing at b is swapped away from a along a chain that does not end at b.
    for (const one of ofA) {
      for (const other of ofB) {
        if (!this.#swapChain(a, b, other, one)) continue;
        this.#set(other, a, b);
        return [];
      }
    }
    // By force: mostly a colour that drives out one edge; now and then any, lest the search goes round in circles.
    const ends = this.#chance.below(2) === 0 ? ofA : ofB;
    const any = this.#chance.below(8) === 0;
    return this.#force(a, b, any ? this.#chance.below(this.#degree) : ends[this.#chance.below(ends.length)]!);
  }

  #missing(v: number): number[] {
    const missing: number[] = [];
    for (let colour = 0; colour < this.#degree; colour++) {
      if (this.factors[colour]![v] === -1) missing.push(colour);
    }
    return missing;
  }

  #set(colour: number, a: number, b: number): void {
    const factor = this.factors[colour]!;
    factor[a] = b;
    factor[b] = a;
  }

  /** Swaps two colours along the chain that leaves `from` by `first`; not when it ends at `end`. */
  #swapChain(from: number, end: number, first: number, second: number): boolean {
    const chain = [from];
    for (let colour = first; ; colour = colour === first ? second : first) {
      const next = this.factors[colour]![chain.at(-1)!]!;
      if (next === -1) break;
      chain.push(next);
    }
    if (chain.at(-1) === end) return false;
    for (const v of chain) {
      const [p, q] = [this.factors[first]!, this.factors[second]!];
      [p[v], q[v]] = [q[v]!, p[v]!];
    }
    return true;
  }

  #force(a: number, b: number, colour: number): (readonly [number, number])[] {
    const factor = this.factors[colour]!;
    const driven: (readonly [number, number])[] = [];
    for (const v of [a, b]) {
      const partner = factor[v]!;
      if (partner === -1) continue;
      driven.push([v, partner]);
      factor[v] = -1;
      factor[partner] = -1;
    }
    this.#set(colour, a, b);
    return driven;
  }
}
