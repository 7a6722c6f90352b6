import type { Interval } from '../availability/interval.ts';
import { meetingWeek } from '../availability/meeting-week.ts';
import { match, triosIn, type PastMeeting as MatchedBefore } from '../matching/index.ts';
import type { DirectoryPerson, PersonId } from '../people/person.ts';
import type { FreeBusy } from '../ports/microsoft365.ts';
import type { Scheme } from '../schemes/scheme.ts';
import { lengthFor, lengthsAmong, startsForMatching } from '../slots/lengths.ts';
import { readMemberWeek } from '../slots/member-week.ts';
import { rankSlots } from '../slots/rank-slots.ts';
import { addToLoad, weekLoad } from '../slots/week-load.ts';
import type { Member, Plan, PlannedPairing } from './plan.ts';
import type { PastMeeting, Preferences } from './records.ts';
import type { Round } from './round.ts';

export interface GatheredPerson {
  readonly id: PersonId;
  /** Null when the directory does not know the person any more, or they are disabled or a guest. */
  readonly directory: DirectoryPerson | null;
  readonly freeBusy: FreeBusy;
  /** False when the person blocked or removed the app: they could not be told, and so are not matched. */
  readonly reachable: boolean;
  /** IANA */
  readonly zone: string;
  /** BCP 47 */
  readonly language: string;
  readonly meetings: readonly PastMeeting[];
  /** Null while nothing was chosen. */
  readonly preferences: Preferences | null;
  /** Minutes by which this person's meetings lay outside the comfortable part of their day, so far. */
  readonly awkward: number;
}

/** Everything a plan is decided from. */
export interface Gathered {
  readonly scheme: Scheme;
  readonly round: Round;
  readonly week: Interval;
  readonly people: readonly GatheredPerson[];
}

type WhyUnplaced = Pick<Plan['unplaced'][number], 'reason' | 'detail'>;

/** Nobody is invited to something that begins sooner than this. */
const notice = 60 * 60_000;

/** Somebody who can be matched: in the directory, within reach, and with a calendar that was read. */
type Matchable = GatheredPerson & {
  readonly directory: DirectoryPerson;
  readonly freeBusy: Extract<FreeBusy, { kind: 'read' }>;
};

/**
 * Decides who meets whom in a round and when they could. Every gathered person stands in the plan exactly once.
 * @param now epoch milliseconds: a slot that begins within an hour of it, or before, is none
 */
export function decidePlan({ scheme, round, people }: Gathered, seed: number, now: number): Plan {
  const week = meetingWeek(round.round, scheme.zone);
  const matchable = people.filter(isMatchable);
  const lengths = lengthsAmong(scheme.minutes, matchable);
  const weeks = new Map(
    matchable.map((person) => [
      person.id,
      readMemberWeek(week, lengths, scheme, person, { notBefore: now + notice }),
    ]),
  );

  // 1. Who meets whom.
  const history = meetingsOf(people);
  const trios = triosIn(history);
  const result = match({
    people: matchable.map((person) => ({
      id: person.id,
      starts: startsForMatching(known(weeks, person.id), lengths, lengthFor(scheme.minutes, [person])),
      ...(person.directory.department !== undefined && { department: person.directory.department }),
      ...(person.directory.office !== undefined && { office: person.directory.office }),
      ...(person.directory.manager !== undefined && { manager: person.directory.manager }),
      ...trios.get(person.id),
    })),
    excluded: [],
    history,
    seed,
  });

  // 2. When: one pairing after the other, so that each goes where fewer are.
  const byId = new Map(people.map((person) => [person.id, person]));
  const load = weekLoad(week);
  const rules = { week, lunch: scheme.lunch, now };
  const pairings = result.pairings.map(({ members: ids, lastMet, closeness }, i): PlannedPairing => {
    const members = ids.map((id) => known(byId, id));
    const minutes = lengthFor(scheme.minutes, members);
    const slots = rankSlots(
      rules,
      ids.map((id) => known(weeks, id)),
      minutes,
      load,
    );
    if (slots[0]) addToLoad(load, slots[0]);
    return {
      id: pairingId(i),
      members: members.map(memberOf),
      minutes,
      slots,
      lastMet: lastMet?.rounds ?? null,
      closeness,
    };
  });

  // 3. Why not.
  const unmatchable = people.filter((person) => !isMatchable(person));
  const alone = people.length === 1;
  return {
    scheme: scheme.id,
    round: round.round,
    number: round.number,
    seed,
    pairings,
    unplaced: [
      ...unmatchable.map((person) => ({ ...memberOf(person), ...whyUnmatchable(person) })),
      ...result.unplaced.map(({ id, reason }) => ({
        ...memberOf(known(byId, id)),
        reason: alone ? ('alone' as const) : reason,
      })),
    ],
    cost: { ...result.cost, unplaced: result.cost.unplaced + unmatchable.length },
    bound: { ...result.bound, unplaced: result.bound.unplaced + unmatchable.length },
    optimal: result.optimal,
  };
}

/** Ids of one length, so that the order of the pairings is that of their keys, up to 99,999 of them. */
function pairingId(i: number): string {
  return `p${String(i + 1).padStart(5, '0')}`;
}

function isMatchable(person: GatheredPerson): person is Matchable {
  return person.directory !== null && person.reachable && person.freeBusy.kind === 'read';
}

/** Why somebody was not matched at all; for a calendar that could not be read with Graph's code. */
function whyUnmatchable({ directory, reachable, freeBusy }: GatheredPerson): WhyUnplaced {
  if (directory === null) return { reason: 'not-in-directory' };
  if (!reachable) return { reason: 'unreachable' };
  return {
    reason: 'calendar-unreadable',
    ...(freeBusy.kind === 'unreadable' && { detail: freeBusy.reason }),
  };
}

function memberOf({ id, directory, zone, language }: GatheredPerson): Member {
  return {
    id,
    name: directory?.name ?? '',
    mail: directory?.mail ?? '',
    zone,
    language,
    ...(directory?.department !== undefined && { department: directory.department }),
    ...(directory?.office !== undefined && { office: directory.office }),
  };
}

/** Each meeting once per pair, though both members know of it; and those with people who take no part this time. */
function meetingsOf(people: readonly GatheredPerson[]): MatchedBefore[] {
  const present = new Set(people.map(({ id }) => id));
  return people.flatMap(({ id, meetings }) =>
    meetings.flatMap((meeting) =>
      meeting.with
        .filter((other) => id < other || !present.has(other))
        .map((other) => ({ round: meeting.number, a: id, b: other, met: meeting.met !== false })),
    ),
  );
}

function known<T>(all: ReadonlyMap<PersonId, T>, id: PersonId): T {
  const found = all.get(id);
  if (found === undefined) throw new Error(`matching placed somebody who was not asked about: ${id}`);
  return found;
}
