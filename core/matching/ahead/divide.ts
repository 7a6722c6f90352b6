import { type Chance, seededChance } from '../ground/chance.ts';
import { type Factor, factorOf, fingerprint } from './factor.ts';
import { drawTrios } from './draw-trios.ts';

/** Moves of one search, for each edge, before it gives up; where there is a division it mostly takes fewer than two. */
const PATIENCE = 25;
/** Moves of all searches together. */
const MOVES = 100_000;
/** How often the trios are drawn so that nobody is in two running, and then how often without that wish. */
const DRAWS = 5;
/** Cells of a colouring: a person without a partner by this colour, and one who is in its trio. */
const ALONE = -1;
const IN_TRIO = -2;

/**
 * Takes as many rounds out of a graph as can be found, in which no edge is used twice: perfect matchings, with a trio each when
 * the people are odd in number. `partners` is by person. No rounds when none were found (there may be none: two triangles have
 * none without a trio).
 *
 * The number of rounds starts from the counting bound. The trios are drawn first; the rest is an edge colouring, where each
 * colour is a round: a person who lacks a partner by some colour has an uncoloured edge, which gets a colour missing at both
 * ends, if need be after a Kempe chain has been swapped; where that fails too it takes a colour by force, and the edges it
 * drives out lose theirs. The moves are drawn from a seed made of the graph, so that the same graph always gives
 * the same answer: that is how a later round, which knows the graph from the history alone, finds the plan of an earlier one again.
 */
export function divide(partners: readonly (readonly number[])[]): Factor[] {
  const edges = partners.flatMap((others, a) => others.filter((b) => b > a).map((b) => [a, b] as const));
  const chance = seededChance(fingerprint(edges));
  const odd = partners.length % 2 === 1;
  const most = mostRounds(partners);
  let left = MOVES;
  for (let rounds = most; rounds >= Math.max(most - 2, 1); rounds--) {
    for (let draw = 0; draw < 2 * DRAWS && left > 0; draw++) {
      const trios = odd ? drawTrios(partners, rounds, draw < DRAWS, chance) : [];
      if (trios === null) continue;
      const colouring = new Colouring(partners, rounds, trios, chance);
      const moves = Math.min(left, PATIENCE * edges.length);
      if (colouring.complete(moves)) return colouring.factors(trios);
      left -= moves;
    }
  }
  return [];
}

/** No more rounds can be taken out than this: everybody needs a partner in each, and in a trio two. */
export function mostRounds(partners: readonly (readonly number[])[]): number {
  if (partners.length === 0) return 0;
  const least = Math.min(...partners.map((others) => others.length));
  if (partners.length % 2 === 0) return least;
  const ends = partners.reduce((sum, others) => sum + others.length, 0);
  return Math.min(least, Math.floor(ends / (partners.length + 3)));
}

class Colouring {
  readonly #size: number;
  readonly #chance: Chance;
  /** by[c][v]: v's partner by colour c, or ALONE, or IN_TRIO. */
  readonly #by: Int32Array[];
  /** Whom v could still meet: the edges without a colour. */
  readonly #open: Set<number>[];

  constructor(
    partners: readonly (readonly number[])[],
    rounds: number,
    trios: readonly (readonly number[])[],
    chance: Chance,
  ) {
    this.#size = partners.length;
    this.#chance = chance;
    this.#by = Array.from({ length: rounds }, () => new Int32Array(partners.length).fill(ALONE));
    this.#open = partners.map((others) => new Set(others));
    trios.forEach((trio, colour) => {
      for (const a of trio) {
        this.#by[colour]![a] = IN_TRIO;
        for (const b of trio) this.#open[a]!.delete(b);
      }
    });
  }

  factors(trios: readonly (readonly number[])[]): Factor[] {
    return this.#by.map((partner, colour) => {
      const pairs = [...partner.entries()].filter(([a, b]) => a < b);
      return factorOf(this.#size, [...pairs, ...trios.slice(colour, colour + 1)]);
    });
  }

  complete(patience: number): boolean {
    const waiting = Array.from({ length: this.#size }, (_, v) => v);
    for (let moves = patience; moves > 0; moves--) {
      if (waiting.length === 0) return true;
      const at = this.#chance.below(waiting.length);
      const a = waiting[at]!;
      const missing = this.#missing(a);
      if (missing.length === 0) {
        waiting[at] = waiting.at(-1)!;
        waiting.pop();
        continue;
      }
      const open = [...this.#open[a]!];
      waiting.push(...this.#colour(a, open[this.#chance.below(open.length)]!, missing));
    }
    return false;
  }

  /** Gives an edge a colour; returns those who lost theirs. */
  #colour(a: number, b: number, ofA: readonly number[]): number[] {
    const ofB = this.#missing(b);
    const common = ofA.filter((colour) => this.#by[colour]![b] === ALONE);
    if (common.length > 0) {
      this.#set(common[this.#chance.below(common.length)]!, a, b);
      return [];
    }
    // A colour missing at b is swapped away from a along a chain that does not end at b.
    for (const one of ofA) {
      for (const other of ofB) {
        if (this.#by[other]![a] === IN_TRIO || !this.#swapChain(a, b, other, one)) continue;
        this.#set(other, a, b);
        return [];
      }
    }
    // By force: mostly a colour that drives out one edge; now and then any, lest the search goes round in circles.
    const ends = ofB.length === 0 || this.#chance.below(2) === 0 ? ofA : ofB;
    const any = this.#chance.below(8) === 0;
    return this.#force(
      a,
      b,
      any ? this.#chance.below(this.#by.length) : ends[this.#chance.below(ends.length)]!,
    );
  }

  #missing(v: number): number[] {
    const missing: number[] = [];
    for (let colour = 0; colour < this.#by.length; colour++) {
      if (this.#by[colour]![v] === ALONE) missing.push(colour);
    }
    return missing;
  }

  #set(colour: number, a: number, b: number): void {
    const partner = this.#by[colour]!;
    partner[a] = b;
    partner[b] = a;
    this.#open[a]!.delete(b);
    this.#open[b]!.delete(a);
  }

  /** Swaps two colours along the chain that leaves `from` by `first`; not when it ends at `end`, or at a trio. */
  #swapChain(from: number, end: number, first: number, second: number): boolean {
    const chain = [from];
    for (let colour = first; ; colour = colour === first ? second : first) {
      const next = this.#by[colour]![chain.at(-1)!]!;
      if (next === IN_TRIO) return false;
      if (next === ALONE) break;
      chain.push(next);
    }
    if (chain.at(-1) === end) return false;
    for (const v of chain) {
      const [p, q] = [this.#by[first]!, this.#by[second]!];
      [p[v], q[v]] = [q[v]!, p[v]!];
    }
    return true;
  }

  #force(a: number, b: number, colour: number): number[] {
    const partner = this.#by[colour]!;
    if (partner[a] === IN_TRIO || partner[b] === IN_TRIO) return [];
    const driven: number[] = [];
    for (const v of [a, b]) {
      const other = partner[v]!;
      if (other === ALONE) continue;
      driven.push(v, other);
      partner[v] = ALONE;
      partner[other] = ALONE;
      this.#open[v]!.add(other);
      this.#open[other]!.add(v);
    }
    this.#set(colour, a, b);
    return driven;
  }
}
