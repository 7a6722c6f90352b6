import { match, type MatchingInput, type MatchingResult, seededChance } from '../matching/index.ts';
import type { PersonId } from '../records/person.ts';
import type { GatheredPerson } from './gathered.ts';

/** Two people who wish to meet again are paired for it at most once in this many rounds. */
const everyRounds = 6;

/** The stream of the seed that decides between wishes of one person that come equally late. */
const choosing = 3;

type Wishing = Pick<GatheredPerson, 'id' | 'meetings' | 'again'>;
type Pair = readonly [PersonId, PersonId];

/**
 * The pairs of which both wish to meet each other again, and have had no pairing in the last five rounds. Nobody is in two of
 * them: those who had none for longest go first, then chance decides.
 * @param round the number of the round that is planned
 */
export function wishedPairs(people: readonly Wishing[], round: number, seed: number): Pair[] {
  const byId = new Map(people.map((person) => [person.id, person]));
  const pairs = people
    .flatMap((one) => (one.again ?? []).map((id) => ({ one, other: byId.get(id) })))
    .flatMap(({ one, other }) => {
      if (other === undefined || one.id >= other.id || other.again?.includes(one.id) !== true) return [];
      const last = lastPairing(one, other);
      return round - last < everyRounds ? [] : [{ pair: [one.id, other.id] as const, last }];
    })
    .sort((a, b) => (a.pair.join() < b.pair.join() ? -1 : 1));
  const order = Uint32Array.from(pairs.keys());
  seededChance(seed, choosing).shuffle(order);
  const taken = new Set<PersonId>();
  return [...order]
    .flatMap((i) => pairs[i] ?? [])
    .sort((a, b) => a.last - b.last)
    .flatMap(({ pair }) => {
      if (pair.some((id) => taken.has(id))) return [];
      for (const id of pair) taken.add(id);
      return [pair];
    });
}

/** The number of the last round in which two people were in one pairing; -Infinity: in none. */
function lastPairing(one: Wishing, other: Wishing): number {
  const together = [
    ...one.meetings.filter((meeting) => meeting.with.includes(other.id)),
    ...other.meetings.filter((meeting) => meeting.with.includes(one.id)),
  ];
  return Math.max(-Infinity, ...together.map(({ number }) => number));
}

/**
 * Matches people, with some pairs fixed before. A pair that may not meet, or has no start in common, is not fixed. A fixed pair
 * costs nothing: it is in neither `cost` nor `bound`. Nor does it cost others anything: where fixing pairs would leave more
 * people without a meeting, or make more trios, fewer of them are fixed.
 */
export function matchWithFixed(input: MatchingInput, wished: readonly Pair[]): MatchingResult {
  const fixed = wished.flatMap((pair) => {
    const pairings = match(onlyThese(input, pair)).pairings;
    return pairings.map((pairing) => ({ ...pairing, newLink: null }));
  });
  let free: MatchingResult | undefined;
  for (let released = 0; released < fixed.length; released = Math.max(1, released * 2)) {
    const kept = fixed.slice(0, fixed.length - released);
    const gone = new Set(kept.flatMap(({ members }) => members));
    const rest = match({ ...input, people: input.people.filter(({ id }) => !gone.has(id)) });
    const isBest = rest.cost.unplaced === 0 && rest.cost.trios <= input.people.length % 2;
    if (isBest || isNoWorse(rest, (free ??= match(input)))) {
      const pairings = [...rest.pairings, ...kept].sort((a, b) => (first(a) < first(b) ? -1 : 1));
      return { ...rest, pairings };
    }
  }
  return free ?? match(input);
}

/** The same for two people alone. The numbers of past rounds stay. */
function onlyThese(input: MatchingInput, pair: Pair): MatchingInput {
  const last = input.history.reduce((latest, { round }) => Math.max(latest, round), -Infinity);
  return {
    ...input,
    people: input.people.filter(({ id }) => pair.includes(id)),
    history: input.history.filter(
      ({ a, b, round }) => (pair.includes(a) && pair.includes(b)) || round === last,
    ),
  };
}

/** Whether no more people are without a meeting, and no more trios are made. */
function isNoWorse({ cost }: MatchingResult, free: MatchingResult): boolean {
  if (cost.unplaced !== free.cost.unplaced) return cost.unplaced < free.cost.unplaced;
  return cost.trios <= free.cost.trios;
}

function first({ members }: MatchingResult['pairings'][number]): string {
  return members[0] ?? '';
}
