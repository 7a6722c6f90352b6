import type { Slot } from '../time/slot.ts';
import { quarter } from '../time/interval.ts';
import type { MeetingWeek } from '../time/meeting-week.ts';
import { localWeek, type LocalWeek, quartersIn } from './local-week.ts';

/** How the slots of a scheme's pairings are spread over the week, so that the next one can go where there are fewer. */
export interface WeekLoad {
  readonly week: MeetingWeek;
  /** The week on the clocks of the scheme's zone. */
  readonly local: LocalWeek;
  pairings: number;
  /** By quarter of the week: how many pairings begin there. */
  readonly quarters: Uint32Array;
  /** By half-day of the scheme's zone: how many pairings begin there. */
  readonly halfDays: Uint32Array;
}

/** @param firsts the booked or first slots of the pairings that exist */
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

/** Counts one more pairing. It changes `load`, since thousands are added one by one. A slot outside the week does not count. */
export function addToLoad(load: WeekLoad, { start }: Slot): void {
  const q = Math.floor((start - load.week.start) / quarter);
  const halfDay = load.local.halfDay[q];
  if (halfDay === undefined) return;
  load.pairings += 1;
  load.quarters[q] = (load.quarters[q] ?? 0) + 1;
  load.halfDays[halfDay] = (load.halfDays[halfDay] ?? 0) + 1;
}
