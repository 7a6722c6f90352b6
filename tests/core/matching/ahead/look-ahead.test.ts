import assert from 'node:assert/strict';
import {
  type MatchedPairing,
  match,
  type MatchingPerson,
  type PastPair,
} from '../../../../core/matching/index.ts';
import { seededChance } from '../../../../core/matching/ground/chance.ts';
import { divide, mostRounds } from '../../../../core/matching/ahead/divide.ts';
import { group } from '../instances.ts';
import { Judge } from '../judge.ts';

/** Matches the same people round by round; returns what each round's repeats cost. */
function season(
  people: readonly MatchingPerson[],
  rounds: number,
  seed: number,
  look: (pairings: readonly MatchedPairing[]) => void = () => undefined,
): number[] {
  const history: PastPair[] = [];
  return Array.from({ length: rounds }, (_, i) => {
    const { pairings, cost } = match({ people, excluded: [], history, seed: seed * 1000 + i });
    history.push(...meetings(i + 1, pairings));
    look(pairings);
    return cost.repeats;
  });
}

function meetings(round: number, pairings: readonly MatchedPairing[]): PastPair[] {
  return pairings.flatMap(({ members }) =>
    members.flatMap((a) => members.filter((b) => a < b).map((b) => ({ round, a, b, met: true }))),
  );
}

/** Whom each person has not met. */
function unmet(people: readonly MatchingPerson[], history: readonly PastPair[]): number[][] {
  const met = new Set(history.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]));
  return people.map(({ id }, a) =>
    [...people.keys()].filter((b) => b !== a && !met.has(`${id} ${people[b]!.id}`)),
  );
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
    const history: PastPair[] = [];
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

  for (let count = 5; count <= 41; count += 2) {
    const most = count === 5 ? 1 : count === 7 ? 3 : Math.floor((count * (count - 1)) / (count + 3));
    it(`${count} people, a trio in each round, go on for ${most} rounds without a repeat, which is the most there can be`, () => {
      for (let seed = 0; seed < 2; seed++) {
        assert.deepEqual(season(group(count), most, seed), Array(most).fill(0), `seed ${seed}`);
      }
    });
  }

  it('from 11 people on nobody is in a trio two rounds running, and nobody in more than three', () => {
    for (const count of [11, 13, 17, 21]) {
      const trios: string[][] = [];
      season(group(count), count - 4, count, (pairings) => {
        trios.push(
          ...pairings.filter(({ members }) => members.length === 3).map(({ members }) => [...members]),
        );
      });
      assert.equal(trios.length, count - 4);
      trios.slice(1).forEach((trio, i) => {
        assert.equal(new Set([...trio, ...trios[i]!]).size, 6, `${count}: ${i}`);
      });
      for (const person of trios.flat()) assert.ok(trios.filter((trio) => trio.includes(person)).length <= 3);
    }
  });

  it('among the rounds that can follow, one whose trio has volunteered is preferred', () => {
    const first = match({ people: group(21), excluded: [], history: [], seed: 1 });
    const history = meetings(1, first.pairings);
    const trioOf = (people: readonly MatchingPerson[], seed: number): readonly string[] =>
      match({ people, excluded: [], history, seed }).pairings.find(({ members }) => members.length === 3)!
        .members;
    const possible = new Set(Array.from({ length: 40 }, (_, seed) => trioOf(group(21), seed).join(' ')));
    assert.ok(possible.size > 5);
    for (const trio of possible) {
      const people = group(21).map((person) => ({ ...person, trioVolunteer: trio.includes(person.id) }));
      for (let seed = 0; seed < 3; seed++) assert.equal(trioOf(people, seed).join(' '), trio);
    }
  });

  for (const { from, rounds, to } of [
    { from: 20, rounds: 5, to: 19 },
    { from: 20, rounds: 10, to: 19 },
    { from: 20, rounds: 5, to: 21 },
    { from: 20, rounds: 10, to: 21 },
    { from: 21, rounds: 5, to: 20 },
    { from: 21, rounds: 5, to: 22 },
  ]) {
    it(`${from} people, after ${rounds} rounds ${to}: no repeat before one can be proved to be necessary`, () => {
      for (let seed = 0; seed < 2; seed++) {
        const history: PastPair[] = [];
        let free = rounds;
        for (let round = 1; round <= free; round++) {
          const people = group(round <= rounds ? from : to);
          const { pairings, cost } = match({ people, excluded: [], history, seed: 1000 * seed + round });
          assert.equal(cost.repeats, 0, `seed ${seed}, round ${round}`);
          history.push(...meetings(round, pairings));
          if (round === rounds) free += mostRounds(unmet(group(to), history));
        }
        assert.ok(free > 15);
      }
    });
  }

  it('divides a graph into rounds where that is possible, and says so where not', () => {
    const triangles = [
      [1, 2],
      [0, 2],
      [0, 1],
      [4, 5],
      [3, 5],
      [3, 4],
    ];
    assert.deepEqual(divide(triangles), []);
    const all = Array.from({ length: 10 }, (_, a) =>
      Array.from({ length: 10 }, (_, b) => b).filter((b) => b !== a),
    );
    const factors = divide(all);
    assert.equal(factors.length, 9);
    const seen = new Set(
      factors.flatMap((factor) => [...factor].map((b, a) => `${Math.min(a, b)} ${Math.max(a, b)}`)),
    );
    assert.equal(seen.size, 45);
  });
});
