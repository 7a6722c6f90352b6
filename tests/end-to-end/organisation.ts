// An organisation of 45 people in six time zones with full calendars, made from numbers alone. Busy times are known
// as instants, so a round can be checked without any code of the product.
import type { Folder } from '../support/folder.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

const zones = [
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Europe/Helsinki',
  'America/Sao_Paulo',
] as const;

export interface Staff {
  readonly mail: string;
  readonly zone: (typeof zones)[number];
  /** Epoch milliseconds. */
  readonly busy: readonly { readonly start: number; readonly end: number }[];
}

/** The Monday of the meeting week, 00:00 in London, which is UTC in December. */
export const weekStart = Date.parse('2026-12-14T00:00:00Z');
export const weekEnd = weekStart + 7 * day;

export const staff: readonly Staff[] = Array.from({ length: 45 }, (_, i) => ({
  mail: `person${i}@council.example`,
  zone: zones[i % zones.length] ?? 'Europe/London',
  // Three meetings of 45 to 105 minutes on every weekday, at times that differ between people.
  busy: Array.from({ length: 5 }, (_, weekday) => weekday).flatMap((weekday) =>
    Array.from({ length: 3 }, (_, nth) => {
      const start =
        weekStart + weekday * day + (((i * 7 + weekday * 5 + nth * 13) % 56) * 15 + 7 * 60) * minute;
      return { start, end: start + (45 + ((i + nth) % 5) * 15) * minute };
    }),
  ),
}));

/** Writes `people.csv` and one calendar for each person. Returns the options with their names. */
export function writeOrganisation({ at, write }: Folder): { people: string; calendars: string } {
  const rows = staff.map(
    ({ mail, zone }, i) =>
      `${mail},Person ${i},Department ${i % 9},Office ${i % 4},${zone},person${i % 10}@council.example`,
  );
  const people = write(
    'people.csv',
    `mail,name,department,office,timeZone,manager\r\n${rows.join('\r\n')}\r\n`,
  );
  for (const { mail, busy } of staff) {
    const events = busy.map(({ start, end }, i) => [
      'BEGIN:VEVENT',
      `UID:${mail}-${i}`,
      `DTSTAMP:20261101T000000Z`,
      `DTSTART:${stamp(start)}`,
      `DTEND:${stamp(end)}`,
      'SUMMARY:Confidential',
      'END:VEVENT',
    ]);
    const lines = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//council//EN',
      ...events.flat(),
      'END:VCALENDAR',
      '',
    ];
    write(`calendars/${mail}.ics`, lines.join('\r\n'));
  }
  return { people, calendars: at('calendars') };
}

function stamp(instant: number): string {
  return new Date(instant).toISOString().replaceAll(/[-:]|\.\d+/g, '');
}
