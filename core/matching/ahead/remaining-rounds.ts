import { pairsOf } from '../ground/groups.ts';
import type { PastRound } from '../ground/roster.ts';
import { divide } from './divide.ts';
import { type Factor, factorOf, groupsOf } from './factor.ts';
import { tournamentFrom } from './tournament.ts';

/** Who has met whom, and rounds that can follow, in which nobody meets again. */
export interface Remaining {
  readonly met: Meetings;
  readonly rounds: readonly Factor[];
  /** Whether the same people have met from the first round on, nobody twice. */
  readonly same: boolean;
}

/**
 * Rounds without a repeat that can follow, as many as are known. They are recovered from the history alone, by playing it again. If
 * the people were the same from the first round on, that round makes a tournament. A round of the same people either is one of the
 * rounds planned before it, or it was chosen because what remained after it could be divided, and is divided again here. After
 * a round of other people, or in which somebody was alone or met again, what remains is divided anew.
 */
export function remainingRounds(count: number, past: readonly PastRound[]): Remaining {
  const met = new Meetings(count);
  let planned: readonly Factor[] | null = null;
  let same = true;
  for (const [i, round] of past.entries()) {
    const factor = readRound(count, round);
    const anew = factor !== null && !met.hasAny(round.pairs);
    same &&= anew;
    const before: readonly Factor[] = !anew
      ? []
      : i === 0
        ? tournamentFrom(factor)
        : (planned ?? divide(met.open()));
    const rest = before.filter((other) => !other.every((b, a) => b === factor?.[a]));
    planned = rest.length < before.length ? rest : null;
    met.add(round.pairs);
  }
  return { met, rounds: planned ?? divide(met.open()), same };
}

/** Whether as many rounds as are known can follow when the next one is this; `remainingRounds` will find them then. */
export function canGoOnAfter({ met, rounds }: Remaining, next: Factor): boolean {
  const pairs = groupsOf(next).flatMap(pairsOf);
  return !met.hasAny(pairs) && divide(met.with(pairs).open()).length >= rounds.length - 1;
}

/** The trio of the last round, if it had exactly one. */
export function trioInLast(past: readonly PastRound[]): number[] {
  const meetings = past.at(-1)?.pairs.flat() ?? [];
  const twice = [...new Set(meetings)].filter(
    (person) => meetings.filter((other) => other === person).length === 2,
  );
  return twice.length === 3 ? twice : [];
}

class Meetings {
  readonly #count: number;
  readonly #met: Uint8Array;

  constructor(count: number, met = new Uint8Array(count * count)) {
    this.#count = count;
    this.#met = met;
  }

  add(pairs: readonly (readonly [number, number])[]): void {
    for (const [a, b] of pairs) {
      this.#met[a * this.#count + b] = 1;
      this.#met[b * this.#count + a] = 1;
    }
  }

  with(pairs: readonly (readonly [number, number])[]): Meetings {
    const more = new Meetings(this.#count, this.#met.slice());
    more.add(pairs);
    return more;
  }

  hasAny(pairs: readonly (readonly [number, number])[]): boolean {
    return pairs.some(([a, b]) => this.#met[a * this.#count + b] === 1);
  }

  /** Whom each person has not met. */
  open(): number[][] {
    const everybody = Array.from({ length: this.#count }, (_, i) => i);
    return everybody.map((a) => everybody.filter((b) => b !== a && this.#met[a * this.#count + b] === 0));
  }
}

/** Null when the round was not one of all people in pairs, with one trio if they are odd in number. */
function readRound(count: number, { pairs, complete }: PastRound): Factor | null {
  const others: number[][] = Array.from({ length: count }, () => []);
  for (const [a, b] of pairs) {
    others[a]!.push(b);
    others[b]!.push(a);
  }
  const trio = [...others.keys()].filter((person) => others[person]!.length === 2);
  const odd = others.some((known) => known.length === 0 || known.length > 2);
  if (!complete || odd || trio.length !== 3 * (count % 2)) return null;
  const groups = pairs.filter(([a]) => others[a]!.length === 1);
  return trio.every((person) => others[person]!.every((other) => trio.includes(other)))
    ? factorOf(count, trio.length === 0 ? groups : [...groups, trio])
    : null;
}
