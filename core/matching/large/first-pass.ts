import type { Chance } from '../chance.ts';
import type { Roster } from '../roster.ts';
import { partTheUnfit } from './meet-anew.ts';
import { FOLDED, SUMMARY, summarise } from './summaries.ts';
import { WaitingRoom } from './waiting-room.ts';

export interface FirstPass {
  readonly left: readonly number[];
  /** Those without any start. */
  readonly away: readonly number[];
  /** No pair made costs anything. */
  readonly atNoCost: boolean;
}

/**
 * Pairs people as they come, in an order drawn at random: first by their summaries alone; then, in the order in which people stand in
 * memory, the pairs so made are tested by the rules; and those that fail, one in thirty in a large organisation, come again and are tested at once.
 *
 * Fills `mate` (by person, -1: nobody) and returns those who are left, and those of them who have no start at all. Linear: everybody
 * looks at one or two of those waiting, 32 at most, and nearly nothing is read from memory out of order.
 */
export function pairAsTheyCome(roster: Roster, chance: Chance, mate: Int32Array): FirstPass {
  const first = comeIn(roster, withoutPartner(mate), chance, mate, false);
  partTheUnfit(roster, mate);
  const second = comeIn(roster, withoutPartner(mate), chance, mate, true);
  return { ...second, atNoCost: first.atNoCost && second.atNoCost };
}

function withoutPartner(mate: Int32Array): Int32Array {
  const people = new Int32Array(mate.length);
  let found = 0;
  for (let person = 0; person < mate.length; person++) {
    people[found] = person;
    if (mate[person] === -1) found++;
  }
  return people.subarray(0, found);
}

function comeIn(
  roster: Roster,
  people: Int32Array,
  chance: Chance,
  mate: Int32Array,
  inFull: boolean,
): FirstPass {
  const { rows, ends } = summarise(roster, people, chance);
  const room = new WaitingRoom(roster, rows, mate, { inFull, mostAside: roster.count >>> 8 });
  const away: number[] = [];
  let start = 0;
  for (const end of ends) {
    const places = presentIn(rows, start, end, away);
    chance.shuffle(places);
    room.enter(places);
    start = end;
  }
  return { ...room.close(), away };
}

/** The places of those in a part who have some start; the others go to `away`. Its summaries, read as they stand, are in the cache then. */
function presentIn(rows: Int32Array, start: number, end: number, away: number[]): Int32Array {
  const places = new Int32Array(end - start);
  let found = 0;
  for (let place = start; place < end; place++) {
    const folded = SUMMARY * place + FOLDED;
    if ((rows[folded]! | rows[folded + 1]! | rows[folded + 2]!) === 0) away.push(rows[SUMMARY * place]!);
    else places[found++] = place;
  }
  return places.subarray(0, found);
}
