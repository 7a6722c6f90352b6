import type { PastRound } from '../read-roster.ts';
import { type Factor, factorise } from './factorise.ts';
import { tournamentFrom } from './round-robin.ts';

/**
 * For a group that has stayed the same and in which nobody met twice: rounds in which all the meetings that remain
 * can take place without a repeat. It is recovered from the history alone, by playing it again: the first round makes a
 * tournament; each later round either is one of the rounds planned, or a new division of what remained after it was found
 * when it was chosen, and is found again here. Null when the group did not stay the same, or no division is known.
 */
export function remainingRounds(count: number, past: readonly PastRound[]): Factor[] | null {
  const met = new Uint8Array(count * count);
  let planned: Factor[] | null = null;
  for (const [i, round] of past.entries()) {
    const factor = factorOf(count, round);
    if (factor === null) return null;
    for (let a = 0; a < count; a++) {
      if (met[a * count + factor[a]!] === 1) return null;
      met[a * count + factor[a]!] = 1;
    }
    const before: Factor[] | null = i === 0 ? tournamentFrom(factor) : planned;
    const rest: Factor[] | undefined = before?.filter((other) => !other.every((b, a) => b === factor[a]));
    planned =
      rest !== undefined && before !== null && rest.length < before.length
        ? rest
        : factorise(unmet(count, met));
  }
  return planned;
}

/** Whether what remains after one more round can be divided into rounds, so that `remainingRounds` will find them. */
export function canGoOnAfter(count: number, past: readonly PastRound[], next: Factor): boolean {
  const pairs: [number, number][] = [];
  next.forEach((b, a) => {
    if (a < b) pairs.push([a, b]);
  });
  const rest = remainingRounds(count, [...past, { round: Infinity, pairs, complete: true }]);
  return rest !== null;
}

function factorOf(count: number, { pairs, complete }: PastRound): Factor | null {
  const factor = new Int32Array(count).fill(-1);
  if (!complete || pairs.length !== count / 2) return null;
  for (const [a, b] of pairs) {
    if (factor[a] !== -1 || factor[b] !== -1) return null;
    factor[a] = b;
    factor[b] = a;
  }
  return factor;
}

function unmet(count: number, met: Uint8Array): number[][] {
  return Array.from({ length: count }, (_, a) =>
    Array.from({ length: count }, (_, b) => b).filter((b) => b !== a && met[a * count + b] === 0),
  );
}
