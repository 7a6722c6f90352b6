import type { Scheme } from '../records/scheme.ts';
import { minutesSinceMidnight } from '../time/working-hours.ts';
import { awkwardMinutesAt, overlap } from './comfort.ts';
import { noon, type LocalWeek } from './local-week.ts';

/** Facts about meetings of one length in one zone, by the quarter of the week in which they start. */
export interface SlotFacts {
  /** Minutes of the meeting within lunch. */
  readonly lunch: Uint8Array;
  /** Minutes outside the comfortable part of the day. */
  readonly awkward: Uint8Array;
  /**
   * 0: Tuesday to Thursday. 1: Monday afternoon and Friday morning. 2: Monday morning, Friday afternoon, Saturday and Sunday.
   */
  readonly edge: Uint8Array;
  /** 1 when the whole meeting lies before noon. */
  readonly inMorning: Uint8Array;
  /** 1 when the meeting starts at noon or later. */
  readonly inAfternoon: Uint8Array;
}

/** Thousands of pairings need the same few zones and lengths, so each is worked out once. */
const cache = new WeakMap<LocalWeek, Map<string, SlotFacts>>();

/**
 * @param minutes the meeting's length, at most 240
 * @throws RangeError for a lunch whose times are not `HH:MM`
 */
export function slotFacts(local: LocalWeek, minutes: number, lunch: Scheme['lunch']): SlotFacts {
  const known = cache.get(local) ?? new Map<string, SlotFacts>();
  cache.set(local, known);
  const key = `${minutes} ${lunch.start} ${lunch.end}`;
  const found = known.get(key) ?? workOut(local, minutes, lunch);
  known.set(key, found);
  return found;
}

function workOut({ minuteOfDay, weekday }: LocalWeek, minutes: number, lunch: Scheme['lunch']): SlotFacts {
  const atLunch = { start: minutesSinceMidnight(lunch.start), end: minutesSinceMidnight(lunch.end) };
  const byStart = (fact: (at: number, q: number) => number) => Uint8Array.from(minuteOfDay, fact);
  return {
    lunch: byStart((at) => overlap(at, minutes, atLunch)),
    awkward: byStart((at) => awkwardMinutesAt(at, minutes)),
    edge: byStart((at, q) => edgeOf(weekday[q] ?? 0, at < noon)),
    inMorning: byStart((at) => (at + minutes <= noon ? 1 : 0)),
    inAfternoon: byStart((at) => (at >= noon ? 1 : 0)),
  };
}

const [sunday, monday, friday, saturday] = [0, 1, 5, 6];

function edgeOf(weekday: number, morning: boolean): 0 | 1 | 2 {
  if (weekday === saturday || weekday === sunday) return 2;
  if (weekday === monday) return morning ? 2 : 1;
  if (weekday === friday) return morning ? 1 : 2;
  return 0;
}
