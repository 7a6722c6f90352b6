import { day, instantOf, utcClock, wallOf, type Wall, type ZoneClock } from '../../core/time/clock.ts';
import type { Rule } from '../recurrence/rule.ts';

/** A DATE or DATE-TIME of a calendar. */
export interface Moment {
  /** Midnight for a date. */
  readonly wall: Wall;
  /** The clock of its zone; null for a date and for a time that names no zone. */
  readonly clock: ZoneClock | null;
  readonly isDate: boolean;
}

/** When an event begins. A date or time without a zone is on the clock of the calendar's owner. */
export interface Start extends Moment {
  readonly clock: ZoneClock;
}

/** A duration: first whole days of the clock, then milliseconds (RFC 5545, section 3.3.6: nominal and exact). */
export interface Length {
  readonly days: number;
  readonly milliseconds: number;
}

export type BusyStatus = 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere';

/** A VEVENT (a single event, a series, or with `replaces` one exception of a series) or a time of a VFREEBUSY. */
export interface CalendarEvent {
  readonly uid: string;
  readonly sequence: number;
  readonly start: Start;
  readonly length: Length;
  readonly status: BusyStatus;
  readonly cancelled: boolean;
  readonly subject: string;
  readonly location: string;
  /** CLASS other than PUBLIC: others see that there is an event, but not what it is. */
  readonly isPrivate: boolean;
  readonly rules: readonly Rule[];
  readonly added: readonly { readonly start: Moment; readonly length: Length | null }[];
  readonly removed: readonly Moment[];
  /** RECURRENCE-ID: the start of the occurrence that this event replaces; null for an event that replaces none. */
  readonly replaces: Moment | null;
  /** RANGE=THISANDFUTURE: the later occurrences change in the same way. */
  readonly andFuture: boolean;
}

/** What a calendar file says. */
export interface Calendar {
  readonly events: readonly CalendarEvent[];
  /** The clocks of the zones that the file defines, and of its owner. */
  readonly clocks: readonly ZoneClock[];
  /** Why it is not known when the owner is busy: file, line and reason. Null for a calendar that was read. */
  readonly unreadable: string | null;
  /** One sentence each, about lines on which no event's time depends. */
  readonly warnings: readonly string[];
}

/** A calendar and the iCalendar text that it was read from. */
export interface CalendarFile {
  readonly text: string;
  readonly calendar: Calendar;
}

/** @param fallback the clock for a moment without a zone */
export function instantOfMoment({ clock, wall }: Moment, fallback: ZoneClock): number {
  return instantOf(clock ?? fallback, wall);
}

/**
 * The date that a moment names in a series of whole days. Exchange writes the UTC instant of a local midnight: in the zone
 * of one of `clocks`, else by rounding up from noon on. Any other time names the date as it is written.
 */
export function dateOf({ wall, clock }: Moment, clocks: readonly ZoneClock[]): Wall {
  const written = Math.floor(wall / day) * day;
  if (clock !== utcClock) return written;
  const midnight = clocks.map((each) => wallOf(each, wall)).find((local) => local % day === 0);
  if (midnight !== undefined) return midnight;
  return wall - written >= day / 2 && wall % (15 * 60_000) === 0 ? written + day : written;
}
