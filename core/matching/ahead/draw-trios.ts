import type { Chance } from '../ground/chance.ts';

/** Draws that may fail before a trio counts as not to be had. */
const TRIES = 300;

/**
 * A trio for each round, drawn by chance: no two have a pair in common, everybody keeps partners
 * enough for the other rounds, and, if they are to be apart, nobody is in two running. Null when it did not work out.
 */
export function drawTrios(
  partners: readonly (readonly number[])[],
  rounds: number,
  apart: boolean,
  chance: Chance,
): number[][] | null {
  const open = partners.map((others) => new Set(others));
  const spare = partners.map((others) => others.length - rounds);
  const trios: number[][] = [];
  for (let tries = TRIES * rounds; trios.length < rounds; tries--) {
    if (tries === 0) return null;
    const last = apart ? (trios.at(-1) ?? []) : [];
    const a = mostSpare(spare, last, chance);
    if (a === -1) return null;
    const near = [...open[a]!].filter((b) => spare[b]! > 0 && !last.includes(b));
    if (near.length < 2) continue;
    const [b, c] = [near[chance.below(near.length)]!, near[chance.below(near.length)]!];
    if (!open[b]!.has(c)) continue;
    const trio = [a, b, c];
    for (const v of trio) {
      spare[v]!--;
      for (const u of trio) open[v]!.delete(u);
    }
    trios.push(trio);
  }
  return trios;
}

/** One of those who have the most partners to spare, so that they are used up evenly; -1: nobody has any. */
function mostSpare(spare: readonly number[], last: readonly number[], chance: Chance): number {
  const able = [...spare.keys()].filter((v) => spare[v]! > 0 && !last.includes(v));
  const most = Math.max(...able.map((v) => spare[v]!));
  const among = able.filter((v) => spare[v] === most);
  return among.length === 0 ? -1 : among[chance.below(among.length)]!;
}
