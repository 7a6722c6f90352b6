import { seededChance } from '../matching/index.ts';
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
