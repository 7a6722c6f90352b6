import type { MatchingInput, MatchingPerson, PastPair } from '../../../core/matching/index.ts';
import { type Chance, seededChance } from '../../../core/matching/ground/chance.ts';

/** Three words: enough starts to make sparse graphs, and to see a bit beyond the first word. */
const WORDS = 3;

export function always(words = WORDS): Uint32Array {
  return new Uint32Array(words).fill(0xffffffff);
}

export function startsAt(...quarters: number[]): Uint32Array {
  const starts = new Uint32Array(WORDS);
  for (const q of quarters) starts[q >>> 5]! |= 1 << (q & 31);
  return starts;
}

/** People called p00, p01, … who have all the time in the world. */
export function group(count: number): MatchingPerson[] {
  return Array.from({ length: count }, (_, i) => ({ id: name(i), starts: always() }));
}

export function name(i: number): string {
  return `p${String(i).padStart(2, '0')}`;
}

/** A random instance: dense or sparse, with history, exclusions, departments, managers and willing people. */
export function randomInput(seed: number, count: number): MatchingInput {
  const chance = seededChance(seed, 99);
  const quarters = [1, 2, 3, 5, 12][chance.below(5)]!;
  const each = 1 + chance.below(3);
  const rounds = [0, 1, 3, 12][chance.below(4)]!;
  const exclusions = [0, 0, count, 3 * count][chance.below(4)]!;
  const dense = chance.below(3) === 0;
  const people = Array.from({ length: count }, (_, i): MatchingPerson => ({
    id: name(i),
    starts: dense
      ? always()
      : startsAt(...Array.from({ length: each }, () => 5 * chance.below(quarters) + 7)),
    ...some(chance, 'department', ['one', 'two', 'three', '']),
    ...some(chance, 'office', ['here', 'there', '']),
    ...some(chance, 'manager', [name(0), name(1), 'elsewhere', '']),
    trioVolunteer: chance.below(3) === 0,
    trios: chance.below(3),
    ...(chance.below(4) === 0 ? { lastTrio: 1 + chance.below(2) } : {}),
  }));
  const pair = (): [string, string] => {
    const a = chance.below(count);
    return [name(a), name((a + 1 + chance.below(count - 1)) % count)];
  };
  const history: PastPair[] = [];
  for (let round = 1; round <= rounds; round++) {
    for (let i = 0; i < count / 2; i++) {
      const [a, b] = pair();
      history.push({ round, a, b, met: chance.below(6) > 0 });
    }
  }
  const departments = new Map([
    ['left', 'one'],
    ['gone', 'three'],
  ]);
  if (rounds > 0 && chance.below(3) === 0) {
    for (const a of [name(chance.below(count)), 'left']) history.push({ round: 1, a, b: 'gone', met: true });
  }
  return {
    people,
    excluded: Array.from({ length: count < 2 ? 0 : exclusions }, pair),
    history,
    seed,
    coverage: chance.below(5) > 0,
    departments,
  };
}

function some<K extends string>(
  chance: Chance,
  key: K,
  values: readonly string[],
): Partial<Record<K, string>> {
  const value = values[chance.below(values.length + 1)];
  return value === undefined ? {} : ({ [key]: value } as Record<K, string>);
}
