import {
  type MatchingInput,
  type MatchingPerson,
  type MatchingResult,
  type PastPair,
  triosIn,
} from '../matching/index.ts';
import type { DirectoryPerson, PersonId } from '../records/person.ts';
import type { PlannedPairing } from '../records/plans/plan.ts';
import type { Scheme } from '../records/scheme.ts';
import { lengthFor, lengthsAmong, longestSlots } from '../slots/lengths.ts';
import { readMemberWeek, startsOf } from '../slots/member-week.ts';
import { rankSlots } from '../slots/rank-slots.ts';
import { addToLoad, type WeekLoad } from '../slots/week-load.ts';
import type { FreeBusy } from '../time/free-busy.ts';
import type { MeetingWeek } from '../time/meeting-week.ts';
import type { GatheredPerson } from './gathered.ts';
import { type Fixed, matchAround } from './match-around.ts';

/** Somebody who can be matched: in the directory, reachable by the bot, and with a record that can be read. */
export type Matchable = GatheredPerson & { readonly directory: DirectoryPerson; readonly freeBusy: FreeBusy };

/** Whether somebody can be matched at all. */
export function isMatchable<P extends GatheredPerson>(person: P): person is P & Matchable {
  return person.directory !== null && person.reachable && person.freeBusy.kind !== 'record-unreadable';
}

/** For a pairing of these people: that all of them must press the same time, where a calendar of theirs cannot be read. */
export function whoPresses(
  people: readonly Pick<GatheredPerson, 'freeBusy'>[],
): Pick<PlannedPairing, 'allPress'> {
  return people.every(({ freeBusy }) => freeBusy.kind === 'read') ? {} : { allPress: true };
}

/** What people are matched with. */
export interface MatchingGround {
  readonly scheme: Scheme;
  readonly week: MeetingWeek;
  /** Epoch milliseconds. */
  readonly now: number;
  /** No meeting begins before this instant. */
  readonly notBefore: number;
  /** Everybody who takes part, also those who are not matched now: their earlier meetings and their departments count. */
  readonly everybody: readonly Pick<GatheredPerson, 'id' | 'meetings' | 'directory'>[];
  /** More pairs who may not meet, beside those whom a person's own wish keeps apart. */
  readonly excluded?: readonly (readonly [PersonId, PersonId])[];
  /** Decides among equals. */
  readonly seed: number;
  /** When the scheme's other pairings meet; the new ones are added. */
  readonly load: WeekLoad;
}

/** Who meets whom, in the order of the result's pairings with up to five ranked slots each. */
export interface Matched {
  readonly result: MatchingResult;
  readonly pairings: readonly Omit<PlannedPairing, 'id'>[];
}

/** People whose weeks are read, to be matched once or several times. */
export interface Readied {
  readonly input: MatchingInput;
  /** Ranks the slots of one pairing after the other, so that each prefers times with fewer meetings. */
  readonly rank: (pairings: MatchingResult['pairings']) => Matched['pairings'];
}

/** Matches people, then ranks their slots. */
export function matchPeople(ground: MatchingGround, people: readonly Matchable[]): Matched {
  const { input, rank } = readyPeople(ground, people);
  const result = matchAround(input, nothingFixed);
  return { result, pairings: rank(result.pairings) };
}

export const nothingFixed: Fixed = { always: [], kept: [], wished: [] };

/** Reads the weeks of people who are to be matched. */
export function readyPeople(ground: MatchingGround, people: readonly Matchable[]): Readied {
  const { scheme, week, now, notBefore, everybody, excluded = [], seed, load } = ground;
  const history = meetingsOf(everybody);
  const lengths = lengthsAmong(scheme.minutes, people);
  const weeks = new Map(
    people.map((person) => {
      // A meeting is never longer than a member wishes.
      const longest = lengthFor(scheme.minutes, [person]);
      const theirs = lengths.filter((minutes) => minutes <= longest);
      return [person.id, readMemberWeek(week, theirs, scheme, person, { notBefore })];
    }),
  );
  const trios = triosIn(history);
  const byId = new Map(people.map((person) => [person.id, person]));
  const rules = { week, lunch: scheme.lunch, now };
  return {
    input: {
      people: people.map((person) => ({
        ...closenessOf(person),
        starts: startsOf(known(weeks, person.id), scheme.minutes),
        ...trios.get(person.id),
        ...(person.preferences?.third === true && { trioVolunteer: true }),
      })),
      excluded: [...excluded, ...whoNeverMeet(people)],
      history,
      coverage: scheme.coverage,
      departments: departmentsOf(everybody),
      seed,
    },
    rank: (pairings) =>
      pairings.map(({ members: ids, lastMet, closeness, newLink }) => {
        const members = ids.map((id) => known(byId, id));
        const memberWeeks = ids.map((id) => known(weeks, id));
        const { minutes, slots } = longestSlots(scheme.minutes, members, (length) =>
          rankSlots(rules, memberWeeks, length, load),
        );
        if (slots[0]) addToLoad(load, slots[0]);
        const reasons = { lastMet: lastMet?.rounds ?? null, closeness, newLink };
        return { members: [...ids], minutes, slots, ...reasons, ...whoPresses(members) };
      }),
  };
}

/** The pairs of which one will never meet the other. */
export function whoNeverMeet(
  people: readonly Pick<GatheredPerson, 'id' | 'neverWith'>[],
): (readonly [PersonId, PersonId])[] {
  const present = new Set(people.map(({ id }) => id));
  return people.flatMap(({ id, neverWith = [] }) =>
    neverWith.filter((other) => other !== id && present.has(other)).map((other) => [id, other] as const),
  );
}

/** What the matching engine asks about a person to tell how close two people are. */
export function closenessOf({
  id,
  directory,
}: Pick<GatheredPerson, 'id' | 'directory'>): Omit<MatchingPerson, 'starts'> {
  return {
    id,
    ...(directory?.department !== undefined && { department: directory.department }),
    ...(directory?.office !== undefined && { office: directory.office }),
    ...(directory?.manager !== undefined && { manager: directory.manager }),
  };
}

function departmentsOf(people: MatchingGround['everybody']): Map<PersonId, string> {
  return new Map(
    people.flatMap(({ id, directory }) =>
      directory?.department === undefined ? [] : [[id, directory.department] as const],
    ),
  );
}

/** Earlier meetings, also with people who are not listed. A meeting that two of these people know of comes once. */
export function meetingsOf(people: readonly Pick<GatheredPerson, 'id' | 'meetings'>[]): PastPair[] {
  const present = new Set(people.map(({ id }) => id));
  return people.flatMap(({ id, meetings }) =>
    meetings.flatMap((meeting) =>
      meeting.with
        .filter((other) => id < other || !present.has(other))
        .map((other) => ({ round: meeting.number, a: id, b: other, met: meeting.spent })),
    ),
  );
}

function known<T>(all: ReadonlyMap<PersonId, T>, id: PersonId): T {
  const found = all.get(id);
  if (found === undefined) throw new Error(`matching placed somebody who was not asked about: ${id}`);
  return found;
}
