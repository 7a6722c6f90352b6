import type { Roster } from './roster.ts';

/** With more departments than this nearly every pair drawn at random makes a new link, and their pairs are too many to list. */
const MOST_DEPARTMENTS = 2048;

/** The number of a pair of different departments, in either order; -1 when they are one, or one of them is none. */
export function linkBetween(departments: number, one: number, other: number): number {
  if (one < 0 || other < 0 || one === other) return -1;
  return one < other ? one * departments + other : other * departments + one;
}

/** By department: those with which it has no link yet. Null when every link is made, none counts, or departments are too many to list. */
export function openLinks(departments: number, linked: ReadonlySet<number> | null): number[][] | null {
  if (linked === null || departments > MOST_DEPARTMENTS || isComplete(departments, linked)) return null;
  const all = Array.from({ length: departments }, (_, department) => department);
  return all.map((one) =>
    all.filter((other) => other !== one && !linked.has(linkBetween(departments, one, other))),
  );
}

/** Whether no new link can be made. */
export function isEverythingLinked({ departments, linked }: Roster): boolean {
  return linked !== null && isComplete(departments, linked);
}

function isComplete(departments: number, linked: ReadonlySet<number>): boolean {
  return linked.size === (departments * (departments - 1)) / 2;
}
