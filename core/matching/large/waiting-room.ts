import type { Roster } from '../ground/roster.ts';
import { haveCommonStart, isAllowedPair, isExcluded, roundsSinceMet } from '../ground/rules.ts';
import { pairWeight } from '../ground/weight.ts';

/** How many people wait for a partner at once. */
const WAITING = 64;

/** Words of one summary, and what they are. */
const SUMMARY = 8;
const [PERSON, DEPARTMENT, OFFICE, MANAGER, FOLDED] = [0, 1, 2, 3, 4] as const;

/** People wait here until somebody comes who suits them. */
export class WaitingRoom {
  readonly #roster: Roster;
  readonly #mate: Int32Array;
  /** So many may be put aside for others in a full room, before pairs are made that are not fresh. */
  readonly #mostAside: number;
  /**
   * What refuses most partners soonest, for each of those who wait, seat by seat, and after them for whoever comes in: the
   * person's number; the department, office and manager (a number below 0 that nobody else has when there is none); and three words
   * of the week folded: bit b of word w is set when that person could start in quarter b of some word w, w + 3, w + 6 … of the week (96
   * quarters: one day, as a rule). Two people whose folded weeks have no bit in common have no start in common.
   */
  readonly #rows = new Int32Array(SUMMARY * (WAITING + 1));
  /** Those who wait sit on the seats below this one. */
  #count = 0;
  /** People who had to leave without a partner. */
  readonly #aside: number[] = [];
  /** No pair was made for want of a better one. */
  #allFresh = true;

  /** @param mate By person; filled. */
  constructor(roster: Roster, mate: Int32Array) {
    this.#roster = roster;
    this.#mate = mate;
    this.#mostAside = roster.count >>> 8;
  }

  /**
   * Somebody comes in and takes the first of those waiting with whom a pair is fresh (allowed, never met, nothing
   * shared), or waits. False for somebody without any start, who does not come in.
   */
  enter(person: number): boolean {
    if (!this.#summarise(person)) return false;
    const seat = this.#firstFresh(person);
    if (seat >= 0) this.#join(person, seat);
    else this.#stay(person);
    return true;
  }

  /** Ends the waiting. */
  close(): { left: readonly number[]; allFresh: boolean } {
    while (this.#count > 0) this.#aside.push(this.#leave(0));
    return { left: this.#aside, allFresh: this.#allFresh };
  }

  /** Writes the row of the seat behind all who wait; false when there is no start. */
  #summarise(person: number): boolean {
    const { words, starts, department, office, manager } = this.#roster;
    let [first, second, third] = [0, 0, 0];
    let i = person * words;
    const end = i + words;
    for (; i + 2 < end; i += 3) {
      first |= starts[i]!;
      second |= starts[i + 1]!;
      third |= starts[i + 2]!;
    }
    if (i < end) first |= starts[i]!;
    if (i + 1 < end) second |= starts[i + 1]!;
    const rows = this.#rows;
    const row = SUMMARY * this.#count;
    const nobodys = -1 - person;
    rows[row + PERSON] = person;
    rows[row + DEPARTMENT] = department[person]! < 0 ? nobodys : department[person]!;
    rows[row + OFFICE] = office[person]! < 0 ? nobodys : office[person]!;
    rows[row + MANAGER] = manager[person]! < 0 ? nobodys : manager[person]!;
    rows[row + FOLDED] = first;
    rows[row + FOLDED + 1] = second;
    rows[row + FOLDED + 2] = third;
    return (first | second | third) !== 0;
  }

  /** The seat of the first with whom a pair is fresh, or -1. The cheap tests come first. */
  #firstFresh(person: number): number {
    const rows = this.#rows;
    const end = SUMMARY * this.#count;
    const department = rows[end + DEPARTMENT]!;
    const office = rows[end + OFFICE]!;
    const manager = rows[end + MANAGER]!;
    const first = rows[end + FOLDED]!;
    const second = rows[end + FOLDED + 1]!;
    const third = rows[end + FOLDED + 2]!;
    for (let other = 0; other < end; other += SUMMARY) {
      const folded = other + FOLDED;
      if (((first & rows[folded]!) | (second & rows[folded + 1]!) | (third & rows[folded + 2]!)) === 0)
        continue;
      if (department === rows[other + DEPARTMENT]! || office === rows[other + OFFICE]!) continue;
      const managerOfOther = rows[other + MANAGER]!;
      if (manager === managerOfOther || manager === rows[other]! || managerOfOther === person) continue;
      if (meetAnew(this.#roster, person, rows[other]!)) return other / SUMMARY;
    }
    return -1;
  }

  /** Somebody who finds nobody for a fresh pair waits. When too many wait, somebody goes, or pairs are made for want of better ones. */
  #stay(person: number): void {
    if (this.#count === WAITING) {
      const seat = this.#aside.length < this.#mostAside ? -1 : this.#cheapest(person);
      if (seat >= 0) {
        this.#allFresh = false;
        this.#join(person, seat);
        return;
      }
      this.#aside.push(this.#leave(0));
      this.#summarise(person);
    }
    this.#count++;
  }

  #join(person: number, seat: number): void {
    const partner = this.#leave(seat);
    this.#mate[person] = partner;
    this.#mate[partner] = person;
  }

  /** Frees a seat, which the last one takes. */
  #leave(seat: number): number {
    const rows = this.#rows;
    const row = SUMMARY * seat;
    const person = rows[row + PERSON]!;
    const last = SUMMARY * --this.#count;
    for (let i = 0; i < SUMMARY; i++) rows[row + i] = rows[last + i]!;
    return person;
  }

  #cheapest(person: number): number {
    let best = -1;
    let least = Infinity;
    for (let seat = 0; seat < this.#count; seat++) {
      const other = this.#rows[SUMMARY * seat + PERSON]!;
      if (!isAllowedPair(this.#roster, person, other)) continue;
      const weight = pairWeight(this.#roster, person, other);
      if (weight < least) [best, least] = [seat, weight];
    }
    return best;
  }
}

/** True when two people may meet and never did. */
function meetAnew(roster: Roster, a: number, b: number): boolean {
  return haveCommonStart(roster, a, b) && roundsSinceMet(roster, a, b) === 0 && !isExcluded(roster, a, b);
}
