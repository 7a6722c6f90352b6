import type { CalendarFile } from '../../calendars/calendar.ts';
import { occurrences, type Occurrence } from '../../calendars/occurrences.ts';

/** Somebody's calendar from the files. */
export interface BaseCalendar {
  /** Every occurrence that touches the stretch from `start` to `end`, by start. */
  occurrences(start: number, end: number): readonly Occurrence[];
  /** Why it is not known when its owner is busy; null for a calendar that was read. */
  readonly unreadable: string | null;
  /** iCalendar text, as it was read. */
  readonly text: string;
}

/** Keeps the last answer, because the same meeting week is asked for again and again. */
export function baseCalendar({ calendar, text }: CalendarFile): BaseCalendar {
  let last: { readonly start: number; readonly end: number; readonly found: readonly Occurrence[] } | null =
    null;
  return {
    text,
    unreadable: calendar.unreadable,
    occurrences(start, end) {
      if (last?.start !== start || last.end !== end)
        last = { start, end, found: occurrences(calendar, start, end) };
      return last.found;
    },
  };
}
