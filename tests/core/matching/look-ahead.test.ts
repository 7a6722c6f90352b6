import assert from 'node:assert/strict';
import { match, type MatchingPerson, type PastMeeting } from '../../../core/matching/index.ts';
import { seededChance } from '../../../core/matching/chance.ts';
import { factorise } from '../../../core/matching/ahead/factorise.ts';
import { group } from './instances.ts';
import { Judge } from './judge.ts';

/** Matches the same people round by round; returns what each round's repeats cost. */
function season(people: readonly MatchingPerson[], rounds: number, seed: number): number[] {
  const history: PastMeeting[] = [];
  return Array.from({ length: rounds }, (_, i) => {
    const { pairings, cost } = match({ people, excluded: [], history, seed: seed * 1000 + i });
    for (const { members } of pairings) {
      for (const a of members) {
        for (const b of members) if (a < b) history.push({ round: i + 1, a, b, met: true });
      }
    }
    return cost.repeats;
  });
}

describe('looking ahead', () => {
  for (let count = 4; count <= 40; count += 2) {
    it(`${count} people meet everybody in ${count - 1} rounds, without a repeat, whatever the seed`, () => {
      for (let seed = 0; seed < 3; seed++) {
        assert.deepEqual(season(group(count), count - 1, seed), Array(count - 1).fill(0), `seed ${seed}`);
      }
    });
  }

  it('also when departments and offices make some rounds cheaper than others', () => {
    for (let seed = 0; seed < 6; seed++) {
      const chance = seededChance(seed);
      const people = group(12).map((person) => ({
        ...person,
        department: `d${chance.below(2)}`,
        office: `o${chance.below(3)}`,
      }));
      assert.deepEqual(season(people, 11, seed), Array(11).fill(0), `seed ${seed}`);
    }
  });

  it('six people in two departments: three rounds across would force a repeat in the fourth', () => {
    const people = group(6).map((person, i) => ({ ...person, department: i < 3 ? 'one' : 'two' }));
    for (let seed = 0; seed < 10; seed++) assert.deepEqual(season(people, 5, seed), [0, 0, 0, 0, 0]);
  });

  it('starts a second turn with those who met longest ago', () => {
    const repeats = season(group(8), 8, 3);
    assert.equal(repeats.at(-1), 4 * Math.round(1000 / 7));
  });

  it('people join and leave at random each round: repeats stay at the least, as every possible plan shows', () => {
    const chance = seededChance(3);
    const pool = group(14);
    const history: PastMeeting[] = [];
    for (let round = 1; round <= 25; round++) {
      const order = Int32Array.from(pool, (_, i) => i);
      chance.shuffle(order);
      const input = {
        people: [...order.subarray(0, 6 + chance.below(4))].map((i) => pool[i]!),
        excluded: [],
        history,
        seed: round,
      };
      const { pairings, cost, optimal } = match(input);
      assert.deepEqual(cost, new Judge(input).best().cost, `round ${round}`);
      assert.equal(optimal, true);
      for (const { members } of pairings) {
        for (const a of members) for (const b of members) if (a < b) history.push({ round, a, b, met: true });
      }
    }
  });

  it('odd groups come near n(n − 1) / (n + 3) rounds', () => {
    for (const [count, rounds] of [
      [7, 3],
      [9, 4],
      [13, 8],
      [21, 14],
    ] as const) {
      const repeats = season(group(count), rounds, 2);
      assert.deepEqual(repeats, Array(rounds).fill(0), `${count} people`);
    }
  });

  it('divides a graph into rounds where that is possible, and says so where not', () => {
    const triangles = [
      [1, 2],
      [0, 2],
      [0, 1],
      [4, 5],
      [3, 5],
      [3, 4],
    ];
    assert.equal(factorise(triangles), null);
    const all = Array.from({ length: 10 }, (_, a) =>
      Array.from({ length: 10 }, (_, b) => b).filter((b) => b !== a),
    );
    const factors = factorise(all)!;
    assert.equal(factors.length, 9);
    const seen = new Set(
      factors.flatMap((factor) => [...factor].map((b, a) => `${Math.min(a, b)} ${Math.max(a, b)}`)),
    );
    assert.equal(seen.size, 45);
  });
});
