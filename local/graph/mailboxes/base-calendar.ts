import type { CalendarFile } from '../../calendars/calendar.ts';
import { parseComponents } from '../../calendars/content-lines.ts';
import { occurrences } from '../../calendars/occurrences.ts';
import { textOf } from '../../calendars/properties.ts';
import type { Status } from './event.ts';

/** One occurrence in the calendar from the files. Instants are epoch milliseconds. */
export interface BaseOccurrence {
  readonly uid: string;
  readonly start: number;
  readonly end: number;
  readonly status: Status;
  readonly isAllDay: boolean;
  readonly subject: string;
  readonly location: string;
  readonly isPrivate: boolean;
}

/** Somebody's calendar from the files. */
export interface BaseCalendar {
  /** Every occurrence that touches the stretch from `start` to `end`, by start. */
  occurrences(start: number, end: number): readonly BaseOccurrence[];
  /** iCalendar text, as it was read. */
  readonly text: string;
}

type Words = Pick<BaseOccurrence, 'subject' | 'location' | 'isPrivate'>;
const noWords: Words = { subject: '', location: '', isPrivate: false };

/**
 * Reads the subject and place of events when they are first asked for. Keeps the last answer, because the same
 * meeting week is asked for again and again.
 */
export function baseCalendar({ calendar, text }: CalendarFile): BaseCalendar {
  let words: Map<string, Words> | null = null;
  let last: {
    readonly start: number;
    readonly end: number;
    readonly found: readonly BaseOccurrence[];
  } | null = null;
  return {
    text,
    occurrences(start, end) {
      if (last?.start === start && last.end === end) return last.found;
      const known = (words ??= readWords(calendar.file, text));
      const found = occurrences(calendar, start, end).map((occurrence) => ({
        uid: occurrence.uid,
        start: occurrence.start,
        end: occurrence.end,
        status: occurrence.status,
        isAllDay: occurrence.allDay,
        ...(known.get(occurrence.uid) ?? noWords),
      }));
      last = { start, end, found };
      return found;
    },
  };
}

/** By UID. An exception of a series shows the subject and place of the series. */
function readWords(file: string, text: string): Map<string, Words> {
  const words = new Map<string, Words>();
  for (const component of parseComponents(text, file).flatMap((calendar) => calendar.components)) {
    const uid = component.name === 'VEVENT' ? textOf(file, component, 'UID') : undefined;
    if (uid === undefined || words.has(uid)) continue;
    words.set(uid, {
      subject: textOf(file, component, 'SUMMARY') ?? '',
      location: textOf(file, component, 'LOCATION') ?? '',
      isPrivate: /^(PRIVATE|CONFIDENTIAL)$/i.test(textOf(file, component, 'CLASS') ?? ''),
    });
  }
  return words;
}
