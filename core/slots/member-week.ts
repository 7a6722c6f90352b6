import type { Preferences } from '../records/participant.ts';
import type { Scheme } from '../records/scheme.ts';
import { busyInView, type FreeBusy } from '../time/free-busy.ts';
import { subtract, union } from '../time/interval-sets.ts';
import { type Interval, minute, quarter } from '../time/interval.ts';
import { possibleStarts } from '../time/possible-starts.ts';
import { type Hours, workingIntervals } from '../time/working-hours.ts';
import { localWeek, type LocalWeek, quartersIn } from './local-week.ts';
import { usableHours } from './usable-hours.ts';

/** What is known of a member's week: when they could meet, and what ranks their slots. */
export interface MemberWeek {
  /** The clocks that the member lives by. */
  readonly local: LocalWeek;
  /** By length in minutes: a bit for every quarter from which a meeting of that length is possible; see `possibleStarts`. */
  readonly starts: ReadonlyMap<number, Uint32Array>;
  /** A bit for every quarter of the week that something in the member's calendar takes, whole or in part. */
  readonly taken: Uint32Array;
  readonly hours: Preferences['hours'];
  /** Minutes by which the member's meetings lay outside the comfortable part of the day, so far. */
  readonly awkward: number;
}

/**
 * A member's week from working time and taken time.
 * @param lengths minutes: what lengths starts are worked out for
 * @param hours they hold on the member's own local days
 * @param busy in any order; they may overlap
 * @param notBefore no meeting begins before this instant; left out: any time of the week
 * @throws RangeError for hours whose zone or times do not exist
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

/** Somebody whose free/busy was read. */
export interface Reading {
  readonly freeBusy: Extract<FreeBusy, { kind: 'read' }>;
  /** IANA: the person's own zone, for those whose mailbox names none. */
  readonly zone: string;
  readonly preferences: Preferences | null;
  readonly awkward: number;
}

/**
 * A member's week from the free/busy of the meeting week and what the scheme says of working hours.
 * @param lengths minutes: what lengths starts are worked out for
 * @param notBefore no meeting begins before this instant
 * @param own an interval in which the calendar counts as free: where the event of the member's own pairing stands. What
 *   lies under it cannot be told from it.
 */
export function readMemberWeek(
  week: Interval,
  lengths: readonly number[],
  scheme: Pick<Scheme, 'workingHours'>,
  { freeBusy, zone, preferences, awkward }: Reading,
  { notBefore, own }: { readonly notBefore: number; readonly own?: Interval },
): MemberWeek {
  const seen = busyInView(freeBusy.view, quarter / minute, week.start);
  return memberWeek(week, lengths, {
    hours: usableHours(freeBusy.hours, scheme, zone),
    busy: own === undefined ? seen : subtract(seen, union([own])),
    preferred: preferences?.hours ?? 'either',
    awkward,
    notBefore,
  });
}

/**
 * The member's possible starts of a length, one bit a quarter of an hour.
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
