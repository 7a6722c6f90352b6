import type { Slot } from '../time/slot.ts';
import { day, wallOf } from '../time/clock.ts';
import type { CustomZone } from '../time/hours.ts';
import { minute } from '../time/interval.ts';
import { clockIn } from '../time/working-hours.ts';

/** The comfortable part of everybody's day, in minutes since local midnight: 09:30 to 16:30. */
const comfortable = { start: 9 * 60 + 30, end: 16 * 60 + 30 };

/**
 * How many minutes of a meeting lie outside the comfortable part of the day.
 * @param at its start, in minutes since local midnight
 */
export function awkwardMinutesAt(at: number, minutes: number): number {
  return minutes - overlap(at, minutes, comfortable);
}

/**
 * How many minutes of a meeting lay outside the comfortable part of a member's day. They are added up over the rounds
 * (`Participant.awkward`), so that people in distant zones take turns with the awkward hour.
 * @param zone the member's: an IANA or a Windows name, or a zone without a name
 */
export function awkwardMinutes({ start, end }: Slot, zone: string | CustomZone): number {
  const wall = wallOf(clockIn(zone), start);
  const at = Math.floor((wall - Math.floor(wall / day) * day) / minute);
  return awkwardMinutesAt(at, Math.round((end - start) / minute));
}

/**
 * How many minutes of a meeting lie in a part of the day. All in minutes since local midnight.
 * @param at the meeting's start
 * @param part may be empty or end before it starts: then none
 */
export function overlap(
  at: number,
  minutes: number,
  part: { readonly start: number; readonly end: number },
): number {
  return Math.max(0, Math.min(at + minutes, part.end) - Math.max(at, part.start));
}
