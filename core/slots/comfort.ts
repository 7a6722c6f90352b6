import type { Slot } from '../records/slot.ts';
import { day, wallOf } from '../time/clock.ts';
import type { CustomZone } from '../time/custom-zone.ts';
import { minute } from '../time/interval.ts';
import { clockIn } from '../time/working-hours.ts';

/** The comfortable part of everybody's day, in minutes since local midnight: 09:30 to 16:30. */
const comfortable = { start: 9 * 60 + 30, end: 16 * 60 + 30 };

/**
 * How much of a meeting lies outside the comfortable part of the day.
 * @param at minutes since local midnight when it starts
 */
export function awkwardMinutesAt(at: number, minutes: number): number {
  return minutes - overlap(at, minutes, comfortable);
}

/**
 * By how many minutes a meeting lay outside the comfortable part of a member's day: added up over the rounds, so that the
 * awkward hour between zones is shared (`Participant.awkward`).
 * @param zone an IANA or a Windows name, or a zone of its own
 */
export function awkwardMinutes({ start, end }: Slot, zone: string | CustomZone): number {
  const began = Date.parse(start);
  const wall = wallOf(clockIn(zone), began);
  const at = Math.floor((wall - Math.floor(wall / day) * day) / minute);
  return awkwardMinutesAt(at, Math.round((Date.parse(end) - began) / minute));
}

/** How many minutes of a meeting lie in a part of the day; none in one that does not end after it starts. */
export function overlap(
  at: number,
  minutes: number,
  part: { readonly start: number; readonly end: number },
): number {
  return Math.max(0, Math.min(at + minutes, part.end) - Math.max(at, part.start));
}
