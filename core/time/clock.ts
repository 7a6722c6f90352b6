import { Temporal } from 'temporal-polyfill';

/**
 * A zone's clock. `offsetAt(instant)` says how far local time is ahead of UTC at an instant, both in milliseconds
 * (positive to the east).
 */
export interface ZoneClock {
  offsetAt(instant: number): number;
}

/**
 * What the clock on the wall shows, as milliseconds since 1970-01-01T00:00 *of that clock*: 09:00 on 1970-01-01 is
 * 9 hours, whatever the zone. Arithmetic on it never meets a daylight switch.
 */
export type Wall = number;

export const day = 86_400_000;

export const utcClock: ZoneClock = { offsetAt: () => 0 };

const clocks = new Map<string, ZoneClock>();

/**
 * The clock of an IANA zone.
 * @throws RangeError for anything else: ask `ianaZone` first.
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
 * The instant at which a clock shows `wall`. Shown twice (the hour repeated in autumn): the first of the two. Never
 * shown (the hour skipped in spring): as far after the switch as it would have been without one. Both as RFC 5545,
 * section 3.3.5, says. Right wherever switches are more than two days apart.
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
 * The first instant at which a clock shows `wall` or has passed it: as `instantOf`, but a time that is skipped in spring
 * gives the switch itself. Right for the edges of a day or a shift.
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

/** Remembers the offset of each UTC day without a switch; on the others it asks every time. */
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
