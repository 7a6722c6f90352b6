import { meetingWeek } from '../availability/meeting-week.ts';
import type { Interval } from '../availability/interval.ts';
import { possibleStarts } from '../availability/possible-starts.ts';
import { workingIntervals } from '../availability/working-hours.ts';
import { match, triosIn, type PastMeeting as MatchedBefore } from '../matching/index.ts';
import type { DirectoryPerson, PersonId } from '../people/person.ts';
import type { FreeBusy } from '../ports/microsoft365.ts';
import type { Scheme } from '../schemes/scheme.ts';
import { rankSlots } from '../slots/rank-slots.ts';
import type { Member, Plan } from './plan.ts';
import type { PastMeeting } from './records.ts';
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
}

/** Everything a plan is decided from. */
export interface Gathered {
  readonly scheme: Scheme;
  readonly round: Round;
  readonly week: Interval;
  readonly people: readonly GatheredPerson[];
}

/** Nobody is invited to something that begins sooner than this. */
const notice = 60 * 60_000;

/**
 * Decides who meets whom in a round and when they could. Every gathered person stands in the plan exactly once.
 * @param now epoch milliseconds: a slot that begins within an hour of it, or before, is none
 */
export function decidePlan({ scheme, round, week, people }: Gathered, seed: number, now: number): Plan {
  const window = meetingWeek(round.round, scheme.zone);
  const passed: Interval = { start: week.start, end: Math.max(week.start, now + notice) };
  const starts = new Map<PersonId, Uint32Array>();
  for (const person of people) {
    if (person.directory === null || !person.reachable || person.freeBusy.kind !== 'read') continue;
    const hours = person.freeBusy.hours ?? { ...scheme.workingHours, zone: scheme.zone };
    const busy = [...person.freeBusy.busy, passed];
    starts.set(person.id, possibleStarts(window, scheme.minutes, workingIntervals(window, hours), busy));
  }

  const members = new Map(people.map((person) => [person.id, memberOf(person)]));
  const matchable = people.filter(({ id }) => starts.has(id));
  const history = meetingsOf(people);
  const trios = triosIn(history);
  const result = match({
    people: matchable.map(({ id, directory }) => ({
      id,
      starts: startsOf(starts, id),
      ...(directory?.department !== undefined && { department: directory.department }),
      ...(directory?.office !== undefined && { office: directory.office }),
      ...(directory?.manager !== undefined && { manager: directory.manager }),
      ...trios.get(id),
    })),
    excluded: [],
    history,
    seed,
  });

  const unmatchable = people
    .filter(({ id }) => !starts.has(id))
    .map(({ id, directory, reachable }) => ({
      id,
      reason:
        directory === null
          ? ('not-in-directory' as const)
          : reachable
            ? ('calendar-unreadable' as const)
            : ('unreachable' as const),
    }));
  const alone = people.length === 1 && result.unplaced.length === 1;
  const unplaced = [
    ...unmatchable,
    ...result.unplaced.map(({ id, reason }) => ({ id, reason: alone ? ('alone' as const) : reason })),
  ];
  return {
    scheme: scheme.id,
    round: round.round,
    number: round.number,
    seed,
    pairings: result.pairings.map((pairing, i) => ({
      id: `p${i + 1}`,
      members: pairing.members.map((id) => memberIn(members, id)),
      slots: rankSlots(
        window,
        scheme.minutes,
        pairing.members.map((id) => startsOf(starts, id)),
        i,
      ),
      lastMet: pairing.lastMet?.rounds ?? null,
      closeness: pairing.closeness,
    })),
    unplaced: unplaced.map(({ id, reason }) => ({ ...memberIn(members, id), reason })),
    cost: { ...result.cost, unplaced: unplaced.length },
    bound: { ...result.bound, unplaced: result.bound.unplaced + unmatchable.length },
    optimal: result.optimal,
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

function startsOf(starts: ReadonlyMap<PersonId, Uint32Array>, id: PersonId): Uint32Array {
  const found = starts.get(id);
  if (found === undefined) throw new Error(`matching placed somebody who was not asked about: ${id}`);
  return found;
}

function memberIn(members: ReadonlyMap<PersonId, Member>, id: PersonId): Member {
  const found = members.get(id);
  if (found === undefined) throw new Error(`matching placed somebody who was not asked about: ${id}`);
  return found;
}
