import { Temporal } from 'temporal-polyfill';
import { languages } from '../../core/words/languages.ts';

/**
 * Reads a typed date: `2027-01-14`, `14 January`, `14th of January 2027`, `January 14`, `14.1.2027` or `14. Januar`,
 * with full or short month names in any of the product's languages. Without a year it is the next such day from
 * `today` (ISO date) on.
 * @returns ISO date; null for a date that is ambiguous, such as `1/2/2027`, or does not exist
 */
export function readDate(written: string, today: string | null): string | null {
  const text = written.trim().toLowerCase().replaceAll(',', ' ').replace(/\s+/g, ' ');

  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso !== null) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]));

  const dotted = /^(\d{1,2})\. ?(\d{1,2})\.?(?: ?(\d{4}))?$/.exec(text);
  if (dotted !== null) return dayOf(Number(dotted[1]), Number(dotted[2]), dotted[3], today);

  const dayFirst = /^(?:the )?(\d{1,2})(?:st|nd|rd|th|\.)? (?:of )?(\p{L}+)\.?(?: (\d{4}))?$/u.exec(text);
  if (dayFirst !== null) return dayOf(Number(dayFirst[1]), monthOf(dayFirst[2]), dayFirst[3], today);

  const monthFirst = /^(\p{L}+)\.? (?:the )?(\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/u.exec(text);
  if (monthFirst !== null) return dayOf(Number(monthFirst[2]), monthOf(monthFirst[1]), monthFirst[3], today);
  return null;
}

function dayOf(
  day: number,
  month: number | null,
  year: string | undefined,
  today: string | null,
): string | null {
  if (month === null) return null;
  if (year !== undefined) return existing(Number(year), month, day);
  if (today === null) return null;
  // The next such day, today included. 29 February may be years away.
  const from = Number(today.slice(0, 4));
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const date = existing(from + ahead, month, day);
    if (date !== null && date >= today) return date;
  }
  return null;
}

function existing(year: number, month: number, day: number): string | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * The number of a month, 1 to 12. Takes its name, or the first three letters or more, in any of the product's
 * languages.
 */
function monthOf(name: string | undefined): number | null {
  if (name === undefined || name.length < 3) return null;
  const found = monthNames.findIndex((names) => names.some((full) => full.startsWith(name)));
  return found < 0 ? null : found + 1;
}

/** For each month its names in every language, in lower case. */
const monthNames: readonly (readonly string[])[] = Array.from({ length: 12 }, (_, month) =>
  languages.map(({ region }) =>
    new Intl.DateTimeFormat(region, { month: 'long', timeZone: 'UTC' })
      .format(new Date(Date.UTC(2026, month, 1)))
      .toLowerCase(),
  ),
);
