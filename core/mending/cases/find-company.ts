import { seededChance } from '../../matching/index.ts';
import { freshPairing } from '../../pairing/fresh-pairing.ts';
import { matchPeople } from '../../pairing/match-people.ts';
import type { PairingRecord } from '../../records/pairing.ts';
import type { PersonId } from '../../records/person.ts';
import type { PlannedPairing } from '../../records/plans/plan.ts';
import type { Revision } from '../../records/repair.ts';
import { movingNotice } from '../../time/slot.ts';
import type { WeekLoad } from '../../slots/week-load.ts';
import { haveMetLately, whomTheyMetLately } from '../situation/met-lately.ts';
import type { Situation } from '../situation/situation.ts';
import { joinPair } from './join-pair.ts';
import { type MayMeet, splitTrio } from './split-trio.ts';
import type { Seeker } from './who-needs-company.ts';

/** Whom the seekers meet. Seekers for whom nobody was found are in none of the pairings. */
export interface Company {
  /** New pairings: of seekers, or of a seeker and one of three. */
  readonly made: readonly Revision[];
  /** The two others of the trios of which one now meets a seeker. */
  readonly rests: readonly Revision[];
  readonly joined: readonly Joined[];
}

/** A pair that a seeker joined as a third. */
export interface Joined {
  readonly revision: Revision;
  readonly third: PersonId;
}

/** At most this many trios are priced for one seeker. */
const mostTrios = 100;

/**
 * Finds company for people who have nobody to meet. First they are matched with each other, as a round is. Those who are left
 * over then meet one of three (`split-trio`), or else join a pair (`join-pair`). Nobody meets somebody whom they met in the
 * last three rounds, unless there is nobody else: only then all of this is tried again with everybody. Chance decides among
 * equals, from the situation's seed and the repair's number.
 * @param pairings pairs and trios that this repair has not changed
 * @param load counts the scheme's pairings; new ones are added
 */
export function findCompany(
  situation: Situation,
  seekers: readonly Seeker[],
  pairings: readonly PairingRecord[],
  load: WeekLoad,
): Company {
  const chance = seededChance(situation.seed, situation.round.repairs + 1);
  const unchanged = new Map(pairings.map((pairing) => [pairing.pairing, pairing]));
  const planned: Omit<PlannedPairing, 'id'>[] = [];
  const rests: Revision[] = [];
  const joined: Joined[] = [];

  const placesOne = (seeker: Seeker, mayMeet: MayMeet): boolean => {
    const all = shuffled([...unchanged.values()], chance.shuffle);
    const trios = all.filter(({ members }) => members.length === 3).slice(0, mostTrios);
    const split = splitTrio(situation, seeker, trios, load, mayMeet);
    if (split !== null) {
      unchanged.delete(split.rest.pairing.pairing);
      rests.push(split.rest);
      planned.push(split.pair);
      return true;
    }
    const pairs = all.filter(({ members }) => members.length === 2);
    const trio = joinPair(situation, seeker, pairs, load, mayMeet);
    if (trio === null) return false;
    unchanged.delete(trio.pairing.pairing);
    joined.push({ revision: trio, third: seeker.id });
    return true;
  };

  let left = seekers;
  const strangers: MayMeet = (one, other) => !haveMetLately(situation, one, other);
  for (const mayMeet of [strangers, () => true]) {
    const matched =
      left.length < 2
        ? []
        : matchSeekers(situation, left, chance.below(2 ** 31), load, mayMeet === strangers);
    planned.push(...matched);
    const placed = new Set(matched.flatMap(({ members }) => members));
    left = left.filter((seeker) => !placed.has(seeker.id) && !placesOne(seeker, mayMeet));
  }
  const made = planned.map((pairing, i) => newPairing(situation, i, pairing, { news: 'rematched' }));
  return { made, rests, joined };
}

/** @param apart whether people who met in the last three rounds are kept apart */
function matchSeekers(
  situation: Situation,
  seekers: readonly Seeker[],
  seed: number,
  load: WeekLoad,
  apart: boolean,
): Omit<PlannedPairing, 'id'>[] {
  const { scheme, week, now } = situation;
  const excluded = apart
    ? seekers.flatMap((one) => whomTheyMetLately(situation, one).map((other) => [one.id, other] as const))
    : [];
  const ground = { scheme, week, now, notBefore: now + movingNotice, seed, load, excluded };
  const everybody = [...situation.people.values()];
  return [...matchPeople({ ...ground, everybody }, seekers).pairings];
}

/**
 * The record of a new pairing. Its id names the repair and the pairing's number in it; the mailboxes take turns.
 * @param i 0 for the repair's first
 */
export function newPairing(
  { scheme, round, organisers, now }: Pick<Situation, 'scheme' | 'round' | 'organisers' | 'now'>,
  i: number,
  planned: Omit<PlannedPairing, 'id'>,
  told: Parameters<typeof freshPairing>[4],
): Revision {
  const number = round.repairs + 1;
  const organiser = organisers[(number + i) % organisers.length];
  if (organiser === undefined) throw new Error('no organiser mailbox is configured');
  const id = `r${String(number).padStart(3, '0')}-${String(i + 1).padStart(2, '0')}`;
  return freshPairing(scheme, round.round, { id, ...planned }, organiser, told, { now, readAt: now });
}

function shuffled(all: readonly PairingRecord[], shuffle: (order: Uint32Array) => void): PairingRecord[] {
  const order = Uint32Array.from(all.keys());
  shuffle(order);
  return [...order].flatMap((i) => all[i] ?? []);
}
