import { seededChance } from '../../matching/index.ts';
import { mostOffered } from '../../pairing/fresh-pairing.ts';
import { matchPeople, meetingsOf, memberOf } from '../../pairing/match-people.ts';
import type { PairingRecord } from '../../records/pairing.ts';
import type { PersonId } from '../../records/person.ts';
import { isToCome, movingNotice } from '../../records/slot.ts';
import { lengthFor } from '../../slots/lengths.ts';
import { addToLoad, type WeekLoad } from '../../slots/week-load.ts';
import { freeTime, givenUp, isSeen, liesIn, slotsFor } from './free-slots.ts';
import { newPairing } from './new-pairing.ts';
import { type Price, priceOf } from './price-of.ts';
import { type Seeker, revised, type Situation } from './situation.ts';
import { type Split, splitTrio } from './split-trio.ts';

/** Whom orphans meet. */
export interface Company {
  /** New pairings of orphans. */
  readonly made: readonly PairingRecord[];
  /** Trios of which one meets an orphan. */
  readonly split: readonly Split[];
  /** Pairs that an orphan joins as a third. */
  readonly joined: readonly PairingRecord[];
}

/** Two people who have something ahead of them, and somebody who could join them. */
interface Table {
  readonly pair: PairingRecord;
  readonly terms: Price;
}

/** At most so many pairs or trios are weighed for one orphan, drawn by chance: enough to find good company in a large scheme. */
const mostTables = 100;

/**
 * Finds company for orphans: matched among each other as a round is; one of three meets whoever is left over; failing that,
 * they join a pair of two, where it is already booked when they are free then, else at a time that suits all three.
 * Chance, from the situation's seed and the repair's number, decides among equals.
 * @param pairings those of two and three that the repair leaves alone so far
 * @param load where the scheme's pairings lie; what is found is added
 */
export function findCompany(
  situation: Situation,
  orphans: readonly Seeker[],
  pairings: readonly PairingRecord[],
  load: WeekLoad,
): Company {
  const chance = seededChance(situation.seed, situation.round.repairs + 1);
  const made = orphans.length < 2 ? [] : madeOf(situation, orphans, chance.below(2 ** 31), load);
  const placed = new Set(made.flatMap(({ members }) => members.map(({ id }) => id)));

  const open = new Map(pairings.map((pairing) => [pairing.pairing, pairing]));
  const joined: PairingRecord[] = [];
  const split: Split[] = [];
  for (const orphan of orphans) {
    if (placed.has(orphan.id)) continue;
    const all = shuffled([...open.values()], chance.shuffle);
    const trios = all.filter(({ members }) => members.length === 3).slice(0, mostTables);
    const two = splitTrio(situation, orphan, trios, made.length + split.length, load);
    if (two !== null) {
      open.delete(two.rest.pairing);
      split.push(two);
      continue;
    }
    const pairs = all.filter(({ members }) => members.length === 2);
    const three =
      joinAsBooked(situation, orphan, pairs) ??
      joinElsewhere(situation, orphan, pairs.slice(0, mostTables), load);
    if (three === null) continue;
    open.delete(three.pairing);
    joined.push(three);
  }
  return { made, split, joined };
}

function madeOf(
  situation: Situation,
  orphans: readonly Seeker[],
  seed: number,
  load: WeekLoad,
): PairingRecord[] {
  const { scheme, week, now } = situation;
  const ground = { scheme, week, now, notBefore: now + movingNotice, seed, load };
  const history = meetingsOf([...situation.people.values()]);
  return matchPeople({ ...ground, history }, orphans).pairings.map((pairing, i) =>
    newPairing(situation, i, pairing),
  );
}

/** A third where a pair's meeting stands already. */
function joinAsBooked(
  situation: Situation,
  orphan: Seeker,
  pairs: readonly PairingRecord[],
): PairingRecord | null {
  const free = freeTime(situation, orphan, null);
  const shortest = lengthFor(situation.scheme.minutes, [orphan]);
  const suiting = pairs.filter(
    ({ state, slot, minutes }) =>
      state === 'booked' &&
      slot !== null &&
      minutes >= shortest &&
      isToCome(slot, situation.now) &&
      liesIn(slot, free),
  );
  const [best] = tablesFor(situation, orphan, suiting.slice(0, mostTables));
  return best === undefined ? null : withThird(best, orphan, { state: 'planned' });
}

/** A third at a time that suits all three: a booked meeting moves, a suggestion is made anew. */
function joinElsewhere(
  situation: Situation,
  orphan: Seeker,
  pairs: readonly PairingRecord[],
  load: WeekLoad,
): PairingRecord | null {
  for (const table of tablesFor(situation, orphan, pairs)) {
    const { pair } = table;
    const people = [...pair.members.flatMap(({ id }) => situation.people.get(id) ?? []), orphan];
    if (people.length !== 3 || !people.every(isSeen)) continue;
    const minutes = Math.max(pair.minutes, lengthFor(situation.scheme.minutes, [orphan]));
    const before = givenUp(pair);
    const slots = slotsFor(situation, people, minutes, load, { not: before });
    const [slot] = slots;
    if (slot === undefined) continue;
    addToLoad(load, slot);
    if (pair.state === 'suggested') {
      const offer = slots.slice(0, mostOffered);
      return withThird(table, orphan, { news: 'suggested', minutes, slots, offer });
    }
    const all = [...before.slice(-4), ...slots].slice(0, 5);
    return withThird(table, orphan, { state: 'planned', minutes, slot, slots: all, answers: {} });
  }
  return null;
}

/** The pairs that it costs least to join first: by repeats, then closeness, as in a round. */
function tablesFor(situation: Situation, orphan: Seeker, pairs: readonly PairingRecord[]): Table[] {
  return pairs
    .map((pair): Table => {
      const ids: PersonId[] = [...pair.members.map(({ id }) => id), orphan.id];
      return { pair, terms: priceOf(situation, ids) };
    })
    .sort(({ terms: a }, { terms: b }) => a.repeats - b.repeats || a.closeness - b.closeness);
}

function withThird({ pair, terms }: Table, orphan: Seeker, changes: Partial<PairingRecord>): PairingRecord {
  const { lastMet, closeness } = terms;
  const members = [...pair.members, memberOf(orphan)];
  return revised(pair, 'member-joined', orphan.id, { members, lastMet, closeness, ...changes });
}

function shuffled(all: readonly PairingRecord[], shuffle: (order: Uint32Array) => void): PairingRecord[] {
  const order = Uint32Array.from(all.keys());
  shuffle(order);
  return [...order].flatMap((i) => all[i] ?? []);
}
