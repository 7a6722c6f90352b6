import type { Chance } from './ground/chance.ts';
import { byCodeUnits, type MatchingInput, type MatchingPerson, type PastPair } from './ground/input.ts';
import { linkBetween, openLinks } from './ground/links.ts';
import { LONGEST_AGO, type PastRound, type Roster, trioReluctance } from './ground/roster.ts';

export interface ReadRoster {
  readonly roster: Roster;
  /** The id of each person. */
  readonly ids: readonly string[];
  /** The name of each department. */
  readonly departments: readonly string[];
  /** Oldest first, rounds in which nobody met left out. */
  readonly rounds: readonly PastRound[];
}

/**
 * Numbers the people in the order of their ids, whatever the order of the input; or, when chance is given, in an order drawn
 * by it: a pass in the order of memory is then a pass in random order.
 */
export function readRoster(input: MatchingInput, chance: Chance | null = null): ReadRoster {
  const sorted = [...input.people].sort((a, b) => byCodeUnits(a.id, b.id));
  const twice = sorted.find(({ id }, i) => id === sorted[i + 1]?.id);
  if (twice !== undefined) {
    throw new RangeError(`Person "${twice.id}" is given twice; every id must be given once.`);
  }
  const order = Int32Array.from(sorted, (_, i) => i);
  chance?.shuffle(order);
  const people = Array.from(order, (i) => sorted[i]!);
  const ids = people.map((person) => person.id);
  const numbers = new Map(ids.map((id, i) => [id, i]));
  const departments = new Map<string, number>();
  for (const { department = '' } of people) {
    if (department !== '' && !departments.has(department)) departments.set(department, departments.size);
  }
  const department = numberNames(people, (person) => person.department, departments);
  const linked = input.coverage === false ? null : readLinks(input, numbers, department, departments);
  const excluded = adjacency(people.length, numberPairs(input.excluded, numbers));
  return {
    roster: {
      count: people.length,
      ...readStarts(people),
      department,
      departments: departments.size,
      linked,
      open: openLinks(departments.size, linked),
      office: numberNames(people, (person) => person.office),
      manager: numberNames(people, (person) => person.manager, numbers),
      ...readMeetings(input.history, numbers),
      excludedOffset: excluded.offset,
      excludedWith: excluded.partners,
      reluctance: Uint32Array.from(people, trioReluctance),
    },
    ids,
    departments: [...departments.keys()],
    rounds: readRounds(input.history, numbers),
  };
}

function readStarts(people: readonly MatchingPerson[]): { words: number; starts: Uint32Array } {
  const words = people[0]?.starts.length ?? 0;
  const starts = new Uint32Array(people.length * words);
  people.forEach((person, i) => {
    if (person.starts.length !== words) {
      throw new RangeError(
        `Person "${person.id}" has ${person.starts.length} words of availability; everybody must have ${words}, as the first has.`,
      );
    }
    starts.set(person.starts, i * words);
  });
  return { words, starts };
}

/** Gives equal names equal numbers, known names the number they have already; no name or an empty one: -1. */
function numberNames(
  people: readonly MatchingPerson[],
  nameOf: (person: MatchingPerson) => string | undefined,
  known: ReadonlyMap<string, number> = new Map(),
): Int32Array {
  const fresh = new Map<string, number>();
  return Int32Array.from(people, (person) => {
    const name = nameOf(person);
    if (name === undefined || name === '') return -1;
    const number = known.get(name) ?? fresh.get(name) ?? known.size + fresh.size;
    if (!known.has(name)) fresh.set(name, number);
    return number;
  });
}

function numberPairs(
  pairs: readonly (readonly [string, string])[],
  numbers: ReadonlyMap<string, number>,
): (readonly [number, number])[] {
  const known: (readonly [number, number])[] = [];
  for (const [a, b] of pairs) {
    const [i, j] = [numbers.get(a), numbers.get(b)];
    if (i !== undefined && j !== undefined && i !== j) known.push([i, j]);
  }
  return known;
}

/** Each person's partners in the CSR manner, both ways. */
function adjacency(
  count: number,
  pairs: readonly (readonly [number, number])[],
): { offset: Uint32Array; partners: Int32Array } {
  const offset = new Uint32Array(count + 1);
  for (const [a, b] of pairs) {
    offset[a + 1]!++;
    offset[b + 1]!++;
  }
  for (let i = 0; i < count; i++) offset[i + 1]! += offset[i]!;
  const partners = new Int32Array(2 * pairs.length);
  const next = offset.slice();
  for (const [a, b] of pairs) {
    partners[next[a]!++] = b;
    partners[next[b]!++] = a;
  }
  return { offset, partners };
}

/** For every pair its most recent meeting, as rounds before the round that is planned. */
function readMeetings(
  history: readonly PastPair[],
  numbers: ReadonlyMap<string, number>,
): { metOffset: Uint32Array; metWith: Int32Array; metAgo: Uint16Array } {
  let last = 0;
  for (const { round } of history) {
    if (!Number.isSafeInteger(round) || round < 0) {
      throw new RangeError(`Round ${round} of the history must be a whole number, 0 or more.`);
    }
    if (round > last) last = round;
  }
  const latest = new Map<number, number>();
  const count = numbers.size;
  for (const { round, a, b, met } of history) {
    const [i, j] = [numbers.get(a), numbers.get(b)];
    if (!met || i === undefined || j === undefined || i === j) continue;
    const key = Math.min(i, j) * count + Math.max(i, j);
    const before = latest.get(key);
    if (before === undefined || round > before) latest.set(key, round);
  }
  const pairs = [...latest.keys()].map((key) => [Math.floor(key / count), key % count] as const);
  const { offset: metOffset, partners: metWith } = adjacency(count, pairs);
  const metAgo = new Uint16Array(metWith.length);
  for (let i = 0; i < count; i++) {
    for (let entry = metOffset[i]!; entry < metOffset[i + 1]!; entry++) {
      const j = metWith[entry]!;
      const round = latest.get(Math.min(i, j) * count + Math.max(i, j))!;
      metAgo[entry] = Math.min(LONGEST_AGO, last + 1 - round);
    }
  }
  return { metOffset, metWith, metAgo };
}

/** The pairs of departments of which some two people have met, whether or not these take part. */
function readLinks(
  { history, departments: ofOthers }: MatchingInput,
  numbers: ReadonlyMap<string, number>,
  department: Int32Array,
  departments: ReadonlyMap<string, number>,
): Set<number> {
  const departmentOf = (id: string): number => {
    const person = numbers.get(id);
    return person === undefined ? (departments.get(ofOthers?.get(id) ?? '') ?? -1) : department[person]!;
  };
  const linked = new Set<number>();
  for (const { a, b, met } of history) {
    if (met) linked.add(linkBetween(departments.size, departmentOf(a), departmentOf(b)));
  }
  linked.delete(-1);
  return linked;
}

function readRounds(history: readonly PastPair[], numbers: ReadonlyMap<string, number>): PastRound[] {
  const rounds = new Map<number, { pairs: (readonly [number, number])[]; complete: boolean }>();
  for (const { round, a, b, met } of history) {
    if (!met) continue;
    const [i, j] = [numbers.get(a), numbers.get(b)];
    const entry = rounds.get(round) ?? { pairs: [], complete: true };
    rounds.set(round, entry);
    if (i === undefined || j === undefined || i === j) entry.complete = false;
    else entry.pairs.push([i, j]);
  }
  return [...rounds.entries()]
    .sort(([a], [b]) => a - b)
    .map(([round, { pairs, complete }]) => ({ round, pairs, complete }));
}
