import { seededChance } from '../../core/matching/ground/chance.ts';
import type { Roster } from '../../core/matching/ground/roster.ts';
import { linkBetween, openLinks } from '../../core/matching/ground/links.ts';

const words = 21;
const departments = 50;
const hoursFromUtc = [0, 1, 5.5, 8, 9.5, -5, -8, -3];

/**
 * An organisation of any size with 50 departments, a manager for every 16 people, offices in eight time zones, and
 * earlier rounds of random meetings. In a calendar, a third of the quarter hours between 9:00 and 16:30 could start a
 * meeting.
 */
export function organisation(count: number, rounds: number, seed: number): Roster {
  const chance = seededChance(seed);
  const starts = new Uint32Array(count * words);
  const department = new Int32Array(count);
  const office = new Int32Array(count);
  const manager = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    department[i] = chance.below(departments);
    office[i] = chance.below(hoursFromUtc.length);
    manager[i] = chance.below(Math.max(1, count >> 4));
    const shift = Math.round(hoursFromUtc[office[i]!]! * 4);
    for (let day = 0; day < 5; day++) {
      for (let quarter = 36; quarter < 66; quarter++) {
        const start = day * 96 + quarter - shift;
        if (start >= 0 && start < 32 * words && chance.below(3) === 0) {
          starts[i * words + (start >>> 5)]! |= 1 << (start & 31);
        }
      }
    }
  }
  const meetings = randomMeetings(count, rounds, chance.below(2 ** 32));
  const linked = linksOf(department, meetings);
  return {
    count,
    words,
    starts,
    department,
    departments,
    linked,
    open: openLinks(departments, linked),
    office,
    manager,
    ...meetings,
    excludedOffset: new Uint32Array(count + 1),
    excludedWith: new Int32Array(0),
    reluctance: new Uint32Array(count),
  };
}

/**
 * A small group whose members are always free and share nothing, with its earlier meetings: `met[r]` is everybody's
 * partner in round r.
 */
export function smallGroup(count: number, met: readonly Int32Array[]): Roster {
  const metOffset = Uint32Array.from({ length: count + 1 }, (_, i) => i * met.length);
  const newestFirst = [...met].reverse();
  return {
    count,
    words: 1,
    starts: new Uint32Array(count).fill(1),
    department: new Int32Array(count).fill(-1),
    departments: 0,
    linked: new Set(),
    open: null,
    office: new Int32Array(count).fill(-1),
    manager: new Int32Array(count).fill(-1),
    metOffset,
    metWith: Int32Array.from({ length: count * met.length }, (_, at) => {
      return newestFirst[at % met.length]![Math.floor(at / met.length)]!;
    }),
    metAgo: Uint16Array.from({ length: count * met.length }, (_, at) => 1 + (at % met.length)),
    excludedOffset: new Uint32Array(count + 1),
    excludedWith: new Int32Array(0),
    reluctance: new Uint32Array(count),
  };
}

function linksOf(
  department: Int32Array,
  { metOffset, metWith }: Pick<Roster, 'metOffset' | 'metWith'>,
): Set<number> {
  const linked = new Set<number>();
  department.forEach((one, person) => {
    for (let i = metOffset[person]!; i < metOffset[person + 1]!; i++) {
      linked.add(linkBetween(departments, one, department[metWith[i]!] ?? -1));
    }
  });
  linked.delete(-1);
  return linked;
}

function randomMeetings(
  count: number,
  rounds: number,
  seed: number,
): Pick<Roster, 'metOffset' | 'metWith' | 'metAgo'> {
  const chance = seededChance(seed);
  const order = Int32Array.from({ length: count }, (_, i) => i);
  const metOffset = Uint32Array.from({ length: count + 1 }, (_, i) => i * rounds);
  const metWith = new Int32Array(count * rounds).fill(-1);
  const metAgo = new Uint16Array(count * rounds);
  for (let round = 0; round < rounds; round++) {
    chance.shuffle(order);
    for (let i = 0; i + 1 < count; i += 2) {
      const [a, b] = [order[i]!, order[i + 1]!];
      metWith[a * rounds + round] = b;
      metWith[b * rounds + round] = a;
    }
    for (let i = 0; i < count; i++) metAgo[i * rounds + round] = round + 1;
  }
  return { metOffset, metWith, metAgo };
}
