import type { Slot } from '../records/slot.ts';
import { quarter } from '../time/interval.ts';
import type { MeetingWeek } from '../time/meeting-week.ts';
import { localWeek, type LocalWeek, quartersIn } from './local-week.ts';

/** How the first slots of a scheme's pairings lie over the week, so that the next one can go where fewer are. */
export interface WeekLoad {
  readonly week: MeetingWeek;
  /** The week on the clocks of the scheme's zone. */
  readonly local: LocalWeek;
  pairings: number;
  /** By quarter of the week: how many pairings begin there. */
  readonly quarters: Uint32Array;
  /** By half-day of the scheme's zone. */
  readonly halfDays: Uint32Array;
}

/** @param firsts the first slots, or the booked ones, of the pairings that there are already */
export function weekLoad(week: MeetingWeek, firsts: Iterable<Slot> = []): WeekLoad {
  const load: WeekLoad = {
    week,
    local: localWeek(week, week.zone),
    pairings: 0,
    quarters: new Uint32Array(quartersIn(week)),
    halfDays: new Uint32Array(16),
  };
  for (const slot of firsts) addToLoad(load, slot);
  return load;
}

/** Counts one more pairing, in place: thousands follow one another. A slot outside the week is passed over. */
export function addToLoad(load: WeekLoad, { start }: Slot): void {
  const q = Math.floor((Date.parse(start) - load.week.start) / quarter);
  const halfDay = load.local.halfDay[q];
  if (halfDay === undefined) return;
  load.pairings += 1;
  load.quarters[q] = (load.quarters[q] ?? 0) + 1;
  load.halfDays[halfDay] = (load.halfDays[halfDay] ?? 0) + 1;
}
