import type { Preferences } from '../records/profile.ts';
import type { Scheme } from '../records/scheme.ts';
import { union } from '../time/interval-sets.ts';
import { type Interval, quarter } from '../time/interval.ts';
import { possibleStarts } from '../time/possible-starts.ts';
import type { Hours } from '../time/hours.ts';
import { workingIntervals } from '../time/working-hours.ts';
import { readTime, type WithFreeBusy } from './free-time.ts';
import { localWeek, type LocalWeek, quartersIn } from './local-week.ts';

/** A member's week: when they could meet, and what ranks their slots. */
export interface MemberWeek {
  /** The week on the member's own clock. */
  readonly local: LocalWeek;
  /** Possible starts by length in minutes, as `possibleStarts` gives them. */
  readonly starts: ReadonlyMap<number, Uint32Array>;
  /** A bit for every quarter of the week in which the member is taken, even for a part of it. */
  readonly taken: Uint32Array;
  readonly hours: Preferences['hours'];
  /** Minutes of the member's meetings so far outside the comfortable part of their day. */
  readonly awkward: number;
}

/**
 * A member's week from working hours and taken time.
 * @param lengths the lengths to work out starts for, in minutes
 * @param busy in any order; intervals may overlap
 * @param notBefore the earliest start of a meeting, in epoch milliseconds; without it, the start of the week
 * @throws RangeError for hours with an unknown zone or time
 */
export function memberWeek(
  week: Interval,
  lengths: readonly number[],
  {
    hours,
    busy,
    preferred = 'either',
    awkward = 0,
    notBefore = week.start,
  }: {
    readonly hours: Hours;
    readonly busy: readonly Interval[];
    readonly preferred?: Preferences['hours'];
    readonly awkward?: number;
    readonly notBefore?: number;
  },
): MemberWeek {
  const working = workingIntervals(week, hours);
  const closed = [...busy, { start: week.start, end: notBefore }];
  return {
    local: localWeek(week, hours.zone),
    starts: new Map(lengths.map((minutes) => [minutes, possibleStarts(week, minutes, working, closed)])),
    taken: quartersTouched(week, busy),
    hours: preferred,
    awkward,
  };
}

/** A person whose free/busy was asked for, and how they like to meet. */
export interface WithWishes extends WithFreeBusy {
  readonly preferences: Preferences | null;
  readonly awkward: number;
}

/**
 * A member's week from the free/busy of the meeting week.
 * @param lengths the lengths to work out starts for, in minutes
 * @param scheme has the working hours for mailboxes without any
 * @param notBefore the earliest start of a meeting, in epoch milliseconds
 * @param own the time of the event of the member's own pairing. It counts as free; something else at the same time cannot be
 *   told from the event.
 */
export function readMemberWeek(
  week: Interval,
  lengths: readonly number[],
  scheme: Pick<Scheme, 'workingHours'>,
  person: WithWishes,
  { notBefore, own }: { readonly notBefore: number; readonly own?: Interval },
): MemberWeek {
  return memberWeek(week, lengths, {
    ...readTime(week, scheme, person, own ?? null),
    preferred: person.preferences?.hours ?? 'either',
    awkward: person.awkward,
    notBefore,
  });
}

/**
 * The member's possible starts of a length in minutes, as `possibleStarts` gives them.
 * @throws when the week was not worked out for that length
 */
export function startsOf(member: MemberWeek, minutes: number): Uint32Array {
  const starts = member.starts.get(minutes);
  if (starts === undefined) throw new Error(`a member's week was not worked out for ${minutes} minutes`);
  return starts;
}

function quartersTouched(week: Interval, busy: readonly Interval[]): Uint32Array {
  const count = quartersIn(week);
  const touched = new Uint32Array(Math.ceil(count / 32));
  for (const { start, end } of union(busy)) {
    const first = Math.max(0, Math.floor((start - week.start) / quarter));
    const last = Math.min(count, Math.ceil((end - week.start) / quarter)) - 1;
    for (let q = first; q <= last; q += 1) touched[q >>> 5] = (touched[q >>> 5] ?? 0) | (1 << (q & 31));
  }
  return touched;
}
