import { seededChance } from '../ground/chance.ts';
import { type Factor, factorOf, fingerprint, groupsOf } from './factor.ts';
import { roundsOfPositions } from './rounds-of-positions.ts';

/**
 * A tournament in which nobody meets twice, with as many rounds as there can be, and whose first round is the given one. The people
 * are put in the positions of its first round by chance drawn from that round: the first round determines the whole tournament.
 */
export function tournamentFrom(first: Factor): Factor[] {
  const rounds = roundsOfPositions(first.length);
  if (rounds.length === 0) return [first];
  const groups = groupsOf(first);
  const chance = seededChance(fingerprint(groups));
  const personAt = new Int32Array(first.length);
  for (const size of [2, 3]) {
    const people = groups.filter((group) => group.length === size);
    const order = Int32Array.from(people, (_, i) => i);
    chance.shuffle(order);
    rounds[0]!
      .filter((positions) => positions.length === size)
      .forEach((positions, i) => {
        const members = Int32Array.from(people[order[i]!]!);
        chance.shuffle(members);
        positions.forEach((position, k) => (personAt[position] = members[k]!));
      });
  }
  return rounds.map((round) =>
    factorOf(
      first.length,
      round.map((positions) => positions.map((position) => personAt[position]!)),
    ),
  );
}
