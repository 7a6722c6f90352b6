import type ICAL from 'ical.js';
import { instantOf, type Wall, type ZoneClock } from '../../core/time/clock.ts';

/** A DATE or DATE-TIME of a calendar, with the clock of its zone. */
export interface Moment {
  readonly wall: Wall;
  readonly clock: ZoneClock;
  /** Whether it is a whole day; `wall` is then its midnight. */
  readonly isDate: boolean;
}

/** A duration: first whole days of the clock, then milliseconds (RFC 5545, section 3.3.6: nominal and exact). */
export interface Length {
  readonly days: number;
  readonly milliseconds: number;
}

export type BusyStatus = 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere';

/** One VEVENT: a single event, a series, or (with `replaces`) one exception of a series. */
export interface CalendarEvent {
  readonly uid: string;
  readonly sequence: number;
  readonly start: Moment;
  readonly length: Length;
  readonly status: BusyStatus;
  readonly cancelled: boolean;
  readonly subject: string;
  readonly location: string;
  /** CLASS other than PUBLIC: others see that there is an event, but not what it is. */
  readonly isPrivate: boolean;
  readonly rules: readonly ICAL.Recur[];
  readonly added: readonly { readonly start: Moment; readonly length: Length }[];
  readonly removed: readonly Moment[];
  /**
   * RECURRENCE-ID: the original start of the occurrence that this event replaces; null for an event that replaces
   * none.
   */
  readonly replaces: Moment | null;
  /** RANGE=THISANDFUTURE: the later occurrences change in the same way. */
  readonly andFuture: boolean;
}

/** The events of a calendar file, checked. */
export interface Calendar {
  readonly file: string;
  readonly events: readonly CalendarEvent[];
}

/** A calendar and the iCalendar text that it was read from. */
export interface CalendarFile {
  readonly text: string;
  readonly calendar: Calendar;
}

export function instantOfMoment({ clock, wall }: Moment): number {
  return instantOf(clock, wall);
}
