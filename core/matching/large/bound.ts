import type { Roster } from '../ground/roster.ts';

/**
 * A lower bound of closeness from the sizes of classes: of a class of m people, of whom at most `unplaced` are left out, the n − m
 * others can take in one each, and the rest meet among themselves: (m − unplaced − (n − m)) / 2 pairs
 * at least (a trio never does better). Departments, offices and managers add up.
 */
export function closenessBound(roster: Roster, unplaced: number): number {
  const pairs = (classes: Int32Array): number => {
    const sizes = new Map<number, number>();
    let largest = 0;
    for (const number of classes) {
      if (number < 0) continue;
      const size = (sizes.get(number) ?? 0) + 1;
      sizes.set(number, size);
      if (size > largest) largest = size;
    }
    return Math.max(0, Math.ceil((2 * largest - unplaced - classes.length) / 2));
  };
  return 4 * pairs(roster.manager) + 2 * pairs(roster.department) + pairs(roster.office);
}
