import { seededChance } from '../chance.ts';
import { type Factor, fingerprint } from './factorise.ts';

/**
 * A tournament in which everybody meets everybody once, and whose first round is the given one: the circle method (one
 * person stands still, the others turn about; Kirkman 1847), with the people put in their places by the first round and by chance
 * drawn from it. Whoever knows the first round knows the whole tournament.
 */
export function tournamentFrom(first: Factor): Factor[] {
  const pairs: (readonly [number, number])[] = [];
  first.forEach((b, a) => {
    if (a < b) pairs.push([a, b]);
  });
  const chance = seededChance(fingerprint(pairs));
  const places = Int32Array.from(pairs, (_, i) => i);
  chance.shuffle(places);
  const turning = first.length - 1;
  // Round k pairs the still place with k, and k − i with k + i; round 0 is the first round.
  const personAt = new Int32Array(turning);
  let still = -1;
  places.forEach((pair, i) => {
    const [a, b] = chance.below(2) === 0 ? pairs[pair]! : ([pairs[pair]![1], pairs[pair]![0]] as const);
    personAt[i] = a;
    if (i === 0) still = b;
    else personAt[turning - i] = b;
  });
  return Array.from({ length: turning }, (_, k) => {
    const factor = new Int32Array(first.length);
    factor[still] = personAt[k]!;
    factor[personAt[k]!] = still;
    for (let i = 1; i < first.length / 2; i++) {
      const [a, b] = [personAt[(k + i) % turning]!, personAt[(k - i + turning) % turning]!];
      factor[a] = b;
      factor[b] = a;
    }
    return factor;
  });
}
