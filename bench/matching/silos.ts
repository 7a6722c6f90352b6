import { seededChance } from '../../core/matching/ground/chance.ts';
import { match, type MatchingPerson, type PastPair } from '../../core/matching/index.ts';
import { readRoster } from '../../core/matching/read-roster.ts';
import { type Mate, preferNew, shuffled } from './rivals.ts';

/** Of the pairs of departments. */
const shares = [0.9, 0.95];
/** Per cent of the booked pairings that meet. */
const meeting = 80;
const mostRounds = 200;
/** Sizes of departments are drawn from Pareto's distribution with this exponent, by this seed. */
const tail = { exponent: 1.2, seed: 71 };

type Who = 'engine' | 'withoutCoverage' | 'preferNew' | 'shuffle';

export interface SilosRow {
  readonly people: number;
  readonly departments: number;
  /** When so many per cent of the pairs of departments have met: … */
  readonly percent: number;
  /** … after how many rounds, on average. */
  readonly rounds: Readonly<Record<Who, number>>;
}

/** Who meets whom in a round: the ids of two or three people each. */
type Matcher = (
  people: readonly MatchingPerson[],
  history: readonly PastPair[],
  seed: number,
) => readonly (readonly string[])[];

const matchers: Readonly<Record<Who, Matcher>> = {
  engine: (people, history, seed) => byEngine(people, history, seed, true),
  withoutCoverage: (people, history, seed) => byEngine(people, history, seed, false),
  preferNew: (people, history, seed) =>
    pairsIn(people, preferNew(readRoster({ people, excluded: [], history, seed }).roster, seed)),
  shuffle: (people, _, seed) => pairsIn(people, shuffled(people.length, seed)),
};

/** After how many rounds departments have met departments, in organisations with a few large ones and many small ones. */
export function silos(organisations: readonly (readonly [number, number])[], times: number): SilosRow[] {
  return organisations.flatMap(([people, departments]) => {
    const staff = staffOf(people, departments);
    const rounds = {
      engine: roundsOf(matchers.engine, staff, times),
      withoutCoverage: roundsOf(matchers.withoutCoverage, staff, times),
      preferNew: roundsOf(matchers.preferNew, staff, times),
      shuffle: roundsOf(matchers.shuffle, staff, times),
    };
    return shares.map((share, i) => ({
      people,
      departments,
      percent: 100 * share,
      rounds: {
        engine: rounds.engine[i]!,
        withoutCoverage: rounds.withoutCoverage[i]!,
        preferNew: rounds.preferNew[i]!,
        shuffle: rounds.shuffle[i]!,
      },
    }));
  });
}

/** Everybody is always free and shares nothing but the department, which has one person at least. */
function staffOf(people: number, departments: number): MatchingPerson[] {
  const chance = seededChance(tail.seed);
  const weights = Array.from(
    { length: departments },
    () => (1 - chance.below(1e6) / 1e6) ** (-1 / tail.exponent),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let end = departments;
  const ends = weights.map((weight) => (end += (weight / total) * (people - departments)));
  return Array.from({ length: people }, (_, i) => ({
    id: `p${String(i).padStart(5, '0')}`,
    starts: new Uint32Array([1]),
    department: `d${i < departments ? i : ends.findIndex((last) => i + 0.5 < last)}`,
  }));
}

/** By share of the pairs of departments: the rounds until they have met, on average. */
function roundsOf(matcher: Matcher, staff: readonly MatchingPerson[], times: number): number[] {
  const department = new Map(staff.map(({ id, department: name }) => [id, name!]));
  const departments = new Set(department.values()).size;
  const wanted = shares.map((share) => (share * departments * (departments - 1)) / 2);
  const sums = shares.map(() => 0);
  for (let season = 0; season < times; season++) {
    const chance = seededChance(season, 5);
    const history: PastPair[] = [];
    const linked = new Set<string>();
    const reached = shares.map(() => mostRounds);
    for (let round = 1; round < mostRounds && reached.includes(mostRounds); round++) {
      for (const members of matcher(staff, history, 1000 * season + round)) {
        const met = chance.below(100) < meeting;
        for (const a of members) {
          for (const b of members.filter((other) => a < other)) {
            history.push({ round, a, b, met });
            const [one, other] = [department.get(a)!, department.get(b)!];
            if (met && one !== other) linked.add([one, other].sort().join());
          }
        }
      }
      wanted.forEach((links, i) => {
        if (linked.size >= links) reached[i] = Math.min(reached[i]!, round);
      });
    }
    reached.forEach((round, i) => (sums[i]! += round));
  }
  return sums.map((sum) => sum / times);
}

function byEngine(
  people: readonly MatchingPerson[],
  history: readonly PastPair[],
  seed: number,
  coverage: boolean,
): readonly (readonly string[])[] {
  return match({ people, excluded: [], history, seed, coverage }).pairings.map(({ members }) => members);
}

function pairsIn(people: readonly MatchingPerson[], mate: Mate): string[][] {
  return [...mate.entries()].filter(([a, b]) => a < b).map(([a, b]) => [people[a]!.id, people[b]!.id]);
}
