import type { Roster } from '../roster.ts';
import { isAllowedPair, isExcluded } from '../rules.ts';
import { pairWeight } from './weight.ts';

/** How many people wait for a partner at once. */
const WAITING = 32;
/** How many people's rows are fetched from memory at once. */
const AHEAD = 64;
const NOBODYS = -2;

export interface FirstPass {
  readonly left: number[];
  /** Those without any start. */
  readonly away: number[];
  /** No pair made costs anything. */
  readonly atNoCost: boolean;
}

/**
 * Pairs people as they come, in the order given: each takes the first of those waiting with whom a meeting costs nothing
 * (allowed, never met, nothing shared), or else waits. When too many wait, the newcomer takes the
 * cheapest of them instead, and when none is allowed one of those waiting is put aside.
 *
 * Fills `mate` (by person, -1: nobody) and returns those who are left, and those of them who have no start at all. Linear: a newcomer looks at WAITING people at most,
 * at two or three in a large organisation.
 */
export function pairAsTheyCome(roster: Roster, order: Int32Array, mate: Int32Array): FirstPass {
  const waiting = new WaitingRoom(roster);
  const aside: number[] = [];
  const away: number[] = [];
  for (let next = 0; next < order.length; next++) {
    if (next % AHEAD === 0) touch(roster, order, next, Math.min(order.length, next + AHEAD));
    const person = order[next]!;
    const partner = waiting.meet(person);
    if (partner >= 0) {
      mate[person] = partner;
      mate[partner] = person;
    } else if (waiting.newcomerIsAway()) {
      away.push(person);
    } else {
      if (waiting.isFull()) aside.push(waiting.leave(0));
      waiting.enter(person);
    }
  }
  while (!waiting.isEmpty()) aside.push(waiting.leave(0));
  return { left: aside, away, atNoCost: waiting.allAtNoCost };
}

/**
 * Those who wait, and of each what refuses most partners soonest: traits, and the week folded over three
 * words (96 quarters: one day, as a rule), without which no start can be common. Place i of every array is one person; places from `#count` on are stale.
 */
class WaitingRoom {
  readonly #roster: Roster;
  readonly #person = new Int32Array(WAITING);
  readonly #department = new Int32Array(WAITING);
  readonly #office = new Int32Array(WAITING);
  readonly #manager = new Int32Array(WAITING);
  readonly #folded = new Int32Array(3 * WAITING);
  /** The newcomer's folded week. */
  readonly #own = new Int32Array(3);
  #count = 0;
  allAtNoCost = true;

  constructor(roster: Roster) {
    this.#roster = roster;
  }

  isFull(): boolean {
    return this.#count === WAITING;
  }

  /** Of the newcomer last asked about: no start at all. */
  newcomerIsAway(): boolean {
    return (this.#own[0]! | this.#own[1]! | this.#own[2]!) === 0;
  }

  isEmpty(): boolean {
    return this.#count === 0;
  }

  /** The partner for a newcomer, who is then taken out of the room; -1: the newcomer has to wait. */
  meet(a: number): number {
    this.#fold(a);
    let place = this.#firstAtNoCost(a);
    if (place < 0 && this.isFull()) {
      place = this.#cheapest(a);
      this.allAtNoCost &&= place < 0;
    }
    return place < 0 ? -1 : this.leave(place);
  }

  /** The last newcomer that met nobody takes a place. */
  enter(person: number): void {
    const place = this.#count++;
    this.#person[place] = person;
    this.#department[place] = this.#roster.department[person]!;
    this.#office[place] = this.#roster.office[person]!;
    this.#manager[place] = this.#roster.manager[person]!;
    for (let i = 0; i < 3; i++) this.#folded[3 * place + i] = this.#own[i]!;
  }

  /** Frees a place, which the last one takes. */
  leave(place: number): number {
    const person = this.#person[place]!;
    const last = --this.#count;
    this.#person[place] = this.#person[last]!;
    this.#department[place] = this.#department[last]!;
    this.#office[place] = this.#office[last]!;
    this.#manager[place] = this.#manager[last]!;
    for (let i = 0; i < 3; i++) this.#folded[3 * place + i] = this.#folded[3 * last + i]!;
    return person;
  }

  #fold(person: number): void {
    const { starts, words } = this.#roster;
    let [first, second, third] = [0, 0, 0];
    const end = (person + 1) * words;
    let i = person * words;
    for (; i + 2 < end; i += 3) {
      first |= starts[i]!;
      second |= starts[i + 1]!;
      third |= starts[i + 2]!;
    }
    if (i < end) first |= starts[i]!;
    if (i + 1 < end) second |= starts[i + 1]!;
    this.#own[0] = first;
    this.#own[1] = second;
    this.#own[2] = third;
  }

  /** The place of the first with whom a meeting costs nothing, or -1. The cheap tests come first. */
  #firstAtNoCost(a: number): number {
    const roster = this.#roster;
    const { starts, words, metOffset, metWith } = roster;
    // None is -1, which is shared by nobody: not even by another -1.
    const department = roster.department[a]! < 0 ? NOBODYS : roster.department[a]!;
    const office = roster.office[a]! < 0 ? NOBODYS : roster.office[a]!;
    const manager = roster.manager[a]! < 0 ? NOBODYS : roster.manager[a]!;
    const departments = this.#department;
    const offices = this.#office;
    const managers = this.#manager;
    const people = this.#person;
    const first = this.#own[0]!;
    const second = this.#own[1]!;
    const third = this.#own[2]!;
    const folded = this.#folded;
    candidates: for (let place = 0, count = this.#count; place < count; place++) {
      const f = 3 * place;
      if (((first & folded[f]!) | (second & folded[f + 1]!) | (third & folded[f + 2]!)) === 0) continue;
      if (department === departments[place] || office === offices[place]) continue;
      const b = people[place]!;
      const managerOfB = managers[place]!;
      if (manager === managerOfB || manager === b || managerOfB === a) continue;
      for (let i = a * words, j = b * words, end = i + words; ; i++, j++) {
        if (i === end) continue candidates;
        if ((starts[i]! & starts[j]!) !== 0) break;
      }
      for (let i = metOffset[a]!, end = metOffset[a + 1]!; i < end; i++) {
        if (metWith[i] === b) continue candidates;
      }
      if (!isExcluded(roster, a, b)) return place;
    }
    return -1;
  }

  #cheapest(a: number): number {
    let best = -1;
    let least = Infinity;
    for (let place = 0; place < this.#count; place++) {
      const b = this.#person[place]!;
      if (!isAllowedPair(this.#roster, a, b)) continue;
      const weight = pairWeight(this.#roster, a, b);
      if (weight < least) {
        best = place;
        least = weight;
      }
    }
    return best;
  }
}

/**
 * Reads something of each row that is about to be needed. In a random order nearly every row is a cache miss; asked for
 * together the misses overlap, which about halves the time for a million people.
 */
function touch(roster: Roster, order: Int32Array, from: number, to: number): number {
  const { words, starts, department, office, manager, metOffset, metWith, excludedOffset } = roster;
  let sum = 0;
  for (let next = from; next < to; next++) {
    const person = order[next]!;
    const met = metOffset[person]!;
    const row = person * words;
    sum ^= starts[row]! ^ starts[row + words - 1]! ^ department[person]! ^ office[person]! ^ manager[person]!;
    if (met + 16 < metWith.length) sum ^= metWith[met]! ^ metWith[met + 16]! ^ excludedOffset[person]!;
  }
  return sum;
}
