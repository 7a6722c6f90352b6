import { pairsOf } from '../explain.ts';
import type { PastRound } from '../read-roster.ts';
import { type Factor, factorOf, groupsOf } from './factor.ts';
import { factorise } from './factorise.ts';
import { tournamentFrom } from './tournament.ts';

/**
 * For a group that has stayed the same and in which nobody met twice: rounds that can follow without a repeat, as many as possible (in
 * an even group, all the meetings that remain). They are recovered from the history alone, by playing it again: the first round makes a
 * tournament; each later round either is one of the rounds planned, or a new division of what remained after it was found
 * when it was chosen, and is found again here. Null when the group did not stay the same, or no division is known.
 */
export function remainingRounds(count: number, past: readonly PastRound[]): Factor[] | null {
  const met = new Uint8Array(count * count);
  let planned: Factor[] | null = null;
  for (const [i, round] of past.entries()) {
    const factor = readRound(count, round);
    if (factor === null || !meetAnew(met, factor)) return null;
    const before: Factor[] | null = i === 0 ? tournamentFrom(factor) : planned;
    const rest: Factor[] | undefined = before?.filter((other) => !other.every((b, a) => b === factor[a]));
    if (rest !== undefined && before !== null && rest.length < before.length) planned = rest;
    else planned = count % 2 === 0 ? factorise(unmet(count, met)) : null;
  }
  return planned;
}

/** Whether what remains after one more round can be divided into rounds, so that `remainingRounds` will find them. */
export function canGoOnAfter(count: number, past: readonly PastRound[], next: Factor): boolean {
  const pairs = groupsOf(next).map(([a, b]) => [a!, b!] as const);
  return remainingRounds(count, [...past, { round: Infinity, pairs, complete: true }]) !== null;
}

/** The trio of the last round, if it had exactly one. */
export function trioInLast(past: readonly PastRound[]): number[] {
  const meetings = past.at(-1)?.pairs.flat() ?? [];
  return [...new Set(meetings)].filter((person) => meetings.filter((other) => other === person).length === 2);
}

/** Null when somebody is in no group or in two, or when there is more than one trio, or one too many. */
function readRound(count: number, { pairs, complete }: PastRound): Factor | null {
  const others: number[][] = Array.from({ length: count }, () => []);
  for (const [a, b] of pairs) {
    others[a]!.push(b);
    others[b]!.push(a);
  }
  const trio = [...others.keys()].filter((person) => others[person]!.length === 2);
  const alone = others.some((known) => known.length === 0 || known.length > 2);
  if (!complete || alone || trio.length !== (count % 2 === 0 ? 0 : 3)) return null;
  const groups = pairs.filter(([a]) => others[a]!.length === 1);
  return trio.every((person) => others[person]!.every((other) => trio.includes(other)))
    ? factorOf(count, trio.length === 0 ? groups : [...groups, trio])
    : null;
}

/** Marks everybody of a group as having met; false when two of them had met before. */
function meetAnew(met: Uint8Array, factor: Factor): boolean {
  for (const [a, b] of groupsOf(factor).flatMap(pairsOf)) {
    if (met[a * factor.length + b] === 1) return false;
    met[a * factor.length + b] = 1;
    met[b * factor.length + a] = 1;
  }
  return true;
}

function unmet(count: number, met: Uint8Array): number[][] {
  return Array.from({ length: count }, (_, a) =>
    Array.from({ length: count }, (_, b) => b).filter((b) => b !== a && met[a * count + b] === 0),
  );
}
