import { match, type PastPair } from '../../core/matching/index.ts';
import { pairRepeats } from '../../core/matching/ground/rules.ts';
import { smallGroup } from './organisations.ts';
import { byEdmondsBlossom, type Mate, preferNew, shuffled } from './rivals.ts';

export interface SeasonRow {
  readonly people: number;
  readonly rounds: number;
  /** Pairs who met again within the season, on average. */
  readonly repeats: Readonly<Record<'engine' | 'edmondsBlossom' | 'preferNew' | 'shuffle', number>>;
}

type Matcher = (count: number, met: readonly Mate[], seed: number) => Mate;

/** How many pairs meet again in n − 1 rounds of a group with fixed members. With looking ahead, none does. */
export function seasons(groups: readonly number[], times: number): SeasonRow[] {
  return groups.map((people) => ({
    people,
    rounds: people - 1,
    repeats: {
      engine: repeatsOf(byEngine, people, times),
      edmondsBlossom: repeatsOf(byCost, people, times),
      preferNew: repeatsOf((count, met, seed) => preferNew(smallGroup(count, met), seed), people, times),
      shuffle: repeatsOf((count, _, seed) => shuffled(count, seed), people, times),
    },
  }));
}

function repeatsOf(matcher: Matcher, people: number, times: number): number {
  let repeats = 0;
  for (let season = 0; season < times; season++) {
    const met: Mate[] = [];
    for (let round = 1; round < people; round++) {
      const mate = matcher(people, met, 1000 * season + round);
      mate.forEach((b, a) => {
        if (a < b && met.some((before) => before[a] === b)) repeats++;
      });
      met.push(mate);
    }
  }
  return repeats / times;
}

function byEngine(count: number, met: readonly Mate[], seed: number): Mate {
  const name = (i: number): string => String(i).padStart(3, '0');
  const history: PastPair[] = met.flatMap((mate, i) =>
    [...mate.entries()]
      .filter(([a, b]) => a < b)
      .map(([a, b]) => ({ round: i + 1, a: name(a), b: name(b), met: true })),
  );
  const people = Array.from({ length: count }, (_, i) => ({ id: name(i), starts: new Uint32Array([1]) }));
  const mate = new Int32Array(count).fill(-1);
  for (const { members } of match({ people, excluded: [], history, seed }).pairings) {
    const [a, b] = members.map(Number);
    mate[a!] = b!;
    mate[b!] = a!;
  }
  return mate;
}

/** Exact in each round, without looking ahead. People come in a random order, which decides between equal plans. */
function byCost(count: number, met: readonly Mate[], seed: number): Mate {
  const roster = smallGroup(count, met);
  const order = [...shuffled(count, seed).keys()].sort(
    (a, b) => ((a * 7919 + seed * 104_729) % 1009) - ((b * 7919 + seed * 104_729) % 1009),
  );
  const mate = new Int32Array(count).fill(-1);
  byEdmondsBlossom(count, (a, b) => pairRepeats(roster, order[a]!, order[b]!)).forEach((b, a) => {
    mate[order[a]!] = b === -1 ? -1 : order[b]!;
  });
  return mate;
}
