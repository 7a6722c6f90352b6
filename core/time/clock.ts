import { Temporal } from 'temporal-polyfill';

/** The clock of a zone. Instants are epoch milliseconds. */
export interface ZoneClock {
  /** How far local time is ahead of UTC, in milliseconds: positive to the east. */
  offsetAt(instant: number): number;
}

/**
 * What a clock shows, in milliseconds since it showed 1970-01-01 00:00. 09:00 on 1970-01-01 is 9 hours in every zone. So
 * sums need not consider daylight switches.
 */
export type Wall = number;

/** In milliseconds. */
export const day = 86_400_000;

export const utcClock: ZoneClock = { offsetAt: () => 0 };

const clocks = new Map<string, ZoneClock>();

/**
 * The clock of an IANA zone.
 * @throws RangeError for other names; `ianaZone` gives the IANA name of a zone
 */
export function clockOf(zone: string): ZoneClock {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = cached((instant) => temporalOffset(zone, instant));
  clock.offsetAt(0);
  clocks.set(zone, clock);
  return clock;
}

/**
 * The instant at which a clock shows `wall`. A time that is shown twice, when the clock goes back, gives the first of the two
 * instants. A skipped time, when the clock goes forward, gives the instant at which the clock would have shown it without
 * the switch. RFC 5545, section 3.3.5, says both. Correct where switches are more than two days apart.
 */
export function instantOf(clock: ZoneClock, wall: Wall): number {
  const before = clock.offsetAt(wall - day);
  const after = clock.offsetAt(wall + day);
  const first = wall - before;
  if (before === after || clock.offsetAt(first) === before) return first;
  const second = wall - after;
  return clock.offsetAt(second) === after ? second : first;
}

/**
 * The first instant at which a clock shows `wall` or a later time. Like `instantOf`, except that a skipped time gives the
 * instant of the switch. For the start and end of days and shifts.
 */
export function reachedAt(clock: ZoneClock, wall: Wall): number {
  const instant = instantOf(clock, wall);
  if (wallOf(clock, instant) === wall) return instant;
  let [earlier, later] = [wall - clock.offsetAt(wall + day) - 1, instant];
  while (later - earlier > 1) {
    const middle = Math.floor((earlier + later) / 2);
    if (wallOf(clock, middle) < wall) earlier = middle;
    else later = middle;
  }
  return later;
}

/** What a clock shows at an instant. */
export function wallOf(clock: ZoneClock, instant: number): Wall {
  return instant + clock.offsetAt(instant);
}

/** Remembers the offset of each UTC day without a switch. On days with a switch it asks every time. */
function cached(ask: (instant: number) => number): ZoneClock {
  const days = new Map<number, number | null>();
  return {
    offsetAt(instant) {
      const index = Math.floor(instant / day);
      let known = days.get(index);
      if (known === undefined) {
        const start = ask(index * day);
        known = start === ask((index + 1) * day) ? start : null;
        days.set(index, known);
      }
      return known ?? ask(instant);
    },
  };
}

function temporalOffset(zone: string, instant: number): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  return zoned.offsetNanoseconds / 1_000_000;
}
