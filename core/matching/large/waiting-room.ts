import type { Roster } from '../roster.ts';
import { isAllowedPair } from '../rules.ts';
import { meetAnew } from './meet-anew.ts';
import { DEPARTMENT, FOLDED, MANAGER, OFFICE, PERSON, SUMMARY } from './summaries.ts';
import { pairWeight } from './weight.ts';

/** How many people wait for a partner at once. */
const WAITING = 32;

/** People wait here until somebody comes who suits them. People are named by their places in the summaries. */
export class WaitingRoom {
  readonly #roster: Roster;
  readonly #rows: Int32Array;
  readonly #mate: Int32Array;
  readonly #inFull: boolean;
  readonly #mostAside: number;
  /** Those who wait are `#waiting[0]` up to, not including, `#waiting[#count]`. */
  readonly #waiting = new Int32Array(WAITING);
  #count = 0;
  /** People who had to leave without a partner. */
  readonly #aside: number[] = [];
  /** No pair was made for want of a better one. */
  #allAtNoCost = true;

  /**
   * @param mate By person; filled.
   * @param inFull The rules decide who may meet; otherwise the summaries, which may put people together who must be parted again.
   * @param mostAside So many may be put aside for others in a full room, before pairs are made that cost something.
   */
  constructor(
    roster: Roster,
    rows: Int32Array,
    mate: Int32Array,
    { inFull, mostAside }: { readonly inFull: boolean; readonly mostAside: number },
  ) {
    this.#roster = roster;
    this.#rows = rows;
    this.#mate = mate;
    this.#inFull = inFull;
    this.#mostAside = mostAside;
  }

  /**
   * People come in, one after the other. Each takes the first of those waiting with whom a
   * meeting costs nothing (allowed, never met, nothing shared), or waits.
   */
  enter(places: Int32Array): void {
    for (const place of places) {
      const seat = this.#firstAtNoCost(place);
      if (seat >= 0) this.#join(place, seat);
      else this.#stay(place);
    }
  }

  /** Ends the waiting. */
  close(): { left: number[]; atNoCost: boolean } {
    while (this.#count > 0) this.#aside.push(this.#leave(0));
    const left = this.#aside.map((place) => this.#rows[SUMMARY * place]!);
    return { left, atNoCost: this.#allAtNoCost };
  }

  /** Somebody for whom nobody is at no cost waits. When too many wait, somebody goes, or pairs are made for want of better ones. */
  #stay(place: number): void {
    if (this.#count === WAITING) {
      const seat = this.#aside.length < this.#mostAside ? -1 : this.#cheapest(place);
      if (seat >= 0) {
        this.#allAtNoCost = false;
        this.#join(place, seat);
        return;
      }
      this.#aside.push(this.#leave(0));
    }
    this.#waiting[this.#count++] = place;
  }

  #join(place: number, seat: number): void {
    const a = this.#rows[SUMMARY * place]!;
    const b = this.#rows[SUMMARY * this.#leave(seat)]!;
    this.#mate[a] = b;
    this.#mate[b] = a;
  }

  /** Frees a seat, which the last one takes. */
  #leave(seat: number): number {
    const place = this.#waiting[seat]!;
    this.#waiting[seat] = this.#waiting[--this.#count]!;
    return place;
  }

  /** The seat of the first with whom a meeting costs nothing, or -1. The cheap tests come first. */
  #firstAtNoCost(place: number): number {
    const rows = this.#rows;
    const waiting = this.#waiting;
    const row = SUMMARY * place;
    const person = rows[row + PERSON]!;
    const department = rows[row + DEPARTMENT]!;
    const office = rows[row + OFFICE]!;
    const manager = rows[row + MANAGER]!;
    const first = rows[row + FOLDED]!;
    const second = rows[row + FOLDED + 1]!;
    const third = rows[row + FOLDED + 2]!;
    for (let seat = 0, count = this.#count; seat < count; seat++) {
      const other = SUMMARY * waiting[seat]!;
      const folded = other + FOLDED;
      if (((first & rows[folded]!) | (second & rows[folded + 1]!) | (third & rows[folded + 2]!)) === 0)
        continue;
      if (department === rows[other + DEPARTMENT]! || office === rows[other + OFFICE]!) continue;
      const managerOfOther = rows[other + MANAGER]!;
      if (manager === managerOfOther || manager === rows[other]! || managerOfOther === person) continue;
      if (!this.#inFull || meetAnew(this.#roster, person, rows[other]!)) return seat;
    }
    return -1;
  }

  #cheapest(place: number): number {
    const a = this.#rows[SUMMARY * place]!;
    let best = -1;
    let least = Infinity;
    for (let seat = 0; seat < this.#count; seat++) {
      const b = this.#rows[SUMMARY * this.#waiting[seat]!]!;
      if (!isAllowedPair(this.#roster, a, b)) continue;
      const weight = pairWeight(this.#roster, a, b);
      if (weight < least) [best, least] = [seat, weight];
    }
    return best;
  }
}
