import type { MyHistory } from '../../core/api/meetings.ts';

/** Somebody whom the reader met. */
export interface Acquaintance {
  readonly id: string;
  readonly name: string;
  /** How often they met. */
  readonly times: number;
  /** ISO date: the Monday of the week in which they last met; null: before this product. */
  readonly last: string | null;
}

/** The people of a department whom the reader met, in the order in which they first met. */
export interface Group {
  /** Null: the directory does not say. */
  readonly department: string | null;
  readonly people: readonly Acquaintance[];
}

/**
 * The people whom the reader met, by department. Departments stand in the order in which they came in, so that the network grows at
 * its end and keeps its shape. People of whom the directory has no name any more are left out.
 * @param history newest first
 */
export function networkOf(history: MyHistory): readonly Group[] {
  const met = history
    .toReversed()
    .filter((meeting) => meeting.met === true)
    .flatMap(({ week, partners }) => partners.map((partner) => ({ ...partner, week })))
    .filter(({ name }) => name !== '');
  const meetings = Map.groupBy(met, ({ id }) => id);
  const people = [...meetings.values()].flatMap((theirs) => {
    const [newest] = theirs.slice(-1);
    if (newest === undefined) return [];
    const { id, name, department = null, week } = newest;
    return [{ id, name, department, times: theirs.length, last: week }];
  });
  return [...Map.groupBy(people, ({ department }) => department)].map(([department, theirs]) => ({
    department,
    people: theirs.map(({ id, name, times, last }) => ({ id, name, times, last })),
  }));
}

/** How many people a network has, and how many departments that are known. */
export function sizeOf(network: readonly Group[]): { readonly people: number; readonly departments: number } {
  return {
    people: network.reduce((sum, { people }) => sum + people.length, 0),
    departments: network.filter(({ department }) => department !== null).length,
  };
}
